#pragma once

#include "engine/base/lanes.hpp"

/// The exponential and its kin for many points at once, where the C library takes one at a time. They are the only functions whose
/// lanes may differ from what a number gives, in the last digits; their own bits are the same on every machine.
namespace gradcircuit::math {

inline constexpr PairBits sign_bits{std::uint64_t{1} << 63, std::uint64_t{1} << 63};
inline Pair size_of(Pair x) { return as_pair(bits_of(x) & ~sign_bits); }

/// Within 1 ulp, subnormals and overflow included.
Lanes exp(const Lanes& x);
/// exp(x) - 1 within 1.5 ulp.
Lanes expm1(const Lanes& x);
/// Within 3 ulp.
Lanes tanh(const Lanes& x);

// A function and its derivative, which have their exponential in common, at `count` pairs. The derivative keeps its digits where
// 1 - value^2 has none, and is 0 where it has no longer all of them: below 1e-307.

/// The value as above, the slope within 5 ulp.
void tanh_with_slope(const Pair* x, Pair* value, Pair* slope, std::size_t count);
/// 1 / (1 + e^-x) within 3 ulp, and its slope within 5.
void sigmoid_with_slope(const Pair* x, Pair* value, Pair* slope, std::size_t count);

}  // namespace gradcircuit::math
