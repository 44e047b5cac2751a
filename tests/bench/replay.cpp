#include "engine/diff/replay.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string>

#include "engine/gradcircuit.hpp"
#include "tests/bench/bench.hpp"

/// Gradients at point after point: the recorded graph run again, against the same gradient written by hand.
namespace bench {
namespace {

using namespace gradcircuit;

double sigmoid(double x) { return 1 / (1 + std::exp(-x)); }

/// 1 / (1 + exp(-(w0*x0 + w1*x1 + w2)))
[[gnu::noinline]] void neuron_by_hand(std::span<const double> at, std::span<double> gradient) {
  const double f = sigmoid(at[0] * at[1] + at[2] * at[3] + at[4]);
  const double slope = f * (1 - f);
  gradient[0] = slope * at[1];
  gradient[1] = slope * at[0];
  gradient[2] = slope * at[3];
  gradient[3] = slope * at[2];
  gradient[4] = slope;
}

/// (x + s(y)) / (s(x) + (x + y)^2)
[[gnu::noinline]] void quotient_by_hand(std::span<const double> at, std::span<double> gradient) {
  const double sx = sigmoid(at[0]);
  const double sy = sigmoid(at[1]);
  const double sum = at[0] + at[1];
  const double numerator = at[0] + sy;
  const double inverse = 1 / (sx + sum * sum);
  const double by_denominator = -numerator * inverse * inverse;
  gradient[0] = inverse + by_denominator * (sx * (1 - sx) + 2 * sum);
  gradient[1] = inverse * sy * (1 - sy) + by_denominator * 2 * sum;
}

/// The product of all, by what stands before and after each factor.
[[gnu::noinline]] void product_by_hand(std::span<const double> at, std::span<double> gradient) {
  double before = 1;
  for (std::size_t i = 0; i < at.size(); ++i) {
    gradient[i] = before;
    before *= at[i];
  }
  double after = 1;
  for (std::size_t i = at.size(); i-- > 0;) {
    gradient[i] *= after;
    after *= at[i];
  }
}

/// Nanoseconds a gradient, each at another point. Where it begins is volatile, or the compiler would leave most of it out. Batches
/// are short, so that the best of them is not shared with another process.
template <class Run>
double nanoseconds(std::vector<double> at, double& sum, Run run) {
  const int repetitions = at.size() > 100 ? 50 : 2000;
  std::vector<double> gradient(at.size());
  static volatile double first = at.back();
  first = at.back();
  return 1e9 / repetitions * best_of(100, [&] {
           at.back() = first;
           sum = 0;
           for (int i = 0; i < repetitions; ++i) {
             run(std::span<const double>(at), std::span<double>(gradient));
             sum += gradient.front() + gradient.back();
             at.back() += 1e-6;
           }
         });
}

template <class Gradient>
void compare(const char* what, const std::string& program, std::vector<double> at, Gradient by_hand, double most) {
  const auto graph = parse(program);
  if (!graph) return;
  Replay<double> replay(*graph, graph->output());
  std::vector<NodeId> inputs;
  for (const Input& input : graph->inputs()) inputs.push_back(input.node);
  const auto recorded = [&](std::span<const double> point, std::span<double> gradient) {
    for (std::size_t i = 0; i < point.size(); ++i) *replay.input(inputs[i]) = point[i];
    replay.run();
    replay.run_back();
    for (std::size_t i = 0; i < point.size(); ++i) gradient[i] = *replay.adjoint(inputs[i]);
  };
  double recorded_sum = 0;
  double hand_sum = 0;
  std::printf("The gradient of %s\n", what);
  const double recorded_time = nanoseconds(at, recorded_sum, recorded);
  const double hand_time = nanoseconds(at, hand_sum, by_hand);
  print("written by hand", hand_time, "ns");
  print("recorded, run again", recorded_time, "ns");
  print("ratio", recorded_time / hand_time, "", most);
  if (std::fabs(recorded_sum - hand_sum) > 1e-9 * std::fabs(hand_sum)) std::printf("  they differ\n");
}

}  // namespace

void replay() {
  compare(
      "a sigmoid neuron", "1 / (1 + exp(-(w0*x0 + w1*x1 + w2)))", {2, -1, -3, -2, -3},
      [](auto... arguments) { neuron_by_hand(arguments...); }, 10);
  compare(
      "(x + s(y)) / (s(x) + (x + y)^2)", "(x + sigmoid(y)) / (sigmoid(x) + (x + y)^2)", {3, -4},
      [](auto... arguments) { quotient_by_hand(arguments...); }, 6);
  std::string product = "x0";
  for (int i = 1; i < 1000; ++i) product += "*x" + std::to_string(i);
  std::vector<double> factors(1000, 1.0);
  for (std::size_t i = 0; i < factors.size(); ++i) factors[i] += 0.001 * (i % 2 == 0 ? 1 : -1);
  compare("a product of 1,000 factors", product, factors, [](auto... arguments) { product_by_hand(arguments...); }, 4);
}

}  // namespace bench
