#pragma once

#include <string>

#include "engine/graph/graph.hpp"

namespace gradcircuit {

/// The value of a node as an expression of the language in its inputs, with no more parentheses than it needs. It parses back to
/// the same tree of nodes, but for identities, which are left out, and for comparisons outside of `if`, which cannot be written.
/// Fails with too_deep, or with program_too_long: a node is written once for every use. O(length of the text).
Result<std::string> print(const Graph& graph, NodeId node);

/// The same as a program: where one expression would be long, what it uses several times becomes a stage before it, t1, t2 and so
/// on. Fails like `print`.
Result<std::string> print_program(const Graph& graph, NodeId node);

}  // namespace gradcircuit
