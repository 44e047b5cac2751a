#include "engine/diff/numeric.hpp"

#include <algorithm>
#include <cmath>

namespace gradcircuit {

Along::Along(const Graph& graph, NodeId output, std::span<const double> output_adjoint, NodeId input, std::size_t entry)
    : output_(output),
      output_adjoint_(output_adjoint),
      input_(input),
      entry_(entry),
      replay_(graph, output),
      at_(replay_.input(input)[entry]) {}

double Along::value(double moved) {
  replay_.input(input_)[entry_] = moved;
  replay_.run();
  double sum = 0;
  for (std::size_t i = 0; i < output_adjoint_.size(); ++i) sum += output_adjoint_[i] * replay_.primal(output_)[i];
  return sum;
}

double Along::slope() {
  replay_.run_back(output_adjoint_);
  return replay_.adjoint(input_)[entry_];
}

double numeric_derivative(const Graph& graph, NodeId output, std::span<const double> output_adjoint, NodeId input,
                          std::size_t entry) {
  Along along(graph, output, output_adjoint, input, entry);
  return numeric_derivative(along);
}

double numeric_derivative(Along& along) {
  const double at = along.at();
  // Truncation falls with h⁴ after extrapolation, rounding grows with 1/h: h ≈ ε^(1/5).
  const double h = std::ldexp(std::max(1.0, std::fabs(at)), -10);
  const auto central = [&](double width) {
    const double above = along.value(at + width);
    return (above - along.value(at - width)) / (2 * width);
  };
  const double wide = central(h);
  const double narrow = central(h / 2);
  return narrow + (narrow - wide) / 3;
}

std::uint64_t moving_work(const Graph& graph) {
  std::uint64_t moved = 0;
  std::uint64_t computed = 0;
  for (const Input& input : graph.inputs()) moved += input.value.size();
  for (NodeId id = 0; id < graph.size(); ++id) computed += graph[id].shape.entries();
  return moved * computed;
}

double relative_difference(double a, double b) {
  return std::fabs(a - b) / std::max({std::fabs(a), std::fabs(b), 1e-300});
}

}  // namespace gradcircuit
