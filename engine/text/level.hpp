#pragma once

#include <cstdint>

namespace gradcircuit {

/// How tightly an operator binds, loosest first.
enum class Level : std::uint8_t { comparison, sum, product, sign, power, postfix };

constexpr Level tighter(Level level) { return static_cast<Level>(static_cast<int>(level) + 1); }

}  // namespace gradcircuit
