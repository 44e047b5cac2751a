#pragma once

#include <span>
#include <vector>

#include "engine/graph/graph.hpp"

namespace gradcircuit {

/// One entry of an input that moves from one number to another in equal steps.
struct Axis {
  NodeId input = none;
  std::uint32_t entry = 0;  ///< counted row by row
  double from = 0;
  double to = 1;
  std::uint32_t count = 2;  ///< points, both ends included; at least 2

  double at(std::uint32_t point) const;
};

/// A function along a line or over a grid: planes of one number a point, its values first, then its derivative by each axis when that
/// was asked for. In a plane the first axis is innermost.
struct Samples {
  std::vector<Axis> axes;
  std::vector<double> numbers;

  std::size_t points() const;
  std::span<const double> values() const { return plane(0); }
  std::span<const double> derivatives(std::size_t axis) const { return plane(1 + axis); }

 private:
  std::span<const double> plane(std::size_t index) const {
    return std::span(numbers).subspan(index * points(), points());
  }
};

/// Runs the graph at every point of one or two axes, and back with `gradient`; the other inputs keep their values. The output is a
/// single number. Gives what `forward` and `backward` give, to the bit, but for exp, expm1, tanh and what is made of them:
/// base/exponential.hpp says how close those are. Nodes with matrices run in lanes like all others. O(points × nodes).
Samples sample(const Graph& graph, NodeId output, std::vector<Axis> axes, bool gradient);

}  // namespace gradcircuit
