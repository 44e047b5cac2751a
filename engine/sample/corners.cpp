#include "engine/sample/corners.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/diff/kinks.hpp"
#include "engine/diff/numeric.hpp"

namespace gradcircuit {
namespace {

constexpr int most_between_points = 8;

class CornerSearch {
 public:
  CornerSearch(const Graph& graph, NodeId output, const Axis& axis)
      : axis_(axis),
        along_(graph, output, {}, axis.input, axis.entry),
        pieces_(graph, output),
        narrow_(std::ldexp(axis.to - axis.from, -44)) {}

  std::vector<CurveCorner> run() {
    Place before = place(axis_.at(0));
    for (std::uint32_t i = 1; i < axis_.count; ++i) {
      Place after = place(axis_.at(i));
      search(i - 1, std::move(before), after);
      before = std::move(after);
    }
    return std::move(corners_);
  }

 private:
  struct Place {
    double x;
    double y;
    Pieces::Taken pieces;
  };
  Place place(double x) {
    const double y = along_.value(x);
    return {.x = x, .y = y, .pieces = pieces_.taken(along_.replay().primals())};
  }
  double slope(double x) {
    along_.value(x);
    return along_.slope();
  }

  void search(std::uint32_t point, Place from, const Place& to) {
    for (int i = 0; i < most_between_points && !Pieces::same(from.pieces, to.pieces); ++i) {
      Place left = from;
      Place right = to;
      while (right.x - left.x > narrow_) {
        Place middle = place(std::midpoint(left.x, right.x));
        if (middle.x == left.x || middle.x == right.x) break;
        (Pieces::same(middle.pieces, from.pieces) ? left : right) = std::move(middle);
      }
      if (is_corner(left, right))
        add({.after = point,
             .at = right.x == to.x ? right.x : left.x,
             .node = pieces_.first_change(left.pieces, right.pieces)});
      from = std::move(right);
    }
  }

  /// One that lies on a place of its own is met on both sides of it.
  void add(const CurveCorner& corner) {
    const bool again =
        !corners_.empty() && corners_.back().after == corner.after && corner.at - corners_.back().at <= 2 * narrow_;
    if (again)
      corners_.back().at = corner.at;
    else
      corners_.push_back(corner);
  }

  /// Whether the slope changes at once: beside the change as much as 1000 times as far from it, where what is bent has bent more.
  bool is_corner(const Place& left, const Place& right) {
    const auto turn = [&](double away) { return std::fabs(slope(right.x + away) - slope(left.x - away)); };
    const double beside = turn(narrow_);
    const double steepest = std::max(std::fabs(slope(left.x - narrow_)), std::fabs(slope(right.x + narrow_)));
    const double rounding = 0x1p-40 * std::max(std::fabs(left.y), std::fabs(right.y));
    const bool holds_together = std::fabs(right.y - left.y) <= 4 * (right.x - left.x) * steepest + rounding;
    return holds_together && beside > numeric_tolerance * steepest && beside > turn(1000 * narrow_) / 2;
  }

  const Axis& axis_;
  Along along_;
  Pieces pieces_;
  double narrow_;
  std::vector<CurveCorner> corners_;
};

}  // namespace

std::vector<CurveCorner> find_corners(const Graph& graph, NodeId output, const Axis& axis) {
  return CornerSearch(graph, output, axis).run();
}

}  // namespace gradcircuit
