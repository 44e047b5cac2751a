#pragma once

#include <cmath>
#include <concepts>
#include <numbers>

#include "engine/base/exponential.hpp"

/// Functions of numbers, one at a time or in lanes, under one name, so that an op writes its rule once.
namespace gradcircuit::math {

template <class T>
inline constexpr bool is_number = false;
template <>
inline constexpr bool is_number<double> = true;
template <>
inline constexpr bool is_number<Lanes> = true;

template <class T>
concept Number = is_number<T>;

/// Applies a function of doubles to numbers or to every lane.
template <class F, std::same_as<double>... X>
double apply(F f, X... x) {
  return f(x...);
}
template <class F, std::same_as<Lanes>... X>
Lanes apply(F f, const X&... x) {
  return each_lane(f, x...);
}

/// Applies a function to numbers or to pairs of lanes: whatever is written with operators is a function of both.
template <class F, std::same_as<double>... X>
double apply_paired(F f, X... x) {
  return f(x...);
}
template <class F, std::same_as<Lanes>... X>
Lanes apply_paired(F f, const X&... x) {
  return each_pair(f, x...);
}

/// Exact at powers of two, in the C library's table of the natural logarithm: one of its own is 2 kB of the module.
inline double binary_logarithm(double x) {
  int exponent = 0;
  double fraction = std::frexp(x, &exponent);
  if (fraction < std::numbers::sqrt2 / 2) {  // from √½ to √2, so that nothing cancels around 1
    fraction *= 2;
    --exponent;
  }
  return std::log(fraction) / std::numbers::ln2 + exponent;
}

/// Not inlined: of a constant base the compiler makes a function of its own, half a kB each.
[[gnu::noinline]] inline double power_of(double base, double exponent) { return std::pow(base, exponent); }

/// Exact at powers of ten, likewise.
inline double decimal_logarithm(double x) {
  const double logarithm = std::log(x) / std::numbers::ln10;
  const double whole = std::floor(logarithm + 0.5);
  return power_of(10, whole) == x ? whole : logarithm;
}

/// One step of Newton's makes a rounded power a cube root, exact at cubes.
inline double cube_root(double x) {
  const double root = std::copysign(std::pow(std::fabs(x), 1.0 / 3), x);
  const double better = root - (root - x / (root * root)) / 3;
  return std::isfinite(better) ? better : root;
}

/// Powers that need no rounded logarithm are exact to the last bit, so that x^2 is x*x, and fast.
inline double power(double x, double y) { return y == 2 ? x * x : y == 1 ? x : std::pow(x, y); }

// beside those of lanes, which exponential.hpp has
inline double exp(double x) { return std::exp(x); }
inline double expm1(double x) { return std::expm1(x); }
inline double tanh(double x) { return std::tanh(x); }

inline double size_of(double x) { return std::fabs(x); }
inline double one_where(bool condition) { return condition ? 1 : 0; }
inline Pair one_where(PairMask condition) { return condition ? pair_of(1) : pair_of(0); }

// clang-format off
template <Number T> T pow(const T& x, const T& y) { return apply(power, x, y); }
template <Number T> T exp2(const T& x) { return apply([](double a) { return power_of(2, a); }, x); }
template <Number T> T log(const T& x) { return apply([](double a) { return std::log(a); }, x); }
template <Number T> T log1p(const T& x) { return apply([](double a) { return std::log1p(a); }, x); }
template <Number T> T sqrt(const T& x) { return apply([](double a) { return std::sqrt(a); }, x); }
template <Number T> T log2(const T& x) { return apply(binary_logarithm, x); }
template <Number T> T log10(const T& x) { return apply(decimal_logarithm, x); }
template <Number T> T cbrt(const T& x) { return apply(cube_root, x); }
template <Number T> T sin(const T& x) { return apply([](double a) { return std::sin(a); }, x); }
template <Number T> T cos(const T& x) { return apply([](double a) { return std::cos(a); }, x); }
template <Number T> T tan(const T& x) { return apply([](double a) { return std::tan(a); }, x); }
template <Number T> T atan(const T& x) { return apply([](double a) { return std::atan(a); }, x); }
template <Number T> T sinh(const T& x) { return apply([](double a) { return std::sinh(a); }, x); }
template <Number T> T cosh(const T& x) { return apply([](double a) { return std::cosh(a); }, x); }
template <Number T> T asinh(const T& x) { return apply([](double a) { return std::asinh(a); }, x); }
template <Number T> T acosh(const T& x) { return apply([](double a) { return std::acosh(a); }, x); }
template <Number T> T atanh(const T& x) { return apply([](double a) { return std::atanh(a); }, x); }
template <Number T> T erf(const T& x) { return apply([](double a) { return std::erf(a); }, x); }
template <Number T> T erfc(const T& x) { return apply([](double a) { return std::erfc(a); }, x); }
template <Number T> T floor(const T& x) { return apply([](double a) { return std::floor(a); }, x); }
template <Number T> T abs(const T& x) { return apply_paired([](auto a) { return size_of(a); }, x); }
template <Number T> T hypot(const T& x, const T& y) { return apply([](double a, double b) { return std::hypot(a, b); }, x, y); }
template <Number T> T atan2(const T& y, const T& x) { return apply([](double a, double b) { return std::atan2(a, b); }, y, x); }

template <Number T> T less(const T& x, const T& y) { return apply_paired([](auto a, auto b) { return one_where(a < b); }, x, y); }
template <Number T> T less_equal(const T& x, const T& y) { return apply_paired([](auto a, auto b) { return one_where(a <= b); }, x, y); }
template <Number T> T equal(const T& x, const T& y) { return apply_paired([](auto a, auto b) { return one_where(a == b); }, x, y); }
// clang-format on

// shorter than the C library's by half a kB each, and as exact
template <Number T>
T asin(const T& x) {
  return atan2(x, sqrt((T(1) - x) * (T(1) + x)));
}
template <Number T>
T acos(const T& x) {
  return atan2(sqrt((T(1) - x) * (T(1) + x)), x);
}

/// `yes` where the condition is not 0, otherwise `no`. The branch not taken may be NaN.
template <Number T>
T where(const T& condition, const T& yes, const T& no) {
  return apply_paired([](auto c, auto a, auto b) { return c != 0.0 ? a : b; }, condition, yes, no);
}

}  // namespace gradcircuit::math
