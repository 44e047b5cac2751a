#include "engine/sample/sample.hpp"

#include <algorithm>

#include "engine/diff/replay.hpp"

namespace gradcircuit {
namespace {

/// The points of an axis, as many at once as there are lanes; what is left of the last ones repeats the end.
std::vector<Lanes> blocks_of(const Axis& axis) {
  std::vector<Lanes> blocks;
  for (std::uint32_t first = 0; first < axis.count; first += Lanes::count) {
    Lanes& block = blocks.emplace_back();
    for (std::uint32_t lane = 0; lane < Lanes::count; ++lane)
      block.set(lane, axis.at(std::min(first + lane, axis.count - 1)));
  }
  return blocks;
}

void copy_lanes(const Lanes& from, std::span<double> to) {
  for (std::size_t lane = 0; lane < std::min(to.size(), Lanes::count); ++lane) to[lane] = from[lane];
}

}  // namespace

double Axis::at(std::uint32_t point) const {
  return point + 1 == count ? to : from + (to - from) * point / (count - 1);  // 0 is met exactly where it can be
}

std::size_t Samples::points() const {
  std::size_t points = 1;
  for (const Axis& axis : axes) points *= axis.count;
  return points;
}

Samples sample(const Graph& graph, NodeId output, std::vector<Axis> axes, bool gradient) {
  Samples samples{.axes = std::move(axes), .numbers = {}};
  const std::size_t points = samples.points();
  samples.numbers.resize(points * (1 + (gradient ? samples.axes.size() : 0)));

  Replay<Lanes> replay(graph, output);
  const Axis& inner = samples.axes.front();
  const std::vector<Lanes> blocks = blocks_of(inner);
  for (std::size_t row = 0; row < points; row += inner.count) {
    if (samples.axes.size() > 1) {
      const Axis& outer = samples.axes[1];
      replay.input(outer.input)[outer.entry] = outer.at(static_cast<std::uint32_t>(row / inner.count));
    }
    for (std::size_t block = 0; block < blocks.size(); ++block) {
      const std::size_t first = block * Lanes::count;
      const auto place = [&](std::size_t plane) {
        return std::span(samples.numbers)
            .subspan(plane * points + row + first, std::min(Lanes::count, inner.count - first));
      };
      replay.input(inner.input)[inner.entry] = blocks[block];
      replay.run();
      copy_lanes(*replay.primal(output), place(0));
      if (!gradient) continue;
      replay.run_back();
      for (std::size_t i = 0; i < samples.axes.size(); ++i)
        copy_lanes(replay.adjoint(samples.axes[i].input)[samples.axes[i].entry], place(1 + i));
    }
  }
  return samples;
}

}  // namespace gradcircuit
