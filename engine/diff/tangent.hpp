#pragma once

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

}  // namespace gradcircuit
