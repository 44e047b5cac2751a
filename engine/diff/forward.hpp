#pragma once

#include "engine/diff/values.hpp"

namespace gradcircuit {

/// Runs the graph at the values of its inputs. O(nodes).
Tape forward(const Graph& graph);

/// Runs it again in place, without allocating for scalars. The inputs' values must already be in the tape.
template <class T>
void replay(const Graph& graph, BasicTape<T>& tape);

/// Views of a node's operands in a tape, for ops that take matrices.
template <class T>
std::vector<MatrixView<const T>> operand_views(const Graph& graph, const BasicTape<T>& tape, NodeId id) {
  std::vector<MatrixView<const T>> views;
  for (const NodeId operand : graph.operands(id)) views.push_back(tape.view(graph, operand));
  return views;
}

/// Calls `use` with the operands of a scalar node as a span; on the stack unless there are many.
template <class T, class Use>
auto with_scalar_operands(const Graph& graph, const BasicTape<T>& tape, NodeId id, Use use) {
  const std::span<const NodeId> operands = graph.operands(id);
  std::array<T, 4> few;
  std::vector<T> many;
  std::span<T> gathered{few.data(), operands.size()};
  if (operands.size() > few.size()) {
    many.resize(operands.size());
    gathered = many;
  }
  for (std::size_t i = 0; i < operands.size(); ++i) gathered[i] = *tape.at(operands[i]);
  return use(std::span<const T>(gathered));
}

}  // namespace gradcircuit
