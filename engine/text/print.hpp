#pragma once

#include <string>

#include "engine/graph/graph.hpp"

namespace gradcircuit {

/// The value of a node as an expression of the language, with no more parentheses than it needs; parses back to the same graph.
/// Fails with too_deep.
Result<std::string> print(const Graph& graph, NodeId node);

}  // namespace gradcircuit
