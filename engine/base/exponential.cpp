#include "engine/base/exponential.hpp"

#include <numbers>

namespace gradcircuit::math {
namespace {

/// 2^exponent, from -1022 to 1023; a negative exponent is written as its two's complement.
Pair power_of_two(PairBits exponent) { return as_pair((exponent + 1023) << 52); }

/// x = k ln 2 + rest, so that e^x = 2^k e^rest.
struct Reduced {
  Pair rest;
  Pair curved;  ///< e^rest - 1 - rest, and what rest lost when it was rounded
  PairBits power;

  /// e^rest - 1 + start, with what the first sum rounds off.
  Pair expand(Pair start) const {
    const Pair sum = start + rest;
    const Pair lost = rest - (sum - start);
    return sum + (lost + curved);
  }
};

/// 1/2!, 1/3! … 1/13!; what follows is less than 2^-57 of the sum.
constexpr std::array<double, 12> factorials = [] {
  std::array<double, 12> inverse{};
  double factorial = 1;
  for (std::size_t i = 0; i < inverse.size(); ++i) inverse[i] = 1 / (factorial *= static_cast<double>(i + 2));
  return inverse;
}();

Reduced reduce(Pair x) {
  // adding this rounds to a whole number, which is then found in the last bits
  const Pair shift = pair_of(0x1.8p52);
  const Pair shifted = x * (1 / std::numbers::ln2) + shift;
  const Pair k = shifted - shift;
  // ln 2 in two parts, the first of so few digits that k times it is exact
  const Pair high = x - k * 0x1.62e42fefa2p-1;
  const Pair low = k * 0x1.9ef35793c7673p-41;
  const Pair rest = high - low;
  const Pair lost = (high - rest) - low;

  // Estrin's scheme, in which no sum waits long for another
  const Pair squared = rest * rest;
  const Pair fourth = squared * squared;
  const auto line = [&](std::size_t i) { return factorials[i] + factorials[i + 1] * rest; };
  const auto cubic = [&](std::size_t i) { return line(i) + line(i + 2) * squared; };
  const Pair series = (cubic(0) + cubic(4) * fourth) + cubic(8) * (fourth * fourth);
  return {.rest = rest, .curved = squared * series + lost, .power = bits_of(shifted) - bits_of(shift)};
}

Pair at_least(Pair x, double least) { return x < pair_of(least) ? pair_of(least) : x; }  // keeps NaN, as does at_most
Pair at_most(Pair x, double most) { return x > pair_of(most) ? pair_of(most) : x; }

/// 2^power alone may overflow where 2^power times the value does not, so that it comes in two factors.
Pair scaled(Pair value, PairBits power) {
  const PairBits half = ((power + 2048) >> 1) - 1024;
  return value * power_of_two(half) * power_of_two(power - half);
}

Pair exponential(Pair x) {
  const Reduced reduced = reduce(at_most(at_least(x, -800), 800));  // it is long 0 there, or infinite
  return scaled(reduced.expand(pair_of(1)), reduced.power);
}

Pair exponential_minus_one(Pair x) {
  const Reduced reduced = reduce(at_most(at_least(x, -60), 800));
  return scaled(reduced.expand(1.0 - scaled(pair_of(1), -reduced.power)), reduced.power);
}

struct PairWithSlope {
  Pair value;
  Pair slope;
};

/// Below this the exponential is taken to be 0: from there on it has not all its digits.
constexpr double least_exponent = -708;

/// With t = e^-2|x| it is (1 - t) / (1 + t).
PairWithSlope hyperbolic_tangent(Pair x) {
  const Pair exponent = size_of(x) * -2.0;
  const Reduced reduced = reduce(at_least(exponent, least_exponent));
  const Pair scale = power_of_two(reduced.power);
  // t in two parts, so that 1 - t keeps its digits
  const Pair sum = 1.0 + reduced.rest;
  const Pair high = scale * sum;
  const Pair low = scale * ((reduced.rest - (sum - 1.0)) + reduced.curved);
  const Pair tail = exponent < least_exponent ? pair_of(0) : high + low;
  const Pair whole = tail + 1.0;
  const Pair inverse = 1.0 / whole;
  const Pair size = ((1.0 - high) - low) / whole;
  return {.value = as_pair(bits_of(size) | (bits_of(x) & sign_bits)), .slope = 4.0 * tail * inverse * inverse};
}

PairWithSlope logistic(Pair x) {
  const Pair exponent = -size_of(x);
  const Reduced reduced = reduce(at_least(exponent, least_exponent));
  const Pair all = reduced.expand(pair_of(1)) * power_of_two(reduced.power);
  const Pair tail = exponent < least_exponent ? pair_of(0) : all;
  const Pair inverse = 1.0 / (tail + 1.0);
  return {.value = (x < pair_of(0) ? tail : pair_of(1)) * inverse, .slope = tail * inverse * inverse};
}

/// All are computed before the first is stored, so that they need not wait for each other and have their constants in common.
template <std::size_t Count, class F>
[[gnu::always_inline]] inline void give(F f, const Pair* x, Pair* value, Pair* slope) {
  std::array<PairWithSlope, Count> both;
  for (std::size_t p = 0; p < Count; ++p) both[p] = f(x[p]);
  for (std::size_t p = 0; p < Count; ++p) {
    value[p] = both[p].value;
    slope[p] = both[p].slope;
  }
}

/// `Count` pairs at a time, and what is left in halves of that.
template <std::size_t Count, class F>
[[gnu::always_inline]] inline void for_each_pair(F f, const Pair* x, Pair* value, Pair* slope, std::size_t count) {
  std::size_t i = 0;
  for (; i + Count <= count; i += Count) give<Count>(f, x + i, value + i, slope + i);
  if constexpr (Count > 1) for_each_pair<Count / 2>(f, x + i, value + i, slope + i, count - i);
}

}  // namespace

Lanes exp(const Lanes& x) { return each_pair(exponential, x); }

Lanes expm1(const Lanes& x) {
  return each_pair([](Pair at) { return at == 0 ? at : exponential_minus_one(at); }, x);  // keeps -0
}

Lanes tanh(const Lanes& x) {
  return each_pair([](Pair at) { return hyperbolic_tangent(at).value; }, x);
}

void tanh_with_slope(const Pair* x, Pair* value, Pair* slope, std::size_t count) {
  for_each_pair<4>(hyperbolic_tangent, x, value, slope, count);
}

void sigmoid_with_slope(const Pair* x, Pair* value, Pair* slope, std::size_t count) {
  for_each_pair<2>(logistic, x, value, slope, count);
}

}  // namespace gradcircuit::math
