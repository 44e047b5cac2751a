#include "engine/diff/pull.hpp"

#include <algorithm>

#include "engine/diff/elementwise.hpp"
#include "engine/diff/matrix_rules.hpp"

namespace gradcircuit {
namespace {

template <class T>
void pull_elementwise(const Graph& graph, NodeId id, std::size_t operand, const BasicTape<T>& tape,
                      MatrixView<const T> adjoint, MatrixView<T> contribution, MatrixView<T>* partial) {
  const OpId op = graph[id].op;
  const auto partial_of = entry_rules<T>[op].partial;
  const MatrixView<const T> out = tape.view(graph, id);
  std::ranges::fill(contribution.flat(), T(0));
  for_each_entry(graph, tape, id, [&](std::span<const T> operands, std::uint32_t row, std::uint32_t column) {
    const T derivative = partial_of(operand, operands, out(row, column));
    contribution[broadcast_index(contribution.shape, row, column)] +=
        contribution_along(op, adjoint(row, column), derivative);
    if (partial != nullptr) (*partial)(row, column) = derivative;
  });
}

template <class T>
void pull_matrix(const Graph& graph, NodeId id, std::size_t operand, const BasicTape<T>& tape,
                 MatrixView<const T> adjoint, MatrixView<T> contribution) {
  const OpId op = graph[id].op;
  if (op == op_id<ops::Stack>()) {
    contribution[0] = adjoint[operand];  // its rule, without a copy of everything for each of many entries
    return;
  }
  RecordedRule rule;
  std::vector<MatrixView<const T>> values = operand_views(graph, tape, id);
  std::vector<Expr> operands;
  for (const auto& value : values) operands.push_back(rule.take(value.shape));
  const Expr incoming = rule.take(adjoint.shape);
  values.push_back(adjoint);
  rule.run<T>(vjp_rules[op](operand, operands, incoming, graph.attributes(id)), values, contribution.entries);
}

using Differentiable = bool (*)(int);
constexpr std::array<Differentiable, op_count> differentiable =
    table_of_ops<Differentiable>([]<class Op>() -> Differentiable { return &Op::differentiable; });

}  // namespace

bool is_differentiable(OpId op, std::size_t operand) { return differentiable[op](static_cast<int>(operand)); }

template <class T>
void pull(const Graph& graph, NodeId id, std::size_t operand, const BasicTape<T>& tape, MatrixView<const T> adjoint,
          MatrixView<T> contribution, MatrixView<T>* partial) {
  if (op_infos[graph[id].op].elementwise)
    pull_elementwise(graph, id, operand, tape, adjoint, contribution, partial);
  else
    pull_matrix(graph, id, operand, tape, adjoint, contribution);
}
template void pull<double>(const Graph&, NodeId, std::size_t, const BasicTape<double>&, MatrixView<const double>,
                           MatrixView<double>, MatrixView<double>*);
template void pull<Lanes>(const Graph&, NodeId, std::size_t, const BasicTape<Lanes>&, MatrixView<const Lanes>,
                          MatrixView<Lanes>, MatrixView<Lanes>*);

std::string_view pull_rule(OpId op, std::size_t operand) {
  const OpInfo& info = op_infos[op];
  if (info.elementwise) return {};
  return info.doc().rules[std::min<std::size_t>(operand, info.arity == variadic ? 0 : 2)];
}

}  // namespace gradcircuit
