#include "engine/diff/apart.hpp"

#include <algorithm>

namespace gradcircuit {
namespace {

/// Whether operand number `operand` of a node is read along the edge: one of a gate, every one of a region that is its input.
bool is_along(const Graph& graph, const Box& box, std::size_t input, NodeId id, std::size_t operand) {
  if (!box.is_region()) return id == box.node && operand == input;
  return graph.operands(id)[operand] == box.inputs[input] && std::ranges::binary_search(box.members, id);
}

}  // namespace

Result<Apart> set_apart(const Graph& graph, const Box& box, std::size_t input) {
  Apart apart{.graph = Graph(limits::derivative_nodes), .edge = none, .places = {}};
  Graph& copy = apart.graph;
  std::vector<NodeId> operands;
  for (NodeId id = 0; id < graph.size(); ++id) {
    const Span span = graph[id].span;
    operands.clear();
    for (std::size_t i = 0; i < graph.operands(id).size(); ++i) {
      const NodeId place = apart.places[graph.operands(id)[i]];
      const bool along = is_along(graph, box, input, id, i);
      if (along && apart.edge == none) {
        const auto edge = copy.append(op_id<ops::Identity>(), {&place, 1}, span);
        if (!edge) return edge.error();
        apart.edge = *edge;
      }
      operands.push_back(along ? apart.edge : place);
    }
    const auto place = graph.is_input(id)      ? copy.append_input(graph.input_of(id), span)
                       : graph.is_constant(id) ? copy.append_constant(graph.constant_value(id), span)
                                               : copy.append(graph[id].op, operands, span, graph.attributes(id));
    if (!place) return place.error();
    apart.places.push_back(*place);
  }
  for (Stage stage : graph.stages()) {
    if (stage.node != none) stage.node = apart.places[stage.node];
    copy.add_stage(std::move(stage));
  }
  copy.set_output(apart.places[graph.output()]);
  return apart;
}

}  // namespace gradcircuit
