#include "engine/diff/pull.hpp"

#include <algorithm>

#include "engine/diff/elementwise.hpp"
#include "engine/ops/matrix_call.hpp"

namespace gradcircuit {
namespace {

template <class T>
using Kernel = void (*)(const Graph&, NodeId, std::size_t, const BasicTape<T>&, MatrixView<const T>, MatrixView<T>,
                        MatrixView<T>*);

template <class T>
void pull_elementwise(const Graph& graph, NodeId id, std::size_t operand, const BasicTape<T>& tape,
                      MatrixView<const T> adjoint, MatrixView<T> contribution, MatrixView<T>* partial) {
  const auto partial_of = entry_rules<T>[graph[id].op].partial;
  const MatrixView<const T> out = tape.view(graph, id);
  std::ranges::fill(contribution.flat(), T(0));
  for_each_entry(graph, tape, id, [&](std::span<const T> operands, std::uint32_t row, std::uint32_t column) {
    const T derivative = partial_of(operand, operands, out(row, column));
    contribution[broadcast_index(contribution.shape, row, column)] +=
        contribution_along(adjoint(row, column), derivative);
    if (partial != nullptr) (*partial)(row, column) = derivative;
  });
}

template <class Op, class T>
void pull_matrix(const Graph& graph, NodeId id, std::size_t operand, const BasicTape<T>& tape,
                 MatrixView<const T> adjoint, MatrixView<T> contribution, MatrixView<T>* /*partial*/) {
  if constexpr (std::is_same_v<Op, ops::Stack>) {
    contribution[0] = adjoint[operand];  // its rule, without a copy of everything for each of many entries
  } else if constexpr (Op::arity != 0) {
    std::vector<BasicMatrix<T>> operands;
    for (const auto& view : operand_views(graph, tape, id)) operands.emplace_back(view);
    const BasicMatrix<T> result = Op::template vjp<BasicMatrix<T>>(operand, std::span<const BasicMatrix<T>>(operands),
                                                                   BasicMatrix<T>(adjoint), graph.attributes(id));
    std::ranges::copy(result.entries(), contribution.entries);
  }
}

template <class T>
constexpr std::array<Kernel<T>, op_count> kernels = table_of_ops<Kernel<T>>([]<class Op>() -> Kernel<T> {
  if constexpr (is_elementwise<Op>)
    return &pull_elementwise<T>;
  else
    return &pull_matrix<Op, T>;
});

using Differentiable = bool (*)(int);
constexpr std::array<Differentiable, op_count> differentiable =
    table_of_ops<Differentiable>([]<class Op>() -> Differentiable { return &Op::differentiable; });

}  // namespace

bool is_differentiable(OpId op, std::size_t operand) { return differentiable[op](static_cast<int>(operand)); }

template <class T>
void pull(const Graph& graph, NodeId id, std::size_t operand, const BasicTape<T>& tape, MatrixView<const T> adjoint,
          MatrixView<T> contribution, MatrixView<T>* partial) {
  kernels<T>[graph[id].op](graph, id, operand, tape, adjoint, contribution, partial);
}
template void pull<double>(const Graph&, NodeId, std::size_t, const BasicTape<double>&, MatrixView<const double>,
                           MatrixView<double>, MatrixView<double>*);
template void pull<Lanes>(const Graph&, NodeId, std::size_t, const BasicTape<Lanes>&, MatrixView<const Lanes>,
                          MatrixView<Lanes>, MatrixView<Lanes>*);

std::string_view pull_rule(OpId op, std::size_t operand) {
  const OpInfo& info = op_infos[op];
  if (info.elementwise) return {};
  return info.doc.rules[std::min<std::size_t>(operand, info.arity == variadic ? 0 : 2)];
}

}  // namespace gradcircuit
