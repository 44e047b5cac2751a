#pragma once

#include <string_view>

#include "engine/diff/values.hpp"

namespace gradcircuit {

/// Forward mode: how every node moves when the inputs move along `direction` (one value a node; only those of inputs are read).
/// A zero partial contributes zero whatever the tangent is, as in the backward pass, and so does what does not move: the exponent
/// of (-2)^2 has no derivative and needs none. O(nodes).
template <class T>
Values<T> tangent(const Graph& graph, const BasicTape<T>& tape, const Values<T>& direction);

/// Moves one node that is no leaf; its operands' tangents must already be there.
template <class T>
void push(const Graph& graph, NodeId id, const BasicTape<T>& tape, Values<T>& tangents);

/// What one edge hands on: how node `id` moves when its operand number `operand` alone does. `move` has the operand's shape,
/// `contribution` (overwritten) the node's. Where `partial` is not null and the op has an elementwise one, it receives the partial,
/// in the node's shape.
void push_edge(const Graph& graph, NodeId id, std::size_t operand, const Tape& tape, MatrixView<const double> move,
               MatrixView<double> contribution, MatrixView<double>* partial = nullptr);

/// In words of the language, what an edge without an elementwise partial hands on; empty for elementwise ops.
std::string_view push_rule(OpId op, std::size_t operand);

}  // namespace gradcircuit
