#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/train/lane_array.hpp"
#include "engine/train/loss.hpp"
#include "engine/train/net.hpp"

namespace gradcircuit {

/// A net at work on a number of samples at once. It allocates when it is made, and never again.
class Mlp {
 public:
  Mlp(const Net& net, const Loss& loss, std::size_t samples);

  /// Takes up the samples of those indices, as many as it was made for.
  void load(MatrixView<const double> inputs, MatrixView<const double> targets, std::span<const std::uint32_t> indices);
  /// From the inputs to the outputs. O(weights × samples).
  void forward(std::span<const double> parameters);
  /// Of the last forward pass.
  double loss();
  /// The derivative of the loss by all parameters, after a forward pass. O(weights × samples).
  void backward(std::span<const double> parameters, std::span<double> gradient);

  std::size_t samples() const { return samples_; }
  const std::vector<LayerPlace>& places() const { return places_; }
  /// Of a layer, of the last forward pass: a row a unit.
  const LaneArray& sums(std::size_t layer) const { return sums_[layer]; }
  const LaneArray& values(std::size_t layer) const { return values_[layer + 1]; }
  const LaneArray& slopes(std::size_t layer) const { return slopes_[layer]; }

 private:
  void pull_activation(std::size_t layer);

  Net net_;
  const Loss& loss_;
  std::size_t samples_;
  double share_;  ///< of each entry in the loss
  std::vector<LayerPlace> places_;
  LaneArray targets_;
  LaneArray entries_;              ///< of the loss
  std::vector<LaneArray> sums_;    ///< W x + b
  std::vector<LaneArray> values_;  ///< the inputs, then what each layer makes of them
  std::vector<LaneArray> slopes_;
  std::vector<LaneArray> adjoints_;  ///< of a layer's values, then of its sums
};

}  // namespace gradcircuit
