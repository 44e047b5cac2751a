#include "engine/diff/tangent.hpp"

#include <algorithm>

#include "engine/diff/elementwise.hpp"
#include "engine/diff/pull.hpp"
#include "engine/ops/matrix_call.hpp"

namespace gradcircuit {
namespace {

template <class T>
using Kernel = void (*)(const Graph&, NodeId, const BasicTape<T>&, Values<T>&);

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
      sum += math::where(math::equal(partial, T(0)), T(0), partial * move);
    }
    moved(row, column) = sum;
  });
}

template <class Op, class T>
void push_matrix(const Graph& graph, NodeId id, const BasicTape<T>& tape, Values<T>& tangents) {
  if constexpr (Op::arity == 0) {
    // a constant does not move
  } else if constexpr (Op::linear) {
    Op::template evaluate<T>(tangents.view(graph, id), operand_views(graph, tangents, id), graph.attributes(id));
  } else {
    std::vector<BasicMatrix<T>> operands;
    std::vector<BasicMatrix<T>> moves;
    for (const NodeId operand : graph.operands(id)) {
      operands.emplace_back(tape.view(graph, operand));
      moves.emplace_back(std::as_const(tangents).view(graph, operand));
    }
    const BasicMatrix<T> moved = Op::template jvp<BasicMatrix<T>>(
        std::span<const BasicMatrix<T>>(operands), std::span<const BasicMatrix<T>>(moves), graph.attributes(id));
    std::ranges::copy(moved.entries(), tangents.at(id));
  }
}

template <class T>
constexpr std::array<Kernel<T>, op_count> kernels = table_of_ops<Kernel<T>>([]<class Op>() -> Kernel<T> {
  if constexpr (is_elementwise<Op>)
    return &push_elementwise<T>;
  else
    return &push_matrix<Op, T>;
});

}  // namespace

template <class T>
Values<T> tangent(const Graph& graph, const BasicTape<T>& tape, const Values<T>& direction) {
  Values<T> tangents(graph);
  for (NodeId id = 0; id < graph.size(); ++id) {
    if (graph.is_input(id))
      std::ranges::copy(direction.view(graph, id).flat(), tangents.at(id));
    else if (!graph.is_leaf(id))
      kernels<T>[graph[id].op](graph, id, tape, tangents);
  }
  return tangents;
}
template Values<double> tangent(const Graph&, const BasicTape<double>&, const Values<double>&);
template Values<Lanes> tangent(const Graph&, const BasicTape<Lanes>&, const Values<Lanes>&);

}  // namespace gradcircuit
