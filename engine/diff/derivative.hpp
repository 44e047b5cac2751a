#pragma once

#include "engine/graph/graph.hpp"

namespace gradcircuit {

/// A derivative as a graph of its own, whose output it is.
struct Derivative {
  Graph graph;
  /// Whether it is simplified; otherwise it is too large to be shown and only its value is of use.
  bool readable;
};

/// The derivative of `output` by `input`, taken `order` times; each time of the sum of entries, where there are several. It has the
/// input's shape. Simplified while that stays within limits::symbols.
/// Fails with program_too_large beyond limits::derivative_nodes. O(nodes · 4^order).
Result<Derivative> derivative(const Graph& graph, NodeId output, std::string_view input, std::uint32_t order = 1);

}  // namespace gradcircuit
