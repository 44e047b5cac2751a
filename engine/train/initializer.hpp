#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "engine/base/random.hpp"
#include "engine/train/net.hpp"

namespace gradcircuit {

struct InitializerDoc {
  std::string_view name;
  std::string_view formula;  ///< of every weight, before `scale`; n the inputs of the layer, m its outputs
  std::string_view summary;
};

/// How the weights of a layer start. Biases start at 0.
struct Initializer {
  InitializerDoc doc;
  void (*fill)(MatrixView<double> weights, double scale, Random& random);
};

std::span<const Initializer> all_initializers();
/// Null where there is none of that name.
const Initializer* find_initializer(std::string_view name);

/// Parameters of the whole net, layer by layer and row by row, from a generator of that seed: nothing else changes them.
std::vector<double> initial_parameters(const Net& net, const Initializer& initializer, double scale,
                                       std::uint64_t seed);

}  // namespace gradcircuit
