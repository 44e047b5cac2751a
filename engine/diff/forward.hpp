#pragma once

#include "engine/diff/values.hpp"

namespace gradcircuit {

/// Runs the graph at the values of its inputs. O(nodes).
Tape forward(const Graph& graph);

/// Runs it again in place, without allocating for scalars. The inputs' values must already be in the tape.
template <class T>
void replay(const Graph& graph, BasicTape<T>& tape);

}  // namespace gradcircuit
