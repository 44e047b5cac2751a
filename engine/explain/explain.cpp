#include "engine/explain/explain.hpp"

#include <algorithm>
#include <cmath>

#include "engine/diff/forward.hpp"
#include "engine/diff/numeric.hpp"
#include "engine/diff/view.hpp"
#include "engine/explain/notes.hpp"
#include "engine/explain/output.hpp"

namespace gradcircuit {
namespace {

/// Σ numeric error over the input, relative to the larger of both, so that zeros compare as equal.
NumericCheck check_input(const Explanation& explanation, const Input& input, std::span<const double> output_adjoint) {
  const Graph& graph = explanation.graph;
  NumericCheck check{.numeric = Matrix(graph[input.node].shape, 0), .relative_error = 0};
  const std::optional<Matrix>& exact = explanation.adjoints[input.node];
  for (std::size_t i = 0; i < check.numeric.size(); ++i) {
    check.numeric[i] = numeric_derivative(graph, explanation.output, output_adjoint, input.node, i);
    const double error = relative_difference(check.numeric[i], exact ? (*exact)[i] : 0);
    if (!(error <= check.relative_error)) check.relative_error = error;  // keeps NaN
  }
  return check;
}

/// How many numbers the backward steps hold: adjoint and partial of the gate, contribution and total of the operand.
std::uint64_t numbers_in_steps(const Graph& graph) {
  std::uint64_t numbers = 0;
  for (NodeId id = 0; id < graph.size(); ++id)
    for (const NodeId operand : graph.operands(id))
      numbers += 2 * (graph[id].shape.entries() + graph[operand].shape.entries());
  return numbers;
}

std::optional<Error> check_request(const Graph& graph, const Request& request) {
  for (const std::uint32_t group : request.closed)
    if (group >= graph.groups().size())
      return Error{.code = "unknown_group", .arguments = {{"id", std::to_string(group)}}};
  return std::nullopt;
}

}  // namespace

std::optional<std::uint64_t> exceeded_by_steps(const Graph& graph) {
  if (graph.size() > limits::stepped_nodes) return limits::stepped_nodes;
  if (numbers_in_steps(graph) > limits::stepped_numbers) return limits::stepped_numbers;
  return std::nullopt;
}

Note too_many_steps(std::uint64_t limit) {
  return {.code = "too_many_steps", .arguments = {{"limit", std::to_string(limit)}}};
}

Result<Explanation> explain(const Request& request) {
  auto parsed = parse(request.program, {.at = request.at, .expand = request.expand});
  if (!parsed) return parsed.error();
  if (const auto error = check_request(*parsed, request)) return *error;
  const auto output = find_output(*parsed, request.output);
  if (!output) return output.error();
  if (const auto error = check_output_adjoint(*parsed, *output, request.output_adjoint)) return *error;

  const Shape shape = (*parsed)[*output].shape;
  Explanation explanation{.graph = std::move(*parsed),
                          .output = *output,
                          .output_adjoint = request.output_adjoint.value_or(Matrix(shape, 1))};
  const Graph& graph = explanation.graph;
  const auto size = static_cast<NodeId>(graph.size());
  const Tape tape = forward(graph);
  const Activity active = activity(graph, *output);
  const std::vector<double>& start = explanation.output_adjoint.entries();

  explanation.boxes = boxes(graph, {.stages = request.zoom == Zoom::stages, .groups = request.closed});
  const std::optional<std::uint64_t> exceeded = exceeded_by_steps(graph);
  explanation.with_steps = request.steps && !exceeded;
  ViewPass pass = backward_over(graph, tape, *output, active, explanation.boxes, start, explanation.with_steps);

  for (NodeId id = 0; id < size; ++id) {
    explanation.primals.emplace_back(tape.view(graph, id));
    explanation.adjoints.emplace_back();
    if (active.depends[id]) explanation.adjoints.back() = Matrix(std::as_const(pass.adjoints).view(graph, id));
  }
  if (explanation.with_steps) {
    for (const Box& box : explanation.boxes)
      if (!graph.is_leaf(box.node)) explanation.forward_steps.push_back(box.node);
    explanation.backward_steps = std::move(pass.steps);
  }
  if (request.paths) {
    PathFinder finder(explanation.boxes, *output);
    for (const Input& input : graph.inputs()) explanation.paths.push_back(finder.from(input.node));
  }
  if (request.check && numeric_derivative_runs * moving_work(graph) <= limits::checked_work)
    for (const Input& input : graph.inputs()) explanation.checks.push_back(check_input(explanation, input, start));
  explanation.notes = notes_of(graph, tape, *output, active, request);
  if (request.steps && exceeded) explanation.notes.push_back(too_many_steps(*exceeded));
  if (request.check && explanation.checks.size() < graph.inputs().size())
    explanation.notes.push_back({.code = "check_left_out"});
  return explanation;
}

}  // namespace gradcircuit
