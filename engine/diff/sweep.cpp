#include "engine/diff/sweep.hpp"

#include <algorithm>
#include <cmath>

#include "engine/base/power_of_ten.hpp"
#include "engine/diff/kinks.hpp"

namespace gradcircuit {
namespace {

class Measurement {
 public:
  Measurement(const Graph& graph, NodeId output, std::span<const double> output_adjoint, NodeId input,
              std::size_t entry, double gradient)
      : graph_(graph),
        output_(output),
        along_(graph, output, output_adjoint, input, entry),
        on_path_(activity(graph, output).on_path),
        pieces_(graph, output),
        gradient_(gradient) {}

  Sweep run() {
    sweep_.check.gradient = gradient_;
    find_rounding();
    for (int power = 1; power <= 13; ++power) {
      if (power > 1) measure(*times_power_of_ten(3, -power));
      measure(*times_power_of_ten(1, -power));
    }
    find_best();
    find_trusted();
    find_truncation();
    judge();
    return std::move(sweep_);
  }

 private:
  /// To first order every operation adds half a unit in the last place of its result, times the adjoint of that.
  void find_rounding() {
    here_ = along_.value(along_.at());
    along_.slope();
    const Replay<double>& replay = along_.replay();
    for (NodeId id = 0; id <= output_; ++id)
      for (std::size_t i = 0; on_path_[id] && i < graph_[id].shape.entries(); ++i) {
        const double unit = std::fabs(replay.adjoint(id)[i] * replay.primal(id)[i]) * 0x1p-53;
        if (std::isfinite(unit)) sweep_.rounding += unit;
      }
  }

  void measure(double h) {
    const double above = along_.value(along_.at() + h);
    const Pieces::Taken pieces_above = pieces_.taken(along_.replay().primals());
    const double below = along_.value(along_.at() - h);
    const NodeId corner = pieces_.first_change(pieces_above, pieces_.taken(along_.replay().primals()));
    const double slope = (above - below) / (2 * h);
    sweep_.points.push_back({.h = h,
                             .slope = slope,
                             .left = (here_ - below) / h,
                             .right = (above - here_) / h,
                             .difference = std::fabs(slope - gradient_),
                             .corner = corner});
  }

  void find_best() {
    for (std::size_t k = 1; k < sweep_.points.size(); ++k)
      if (!(sweep_.points[k].difference >= sweep_.points[sweep_.best].difference)) sweep_.best = k;
  }

  /// Without a look at the gradient: where the step from the next wider h changed least, rounding included.
  void find_trusted() {
    const std::vector<SweepPoint>& points = sweep_.points;
    for (std::size_t k = 1; k < points.size(); ++k) {
      const double doubt = std::fabs(points[k].slope - points[k - 1].slope) + sweep_.rounding / points[k].h;
      if (doubt < doubt_) {
        doubt_ = doubt;
        trusted_ = k;
      }
    }
  }

  /// From two points, a decade apart if possible, where truncation is all that can be seen: a difference that reaches across a
  /// corner is off for another reason.
  void find_truncation() {
    if (trusted_ < 3) return;
    std::size_t widest = std::max<std::size_t>(trusted_, 4) - 4;
    while (widest < trusted_ && sweep_.points[widest].corner != none) ++widest;
    const std::size_t narrower = std::max(trusted_ - 2, widest + 1);
    if (narrower > trusted_) return;
    const SweepPoint& wide = sweep_.points[widest];
    const SweepPoint& narrow = sweep_.points[narrower];
    const double slope = (wide.slope - narrow.slope) / (wide.h * wide.h - narrow.h * narrow.h);
    if (std::fabs(slope) * wide.h * wide.h > 4 * sweep_.rounding / narrow.h) sweep_.truncation = std::fabs(slope);
  }

