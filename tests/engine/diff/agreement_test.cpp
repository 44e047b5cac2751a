// Random programs over every op, and their derivatives in all the ways there are. Each way stands on its own: differences know no
// rule, forward mode sums along other paths than backward, and symbols are rounded elsewhere.
#include <catch_amalgamated.hpp>
#include <cstdio>

#include "engine/diff/differentiate.hpp"
#include "engine/diff/forward.hpp"
#include "engine/diff/needed.hpp"
#include "engine/diff/replay.hpp"
#include "engine/diff/tangent.hpp"
#include "engine/text/print.hpp"
#include "tests/engine/diff/conditioning.hpp"
#include "tests/engine/diff/smooth_graph.hpp"

using namespace gradcircuit;

namespace {

/// What was compared, and how far apart it was in units of its conditioning.
struct Tally {
  int programs = 0;
  std::size_t nodes = 0;
  int comparisons = 0;
  double largest = 0;
  int differences = 0;
  double largest_difference = 0;
  std::array<int, op_count> occurrences{};
};

/// One matrix an input.
using Direction = std::vector<Matrix>;

double product(const Matrix& a, const double* b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

/// Sum of a * b, in symbols.
Expr inner(const Expr& a, const Expr& b) { return a.shape().is_scalar() ? a * b : call<ops::Dot>(a, b); }

/// A random program f with weights w, and its derivatives along two random directions v and u of its inputs.
class Program {
 public:
  Program(std::uint64_t seed, Tally& tally)
      : seed_(seed), tally_(tally), random_(seed, seed % 2 == 0), graph_(random_.graph()) {
    f_ = random_.grow(seed % 2 == 0 ? 8 : 10);
    inputs_.assign(graph_.inputs().begin(), graph_.inputs().end());
    for (const Input& input : inputs_) {
      v_.push_back(random_.random_matrix(input.value.shape()));
      u_.push_back(random_.random_matrix(input.value.shape()));
    }
    w_ = random_.random_matrix(graph_[f_].shape);
    record();
  }

  void check() {
    count();
    const Activity active = activity(graph_, slope_);
    tape_ = std::make_unique<Tape>(forward(graph_));
    const Values<double> along_v = moved(v_);
    const Values<double> along_u = moved(u_);
    const Values<double> gradient = backward<double>(graph_, *tape_, f_, activity(graph_, f_), w_.entries());
    const Values<double> curvature = backward<double>(graph_, *tape_, slope_, active);

    const double scale = rounding_scale(graph_, *tape_, curvature, slope_);
    const double slope = along(v_, gradient);
    close("reverse = forward: (Jᵀw)·v = w·(Jv)", slope, product(w_, along_v.at(f_)), scale);
    close("reverse = symbolic", slope, *tape_->at(slope_), scale);
    for (std::size_t i = 0; i < inputs_.size(); ++i)
      entries_close("reverse = symbolic, by entries", gradient.at(inputs_[i].node), tape_->at(gradient_[i]), v_[i],
                    scale);
    against_differences(slope, scale, rounding_scale(graph_, *tape_, gradient, f_));

    const double scale_of_curvature = slope_scale(graph_, along_u, curvature, slope_);
    const double hessian = along(u_, curvature);
    close("Hessian: reverse = forward over symbolic", hessian, *along_u.at(slope_), scale_of_curvature);
    close("Hessian: symmetric", hessian, *along_v.at(other_slope_), scale_of_curvature);
    entries_close("Hessian: twice symbolic", curvature.at(by().node), tape_->at(second_), u_[seed_ % inputs_.size()],
                  scale_of_curvature);
  }

 private:
  /// Appends what is computed from f: its slopes along v and u, and the first's derivative by one input.
  void record() {
    const Expr f(graph_, f_);
    const Expr loss = inner(f, input(graph_, {}, w_));
    loss_ = loss.node();
    for (const Input& by : inputs_) gradient_.push_back(derivative(loss_, by));
    slope_ = slope_along(v_);
    other_slope_ = slope_along(u_);
    second_ = derivative(slope_, by());
  }
  NodeId derivative(NodeId of, const Input& by) {
    const auto node = differentiate(graph_, of, by.node);
    if (!node) FAIL("no derivative: " << node.error().message() << "; seed " << seed_ << ": " << text());
    return *node;
  }
  NodeId slope_along(const Direction& direction) {
    std::optional<Expr> sum;
    for (std::size_t i = 0; i < inputs_.size(); ++i) {
      const Expr part = inner({graph_, gradient_[i]}, input(graph_, {}, direction[i]));
      sum = sum ? *sum + part : part;
    }
    return sum->node();
  }
  const Input& by() const { return inputs_[seed_ % inputs_.size()]; }

  Values<double> moved(const Direction& direction) const {
    Values<double> start(graph_);
    for (std::size_t i = 0; i < inputs_.size(); ++i)
      std::ranges::copy(direction[i].entries(), start.at(inputs_[i].node));
    return tangent(graph_, *tape_, start);
  }
  double along(const Direction& direction, const Values<double>& adjoints) const {
    double sum = 0;
    for (std::size_t i = 0; i < inputs_.size(); ++i) sum += product(direction[i], adjoints.at(inputs_[i].node));
    return sum;
  }

  void count() {
    ++tally_.programs;
    const std::vector<bool> needed = needed_by(graph_, f_);
    const Activity active = activity(graph_, f_);
    for (NodeId id = 0; id <= f_; ++id) {
      if (!needed[id]) continue;
      ++tally_.nodes;
      const OpId op = graph_[id].op;
      if (op >= op_count) continue;
      const bool has_derivative = op_infos[op].kind != Kind::comparison && op_infos[op].arity != 0;
      if (active.on_path[id] || !has_derivative) ++tally_.occurrences[op];
    }
  }

  void close(const char* what, double found, double expected, double scale) {
    const double error = std::fabs(found - expected);
    ++tally_.comparisons;
    if (error > 0) tally_.largest = std::max(tally_.largest, error / scale);
    if (error <= 1e-12 * scale) return;
    FAIL_CHECK(what << ": " << found << " and " << expected << ", scale " << scale << "; seed " << seed_ << ": "
                    << text());
  }
  void entries_close(const char* what, const double* found, const double* expected, const Matrix& factors,
                     double scale) {
    for (std::size_t i = 0; i < factors.size(); ++i)
      close(what, found[i] * factors[i], expected[i] * factors[i], scale);
  }
  std::string text() const {
    const auto printed = print(graph_, f_);
    return printed ? *printed : printed.error().message();
  }

  /// Central differences of order 8, of eight points in one run. Where those of order 6 do not say the same, the function is not
  /// smooth over that width and nothing is compared; that depends on values alone, so that no wrong rule can hide there.
  void against_differences(double slope, double scale, double scale_of_value) {
    constexpr double width = 0x1p-9;
    constexpr double points[] = {1, 2, 3, 4, -1, -2, -3, -4};
    Replay<Lanes> replay(graph_, loss_);
    for (std::size_t i = 0; i < inputs_.size(); ++i)
      for (std::size_t entry = 0; entry < v_[i].size(); ++entry)
        for (std::size_t lane = 0; lane < Lanes::count; ++lane) {
          Lanes& x = replay.input(inputs_[i].node)[entry];
          x.set(lane, x[lane] + points[lane] * width * v_[i][entry]);
        }
    replay.run();
    const Lanes& lane = *replay.primal(loss_);
    const auto central = [&](const std::array<double, 4>& weights) {
      double sum = 0;
      for (std::size_t k = 0; k < 4; ++k) sum += weights[k] * (lane[k] - lane[k + 4]);
      return sum / width;
    };
    const double eighth = central({4. / 5, -1. / 5, 4. / 105, -1. / 280});
    const double sixth = central({3. / 4, -3. / 20, 1. / 60, 0});
    // truncation is relative to the slope, rounding to the value, of whose last place 1/width is what is left
    const double tolerance = 1e-7 * scale + 1e-12 * scale_of_value;
    if (std::fabs(eighth - sixth) > tolerance) return;
    ++tally_.differences;
    const double error = std::fabs(slope - eighth);
    tally_.largest_difference = std::max(tally_.largest_difference, error / tolerance);
    if (error <= 2 * tolerance) return;
    FAIL_CHECK("differences: " << slope << " and " << eighth << "; seed " << seed_ << ": " << text());
  }

  std::uint64_t seed_;
  Tally& tally_;
  SmoothGraph random_;
  Graph& graph_;
  NodeId f_;
  std::vector<Input> inputs_;
  Direction v_;
  Direction u_;
  Matrix w_;
  NodeId loss_ = none;
  std::vector<NodeId> gradient_;
  NodeId slope_ = none;
  NodeId other_slope_ = none;
  NodeId second_ = none;
  std::unique_ptr<Tape> tape_;
};

}  // namespace

TEST_CASE("reverse, forward, symbols and differences agree on 10,000 random programs, and Hessians are symmetric") {
  Tally tally;
  for (std::uint64_t seed = 1; seed <= 10'000; ++seed) Program(seed, tally).check();
  CHECK(tally.differences > 9'900);
  const auto rarest = std::ranges::min_element(tally.occurrences);
  CAPTURE(op_name(static_cast<OpId>(rarest - tally.occurrences.begin())));
  CHECK(*rarest >= 100);
  std::printf(
      "agreement: %d programs, %zu nodes, every op at least %d times; %d comparisons, largest error %.1e; %d with "
      "differences, largest %.2f of what they may be off\n",
      tally.programs, tally.nodes, *rarest, tally.comparisons, tally.largest, tally.differences,
      tally.largest_difference);
}
