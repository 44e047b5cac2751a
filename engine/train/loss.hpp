#pragma once

#include <span>
#include <string_view>

#include "engine/train/lane_array.hpp"

namespace gradcircuit {

struct LossDoc {
  std::string_view name;
  std::string_view formula;  ///< o the outputs, t the targets, n the samples, m the outputs of a sample
  std::string_view summary;
  bool probabilities = false;  ///< targets lie in [0, 1]
};

/// How far the outputs are from the targets, over all samples.
struct Loss {
  LossDoc doc;
  /// What the sum over all entries is multiplied by.
  double (*share)(std::size_t samples, std::size_t outputs);
  /// Of every entry; of a sample with several outputs, all of them together. `scratch` has their size.
  void (*entries)(const LaneArray& outputs, const LaneArray& targets, std::size_t rows, LaneArray& entries);
  /// The derivative of every entry's loss by its output, times `share`.
  void (*slopes)(const LaneArray& outputs, const LaneArray& targets, std::size_t rows, double share, LaneArray& slopes);
};

std::span<const Loss> all_losses();
/// Null where there is none of that name.
const Loss* find_loss(std::string_view name);

}  // namespace gradcircuit
