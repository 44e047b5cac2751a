#pragma once

#include <cmath>

#include "engine/diff/backward.hpp"

/// How far apart two computations of one number may be: as the computation itself says, not as a margin.
namespace gradcircuit {

/// Every computed entry is rounded, so it is off by some units in its last place, and its adjoint says what that does to the
/// output: to first order the output is off by as many units of Σ |adjoint · value|. What cancels on the way is counted before it
/// does. Higham, Accuracy and Stability of Numerical Algorithms, ch. 3.
inline double rounding_scale(const Graph& graph, const Tape& tape, const Values<double>& adjoints, NodeId output) {
  double scale = 0;
  for (NodeId id = 0; id <= output; ++id) {
    if (graph.is_leaf(id)) continue;
    for (std::size_t i = 0; i < graph[id].shape.entries(); ++i)
      if (adjoints.at(id)[i] != 0) scale += std::fabs(adjoints.at(id)[i] * tape.at(id)[i]);
  }
  return scale;
}

/// The same for a derivative along tangents: Σ |adjoint · tangent|. The rules of softmax and its kin subtract what is hidden from
/// here, times factors of at most 1: for a matrix op all its operands' tangents count, each with all adjoints.
inline double slope_scale(const Graph& graph, const Values<double>& tangents, const Values<double>& adjoints,
                          NodeId output) {
  // what nothing depends on, or does not move, is not rounded into the output, even where it is infinite
  const auto times = [](double a, double b) { return a == 0 || b == 0 ? 0 : std::fabs(a * b); };
  const auto size = [&](const Values<double>& values, NodeId id) {
    double sum = 0;
    for (const double entry : values.view(graph, id).flat()) sum += std::fabs(entry);
    return sum;
  };
  double scale = 0;
  for (NodeId id = 0; id <= output; ++id) {
    for (std::size_t i = 0; i < graph[id].shape.entries(); ++i) scale += times(adjoints.at(id)[i], tangents.at(id)[i]);
    if (graph.is_leaf(id) || op_infos[graph[id].op].elementwise) continue;
    for (const NodeId operand : graph.operands(id)) scale += times(size(adjoints, id), size(tangents, operand));
  }
  return scale;
}

}  // namespace gradcircuit
