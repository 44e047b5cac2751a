#include "engine/diff/multiplications.hpp"

namespace gradcircuit {

std::uint64_t partials_along(const Graph& graph, NodeId id, std::size_t operand) {
  const OpId op = graph[id].op;
  const Shape from = graph[graph.operands(id)[operand]].shape;
  const Shape to = graph[id].shape;
  if (op_infos[op].elementwise || is_any<ops::Outer, ops::Index, ops::Rows>(op)) return to.entries();
  if (is_any<ops::MatMul>(op)) return graph[graph.operands(id)[0]].shape.entries() * to.columns;
  if (is_any<ops::Trace>(op)) return from.rows;
  if (is_any<ops::Softmax, ops::LogSoftmax>(op)) return from.entries() * (from.entries() / ops::samples_in(from));
  return from.entries();  // every entry goes into one of the result
}

std::uint64_t multiplications(const Graph& graph, const Activity& active) {
  std::uint64_t count = 0;
  for (NodeId id = 0; id < graph.size(); ++id) {
    if (!active.on_path[id]) continue;
    const std::span<const NodeId> operands = graph.operands(id);
    for (std::size_t i = 0; i < operands.size(); ++i)
      if (active.on_path[operands[i]] && is_differentiable(graph[id].op, i)) count += partials_along(graph, id, i);
  }
  return count;
}

GradientCost gradient_cost(const Graph& graph, NodeId output, const Activity& active) {
  const std::uint64_t each = multiplications(graph, active);
  std::uint64_t moved = 0;
  for (const Input& input : graph.inputs())
    if (active.on_path[input.node]) moved += input.value.size();
  const std::uint64_t started = active.on_path[output] ? graph[output].shape.entries() : 0;
  return {.forward = {.passes = moved, .multiplications = moved * each},
          .reverse = {.passes = started, .multiplications = started * each}};
}

}  // namespace gradcircuit
