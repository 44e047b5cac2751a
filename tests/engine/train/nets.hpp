#pragma once

#include <bit>
#include <catch_amalgamated.hpp>
#include <string>
#include <vector>

#include "engine/base/random.hpp"
#include "engine/train/activation.hpp"
#include "engine/train/train.hpp"

/// Small trainings for the tests.
namespace gradcircuit::nets {

inline Net net(std::vector<std::uint32_t> widths, const std::vector<std::string>& activations, bool bias = true) {
  Net made{.widths = std::move(widths), .bias = bias};
  for (const std::string& name : activations) made.activations.push_back(*find_activation(name));
  return made;
}

inline TrainingData data(std::string_view name, std::uint32_t samples, std::uint64_t seed = 1) {
  return make_data(*find_data_set(name), samples, 0, seed);
}

/// Numbers from `low` to `high` in both.
inline TrainingData made_data(const Net& net, std::uint32_t samples, Random& random, double low = -1, double high = 1) {
  TrainingData made{.inputs = Matrix(Shape{samples, net.widths.front()}, 0.0),
                    .targets = Matrix(Shape{samples, net.widths.back()}, 0.0)};
  for (std::size_t i = 0; i < made.inputs.size(); ++i) made.inputs[i] = random.uniform(low, high);
  for (std::size_t i = 0; i < made.targets.size(); ++i) made.targets[i] = random.uniform(0.05, 0.95);
  return made;
}

inline Scheme scheme(std::string_view name, std::uint64_t seed = 1, double scale = 1) {
  return {.initializer = find_initializer(name), .scale = scale, .seed = seed};
}

inline OptimizerChoice optimizer(std::string_view name, double learning_rate) {
  return {.optimizer = find_optimizer(name), .settings = {.learning_rate = learning_rate}};
}

/// 2-4-1 on XOR, one update of gradient descent after the other.
inline TrainRequest xor_request() {
  return {.net = net({2, 4, 1}, {"tanh", "sigmoid"}),
          .loss = find_loss("mse"),
          .data = data("xor", 4),
          .initial = scheme("xavier_normal"),
          .optimizer = optimizer("gd", 0.5),
          .steps = 50,
          .record = {.parameters = true}};
}

inline Training run(const TrainRequest& request) {
  auto training = train(request);
  if (!training) FAIL(training.error().message());
  return std::move(*training);
}

inline std::string refusal(const TrainRequest& request) {
  const auto training = train(request);
  return training ? "" : training.error().message();
}

inline std::span<const double> frame(const Training& training, std::size_t index, std::size_t run = 0) {
  return std::span(training.runs[run].numbers).subspan(index * training.layout.size, training.layout.size);
}

inline double loss(const Training& training, std::size_t index, std::size_t run = 0) {
  return frame(training, index, run)[*training.layout.loss];
}

inline std::span<const double> parameters(const Training& training, std::size_t index, std::size_t run = 0) {
  return frame(training, index, run).subspan(*training.layout.parameters, training.layout.layers.back().end());
}

/// FNV-1a over the bytes of numbers, the lowest first.
inline std::uint64_t hash(std::span<const double> numbers) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const double number : numbers)
    for (int byte = 0; byte < 8; ++byte)
      hash = (hash ^ (std::bit_cast<std::uint64_t>(number) >> (8 * byte) & 0xff)) * 0x100000001b3;
  return hash;
}

}  // namespace gradcircuit::nets
