#pragma once

#include "engine/graph/graph.hpp"

namespace gradcircuit {

struct WrongRule;

/// A rule that is broken at one gate, or at the sum of what arrives at one node.
struct Bug {
  const WrongRule* rule;
  NodeId node;
};

}  // namespace gradcircuit
