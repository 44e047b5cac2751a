#pragma once

#include "engine/sample/sample.hpp"

namespace gradcircuit {

struct Zone {
  double from;
  double to;
  friend bool operator==(Zone, Zone) = default;
};

/// Where the derivative of a curve is smaller than `threshold` in size: there a gate hands back next to nothing of what arrives at it.
/// The curve was sampled with its derivative, whose size is taken to change in a straight line from point to point; it is not small
/// where it is not a number.
std::vector<Zone> dead_zones(const Samples& curve, double threshold);

}  // namespace gradcircuit
