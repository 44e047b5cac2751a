#include "engine/base/exponential.hpp"

#include <numbers>

namespace gradcircuit::math {
namespace {

/// 2^exponent, from -1022 to 1023; a negative exponent is written as its two's complement.
Pair power_of_two(PairBits exponent) { return as_pair((exponent + 1023) << 52); }

/// x = k ln 2 + rest, so that e^x = 2^k e^rest. 2^k alone may overflow where e^x does not, so that it comes in two factors.
struct Reduced {
  Pair rest;
  Pair curved;   ///< e^rest - 1 - rest, and what rest lost when it was rounded
  Pair lower;    ///< 2^(k/2), and
  Pair upper;    ///< what is left of 2^k
  Pair inverse;  ///< 1 / upper
};

/// 1/2!, 1/3! … 1/13!; what follows is less than 2^-57 of the sum.
constexpr std::array<double, 12> factorials = [] {
  std::array<double, 12> inverse{};
  double factorial = 1;
  for (std::size_t i = 0; i < inverse.size(); ++i) inverse[i] = 1 / (factorial *= static_cast<double>(i + 2));
  return inverse;
}();

Reduced reduce(Pair x) {
  const Pair most = pair_of(800);  // e^x is long infinite, or 0
  x = x > most ? most : x;
  x = x < -most ? -most : x;  // keeps NaN

  // adding this rounds to a whole number, which is then found in the last bits
  const Pair shift = pair_of(0x1.8p52);
  const Pair shifted = x * (1 / std::numbers::ln2) + shift;
  const Pair k = shifted - shift;
  // ln 2 in two parts, the first of so few digits that k times it is exact
  const Pair high = x - k * 0x1.62e42fefa2p-1;
  const Pair low = k * 0x1.9ef35793c7673p-41;
  const Pair rest = high - low;
  const Pair lost = (high - rest) - low;

  Pair series = pair_of(factorials.back());
  for (std::size_t i = factorials.size() - 1; i-- > 0;) series = series * rest + factorials[i];

  const PairBits power = bits_of(shifted) - bits_of(shift);
  const PairBits half = ((power + 2048) >> 1) - 1024;
  return {.rest = rest,
          .curved = rest * rest * series + lost,
          .lower = power_of_two(half),
          .upper = power_of_two(power - half),
          .inverse = power_of_two(half - power)};
}

/// 2^k (e^rest - 1) + upper * start, with what the first sum rounds off.
Pair expand(const Reduced& x, Pair start) {
  const Pair line = x.lower * x.rest;
  const Pair sum = start + line;
  const Pair lost = line - (sum - start);
  return x.upper * (sum + (lost + x.lower * x.curved));
}

Pair exponential(Pair x) {
  const Reduced reduced = reduce(x);
  return expand(reduced, reduced.lower);
}

Pair exponential_minus_one(Pair x) {
  const Reduced reduced = reduce(x);
  return expand(reduced, reduced.lower - reduced.inverse);
}

/// With t = e^-2|x| - 1 it is -t / (t + 2), less what the sum rounds off.
Pair hyperbolic_tangent(Pair x, Pair tail) {
  const Pair sum = tail + 2.0;
  const Pair lost = tail - (sum - 2.0);
  const Pair quotient = tail / sum;
  const Pair size = quotient - quotient * (lost / sum);
  return as_pair(bits_of(size_of(size)) | (bits_of(x) & sign_bits));
}

Pair hyperbolic_tangent(Pair x) { return hyperbolic_tangent(x, exponential_minus_one(size_of(x) * -2.0)); }

struct PairWithSlope {
  Pair value;
  Pair slope;
};

PairWithSlope hyperbolic_tangent_with_slope(Pair x) {
  const Reduced reduced = reduce(size_of(x) * -2.0);
  const Pair tail = expand(reduced, reduced.lower);  // e^-2|x|
  const Pair inverse = 1.0 / (tail + 1.0);
  return {.value = hyperbolic_tangent(x, expand(reduced, reduced.lower - reduced.inverse)),
          .slope = 4.0 * tail * inverse * inverse};
}

PairWithSlope logistic_with_slope(Pair x) {
  const Pair tail = exponential(-size_of(x));  // never overflows
  const Pair inverse = 1.0 / (tail + 1.0);
  const Pair value = (x < pair_of(0) ? tail : pair_of(1)) * inverse;
  return {.value = value, .slope = tail * inverse * inverse};
}

template <class F>
void for_each_pair(F f, const Pair* x, Pair* value, Pair* slope, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    const PairWithSlope both = f(x[i]);
    value[i] = both.value;
    slope[i] = both.slope;
  }
}

}  // namespace

Lanes exp(const Lanes& x) { return each_pair(exponential, x); }

Lanes expm1(const Lanes& x) {
  return each_pair([](Pair at) { return at == 0 ? at : exponential_minus_one(at); }, x);  // keeps -0
}

Lanes tanh(const Lanes& x) {
  return each_pair([](Pair at) { return hyperbolic_tangent(at); }, x);
}

void tanh_with_slope(const Pair* x, Pair* value, Pair* slope, std::size_t count) {
  for_each_pair(hyperbolic_tangent_with_slope, x, value, slope, count);
}

void sigmoid_with_slope(const Pair* x, Pair* value, Pair* slope, std::size_t count) {
  for_each_pair(logistic_with_slope, x, value, slope, count);
}

}  // namespace gradcircuit::math
