#pragma once

#include <catch_amalgamated.hpp>
#include <string>

#include "engine/diff/forward.hpp"
#include "engine/text/characters.hpp"
#include "engine/text/parse.hpp"
#include "engine/text/print.hpp"

/// What the tests of the language have in common.
namespace gradcircuit {

inline Graph graph_of(std::string_view program, const ParseOptions& options = {}) {
  auto graph = parse(program, options);
  INFO(program);
  if (!graph) FAIL(graph.error().message());
  return std::move(*graph);
}

/// The value of a program's output.
inline Matrix value_of(std::string_view program, const ParseOptions& options = {}) {
  const Graph graph = graph_of(program, options);
  const Tape tape = forward(graph);
  return Matrix(tape.view(graph, graph.output()));
}

inline double number_of(std::string_view program, const ParseOptions& options = {}) {
  const Matrix value = value_of(program, options);
  REQUIRE(value.shape().is_scalar());
  return value[0];
}

inline std::string printed(const Graph& graph, NodeId node) {
  const auto text = print(graph, node);
  if (!text) FAIL(text.error().message());
  return *text;
}

inline std::string to_string(Span span) { return std::to_string(span.begin) + "-" + std::to_string(span.end); }

/// All nodes of a graph, one a line, as `3 mul 0 2 [9-14]`.
inline std::string nodes_of(const Graph& graph) {
  std::string text;
  for (NodeId id = 0; id < graph.size(); ++id) {
    text += std::to_string(id) + " " + std::string(op_name(graph[id].op));
    if (graph.is_input(id)) text += " " + graph.input_of(id).name;
    if (graph.is_constant(id)) text += " " + std::to_string(graph.constant_value(id)).substr(0, 4);
    for (const NodeId operand : graph.operands(id)) text += " " + std::to_string(operand);
    text += " [" + to_string(graph[id].span) + "]\n";
  }
  return text;
}

/// An error or note in one line: `missing_operator 1-2: an operator is missing; write 5*x | fix 0-2 '5*x'`.
inline std::string line_of(const Diagnostic& diagnostic) {
  std::string line =
      std::string(diagnostic.code.name()) + " " + to_string(diagnostic.span) + ": " + diagnostic.message();
  for (const Span related : diagnostic.related) line += " | see " + to_string(related);
  if (diagnostic.fix) line += " | fix " + to_string(diagnostic.fix->span) + " '" + diagnostic.fix->text + "'";
  return line;
}

/// `text` with a span of it, in UTF-16 code units, replaced.
inline std::string with_fix(std::string_view text, const Fix& fix) {
  const auto bytes_to = [&](std::uint32_t unit) {
    std::size_t at = 0;
    for (std::uint32_t units = 0; units < unit && at < text.size();) {
      const Character character = first_character(text.substr(at));
      units += character.units();
      at += character.bytes;
    }
    return at;
  };
  return std::string(text.substr(0, bytes_to(fix.span.begin))) + fix.text +
         std::string(text.substr(bytes_to(fix.span.end)));
}

}  // namespace gradcircuit
