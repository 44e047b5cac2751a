#include "engine/base/power_of_ten.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdlib>
#include <limits>

namespace gradcircuit {
namespace {

/// mantissa × 2^exponent, the highest bit of the mantissa set.
struct Scaled {
  std::uint64_t mantissa;
  int exponent;
};

/// 10^1, 10^2, 10^4, … 10^256 and their inverses, to the nearest mantissa.
constexpr Scaled powers[] = {{0xa000000000000000, -60}, {0xc800000000000000, -57}, {0x9c40000000000000, -50},
                             {0xbebc200000000000, -37}, {0x8e1bc9bf04000000, -10}, {0x9dc5ada82b70b59e, 43},
                             {0xc2781f49ffcfa6d5, 149}, {0x93ba47c980e98ce0, 362}, {0xaa7eebfb9df9de8e, 787}};
constexpr Scaled inverses[] = {{0xcccccccccccccccd, -67},  {0xa3d70a3d70a3d70a, -70},  {0xd1b71758e219652c, -77},
                               {0xabcc77118461cefd, -90},  {0xe69594bec44de15b, -117}, {0xcfb11ead453994ba, -170},
                               {0xa87fea27a539e9a5, -276}, {0xddd0467c64bce4a1, -489}, {0xc0314325637a193a, -914}};

/// The upper half of a product of 128 bits.
std::uint64_t upper_product(std::uint64_t a, std::uint64_t b) {
  constexpr std::uint64_t lower = 0xffffffff;
  const std::uint64_t first = (a >> 32) * (b & lower) + ((a & lower) * (b & lower) >> 32);
  const std::uint64_t second = (a & lower) * (b >> 32) + (first & lower);
  return (a >> 32) * (b >> 32) + (first >> 32) + (second >> 32);
}

}  // namespace

std::optional<double> times_power_of_ten(std::uint64_t integer, int power) {
  if (integer == 0) return 0;
  if (std::abs(power) > 511) return std::nullopt;
  const int zeros = std::countl_zero(integer);
  Scaled scaled{.mantissa = integer << zeros, .exponent = -zeros};
  // Half a unit of the factor's last place and a whole one cut off before the shift: relative to the product, 5/4 × 2^-62.
  constexpr std::uint64_t error_of_product = 5;
  std::uint64_t error = 0;
  for (std::size_t k = 0; std::abs(power) >> k != 0; ++k) {
    if ((std::abs(power) >> k) % 2 == 0) continue;
    const Scaled& factor = power < 0 ? inverses[k] : powers[k];
    scaled.mantissa = upper_product(scaled.mantissa, factor.mantissa);
    scaled.exponent += factor.exponent + 64;
    const int shift = std::countl_zero(scaled.mantissa);
    scaled.mantissa <<= shift;
    scaled.exponent -= shift;
    error += error_of_product;
  }

  using Limits = std::numeric_limits<double>;
  const int last_bit = std::max(scaled.exponent + 64 - Limits::digits, Limits::min_exponent - Limits::digits);
  const int dropped = last_bit - scaled.exponent;
  if (dropped > 63) return std::nullopt;
  const std::uint64_t half = std::uint64_t{1} << (dropped - 1);
  const std::uint64_t rest = scaled.mantissa & (2 * half - 1);
  if (rest + error >= half && rest <= half + error) return std::nullopt;
  return std::ldexp(static_cast<double>((scaled.mantissa >> dropped) + (rest > half)), last_bit);
}

}  // namespace gradcircuit
