#pragma once

#include <span>

#include "engine/train/train.hpp"

namespace gradcircuit {

/// Whether all numbers are finite. For the loops: one instruction looks at two of them.
bool all_finite(std::span<const double> numbers);

/// Why a gradient is no longer finite: the first value that is not, in the order in which they are computed.
Stop reason_of(std::uint64_t step, const Net& net, Mlp& passes, std::span<const double> parameters,
               std::span<const double> gradient);

}  // namespace gradcircuit
