#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/graph/graph.hpp"

namespace gradcircuit {

/// Values of inputs by name, as a request gives them. They win over literals in the program.
using InputValues = std::vector<std::pair<std::string, Matrix>>;

struct ParseOptions {
  /// Names of no input leave a note.
  InputValues at = {};
  /// Built-in functions to put their definition in the place of, as groups.
  std::vector<std::string> expand = {};
  std::uint32_t node_limit = limits::page_nodes;
};

/// Reads a program (UTF-8) into a graph whose output is its last value. ARCHITECTURE.md describes the language.
///
/// A statement that computes something is a stage, with an empty name when the program gives it none; a literal makes an input and
/// a bare name nothing at all. A number with its sign is one constant: `x^-2` is a power of two operands, `-2^2` a negative one.
/// Nodes of an inlined function have the span of the function's text, those of an expanded built-in the span of its call.
///
/// Fails with the first statement's error, what cannot be read before what cannot be computed; spans are in UTF-16 code units.
/// O(length + nodes).
Result<Graph> parse(std::string_view program, const ParseOptions& options = {});

}  // namespace gradcircuit
