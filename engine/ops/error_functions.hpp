#pragma once

#include <numbers>

#include "engine/ops/elementary.hpp"

namespace gradcircuit::ops {

/// 2/√π e^(-x²), the derivative of erf.
template <class T>
T twice_gaussian(const T& x) {
  const T square = x * x;
  const T bell = call<Exp>(-square);
  return constant(2 * std::numbers::inv_sqrtpi, x) * bell;
}

struct Erf : Elementwise<1> {
  static constexpr Doc doc{.name = "erf",
                           .notation = "erf(x)",
                           .summary = "error function; squashes to (-1, 1)",
                           .rules = {"2 / sqrt(pi) * exp(-x^2)"}};
  static constexpr double samples[][1] = {{0}, {0.5}, {-2}};
  template <class T>
  static T value(const T& x) {
    return math::erf(x);
  }
  template <int I, class T>
  static T partial(const T& x, const T& /*out*/) {
    return twice_gaussian(x);
  }
};

struct Erfc : Elementwise<1> {
  static constexpr Doc doc{.name = "erfc",
                           .notation = "erfc(x)",
                           .summary = "1 - erf(x), with all digits where erf is near 1",
                           .rules = {"-2 / sqrt(pi) * exp(-x^2)"},
                           .definition = "1 - erf(x)"};
  static constexpr double samples[][1] = {{0}, {0.5}, {-2}, {5}};
  template <class T>
  static T value(const T& x) {
    return math::erfc(x);
  }
  template <int I, class T>
  static T partial(const T& x, const T& /*out*/) {
    return -twice_gaussian(x);
  }
};

}  // namespace gradcircuit::ops
