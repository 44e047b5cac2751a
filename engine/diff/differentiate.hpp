#pragma once

#include "engine/graph/expr.hpp"

namespace gradcircuit {

/// Appends the derivative of `output` by `input` to the graph and returns its node: the same backward loop, on symbols. For a
/// matrix output it is the derivative of the sum of its entries. The result has the input's shape.
/// Fails with program_too_large. O(nodes) new nodes.
Result<NodeId> differentiate(Graph& graph, NodeId output, NodeId input);

}  // namespace gradcircuit
