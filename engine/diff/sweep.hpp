#pragma once

#include "engine/diff/numeric.hpp"

namespace gradcircuit {

enum class Finding : std::uint8_t {
  agrees,
  corner,  ///< the slopes to both sides differ, and the gradient lies between them
  jump,    ///< the function itself jumps here
  differs,
  not_finite,  ///< there is no slope to measure
};
inline constexpr std::string_view finding_names[] = {"agrees", "corner", "jump", "differs", "not_finite"};

/// What measuring says of one entry of a gradient.
struct EntryCheck {
  Finding finding = Finding::agrees;
  double gradient = 0;
  double numeric = 0;
  double relative_error = 0;
  NodeId node = none;  ///< that has the corner or the jump, or is the first that is not finite
  double left = 0;     ///< the slopes to both sides of it
  double right = 0;
};

/// Differences at one step width h.
struct SweepPoint {
  double h;
  double slope;          ///< (f(x + h) − f(x − h)) / 2h
  double left;           ///< (f(x) − f(x − h)) / h
  double right;          ///< (f(x + h) − f(x)) / h
  double difference;     ///< |slope − gradient|
  NodeId corner = none;  ///< a gate that is on another piece at x + h than at x − h
};

struct Sweep {
  std::vector<SweepPoint> points;  ///< h = 1e-1, 3e-2, 1e-2 … 1e-13
  std::size_t best = 0;            ///< the point that is nearest to the gradient, of equal ones the widest
  double truncation = 0;           ///< theory: this times h², 0 where a central difference is exact,
  double rounding = 0;             ///< plus at most about this divided by h
  EntryCheck check;
};

/// Measures the derivative of Σ output_adjoint ∘ output by one entry of an input at every step width and holds `gradient` against it,
/// be it right or wrong. O(nodes).
Sweep sweep(const Graph& graph, NodeId output, std::span<const double> output_adjoint, NodeId input, std::size_t entry,
            double gradient);
/// How often it runs the graph.
inline constexpr std::uint64_t sweep_runs = 64;

}  // namespace gradcircuit
