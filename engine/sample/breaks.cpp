#include "engine/sample/breaks.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "engine/diff/replay.hpp"

namespace gradcircuit {
namespace {

struct Point {
  double x;
  double y;
};

double change(const Point& a, const Point& b) { return std::fabs(b.y - a.y); }

/// Three points around the steepest part of an interval; each `narrow` halves it.
class Window {
 public:
  Window(const Point& left, const Point& right) : points_{left, left, right}, largest_(change(left, right)) {}

  bool open() const { return state_ == State::open; }
  bool broken() const { return state_ != State::continuous; }
  double at() const { return points_[1].x; }
  /// Where `narrow` wants the function's values.
  double before() const { return std::midpoint(points_[0].x, points_[1].x); }
  double after() const { return std::midpoint(points_[1].x, points_[2].x); }

  void narrow(double value_before, double value_after) {
    const std::array<Point, 5> all{points_[0], Point{before(), value_before}, points_[1], Point{after(), value_after},
                                   points_[2]};
    for (const std::size_t added : {1, 3})
      if (!std::isfinite(all[added].y)) return stop_at(all[added]);
    const auto variation = [&](std::size_t i) { return change(all[i - 1], all[i]) + change(all[i], all[i + 1]); };
    std::size_t middle = 2;
    for (const std::size_t i : {1, 3})
      if (variation(i) > variation(middle)) middle = i;
    std::copy_n(all.begin() + static_cast<std::ptrdiff_t>(middle) - 1, 3, points_.begin());
    largest_ = std::max(largest_, variation(middle));
    if (variation(middle) <= std::max(largest_ / 16, rounding())) state_ = State::continuous;
  }

 private:
  enum class State : std::uint8_t { open, continuous, undefined };

  void stop_at(const Point& point) {
    points_[1] = point;
    state_ = State::undefined;
  }
  /// A change no larger than this may come from digits that were rounded off.
  double rounding() const {
    const auto larger = [](const Point& a, const Point& b) { return std::fabs(a.y) < std::fabs(b.y); };
    return 0x1p-40 * std::fabs(std::ranges::max(points_, larger).y);
  }

  std::array<Point, 3> points_;
  double largest_;
  State state_ = State::open;
};

/// How often a window is halved: after that nothing is left of an interval.
constexpr int halvings = 48;

/// Narrows as many windows as there are lanes.
void narrow_all(Replay<Lanes>& replay, NodeId output, const Axis& axis, std::span<Window> windows) {
  const auto values = [&](auto place) {
    Lanes at;
    for (std::size_t i = 0; i < Lanes::count; ++i) at.set(i, place(windows[std::min(i, windows.size() - 1)]));
    replay.input(axis.input)[axis.entry] = at;
    replay.run();
    return *replay.primal(output);
  };
  for (int i = 0; i < halvings && std::ranges::any_of(windows, &Window::open); ++i) {
    const Lanes before = values([](const Window& window) { return window.before(); });
    const Lanes after = values([](const Window& window) { return window.after(); });
    for (std::size_t lane = 0; lane < windows.size(); ++lane)
      if (windows[lane].open()) windows[lane].narrow(before[lane], after[lane]);
  }
}

}  // namespace

std::vector<Break> find_breaks(const Graph& graph, NodeId output, const Samples& curve) {
  const Axis& axis = curve.axes.front();
  const std::span<const double> values = curve.values();
  std::vector<std::uint32_t> intervals;
  std::vector<Window> windows;
  for (std::uint32_t i = 0; i + 1 < values.size(); ++i) {
    if (!std::isfinite(values[i]) || !std::isfinite(values[i + 1])) continue;
    intervals.push_back(i);
    windows.emplace_back(Point{axis.at(i), values[i]}, Point{axis.at(i + 1), values[i + 1]});
  }

  Replay<Lanes> replay(graph, output);
  for (std::size_t first = 0; first < windows.size(); first += Lanes::count)
    narrow_all(replay, output, axis, std::span(windows).subspan(first, std::min(Lanes::count, windows.size() - first)));

  std::vector<Break> breaks;
  for (std::size_t i = 0; i < windows.size(); ++i)
    if (windows[i].broken()) breaks.push_back({.after = intervals[i], .at = windows[i].at()});
  return breaks;
}

}  // namespace gradcircuit
