#pragma once

#include "engine/graph/graph.hpp"

namespace gradcircuit {

/// The value of a node as a graph of its own, short enough to be read where that is possible: like terms and like factors together,
/// numbers computed, nothing multiplied out (NormalForm). Equal to the original wherever all of that is
/// finite, but for the sign of zero. The inputs it still needs
/// come first, in the order of the original.
/// Fails with program_too_large beyond limits::symbols. O(n log n) in what is written.
Result<Graph> simplify(const Graph& graph, NodeId node);

}  // namespace gradcircuit
