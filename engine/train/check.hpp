#pragma once

#include <optional>

#include "engine/train/train.hpp"

namespace gradcircuit {

/// What is wrong with a request, by its field; nothing if it can be fulfilled. Allocates nothing that grows with what it asks for.
std::optional<Error> check(const TrainRequest& request);
/// Of settings alone.
std::optional<Error> check(const OptimizerChoice& choice);

}  // namespace gradcircuit
