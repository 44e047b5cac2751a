#include "engine/train/stop.hpp"

#include <array>
#include <cmath>

#include "engine/base/number.hpp"

namespace gradcircuit {
namespace {

std::optional<double> first_not_finite(std::span<const double> numbers) {
  for (const double number : numbers)
    if (!std::isfinite(number)) return number;
  return std::nullopt;
}

std::optional<double> first_not_finite(const LaneArray& values, std::size_t rows, std::size_t samples) {
  for (std::size_t r = 0; r < rows; ++r)
    for (std::size_t s = 0; s < samples; ++s)
      if (const double value = values.at(r, s); !std::isfinite(value)) return value;
  return std::nullopt;
}

std::string name_of(double value) { return std::isnan(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity"; }

}  // namespace

bool all_finite(std::span<const double> numbers) {
  // times 0 it is 0, or else no number, which the sum stays; two sums, which do not wait for each other
  std::array<Pair, 2> sums{};
  std::size_t i = 0;
  for (; i + 4 <= numbers.size(); i += 4) {
    sums[0] += Pair{numbers[i], numbers[i + 1]} * 0.0;
    sums[1] += Pair{numbers[i + 2], numbers[i + 3]} * 0.0;
  }
  for (; i < numbers.size(); ++i) sums[0] += pair_of(numbers[i]) * 0.0;
  const Pair sum = sums[0] + sums[1];
  return sum[0] + sum[1] == 0;
}

Stop reason_of(std::uint64_t step, const Net& net, Mlp& passes, std::span<const double> parameters,
               std::span<const double> gradient) {
  const std::vector<LayerPlace>& places = passes.places();
  const auto of_layer = [&](std::span<const double> numbers, std::size_t l) {
    return numbers.subspan(places[l].weights, places[l].end() - places[l].weights);
  };
  const auto stop = [&](std::optional<std::size_t> layer, std::string_view what, std::string_view text, double value) {
    const std::string place = layer ? " of layer " + std::to_string(*layer + 1) : "";
    return Stop{.step = step, .layer = layer, .what = what, .why = std::string(text) + place + " is " + name_of(value)};
  };
  for (std::size_t l = 0; l < places.size(); ++l)
    if (const auto found = first_not_finite(of_layer(parameters, l)))
      return stop(l, "parameters", "a parameter", *found);
  for (std::size_t l = 0; l < places.size(); ++l) {
    if (const auto found = first_not_finite(passes.sums(l), places[l].outputs, passes.samples()))
      return stop(l, "sums", "a weighted sum", *found);
    if (const auto found = first_not_finite(passes.values(l), places[l].outputs, passes.samples()))
      return stop(l, "activations", std::string(op_infos[net.activations[l]].name()) + " of a weighted sum", *found);
  }
  if (const double loss = passes.loss(); !std::isfinite(loss)) return stop(std::nullopt, "loss", "the loss", loss);
  for (std::size_t l = places.size(); l-- > 0;)
    if (const auto found = first_not_finite(of_layer(gradient, l))) return stop(l, "gradient", "a gradient", *found);
  return stop(std::nullopt, "gradient", "a gradient", std::nan(""));
}

}  // namespace gradcircuit
