#pragma once

#include "engine/diff/values.hpp"

namespace gradcircuit {

/// Whether a derivative is taken along this edge at all; the condition of `if` and comparisons have none.
bool is_differentiable(OpId op, std::size_t operand);

/// Ops that choose: a zero partial says that the operand has no part in what was taken, and hands back nothing, whatever arrives.
constexpr bool chooses(OpId op) {
  return is_any<ops::If, ops::Max, ops::Min, ops::Clamp, ops::Relu, ops::Sign, ops::Step, ops::Floor>(op);
}

/// A zero adjoint contributes zero whatever the partial is: a branch that was not taken stays out of the sum, even where its own
/// derivative is infinite. So does, where an op chooses, a zero partial along an infinite adjoint.
template <math::Number T>
T contribution_along(OpId op, const T& adjoint, const T& partial) {
  const T product = math::where(math::equal(adjoint, T(0)), T(0), adjoint * partial);
  return chooses(op) ? math::where(math::equal(partial, T(0)), T(0), product) : product;
}

/// What one edge hands back: the contribution of node `id` to its operand number `operand`, summed over what was broadcast.
/// `adjoint` has the node's shape, `contribution` (overwritten) the operand's. Where `partial` is not null and the op has an
/// elementwise one, it receives the partial, in the node's shape.
template <class T>
void pull(const Graph& graph, NodeId id, std::size_t operand, const BasicTape<T>& tape, MatrixView<const T> adjoint,
          MatrixView<T> contribution, MatrixView<T>* partial = nullptr);

/// In words of the language, what an edge without an elementwise partial hands back; empty for elementwise ops.
std::string_view pull_rule(OpId op, std::size_t operand);

}  // namespace gradcircuit
