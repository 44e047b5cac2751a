#include <array>
#include <cmath>
#include <cstdio>
#include <ranges>

#include "engine/diff/backward.hpp"
#include "engine/diff/forward.hpp"
#include "engine/gradcircuit.hpp"
#include "tests/bench/bench.hpp"

/// One gradient of 1 / (1 + exp(-(w0*x0 + w1*x1 + w2))): the recorded graph run again, against the same written by hand.
namespace bench {
namespace {

using namespace gradcircuit;

using Point = std::array<double, 5>;  // w0, x0, w1, x1, w2

[[gnu::noinline]] Point by_hand(const Point& at) {
  const auto [w0, x0, w1, x1, w2] = at;
  const double f = 1 / (1 + std::exp(-(w0 * x0 + w1 * x1 + w2)));
  const double slope = f * (1 - f);
  return {slope * x0, slope * w0, slope * x1, slope * w1, slope};
}

/// Runs a graph again and again without building it anew.
class Replay {
 public:
  explicit Replay(const Graph& graph)
      : graph_(graph), tape_(graph), adjoints_(graph), active_(activity(graph, graph.output())) {}

  Point gradient(const Point& at) {
    for (std::size_t i = 0; i < at.size(); ++i) *tape_.at(graph_.inputs()[i].node) = at[i];
    replay(graph_, tape_);
    adjoints_.clear();
    *adjoints_.at(graph_.output()) = 1;
    backward_along(graph_, tape_, std::views::iota(NodeId{0}, graph_.output() + 1) | std::views::reverse, active_,
                   adjoints_);
    Point gradient;
    for (std::size_t i = 0; i < at.size(); ++i) gradient[i] = *adjoints_.at(graph_.inputs()[i].node);
    return gradient;
  }

 private:
  const Graph& graph_;
  Tape tape_;
  Values<double> adjoints_;
  Activity active_;
};

/// Nanoseconds a gradient, each at another point. Start and sum are volatile, or the compiler would leave most of it out.
/// Batches are short, so that the best of them is not shared with another process.
template <class Gradient>
double nanoseconds(Gradient gradient, volatile double& sum) {
  constexpr int repetitions = 2000;
  static volatile double first = -3;
  return 1e9 / repetitions * best_of(100, [&] {
           Point at{2, -1, -3, -2, first};
           double total = 0;
           for (int i = 0; i < repetitions; ++i) {
             for (const double slope : gradient(at)) total += slope;
             at[4] += 1e-6;
           }
           sum = total;
         });
}

}  // namespace

void neuron() {
  std::printf("The gradient of a sigmoid neuron\n");
  const auto graph = parse("1 / (1 + exp(-(w0*x0 + w1*x1 + w2)))");
  if (!graph) return;
  Replay recorded(*graph);
  volatile double sum_recorded = 0;
  volatile double sum_by_hand = 0;
  const double recorded_time = nanoseconds([&](const Point& at) { return recorded.gradient(at); }, sum_recorded);
  const double hand_time = nanoseconds(by_hand, sum_by_hand);
  print("written by hand", hand_time, "ns");
  print("recorded, run again", recorded_time, "ns");
  print("ratio", recorded_time / hand_time, "");
  if (std::fabs(sum_recorded - sum_by_hand) > 1e-9 * std::fabs(sum_by_hand)) std::printf("  they differ\n");
}

}  // namespace bench
