#pragma once

#include "engine/diff/values.hpp"

namespace gradcircuit {

/// Runs the graph at the values of its inputs. O(nodes).
Tape forward(const Graph& graph);

/// Writes the values of inputs and constants into a tape.
template <class T>
void set_leaves(const Graph& graph, BasicTape<T>& tape);

/// Computes one node that is no leaf; its operands must already be in the tape.
template <class T>
void run_node(const Graph& graph, NodeId id, BasicTape<T>& tape);

}  // namespace gradcircuit
