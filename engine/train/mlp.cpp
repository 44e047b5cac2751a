#include "engine/train/mlp.hpp"

#include "engine/train/activation.hpp"
#include "engine/train/dense.hpp"

namespace gradcircuit {

Mlp::Mlp(const Net& net, const Loss& loss, std::size_t samples)
    : net_(net),
      loss_(loss),
      samples_(samples),
      share_(loss.share(samples, net.widths.back())),
      places_(places_of(net)),
      targets_(net.widths.back(), samples),
      entries_(net.widths.back(), samples) {
  values_.emplace_back(net.widths.front(), samples);
  for (const LayerPlace& place : places_) {
    sums_.emplace_back(place.outputs, samples);
    values_.emplace_back(place.outputs, samples);
    slopes_.emplace_back(place.outputs, samples);
    adjoints_.emplace_back(place.outputs, samples);
  }
}

void Mlp::load(MatrixView<const double> inputs, MatrixView<const double> targets,
               std::span<const std::uint32_t> indices) {
  const auto load_column = [&](MatrixView<const double> from, std::uint32_t column, LaneArray& to) {
    for (std::size_t i = 0; i < samples_; ++i) to.set(column, i, from(indices[i], column));
    // beside the last of an odd number stands another like it: a number like any other, so that no NaN comes from there
    if (samples_ % 2 == 1) to.set(column, samples_, from(indices[samples_ - 1], column));
  };
  for (std::uint32_t c = 0; c < inputs.shape.columns; ++c) load_column(inputs, c, values_.front());
  for (std::uint32_t c = 0; c < targets.shape.columns; ++c) load_column(targets, c, targets_);
}

void Mlp::forward(std::span<const double> parameters) {
  for (std::size_t l = 0; l < places_.size(); ++l) {
    const LayerPlace& place = places_[l];
    const dense::Factors weights{.entries = parameters.data() + place.weights,
                                 .row_step = place.inputs,
                                 .column_step = 1,
                                 .rows = place.outputs,
                                 .columns = place.inputs};
    const double* const biases = place.bias ? parameters.data() + place.biases : nullptr;
    dense::multiply(weights, biases, values_[l].row(0), sums_[l].row(0), sums_[l].pairs());
    activate(net_.activations[l], sums_[l], values_[l + 1], slopes_[l]);
  }
}

double Mlp::loss() {
  const std::size_t rows = places_.back().outputs;
  loss_.entries(values_.back(), targets_, rows, entries_);
  double sum = 0;
  for (std::size_t r = 0; r < rows; ++r)
    for (std::size_t s = 0; s < samples_; ++s) sum += entries_.at(r, s);
  return sum * share_;
}

/// From the adjoints of a layer's values to those of its sums. A zero adjoint hands on zero, even along an infinite slope.
void Mlp::pull_activation(std::size_t layer) {
  LaneArray& sums = adjoints_[layer];
  Pair* const adjoints = sums.row(0);
  const Pair* const slopes = slopes_[layer].row(0);
  const std::size_t pairs = sums.rows() * sums.pairs();
  for (std::size_t i = 0; i < pairs; ++i) adjoints[i] = adjoints[i] == 0.0 ? adjoints[i] : adjoints[i] * slopes[i];
}

void Mlp::backward(std::span<const double> parameters, std::span<double> gradient) {
  const std::size_t rows = places_.back().outputs;
  LaneArray& last = adjoints_.back();
  loss_.slopes(values_.back(), targets_, rows, share_, last);
  if (samples_ % 2 == 1)
    for (std::size_t r = 0; r < rows; ++r) last.set(r, samples_, 0);
  for (std::size_t l = places_.size(); l-- > 0;) {
    const LayerPlace& place = places_[l];
    const std::size_t pairs = values_[l].pairs();
    const Pair* const adjoints = adjoints_[l].row(0);
    pull_activation(l);
    dense::gradient(adjoints, place.outputs, values_[l].row(0), place.inputs, pairs, gradient.data() + place.weights,
                    place.bias ? gradient.data() + place.biases : nullptr);
    if (l == 0) break;
    const dense::Factors transposed{.entries = parameters.data() + place.weights,
                                    .row_step = 1,
                                    .column_step = place.inputs,
                                    .rows = place.inputs,
                                    .columns = place.outputs};
    dense::multiply(transposed, nullptr, adjoints, adjoints_[l - 1].row(0), pairs);
  }
}

}  // namespace gradcircuit