  void judge() {
    EntryCheck& check = sweep_.check;
    const double width = std::ldexp(std::max(1.0, std::fabs(along_.at())), -10);
    check.numeric = numeric_derivative(along_);
    along_.value(along_.at());
    if (!is_finite()) {
      check.finding = Finding::not_finite;
    } else if (!find_corner(width) && !is_near(check.numeric, sweep_.rounding / width)) {
      // too near to a corner or to a pole for the referee's width, or wrong
      if (trusted_ > 0) check.numeric = sweep_.points[trusted_].slope;
      if (!is_near(check.numeric, trusted_ > 0 ? doubt_ : 0)) check.finding = Finding::differs;
    }
    check.relative_error = relative_difference(check.numeric, gradient_);
  }

  bool is_near(double slope, double doubt) const {
    return std::fabs(slope - gradient_) <=
           numeric_tolerance * std::max(std::fabs(slope), std::fabs(gradient_)) + 4 * doubt;
  }

  bool is_finite() {
    if (std::isfinite(here_) && std::isfinite(gradient_)) return true;
    sweep_.check.node = std::isfinite(here_) ? standing_on() : first_non_finite();
    return false;
  }

  /// The output where the primals are finite, and what the pass started with is not or is too large.
  NodeId first_non_finite() const {
    NodeId id = 0;
    const auto is_finite = [](double x) { return std::isfinite(x); };
    while (id < output_ && std::ranges::all_of(along_.replay().primals().view(graph_, id).flat(), is_finite)) ++id;
    return id;
  }

  /// The first gate that stands on its corner now.
  NodeId standing_on() const {
    for (NodeId id = 0; id <= output_; ++id)
      if (!graph_.is_leaf(id) && on_path_[id] && stands_on_kink(graph_, along_.replay().primals(), id)) return id;
    return none;
  }

  struct Side {
    double value;
    double slope;
    Pieces::Taken pieces;
  };
  Side side(double at) {
    const double value = along_.value(at);
    Pieces::Taken pieces = pieces_.taken(along_.replay().primals());
    return {.value = value, .slope = along_.slope(), .pieces = std::move(pieces)};
  }

  /// Whether the entry stands on a corner or a jump that the output feels, and the gradient is one that can be chosen there.
  bool find_corner(double width) {
    EntryCheck& check = sweep_.check;
    NodeId node = standing_on();
    const double nudge = std::ldexp(width, -20);
    const Side left = side(along_.at() - nudge);
    const Side right = side(along_.at() + nudge);
    const NodeId changed = pieces_.first_change(left.pieces, right.pieces);
    if (changed != none) node = changed;
    if (node == none) return false;
    const double steepest = std::max(std::fabs(left.slope), std::fabs(right.slope));
    const bool jumps = std::fabs(right.value - left.value) > 4 * nudge * steepest + 8 * sweep_.rounding;
    const bool bends = std::fabs(right.slope - left.slope) > numeric_tolerance * steepest;
    const double slack = numeric_tolerance * steepest;
    const bool may_be_chosen = gradient_ >= std::min(left.slope, right.slope) - slack &&
                               gradient_ <= std::max(left.slope, right.slope) + slack;
    if (!(jumps || bends) || !may_be_chosen) return false;
    check.finding = jumps ? Finding::jump : Finding::corner;
    check.node = node;
    check.left = left.slope;
    check.right = right.slope;
    return true;
  }

  const Graph& graph_;
  NodeId output_;
  Along along_;
  std::vector<bool> on_path_;
  Pieces pieces_;
  double gradient_;
  double here_ = 0;
  std::size_t trusted_ = 0;
  double doubt_ = HUGE_VAL;
  Sweep sweep_ = {};
};

}  // namespace

Sweep sweep(const Graph& graph, NodeId output, std::span<const double> output_adjoint, NodeId input, std::size_t entry,
            double gradient) {
  return Measurement(graph, output, output_adjoint, input, entry, gradient).run();
}

}  // namespace gradcircuit
