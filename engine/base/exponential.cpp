#include "engine/base/exponential.hpp"

#include <numbers>

namespace gradcircuit::math {
namespace {

/// 2^exponent, from -1022 to 1023; a negative exponent is written as its two's complement.
Pair power_of_two(PairBits exponent) { return as_pair((exponent + 1023) << 52); }

/// Adding this rounds to a whole number, which is then found in the last bits, as the exponent of a double has it.
constexpr double shift = 0x1.8p52 + 1023;

/// A number is k ln 2 + rest, so that e to it is 2^k e^rest.
struct Reduced {
  Pair shifted;  ///< k + shift
  Pair rest;
  Pair lost;    ///< when the rest was rounded
  Pair curved;  ///< e^rest - 1 - rest

  PairBits power() const { return bits_of(shifted) - bits_of(pair_of(shift)); }
  /// 2^k, from -1022 to 1023.
  Pair scale() const { return as_pair(bits_of(shifted) << 52); }

  /// e^rest - 1 + start, with what the first sum rounds off.
  Pair expand(Pair start) const {
    const Pair sum = start + rest;
    const Pair rounded_off = rest - (sum - start);
    return sum + (rounded_off + (curved + lost));
  }
};

/// Σ cᵢ restⁱ⁺² is e^rest - 1 - rest, but for less than 2^-56. Not quite 1/2!, 1/3! …: of these, by Remez's exchange on ±ln 2 / 2, ten do
/// what takes twelve of Taylor's.
constexpr double coefficients[] = {
    0x1.000000000000bp-1,  0x1.5555555555561p-3,  0x1.5555555550030p-5,  0x1.111111110d638p-7,  0x1.6c16c185a7545p-10,
    0x1.a01a01bae29b0p-13, 0x1.a0199693c3003p-16, 0x1.71dddfcb53740p-19, 0x1.28b0490f1345ap-22, 0x1.af85884404359p-26};

/// times · x, where times is a power of two, so that nothing is rounded.
Reduced reduce(Pair x, double times = 1) {
  const Pair shifted = x * (times / std::numbers::ln2) + shift;
  const Pair k = shifted - shift;
  // ln 2 in two parts, the first of so few digits that k times it is exact
  const Pair high = x * times - k * 0x1.62e42fefa2p-1;
  const Pair low = k * 0x1.9ef35793c7673p-41;
  const Pair rest = high - low;

  // Estrin's scheme, in which no sum waits long for another
  const Pair squared = rest * rest;
  const Pair fourth = squared * squared;
  const auto line = [&](std::size_t i) { return coefficients[i] + coefficients[i + 1] * rest; };
  const auto cubic = [&](std::size_t i) { return line(i) + line(i + 2) * squared; };
  const Pair series = (cubic(0) + cubic(4) * fourth) + line(8) * (fourth * fourth);
  return {.shifted = shifted, .rest = rest, .lost = (high - rest) - low, .curved = squared * series};
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
  return scaled(reduced.expand(pair_of(1)), reduced.power());
}

Pair exponential_minus_one(Pair x) {
  const Reduced reduced = reduce(at_most(at_least(x, -60), 800));
  return scaled(reduced.expand(1.0 - scaled(pair_of(1), -reduced.power())), reduced.power());
}

struct PairWithSlope {
  Pair value;
  Pair slope;
};

/// An exponential in two parts, so that what is left of 1 keeps its digits.
struct Tail {
  Pair scale;
  Pair more;   ///< than the scale, or less where it is negative
  Pair whole;  ///< 0 where the exponential has no longer all its digits
};

/// e^-times·x, where x is not negative, and times is 1 or 2.
Tail tail_of(Pair x, double times) {
  const double most = 708 / times;
  const Reduced reduced = reduce(at_most(x, most), -times);
  const Pair scale = reduced.scale();
  const Pair more = scale * (reduced.rest + reduced.curved);
  const auto is_lost = reinterpret_cast<PairBits>(x > most);
  return {.scale = scale, .more = more, .whole = as_pair(bits_of(scale + more) & ~is_lost)};
}

/// With t = e^-2|x| it is (1 - t) / (1 + t).
PairWithSlope hyperbolic_tangent(Pair x) {
  const Tail tail = tail_of(size_of(x), 2);
  const Pair sum = 1.0 + tail.whole;
  const Pair inverse = 1.0 / sum;
  const Pair size = ((1.0 - tail.scale) - tail.more) / sum;
  return {.value = as_pair(bits_of(size) | (bits_of(x) & sign_bits)), .slope = 4.0 * tail.whole * inverse * inverse};
}

PairWithSlope logistic(Pair x) {
  const Pair tail = tail_of(size_of(x), 1).whole;
  const Pair inverse = 1.0 / (1.0 + tail);
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

/// `Count` pairs at a time, and what is left one by one.
template <std::size_t Count, class F>
[[gnu::always_inline]] inline void for_each_pair(F f, const Pair* x, Pair* value, Pair* slope, std::size_t count) {
  std::size_t i = 0;
  for (; i + Count <= count; i += Count) give<Count>(f, x + i, value + i, slope + i);
  for (; i < count; ++i) give<1>(f, x + i, value + i, slope + i);
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
