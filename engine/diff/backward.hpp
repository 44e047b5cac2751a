#pragma once

#include <algorithm>
#include <utility>

#include "engine/diff/pull.hpp"

namespace gradcircuit {

/// Which nodes a backward pass from `output` speaks of.
struct Activity {
  std::vector<bool> depends;  ///< on an input or the source, along edges that have derivatives
  std::vector<bool> on_path;  ///< and the output depends on it in turn
};
/// With a `source`, it is asked about that node in the place of all inputs, whatever it is computed from.
Activity activity(const Graph& graph, NodeId output, NodeId source = none);

/// Adjoints of all nodes for the output: one descending loop, operands left to right. `output_adjoint` has the output's shape;
/// all ones unless given. O(nodes). Griewank & Walther, Evaluating Derivatives, ch. 3.
template <class T>
Values<T> backward(const Graph& graph, const BasicTape<T>& tape, NodeId output, const Activity& active,
                   std::span<const T> output_adjoint = {});

/// Writes what a backward pass starts with: the output's adjoint, all ones when it is empty.
template <class T>
void set_output_adjoint(const Graph& graph, NodeId output, std::span<const T> output_adjoint, Values<T>& adjoints) {
  const std::span<T> start = adjoints.view(graph, output).flat();
  if (output_adjoint.empty())
    std::ranges::fill(start, T(1));
  else
    std::ranges::copy(output_adjoint, start.begin());
}

/// Adds what one node hands back to its operands, left to right. `contribution` is room that grows as needed.
template <class T>
void pull_all(const Graph& graph, NodeId id, const BasicTape<T>& tape, const Activity& active, Values<T>& adjoints,
              std::vector<T>& contribution) {
  if (!active.on_path[id]) return;
  const std::span<const NodeId> operands = graph.operands(id);
  for (std::size_t i = 0; i < operands.size(); ++i) {
    if (!active.on_path[operands[i]] || !is_differentiable(graph[id].op, i)) continue;
    const Shape shape = graph[operands[i]].shape;
    if (shape.entries() > contribution.size()) contribution.resize(shape.entries(), T(0));
    const MatrixView<T> arriving{contribution.data(), shape};
    pull<T>(graph, id, i, tape, std::as_const(adjoints).view(graph, id), arriving);
    T* total = adjoints.at(operands[i]);
    for (std::size_t k = 0; k < arriving.size(); ++k) total[k] += arriving[k];
  }
}

/// The loop itself, over `descending` ids: adds to `adjoints`, which hold what the loop starts with. What arrives at a node outside
/// of the range stays there; that is how a region's partials are found.
template <class T, class Ids>
void backward_along(const Graph& graph, const BasicTape<T>& tape, Ids&& descending, const Activity& active,
                    Values<T>& adjoints) {
  std::vector<T> contribution(1, T(0));
  for (const NodeId id : descending)
    if (!graph.is_leaf(id)) pull_all(graph, id, tape, active, adjoints, contribution);
}

}  // namespace gradcircuit
