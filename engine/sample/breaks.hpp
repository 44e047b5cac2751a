#pragma once

#include "engine/sample/sample.hpp"

namespace gradcircuit {

/// A place between two neighbouring points of a curve where no line joins them: a jump, a pole, or a point without a value.
struct Break {
  std::uint32_t after;  ///< the point before it
  double at;            ///< where it is, to the last bits or nearly so
};

/// Every interval between points with finite values is narrowed down to where the function changes most, by half each time, until the
/// change is a sixteenth of the largest that was seen: then the curve goes on there, however steep. Where the change never becomes so
/// small, or a value is not finite, it breaks. A jump may be missed where the function changes sixteen times as much between the same
/// two points. Of a curve of one axis; O(points × nodes), about ten times the samples themselves.
std::vector<Break> find_breaks(const Graph& graph, NodeId output, const Samples& curve);

}  // namespace gradcircuit
