#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/train/mlp.hpp"
#include "engine/train/net.hpp"

namespace gradcircuit {

/// What a frame shows beside the number of its update.
struct Recorded {
  bool loss = true;
  bool parameters = false;
  bool gradients = false;       ///< of the loss of all samples, with l1 and l2
  bool gradient_norms = false;  ///< √Σ of the squares, of the weights of each layer
  bool activations = false;     ///< statistics over units and samples, and a histogram
  bool outputs = false;         ///< of the last layer, a row a sample
  bool distinct_units = false;  ///< units of a layer that differ in a weight or in the bias
  double histogram_from = -1.2;
  double histogram_to = 1.2;
  std::uint32_t histogram_bins = 24;

  bool needs_gradient() const { return gradients || gradient_norms; }
  bool needs_forward() const { return loss || activations || outputs || needs_gradient(); }
};

/// Where the numbers of a frame stand in it.
struct FrameLayout {
  /// Where parameters, or gradients, begin; each layer as in LayerPlace.
  std::optional<std::size_t> loss, parameters, gradients, gradient_norms, activations, outputs, distinct_units;
  std::size_t step = 0;
  std::size_t size = 1;
  std::vector<LayerPlace> layers;
  std::uint32_t samples;
  std::uint32_t bins;

  FrameLayout(const Net& net, std::uint32_t samples, const Recorded& recorded);

  /// Of one layer: mean, variance, share of saturated values, then the histogram.
  std::size_t statistics() const { return 3 + std::size_t{bins}; }
};

/// A value is saturated where its activation's slope is smaller than this.
inline constexpr double saturated_below = 0.05;

/// What a frame is made of. The passes are those that `Recorded` needs.
struct Moment {
  std::uint64_t step;
  std::span<const double> parameters;
  std::span<const double> gradient;
  Mlp& passes;
};

/// Writes a frame of `layout.size` numbers.
void write_frame(const FrameLayout& layout, const Recorded& recorded, const Moment& moment, std::span<double> frame);

}  // namespace gradcircuit
