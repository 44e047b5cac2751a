#include "engine/explain/tangents.hpp"

#include <algorithm>

#include "engine/diff/forward.hpp"

namespace gradcircuit {
namespace {

/// Where an entry stands in the graph.
struct Start {
  EntryOf along;
  NodeId node;
};

Result<std::optional<Start>> find_start(const Graph& graph, const std::optional<EntryOf>& along) {
  const auto& inputs = graph.inputs();
  if (!along && inputs.empty()) return std::optional<Start>{};
  const auto input = along ? std::ranges::find(inputs, along->input, &Input::name) : inputs.begin();
  if (input == inputs.end()) return Error{.code = "unknown_output", .arguments = {{"name", along->input}}};
  const std::uint32_t entry = along ? along->entry : 0;
  if (entry >= input->value.size())
    return Error{.code = "index_out_of_range",
                 .arguments = {{"index", std::to_string(entry)},
                               {"shape", to_string(input->value.shape())},
                               {"last", std::to_string(input->value.size() - 1)}}};
  return std::optional(Start{.along = {.input = input->name, .entry = entry}, .node = input->node});
}

}  // namespace

Result<Tangents> tangents(const Explanation& explanation, const Request& request) {
  const Graph& graph = explanation.graph;
  const auto found = find_start(graph, request.along);
  if (!found) return found.error();

  Tangents result{.with_steps = request.tangent_steps && !exceeded_by_steps(graph)};
  Activity active{std::vector<bool>(graph.size(), false), std::vector<bool>(graph.size(), false)};
  Values<double> direction(graph);
  if (const std::optional<Start>& start = *found) {
    result.along = start->along;
    result.start = start->node;
    direction.at(start->node)[start->along.entry] = 1;
    active = activity(graph, explanation.output, start->node);
  }
  TangentPass pass = tangent_over(graph, forward(graph), active, explanation.boxes, direction, result.with_steps);
  for (NodeId id = 0; id < graph.size(); ++id) {
    result.values.emplace_back();
    if (explanation.adjoints[id]) result.values.back() = Matrix(std::as_const(pass.tangents).view(graph, id));
  }
  result.steps = std::move(pass.steps);
  return result;
}

}  // namespace gradcircuit
