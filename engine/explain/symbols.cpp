#include "engine/explain/symbols.hpp"

#include <algorithm>

#include "engine/diff/derivative.hpp"
#include "engine/diff/differentiate.hpp"
#include "engine/diff/forward.hpp"
#include "engine/diff/simplify.hpp"
#include "engine/explain/asked.hpp"
#include "engine/graph/excerpt.hpp"
#include "engine/text/print.hpp"

namespace gradcircuit {
namespace {

template <class T>
std::optional<T> if_any(Result<T> result) {
  return result ? std::optional(std::move(*result)) : std::nullopt;
}

WrittenValue symbols_of(const Graph& graph) {
  return {.program = if_any(print_program(graph, graph.output())), .formula = if_any(formula(graph, graph.output()))};
}

SymbolicDerivative in_symbols(std::string by, const Result<Derivative>& found) {
  SymbolicDerivative result{.by = std::move(by), .in_inputs = {}, .in_stages = {}, .nodes = {}, .value = {}};
  if (!found) return result;
  const Graph& graph = found->graph;
  result.nodes = graph.size();
  result.value = Matrix(forward(graph).view(graph, graph.output()));
  if (found->readable) result.in_inputs = symbols_of(graph);
  return result;
}

Given given(const Explanation& explanation, NodeId node, std::string name) {
  return {.node = node, .name = std::move(name), .value = explanation.primals[node]};
}

/// u1, u2 … but for names that the program has.
std::string next_name(const Graph& graph, std::uint32_t& count) {
  std::string name = "u" + std::to_string(++count);
  return graph.find(name) ? next_name(graph, count) : name;
}

Result<Derivative> repeated_derivative(const Explanation& explanation, NodeId by, std::uint32_t order) {
  if (order == 1) return derivative(explanation.graph, explanation.output, by);
  std::uint32_t unnamed = 0;
  const std::string name = next_name(explanation.graph, unnamed);
  const Given input[] = {
      given(explanation, by, explanation.graph.is_input(by) ? std::string(explanation.graph.name_of(by)) : name)};
  const auto graph = excerpt(explanation.graph, explanation.output, input);
  if (!graph) return graph.error();
  return derivative(*graph, graph->output(), *graph->find(input[0].name), order);
}

/// The backward pass in symbols reads values of stages: there it keeps their names.
std::optional<WrittenValue> with_stages(const Explanation& explanation, NodeId by) {
  std::vector<Given> stages;
  for (const Stage& stage : explanation.graph.stages())
    if (!stage.name.empty()) stages.push_back(given(explanation, stage.node, stage.name));
  Graph graph = explanation.graph;
  graph.set_node_limit(limits::derivative_nodes);
  const auto node = differentiate(graph, explanation.output, by);
  if (!node) return std::nullopt;
  const auto staged = excerpt(graph, *node, stages);
  const auto simple = staged ? simplify(*staged, staged->output()) : staged;
  if (!simple) return std::nullopt;
  const auto is_stage = [&](const Input& input) {
    return std::ranges::any_of(stages, [&](const Given& stage) { return stage.name == input.name; });
  };
  return std::ranges::any_of(simple->inputs(), is_stage) ? std::optional(symbols_of(*simple)) : std::nullopt;
}

SymbolicBox symbols_of(const Explanation& explanation, const Box& box) {
  const Graph& graph = explanation.graph;
  std::vector<Given> operands;
  std::uint32_t unnamed = 0;
  for (const NodeId input : box.inputs) {
    if (graph.is_constant(input)) continue;
    std::string name(graph.name_of(input));
    if (name.empty()) name = next_name(graph, unnamed);
    operands.push_back(given(explanation, input, std::move(name)));
  }
  SymbolicBox symbols{.node = box.node, .partials = {}};
  const Result<Graph> inside = excerpt(graph, box.node, operands);
  for (const Given& operand : operands) {
    const auto by = inside ? inside->find(operand.name) : std::nullopt;
    symbols.partials.push_back(
        in_symbols(operand.name, by ? derivative(*inside, inside->output(), *by) : inside.error()));
  }
  return symbols;
}

}  // namespace

Result<std::vector<SymbolicDerivative>> symbolic_derivatives(const Explanation& explanation, const Request& request) {
  const auto wanted = asked_by(explanation.graph, request);
  if (!wanted) return wanted.error();
  std::vector<SymbolicDerivative> derivatives;
  for (const auto& [by, node] : *wanted) {
    derivatives.push_back(in_symbols(by, repeated_derivative(explanation, node, request.order)));
    if (request.order == 1) derivatives.back().in_stages = with_stages(explanation, node);
  }
  return derivatives;
}

Result<std::vector<SymbolicBox>> symbolic_boxes(const Explanation& explanation) {
  std::size_t count = 0;
  std::size_t nodes = 0;
  for (const Box& box : explanation.boxes) {
    if (!box.is_region()) continue;
    count += box.inputs.size();
    nodes += box.inputs.size() * box.members.size();
  }
  if (nodes > limits::derived_nodes) return derivatives_left_out(count);
  std::vector<SymbolicBox> boxes;
  for (const Box& box : explanation.boxes)
    if (box.is_region()) boxes.push_back(symbols_of(explanation, box));
  return boxes;
}

}  // namespace gradcircuit
