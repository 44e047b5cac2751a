#include "engine/train/frames.hpp"

#include <algorithm>
#include <cmath>

namespace gradcircuit {
namespace {

/// Mean and variance over units and samples, the share that is saturated, and how many values fall into each bin; the first and last
/// bin take what lies outside.
void write_statistics(const Mlp& passes, std::size_t layer, const Recorded& recorded, std::span<double> to) {
  const LaneArray& values = passes.values(layer);
  const LaneArray& slopes = passes.slopes(layer);
  const std::size_t units = passes.places()[layer].outputs;
  const auto count = static_cast<double>(units * passes.samples());
  const auto for_each = [&](auto use) {
    for (std::size_t u = 0; u < units; ++u)
      for (std::size_t s = 0; s < passes.samples(); ++s) use(values.at(u, s), slopes.at(u, s));
  };
  double sum = 0;
  for_each([&](double value, double) { sum += value; });
  const double mean = sum / count;
  double squares = 0;
  double saturated = 0;
  std::ranges::fill(to, 0);
  const std::span<double> bins = to.subspan(3);
  const double width = (recorded.histogram_to - recorded.histogram_from) / recorded.histogram_bins;
  for_each([&](double value, double slope) {
    squares += (value - mean) * (value - mean);
    if (!(std::fabs(slope) >= saturated_below)) saturated += 1;
    if (std::isnan(value)) return;
    const double bin = std::floor((value - recorded.histogram_from) / width);
    bins[static_cast<std::size_t>(std::clamp(bin, 0.0, static_cast<double>(bins.size() - 1)))] += 1;
  });
  to[0] = mean;
  to[1] = squares / count;
  to[2] = saturated / count;
}

double norm(std::span<const double> numbers) {
  double squares = 0;
  for (const double number : numbers) squares += number * number;
  return std::sqrt(squares);
}

/// Units of a layer with the same weights and bias as none before them.
std::size_t distinct_units(const LayerPlace& place, std::span<const double> parameters) {
  const auto is_like = [&](std::uint32_t a, std::uint32_t b) {
    const double* const weights = parameters.data() + place.weights;
    const double* const first = weights + std::size_t{a} * place.inputs;
    if (!std::equal(first, first + place.inputs, weights + std::size_t{b} * place.inputs)) return false;
    return !place.bias || parameters[place.biases + a] == parameters[place.biases + b];
  };
  std::size_t distinct = 0;
  for (std::uint32_t unit = 0; unit < place.outputs; ++unit) {
    bool is_new = true;
    for (std::uint32_t before = 0; before < unit && is_new; ++before) is_new = !is_like(unit, before);
    distinct += is_new;
  }
  return distinct;
}

}  // namespace

FrameLayout::FrameLayout(const Net& net, std::uint32_t sample_count, const Recorded& recorded)
    : layers(places_of(net)), samples(sample_count), bins(recorded.histogram_bins) {
  const auto take = [&](bool wanted, std::optional<std::size_t>& at, std::size_t count) {
    if (!wanted) return;
    at = size;
    size += count;
  };
  const std::size_t parameter_count = layers.back().end();
  take(recorded.loss, loss, 1);
  take(recorded.parameters, parameters, parameter_count);
  take(recorded.gradients, gradients, parameter_count);
  take(recorded.gradient_norms, gradient_norms, layers.size());
  take(recorded.activations, activations, layers.size() * statistics());
  take(recorded.outputs, outputs, std::size_t{samples} * layers.back().outputs);
  take(recorded.distinct_units, distinct_units, layers.size());
}

void write_frame(const FrameLayout& layout, const Recorded& recorded, const Moment& moment, std::span<double> frame) {
  frame[layout.step] = static_cast<double>(moment.step);
  if (layout.loss) frame[*layout.loss] = moment.passes.loss();
  if (layout.parameters) std::ranges::copy(moment.parameters, frame.subspan(*layout.parameters).begin());
  if (layout.gradients) std::ranges::copy(moment.gradient, frame.subspan(*layout.gradients).begin());
  for (std::size_t l = 0; l < layout.layers.size(); ++l) {
    const LayerPlace& place = layout.layers[l];
    if (layout.gradient_norms)
      frame[*layout.gradient_norms + l] = norm(moment.gradient.subspan(place.weights, place.weight_count()));
    if (layout.activations)
      write_statistics(moment.passes, l, recorded,
                       frame.subspan(*layout.activations + l * layout.statistics(), layout.statistics()));
    if (layout.distinct_units)
      frame[*layout.distinct_units + l] = static_cast<double>(distinct_units(place, moment.parameters));
  }
  if (!layout.outputs) return;
  const std::uint32_t width = layout.layers.back().outputs;
  const LaneArray& outputs = moment.passes.values(layout.layers.size() - 1);
  for (std::uint32_t s = 0; s < layout.samples; ++s)
    for (std::uint32_t c = 0; c < width; ++c) frame[*layout.outputs + s * width + c] = outputs.at(c, s);
}

}  // namespace gradcircuit
