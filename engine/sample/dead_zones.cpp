#include "engine/sample/dead_zones.hpp"

#include <cmath>

namespace gradcircuit {

std::vector<Zone> dead_zones(const Samples& curve, double threshold) {
  const Axis& axis = curve.axes.front();
  const std::span<const double> derivatives = curve.derivatives(0);
  const auto is_dead = [&](std::uint32_t point) { return std::fabs(derivatives[point]) < threshold; };
  /// Where the size passes the threshold on its way from a dead point to its neighbour.
  const auto edge = [&](std::uint32_t dead, std::uint32_t neighbour) {
    const double size = std::fabs(derivatives[dead]);
    const double part = (threshold - size) / (std::fabs(derivatives[neighbour]) - size);
    return std::isnan(part) ? axis.at(dead) : std::lerp(axis.at(dead), axis.at(neighbour), part);
  };

  std::vector<Zone> zones;
  for (std::uint32_t point = 0; point < axis.count; ++point) {
    if (!is_dead(point)) continue;
    const bool goes_on = point > 0 && is_dead(point - 1);
    if (!goes_on) zones.push_back({.from = point == 0 ? axis.from : edge(point, point - 1), .to = axis.to});
    const bool ends = point + 1 < axis.count && !is_dead(point + 1);
    if (ends) zones.back().to = edge(point, point + 1);
  }
  return zones;
}

}  // namespace gradcircuit
