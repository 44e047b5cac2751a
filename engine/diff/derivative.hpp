#pragma once

#include "engine/graph/graph.hpp"

namespace gradcircuit {

/// A derivative as a graph of its own, whose output it is.
struct Derivative {
  Graph graph;
  /// Whether it is simplified; otherwise it is too large to be shown and only its value is of use.
  bool readable;
};

/// The derivative of `output` by the node `by`, taken `order` times; each time of the sum of entries, where there are several. It has
/// the shape of `by`, which is an input where it is taken more than once. Simplified while that stays within limits::symbols.
/// Fails with program_too_large beyond limits::derivative_nodes. O(nodes · 4^order).
Result<Derivative> derivative(const Graph& graph, NodeId output, NodeId by, std::uint32_t order = 1);

}  // namespace gradcircuit
