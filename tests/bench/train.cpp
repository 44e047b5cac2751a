#include "engine/train/train.hpp"

#include <cmath>
#include <cstdio>

#include "engine/train/activation.hpp"
#include "tests/bench/bench.hpp"

/// An update of a net, and what a lab asks for at once. tests/bench/train.mjs has the same beside others.
namespace bench {
namespace {

using namespace gradcircuit;

struct Task {
  const char* name;
  std::vector<std::uint32_t> widths;
  std::vector<std::string_view> activations;
  std::uint32_t samples;
  double budget;  ///< microseconds an update
};

TrainRequest request_of(const Task& task) {
  Net net{.widths = task.widths};
  for (const std::string_view name : task.activations) net.activations.push_back(*find_activation(name));
  TrainingData data{.inputs = Matrix(Shape{task.samples, task.widths.front()}, 0.0),
                    .targets = Matrix(Shape{task.samples, task.widths.back()}, 0.5)};
  Random random(1);
  for (std::size_t i = 0; i < data.inputs.size(); ++i) data.inputs[i] = random.uniform(-1, 1);
  return {.net = std::move(net),
          .loss = find_loss("mse"),
          .data = std::move(data),
          .initial = Scheme{.initializer = find_initializer("xavier_normal")},
          .optimizer = {.optimizer = find_optimizer("gd"), .settings = {.learning_rate = 0.05}}};
}

double microseconds_an_update(const Task& task) {
  TrainRequest request = request_of(task);
  request.steps = 20'000;
  request.every = request.steps;
  double sum = 0;
  const double time = best_of(7, [&] { sum += train(request)->runs[0].numbers.back(); });
  if (!std::isfinite(sum)) std::printf("  this does not measure what it should\n");
  return 1e6 * time / request.steps;
}

/// 20 seeds of each scheme, 300 updates of 2-6-3-1 with 100 samples.
double comparison() {
  TrainRequest request{.net = {.widths = {2, 6, 3, 1}},
                       .loss = find_loss("bce"),
                       .data = make_data(*find_data_set("circle"), 100, 0, 1),
                       .optimizer = {.optimizer = find_optimizer("gd")},
                       .steps = 300};
  for (const std::string_view name : {"relu", "relu", "sigmoid"})
    request.net.activations.push_back(*find_activation(name));
  for (std::uint64_t seed = 1; seed <= 20; ++seed) request.seeds.push_back(seed);
  return best_of(3, [&] {
    for (const char* scheme : {"zero", "constant", "too_small", "lecun_normal", "he_normal", "too_large"}) {
      request.initial = Scheme{.initializer = find_initializer(scheme)};
      if (!train(request)) std::printf("  this does not measure what it should\n");
    }
  });
}

}  // namespace

void training() {
  std::printf("Training, full batch\n");
  for (const Task& task : {Task{"16-16-1 tanh, 16 samples", {16, 16, 1}, {"tanh", "linear"}, 16, 4},
                           Task{"2-4-1, 4 samples", {2, 4, 1}, {"tanh", "sigmoid"}, 4, 0.2},
                           Task{"2-4-2-1 tanh, 10 samples", {2, 4, 2, 1}, {"tanh", "tanh", "tanh"}, 10, 0.7}})
    print(task.name, microseconds_an_update(task), "µs", task.budget);
  print("20 seeds × 6 schemes, 2-6-3-1, 300 updates", comparison(), "s", 2);
}

}  // namespace bench
