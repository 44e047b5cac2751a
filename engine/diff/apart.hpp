#pragma once

#include "engine/diff/steps.hpp"

namespace gradcircuit {

/// A program in which one edge of a picture leads through a node of its own: the gradient there is what the edge contributes.
struct Apart {
  Graph graph;
  NodeId edge;                 ///< an identity
  std::vector<NodeId> places;  ///< of the program's nodes
};

/// Sets the edge into `box` apart that reads its input number `input`. Names stay with their nodes, groups are left behind.
/// Fails with program_too_large. O(nodes).
Result<Apart> set_apart(const Graph& graph, const Box& box, std::size_t input);

}  // namespace gradcircuit
