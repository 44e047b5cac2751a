#include "engine/explain/setting.hpp"

#include <algorithm>

#include "engine/diff/apart.hpp"
#include "engine/diff/forward.hpp"
#include "engine/diff/view.hpp"
#include "engine/explain/output.hpp"
#include "engine/graph/excerpt.hpp"

namespace gradcircuit {
namespace {

/// The named values that a stage is computed from without others between.
std::vector<Given> read_by(const Graph& graph, NodeId stage) {
  std::vector<std::string> names(graph.size());
  for (const Input& input : graph.inputs()) names[input.node] = input.name;
  for (const Stage& each : graph.stages())
    if (each.node != none) names[each.node] = each.name;
  const Tape tape = forward(graph);
  std::vector<bool> needed(stage + 1, false);
  std::vector<Given> given;
  needed[stage] = true;
  for (NodeId id = stage + 1; id-- > 0;) {
    if (!needed[id]) continue;
    if (id != stage && !names[id].empty())
      given.push_back({.node = id, .name = names[id], .value = tape.view(graph, id)});
    else
      for (const NodeId operand : graph.operands(id)) needed[operand] = true;
  }
  return given;
}

/// A stage as a program of its own, so that its partials are the gradients there.
Result<Setting> local_setting(const Graph& graph, const std::string& stage) {
  const auto node = find_output(graph, stage);
  if (!node) return node.error();
  auto local = excerpt(graph, *node, read_by(graph, *node));
  if (!local) return local.error();
  const NodeId output = local->output();
  local->add_stage({.name = stage, .node = output, .span = {}});
  return Setting{.graph = std::move(*local), .output = output};
}

Error no_edge(const std::string& box, const std::string& input) {
  return bad_exercise("nothing in the picture leads from " + input + " into " + box);
}

struct Edge {
  Box box;
  std::size_t input;
};

/// The edge of the picture that an exercise speaks of: by ids, or by the names of a stage and of what it reads.
Result<Edge> asked_edge(const Graph& graph, const Exercise& exercise) {
  const Ask& asked = exercise.asked;
  for (const std::uint32_t group : exercise.closed)
    if (group >= graph.groups().size())
      return Error{.code = "unknown_group", .arguments = {{"id", std::to_string(group)}}};
  const bool stages = exercise.zoom == Zoom::stages || !asked.node;
  std::optional<NodeId> by;
  NodeId node = asked.node.value_or(none);
  if (!asked.node) {
    const auto stage = find_output(graph, asked.text);
    const auto read = find_output(graph, asked.by);
    if (!stage) return stage.error();
    if (!read) return read.error();
    node = *stage;
    by = *read;
  }
  std::vector<Box> all = boxes(graph, {.stages = stages, .groups = exercise.closed});
  const auto box = std::ranges::find(all, node, &Box::node);
  const std::string into = asked.node ? "node " + std::to_string(node) : "\"" + asked.text + "\"";
  if (box == all.end()) return bad_exercise("nothing in the picture stands for " + into);
  const auto input = by ? static_cast<std::size_t>(std::ranges::find(box->inputs, *by) - box->inputs.begin())
                        : asked.input.value_or(none);
  if (input >= box->inputs.size()) return no_edge(into, by ? "\"" + asked.by + "\"" : "input " + std::to_string(input));
  return Edge{std::move(*box), input};
}

/// Of a contribution the whole program stays as it is; of a partial the output is the box, which the backward pass starts at.
Result<Setting> edge_setting(Setting setting, const Exercise& exercise) {
  auto edge = asked_edge(setting.graph, exercise);
  if (!edge) return edge.error();
  auto apart = set_apart(setting.graph, edge->box, edge->input);
  if (!apart) return apart.error();
  const bool partial = exercise.asked.kind == Ask::Kind::partial;
  if (partial) setting.output_adjoint = std::nullopt;
  setting.output = apart->places[partial ? edge->box.node : setting.output];
  setting.asked = apart->edge;
  setting.graph = std::move(apart->graph);
  return setting;
}

}  // namespace

Error bad_exercise(std::string reason) { return {.code = "bad_request", .arguments = {{"reason", std::move(reason)}}}; }

Result<Setting> setting_of(const Exercise& exercise) {
  const Ask& asked = exercise.asked;
  auto graph = parse(exercise.program, {.at = exercise.at, .expand = exercise.expand});
  if (!graph) return graph.error();
  const auto output = find_output(*graph, exercise.output);
  if (!output) return output.error();
  if (auto error = check_output_adjoint(*graph, *output, exercise.output_adjoint)) return *error;
  if (asked.node && *asked.node >= graph->size())
    return bad_exercise("there is no node " + std::to_string(*asked.node));
  if (asked.kind == Ask::Kind::partial && !asked.node) return local_setting(*graph, asked.text);
  Setting setting{.graph = std::move(*graph), .output = *output, .output_adjoint = exercise.output_adjoint};
  if (asked.kind == Ask::Kind::contribution || asked.kind == Ask::Kind::partial)
    return edge_setting(std::move(setting), exercise);
  setting.asked = asked.node;
  return setting;
}

}  // namespace gradcircuit
