#include "engine/diff/tangent.hpp"

#include <algorithm>

#include "engine/diff/forward.hpp"
#include "engine/ops/matrix_call.hpp"

namespace gradcircuit {
namespace {

template <class T>
using Kernel = void (*)(const Graph&, NodeId, const BasicTape<T>&, Values<T>&);

template <class Op, class T>
void push_elementwise(const Graph& graph, NodeId id, const BasicTape<T>& tape, Values<T>& tangents) {
  const auto operands = operand_views(graph, tape, id);
  const auto moves = operand_views(graph, tangents, id);
  const auto out = tape.view(graph, id);
  const auto moved = tangents.view(graph, id);
  std::vector<T> entry(operands.size());
  for (std::uint32_t r = 0; r < out.shape.rows; ++r)
    for (std::uint32_t c = 0; c < out.shape.columns; ++c) {
      for (std::size_t i = 0; i < operands.size(); ++i)
        entry[i] = operands[i][broadcast_index(operands[i].shape, r, c)];
      T sum(0);
      for (std::size_t i = 0; i < operands.size(); ++i) {
        if (!Op::differentiable(static_cast<int>(i))) continue;
        const T partial = partial_by<Op, T>(i, std::span<const T>(entry), out(r, c));
        const T move = moves[i][broadcast_index(moves[i].shape, r, c)];
        sum += math::where(math::equal(partial, T(0)), T(0), partial * move);
      }
      moved(r, c) = sum;
    }
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
    return &push_elementwise<Op, T>;
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
