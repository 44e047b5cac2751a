#pragma once

#include <cmath>
#include <numbers>

#include "engine/base/lanes.hpp"

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

/// Applies a function of doubles to a number or to every lane.
template <class F>
double apply(F f, double x) {
  return f(x);
}
template <class F>
Lanes apply(F f, const Lanes& x) {
  return each(x, f);
}
template <class F>
double apply(F f, double x, double y) {
  return f(x, y);
}
template <class F>
Lanes apply(F f, const Lanes& x, const Lanes& y) {
  return each(x, y, f);
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

// clang-format off
template <Number T> T pow(const T& x, const T& y) { return apply(power, x, y); }
template <Number T> T exp(const T& x) { return apply([](double a) { return std::exp(a); }, x); }
template <Number T> T exp2(const T& x) { return apply([](double a) { return power_of(2, a); }, x); }
template <Number T> T log(const T& x) { return apply([](double a) { return std::log(a); }, x); }
template <Number T> T expm1(const T& x) { return apply([](double a) { return std::expm1(a); }, x); }
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
template <Number T> T tanh(const T& x) { return apply([](double a) { return std::tanh(a); }, x); }
template <Number T> T asinh(const T& x) { return apply([](double a) { return std::asinh(a); }, x); }
template <Number T> T acosh(const T& x) { return apply([](double a) { return std::acosh(a); }, x); }
template <Number T> T atanh(const T& x) { return apply([](double a) { return std::atanh(a); }, x); }
template <Number T> T erf(const T& x) { return apply([](double a) { return std::erf(a); }, x); }
template <Number T> T erfc(const T& x) { return apply([](double a) { return std::erfc(a); }, x); }
template <Number T> T floor(const T& x) { return apply([](double a) { return std::floor(a); }, x); }
template <Number T> T abs(const T& x) { return apply([](double a) { return std::fabs(a); }, x); }
template <Number T> T hypot(const T& x, const T& y) { return apply([](double a, double b) { return std::hypot(a, b); }, x, y); }
template <Number T> T atan2(const T& y, const T& x) { return apply([](double a, double b) { return std::atan2(a, b); }, y, x); }

template <Number T> T less(const T& x, const T& y) { return apply([](double a, double b) { return a < b ? 1.0 : 0.0; }, x, y); }
template <Number T> T less_equal(const T& x, const T& y) { return apply([](double a, double b) { return a <= b ? 1.0 : 0.0; }, x, y); }
template <Number T> T equal(const T& x, const T& y) { return apply([](double a, double b) { return a == b ? 1.0 : 0.0; }, x, y); }
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
inline double where(double condition, double yes, double no) { return condition != 0 ? yes : no; }
inline Lanes where(const Lanes& condition, const Lanes& yes, const Lanes& no) {
  Lanes out;
  for (std::size_t i = 0; i < Lanes::count; ++i) out.lane[i] = where(condition.lane[i], yes.lane[i], no.lane[i]);
  return out;
}

}  // namespace gradcircuit::math
