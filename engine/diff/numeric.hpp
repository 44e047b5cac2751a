#pragma once

#include "engine/diff/replay.hpp"

namespace gradcircuit {

/// Σ output_adjoint ∘ output as a function of one entry of an input.
class Along {
 public:
  Along(const Graph& graph, NodeId output, std::span<const double> output_adjoint, NodeId input, std::size_t entry);

  /// Where the entry stands in the graph.
  double at() const { return at_; }
  /// Moves it there. O(nodes).
  double value(double moved);
  /// The derivative at the point moved to last, by the backward pass. O(nodes).
  double slope();
  const Replay<double>& replay() const { return replay_; }

 private:
  NodeId output_;
  std::span<const double> output_adjoint_;
  NodeId input_;
  std::size_t entry_;
  Replay<double> replay_;
  double at_;
};

/// The referee: the derivative of Σ output_adjoint ∘ output by one entry of an input, by central differences at two step widths,
/// extrapolated to width zero (Richardson). Relative error about 1e-10 where the function is smooth.
double numeric_derivative(const Graph& graph, NodeId output, std::span<const double> output_adjoint, NodeId input,
                          std::size_t entry);
double numeric_derivative(Along& along);
/// What measuring confirms to this many digits is right: a wrong rule is off by far more.
inline constexpr double numeric_tolerance = 1e-6;
/// How often it runs the graph.
inline constexpr std::uint64_t numeric_derivative_runs = 4;

/// How many entries are computed when every entry of every input is moved once.
std::uint64_t moving_work(const Graph& graph);

/// How far two numbers are apart, relative to the larger of both, so that zeros compare as equal.
double relative_difference(double a, double b);

}  // namespace gradcircuit
