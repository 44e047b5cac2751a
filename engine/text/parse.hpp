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
  InputValues at = {};
  /// Built-in functions to put their definition in the place of, as groups.
  std::vector<std::string> expand = {};
  std::uint32_t node_limit = limits::page_nodes;
};

/// Reads a program (UTF-8) into a graph whose output is its last value. ARCHITECTURE.md describes the language.
/// Fails with the first error in the text, its span in UTF-16 code units. O(length + nodes).
Result<Graph> parse(std::string_view program, const ParseOptions& options = {});

}  // namespace gradcircuit
