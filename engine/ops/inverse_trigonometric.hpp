#pragma once

#include "engine/ops/elementary.hpp"
#include "engine/ops/piecewise.hpp"

namespace gradcircuit::ops {

/// 1 - x²; of numbers as a product, because their square has lost what the difference needs near 1.
template <class T>
T one_minus_square(const T& x) {
  const T one = constant(1, x);
  if constexpr (math::Number<T>) {
    return (one - x) * (one + x);
  } else {
    const T square = x * x;
    return one - square;
  }
}

/// sqrt(x² - 1), likewise, and without overflow.
template <class T>
T root_of_square_minus_one(const T& x) {
  const T one = constant(1, x);
  if constexpr (math::Number<T>) {
    const T size = math::abs(x);
    return math::sqrt(size - one) * math::sqrt(size + one);
  } else {
    const T square = x * x;
    return call<Sqrt>(square - one);
  }
}

/// sqrt(1 + x²), likewise.
template <class T>
T root_of_one_plus_square(const T& x) {
  const T one = constant(1, x);
  if constexpr (math::Number<T>) {
    return math::hypot(one, x);
  } else {
    const T square = x * x;
    return call<Sqrt>(one + square);
  }
}

struct Asin : Elementwise<1> {
  static constexpr Doc doc{.name = "asin",
                           .aliases = "arcsin",
                           .notation = "asin(x)",
                           .summary = "the angle in [-pi/2, pi/2] whose sine is x",
                           .rules = {"1 / sqrt(1 - x^2)"},
                           .kinks = "at -1 and 1 the derivative is +Infinity"};
  static constexpr double samples[][1] = {{0}, {0.5}, {-0.9}};
  template <class T>
  static T value(const T& x) {
    return math::asin(x);
  }
  template <int I, class T>
  static T partial(const T& x, const T& /*out*/) {
    const T root = call<Sqrt>(one_minus_square(x));
    return constant(1, x) / root;
  }
  static bool kink(std::span<const double> x) { return x[0] == 1 || x[0] == -1; }
  static constexpr std::string_view at_kink = "+Infinity";
};

struct Acos : Elementwise<1> {
  static constexpr Doc doc{.name = "acos",
                           .aliases = "arccos",
                           .notation = "acos(x)",
                           .summary = "the angle in [0, pi] whose cosine is x",
                           .rules = {"-1 / sqrt(1 - x^2)"},
                           .kinks = "at -1 and 1 the derivative is -Infinity"};
  static constexpr double samples[][1] = {{0}, {0.5}, {-0.9}};
  template <class T>
  static T value(const T& x) {
    return math::acos(x);
  }
  template <int I, class T>
  static T partial(const T& x, const T& /*out*/) {
    const T root = call<Sqrt>(one_minus_square(x));
    return constant(-1, x) / root;
  }
  static bool kink(std::span<const double> x) { return x[0] == 1 || x[0] == -1; }
  static constexpr std::string_view at_kink = "-Infinity";
};

struct Atan : Elementwise<1> {
  static constexpr Doc doc{.name = "atan",
                           .aliases = "arctan",
                           .notation = "atan(x)",
                           .summary = "the angle in (-pi/2, pi/2) whose tangent is x",
                           .rules = {"1 / (1 + x^2)"}};
  static constexpr double samples[][1] = {{0}, {0.5}, {-3}};
  template <class T>
  static T value(const T& x) {
    return math::atan(x);
  }
  template <int I, class T>
  static T partial(const T& x, const T& /*out*/) {
    const T square = x * x;
    const T sum = constant(1, x) + square;
    return constant(1, x) / sum;
  }
};

struct Atan2 : Elementwise<2> {
  static constexpr Doc doc{.name = "atan2",
                           .aliases = "arctan2",
                           .notation = "atan2(y, x)",
                           .summary = "the angle in (-pi, pi] of the point (x, y)",
                           .rules = {"x / (x^2 + y^2)", "-y / (x^2 + y^2)"},
                           .kinks = "at (0, 0) the derivative is taken as 0; the angle jumps at the negative x-axis"};
  static constexpr double samples[][2] = {{1, 2}, {-0.5, -1.5}, {2, -0.25}};
  template <class T>
  static T value(const T& y, const T& x) {
    return math::atan2(y, x);
  }
  template <int I, class T>
  static T partial(const T& y, const T& x, const T& /*out*/) {
    const T square = x * x;
    const T other = y * y;
    const T sum = square + other;
    return (I == 0 ? x : -y) / sum;
  }
  // the squares overflow long before the quotient vanishes
  template <int I, math::Number T>
  static T numeric_partial(const T& y, const T& x, const T& /*out*/) {
    const T length = math::hypot(x, y);
    return math::where(math::equal(length, T(0)), T(0), (I == 0 ? x : -y) / length / length);
  }
  static bool kink(std::span<const double> at) { return at[0] == 0 && at[1] == 0; }
  static constexpr std::string_view at_kink = "0";
};

struct Asec : Elementwise<1> {
  static constexpr Doc doc{.name = "asec",
                           .aliases = "arcsec",
                           .notation = "asec(x)",
                           .summary = "the angle in [0, pi] whose secant is x",
                           .rules = {"1 / (abs(x) * sqrt(x^2 - 1))"},
                           .kinks = "at -1 and 1 the derivative is +Infinity",
                           .definition = "acos(1 / x)"};
  static constexpr double samples[][1] = {{2}, {-1.5}, {40}};
  template <class T>
  static T value(const T& x) {
    using namespace math;
    const T sign = where(less(x, T(0)), T(-1), T(1));
    return atan2(root_of_square_minus_one(x), sign);  // acos(1 / x) loses digits near 1
  }
  template <int I, class T>
  static T partial(const T& x, const T& /*out*/) {
    const T root = root_of_square_minus_one(x);
    const T size = call<Abs>(x);
    const T product = size * root;
    return constant(1, x) / product;
  }
  static bool kink(std::span<const double> x) { return x[0] == 1 || x[0] == -1; }
  static constexpr std::string_view at_kink = "+Infinity";
};

struct Acsc : Elementwise<1> {
  static constexpr Doc doc{.name = "acsc",
                           .aliases = "arccsc arccosec",
                           .notation = "acsc(x)",
                           .summary = "the angle in [-pi/2, pi/2] whose cosecant is x",
                           .rules = {"-1 / (abs(x) * sqrt(x^2 - 1))"},
                           .kinks = "at -1 and 1 the derivative is -Infinity",
                           .definition = "asin(1 / x)"};
  static constexpr double samples[][1] = {{2}, {-1.5}, {40}};
  template <class T>
  static T value(const T& x) {
    using namespace math;
    const T sign = where(less(x, T(0)), T(-1), T(1));
    return atan2(sign, root_of_square_minus_one(x));
  }
  template <int I, class T>
  static T partial(const T& x, const T& /*out*/) {
    const T root = root_of_square_minus_one(x);
    const T size = call<Abs>(x);
    const T product = size * root;
    return constant(-1, x) / product;
  }
  static bool kink(std::span<const double> x) { return x[0] == 1 || x[0] == -1; }
  static constexpr std::string_view at_kink = "-Infinity";
};

struct Acot : Elementwise<1> {
  static constexpr Doc doc{
      .name = "acot",
      .aliases = "arccot",
      .notation = "acot(x)",
      .summary = "the angle in (0, pi) whose cotangent is x; others take (-pi/2, pi/2], which jumps at 0",
      .rules = {"-1 / (1 + x^2)"},
      .definition = "pi / 2 - atan(x)"};
  static constexpr double samples[][1] = {{0}, {0.5}, {-3}};
  template <class T>
  static T value(const T& x) {
    return math::atan2(T(1), x);
  }
  template <int I, class T>
  static T partial(const T& x, const T& /*out*/) {
    const T square = x * x;
    const T sum = constant(1, x) + square;
    return constant(-1, x) / sum;
  }
};

}  // namespace gradcircuit::ops
