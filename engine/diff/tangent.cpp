#include "engine/diff/tangent.hpp"

#include <algorithm>

#include "engine/diff/elementwise.hpp"
#include "engine/diff/matrix_rules.hpp"
#include "engine/diff/pull.hpp"

namespace gradcircuit {
namespace {

/// What does not move hands nothing on, and neither does a zero partial, however far it is from a number.
template <class T>
T contribution_of(const T& partial, const T& move) {
  return math::where(math::equal(partial, T(0)) + math::equal(move, T(0)), T(0), partial * move);
}

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
      sum += contribution_of(partial, moves[i][broadcast_index(moves[i].shape, row, column)]);
    }
    moved(row, column) = sum;
  });
}

template <class T>
void push_matrix(const Graph& graph, NodeId id, const BasicTape<T>& tape, std::span<const MatrixView<const T>> moves,
                 MatrixView<T> moved) {
  const OpId op = graph[id].op;
  if (moves.empty()) return;  // a constant does not move
  if (jvp_rules[op] == nullptr) return evaluations<T>[op](moved, moves, graph.attributes(id));
  RecordedRule rule;
  std::vector<MatrixView<const T>> values = operand_views(graph, tape, id);
  std::vector<Expr> operands;
  std::vector<Expr> directions;
  for (const auto& value : values) operands.push_back(rule.take(value.shape));
  for (const auto& move : moves) directions.push_back(rule.take(move.shape));
  values.insert(values.end(), moves.begin(), moves.end());
  rule.run<T>(jvp_rules[op](operands, directions, graph.attributes(id)), values, moved.entries);
}

}  // namespace

template <class T>
void push(const Graph& graph, NodeId id, const BasicTape<T>& tape, Values<T>& tangents) {
  if (op_infos[graph[id].op].elementwise) return push_elementwise(graph, id, tape, tangents);
  const auto moves = operand_views(graph, tangents, id);
  push_matrix<T>(graph, id, tape, moves, tangents.view(graph, id));
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

void push_edge(const Graph& graph, NodeId id, std::size_t operand, const Tape& tape, MatrixView<const double> move,
               MatrixView<double> contribution, MatrixView<double>* partial) {
  const OpId op = graph[id].op;
  if (op_infos[op].elementwise) {
    const auto partial_of = entry_rules<double>[op].partial;
    const MatrixView<const double> out = tape.view(graph, id);
    for_each_entry(graph, tape, id, [&](std::span<const double> operands, std::uint32_t row, std::uint32_t column) {
      const double derivative = partial_of(operand, operands, out(row, column));
      contribution(row, column) = contribution_of(derivative, move[broadcast_index(move.shape, row, column)]);
      if (partial != nullptr) (*partial)(row, column) = derivative;
    });
    return;
  }
  if (op == op_id<ops::Stack>()) {  // its rule, without zeros in the place of each of many entries
    std::ranges::fill(contribution.flat(), 0.0);
    contribution[operand] = move[0];
    return;
  }
  const std::span<const NodeId> operands = graph.operands(id);
  std::vector<Matrix> still;
  for (const NodeId other : operands) still.emplace_back(graph[other].shape, 0.0);
  std::vector<MatrixView<const double>> moves;
  for (const Matrix& zeros : still) moves.push_back(zeros.view());
  moves[operand] = move;
  push_matrix<double>(graph, id, tape, moves, contribution);
}

std::string_view push_rule(OpId op, std::size_t operand) {
  using namespace ops;
  const bool first = operand == 0;
  if (op_infos[op].elementwise) return {};
  if (is_any<MatMul>(op)) return first ? "tangent @ b" : "a @ tangent";
  if (is_any<Outer>(op)) return first ? "outer(tangent, b)" : "outer(a, tangent)";
  if (is_any<Transpose>(op)) return "tangent.T";
  if (is_any<Trace>(op)) return "trace(tangent)";
  if (is_any<Sum>(op)) return "sum(tangent)";
  if (is_any<Mean>(op)) return "mean(tangent)";
  if (is_any<RowSums>(op)) return "row_sums(tangent)";
  if (is_any<ColumnSums>(op)) return "column_sums(tangent)";
  if (is_any<Index>(op)) return "its entry of tangent";
  if (is_any<Rows>(op)) return "those rows of tangent";
  if (is_any<Stack>(op)) return "tangent in its entry, 0 elsewhere";
  if (is_any<Concatenate>(op)) return "tangent in its rows, 0 elsewhere";
  if (is_any<Reshape, Vec>(op)) return "tangent in the shape of out";
  if (is_any<Softmax>(op)) return "out * (tangent - sum(out * tangent))";
  if (is_any<LogSoftmax>(op)) return "tangent - sum(softmax(x) * tangent)";
  if (is_any<LogSumExp>(op)) return "sum(softmax(x) * tangent)";
  return "the local derivative of every entry * its tangent, summed";
}

}  // namespace gradcircuit
