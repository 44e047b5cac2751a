#pragma once

#include "engine/diff/values.hpp"
#include "engine/graph/expr.hpp"

/// What the matrix ops state, by op; null for elementwise ones.
namespace gradcircuit {

template <class T>
using Evaluation = void (*)(MatrixView<T> out, std::span<const MatrixView<const T>> in, const Attributes&);

template <class T>
inline constexpr std::array<Evaluation<T>, op_count> evaluations =
    table_of_ops<Evaluation<T>>([]<class Op>() -> Evaluation<T> {
      if constexpr (is_elementwise<Op>)
        return nullptr;
      else
        return &Op::template evaluate<T>;
    });

/// Null for ops without operands too.
using VjpRule = Expr (*)(std::size_t operand, std::span<const Expr> in, const Expr& adjoint, const Attributes&);
inline constexpr std::array<VjpRule, op_count> vjp_rules = table_of_ops<VjpRule>([]<class Op>() -> VjpRule {
  if constexpr (is_elementwise<Op> || Op::arity == 0)
    return nullptr;
  else
    return &Op::template vjp<Expr>;
});

/// Null for linear ops too.
using JvpRule = Expr (*)(std::span<const Expr> in, std::span<const Expr> tangents, const Attributes&);
inline constexpr std::array<JvpRule, op_count> jvp_rules = table_of_ops<JvpRule>([]<class Op>() -> JvpRule {
  if constexpr (requires(std::span<const Expr> in, const Attributes& at) { Op::template jvp<Expr>(in, in, at); })
    return &Op::template jvp<Expr>;
  else
    return nullptr;
});

/// A rule recorded in a graph of its own, for running it on numbers.
class RecordedRule {
 public:
  /// A value that the rule takes.
  Expr take(Shape shape) { return input(graph_, {}, Matrix(shape, 0)); }

  /// The rule's result on what was taken, in that order.
  template <class T>
  void run(const Expr& result, std::span<const MatrixView<const T>> values, T* out) const;

 private:
  Graph graph_{limits::api_nodes, std::numeric_limits<std::uint64_t>::max()};
};

}  // namespace gradcircuit
