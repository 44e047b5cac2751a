#include "engine/graph/excerpt.hpp"

namespace gradcircuit {
namespace {

/// By node, whether `output` needs it where `places` are given.
std::vector<bool> needed_nodes(const Graph& graph, NodeId output, const std::vector<NodeId>& places) {
  std::vector<bool> needed(output + 1);
  needed[output] = true;
  for (NodeId id = output + 1; id-- > 0;) {
    if (!needed[id] || places[id] != none) continue;
    for (const NodeId operand : graph.operands(id)) needed[operand] = true;
  }
  return needed;
}

}  // namespace

Result<Graph> excerpt(const Graph& graph, NodeId output, std::span<const Given> given) {
  Graph copy(limits::derivative_nodes);
  std::vector<NodeId> places(graph.size(), none);  // by node of the original
  for (const Given& input : given) {
    const auto place = copy.append_input({.name = input.name, .value = input.value}, graph[input.node].span);
    if (!place) return place.error();
    places[input.node] = *place;
  }
  const std::vector<bool> needed = needed_nodes(graph, output, places);
  std::vector<NodeId> operands;
  for (NodeId id = 0; id <= output; ++id) {
    if (!needed[id] || places[id] != none) continue;
    const Span span = graph[id].span;
    operands.clear();
    for (const NodeId operand : graph.operands(id)) operands.push_back(places[operand]);
    const auto place = graph.is_input(id)      ? copy.append_input(graph.input_of(id), span)
                       : graph.is_constant(id) ? copy.append_constant(graph.constant_value(id), span)
                                               : copy.append(graph[id].op, operands, span, graph.attributes(id));
    if (!place) return place.error();
    places[id] = *place;
  }
  copy.set_output(places[output]);
  return copy;
}

}  // namespace gradcircuit
