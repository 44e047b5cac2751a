#pragma once

#include "engine/sample/sample.hpp"

namespace gradcircuit {

/// A place between two neighbouring points of a curve, or on one of them, where its slope changes at once.
struct CurveCorner {
  std::uint32_t after;  ///< the point before it
  double at;            ///< where it is: to the last bits, and exactly where it is one of the points
  NodeId node;          ///< the gate that is on another piece from here on
};

/// Every gate that is made of pieces is asked at every point which of them it is on; where that changes, the change is narrowed down,
/// and it is a corner if the curve holds together there and its slope does not. So what is only bent, however steeply, is none. At most
/// eight changes in an interval are followed. A corner on a point is found on both sides of it where the op has a slope of its own
/// there. Of a curve of one axis; O(points × nodes), in numbers, not in lanes.
std::vector<CurveCorner> find_corners(const Graph& graph, NodeId output, const Axis& axis);

}  // namespace gradcircuit
