#include "engine/diff/tangent.hpp"

#include <algorithm>

#include "engine/diff/elementwise.hpp"
#include "engine/diff/matrix_rules.hpp"
#include "engine/diff/pull.hpp"

namespace gradcircuit {
namespace {

template <class T>
void push_elementwise(const Graph& graph, NodeId id, const BasicTape<T>& tape, Values<T>& tangents) {
  const OpId op = graph[id].op;
  const auto partial_of = entry_rules<T>[op].partial;
  const auto moves = operand_views(graph, tangents, id);
  const MatrixView<const T> out = tape.view(graph, id);
  const MatrixView<T> moved = tangents.view(graph, id);
  for_each_entry(graph, tape, id, [&](std::span<const T> operands, std::uint32_t row, std::uint32_t column) {
    T sum(0);
    for (std::size_t i = 0; i < operands.size(); ++i) {
      if (!is_differentiable(op, i)) continue;
      const T partial = partial_of(i, operands, out(row, column));
      const T move = moves[i][broadcast_index(moves[i].shape, row, column)];
      sum += math::where(math::equal(partial, T(0)) + math::equal(move, T(0)), T(0), partial * move);
    }
    moved(row, column) = sum;
  });
}

template <class T>
void push_matrix(const Graph& graph, NodeId id, const BasicTape<T>& tape, Values<T>& tangents) {
  const OpId op = graph[id].op;
  const auto moves = operand_views(graph, tangents, id);
  if (moves.empty()) return;  // a constant does not move
  if (jvp_rules[op] == nullptr) return evaluations<T>[op](tangents.view(graph, id), moves, graph.attributes(id));
  RecordedRule rule;
  std::vector<MatrixView<const T>> values = operand_views(graph, tape, id);
  std::vector<Expr> operands;
  std::vector<Expr> directions;
  for (const auto& value : values) operands.push_back(rule.take(value.shape));
  for (const auto& move : moves) directions.push_back(rule.take(move.shape));
  values.insert(values.end(), moves.begin(), moves.end());
  rule.run<T>(jvp_rules[op](operands, directions, graph.attributes(id)), values, tangents.at(id));
}

}  // namespace

template <class T>
void push(const Graph& graph, NodeId id, const BasicTape<T>& tape, Values<T>& tangents) {
  op_infos[graph[id].op].elementwise ? push_elementwise(graph, id, tape, tangents)
                                     : push_matrix(graph, id, tape, tangents);
}
template void push(const Graph&, NodeId, const BasicTape<double>&, Values<double>&);
template void push(const Graph&, NodeId, const BasicTape<Lanes>&, Values<Lanes>&);

template <class T>
Values<T> tangent(const Graph& graph, const BasicTape<T>& tape, const Values<T>& direction) {
  Values<T> tangents(graph);
  for (NodeId id = 0; id < graph.size(); ++id) {
    if (graph.is_input(id))
      std::ranges::copy(direction.view(graph, id).flat(), tangents.at(id));
    else if (!graph.is_leaf(id))
      push(graph, id, tape, tangents);
  }
  return tangents;
}
template Values<double> tangent(const Graph&, const BasicTape<double>&, const Values<double>&);
template Values<Lanes> tangent(const Graph&, const BasicTape<Lanes>&, const Values<Lanes>&);

}  // namespace gradcircuit
