#pragma once

#include "engine/graph/graph.hpp"

namespace gradcircuit {

/// A node that an excerpt takes as given.
struct Given {
  NodeId node;
  std::string name;
  Matrix value;
};

/// What computes `output`, as a graph of its own whose output it is. The nodes in `given` are inputs there, in that order and whether
/// needed or not; of the graph's own inputs those follow that are still needed.
/// Fails with program_too_large. O(nodes).
Result<Graph> excerpt(const Graph& graph, NodeId output, std::span<const Given> given);

}  // namespace gradcircuit
