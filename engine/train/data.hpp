#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "engine/base/matrix.hpp"
#include "engine/base/random.hpp"

namespace gradcircuit {

/// What a net is trained on: a sample is a row of both.
struct TrainingData {
  Matrix inputs;
  Matrix targets;

  std::uint32_t count() const { return inputs.shape().rows; }
};

struct DataDoc {
  std::string_view name;
  std::string_view formula;  ///< of the target; for classes, where each lies
  std::string_view summary;
  std::uint32_t inputs = 2;
  std::uint32_t samples = 200;  ///< as many as there are unless asked otherwise
  bool classes = true;          ///< targets are 0 and 1; otherwise numbers to be met
};

/// A task that is made up: sample `i` of `count`, from one generator.
struct DataSet {
  DataDoc doc;
  void (*make)(std::uint32_t i, std::uint32_t count, Random& random, double* inputs, double& target);
};

std::span<const DataSet> all_data_sets();
/// Null where there is none of that name.
const DataSet* find_data_set(std::string_view name);

/// `noise` is the standard deviation of what is added to the inputs of classes, or to targets that are numbers.
TrainingData make_data(const DataSet& set, std::uint32_t samples, double noise, std::uint64_t seed);

}  // namespace gradcircuit
