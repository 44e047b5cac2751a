#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "engine/base/matrix.hpp"
#include "engine/base/result.hpp"
#include "engine/ops/all_ops.hpp"

namespace gradcircuit {

/// A stack of dense layers: z = W x + b, then the activation at each entry of z.
struct Net {
  std::vector<std::uint32_t> widths;  ///< the inputs, then the units of each layer
  std::vector<OpId> activations;      ///< one a layer; elementwise ops with one operand
  bool bias = true;

  std::size_t layers() const { return activations.size(); }
};

/// The numbers of a layer as they are shown: weights are outputs × inputs, biases a column, without rows where there are none.
struct Layer {
  Matrix weights;
  Matrix biases;
};

/// Where the numbers of a layer stand in the one list that holds all parameters of a net: weights row by row, then biases.
struct LayerPlace {
  std::uint32_t inputs;
  std::uint32_t outputs;
  std::size_t weights;
  std::size_t biases;  ///< where they would stand, if the net has none
  bool bias;

  std::size_t weight_count() const { return std::size_t{inputs} * outputs; }
  std::size_t bias_count() const { return bias ? outputs : 0; }
  std::size_t end() const { return biases + bias_count(); }
};

std::vector<LayerPlace> places_of(const Net& net);

/// The one list of the numbers of all layers. Fails with bad_request where they are not of the net's shape; `name` is what the layers
/// are called in a request.
Result<std::vector<double>> parameters_of(const Net& net, const std::vector<Layer>& layers, std::string_view name);

Error bad_training(std::string reason);

}  // namespace gradcircuit
