#pragma once

#include "engine/ops/inverse_trigonometric.hpp"

namespace gradcircuit::ops {

struct Asinh : Elementwise<1> {
  static constexpr Doc doc{.name = "asinh",
                           .aliases = "arsinh arcsinh",
                           .notation = "asinh(x)",
                           .summary = "the number whose hyperbolic sine is x",
                           .rules = {"1 / sqrt(1 + x^2)"}};
  static constexpr double samples[][1] = {{0}, {0.5}, {-3}};
  template <class T>
  static T value(const T& x) {
    return math::asinh(x);
  }
  template <int I, class T>
  static T partial(const T& x, const T& /*out*/) {
    const T root = root_of_one_plus_square(x);
    return constant(1, x) / root;
  }
};

struct Acosh : Elementwise<1> {
  static constexpr Doc doc{.name = "acosh",
                           .aliases = "arcosh arccosh",
                           .notation = "acosh(x)",
                           .summary = "the number from 0 on whose hyperbolic cosine is x",
                           .rules = {"1 / sqrt(x^2 - 1)"},
                           .kinks = "at 1 the derivative is +Infinity"};
  static constexpr double samples[][1] = {{2}, {1.5}, {40}};
  template <class T>
  static T value(const T& x) {
    return math::acosh(x);
  }
  template <int I, class T>
  static T partial(const T& x, const T& /*out*/) {
    const T root = root_of_square_minus_one(x);
    return constant(1, x) / root;
  }
  static bool kink(std::span<const double> x) { return x[0] == 1; }
  static constexpr std::string_view at_kink = "+Infinity";
};

struct Atanh : Elementwise<1> {
  static constexpr Doc doc{.name = "atanh",
                           .aliases = "artanh arctanh",
                           .notation = "atanh(x)",
                           .summary = "the number whose hyperbolic tangent is x",
                           .rules = {"1 / (1 - x^2)"}};
  static constexpr double samples[][1] = {{0}, {0.5}, {-0.9}};
  template <class T>
  static T value(const T& x) {
    return math::atanh(x);
  }
  template <int I, class T>
  static T partial(const T& x, const T& /*out*/) {
    const T difference = one_minus_square(x);
    return constant(1, x) / difference;
  }
};

struct Asech : Elementwise<1> {
  static constexpr Doc doc{.name = "asech",
                           .aliases = "arsech arcsech",
                           .notation = "asech(x)",
                           .summary = "the number from 0 on whose hyperbolic secant is x",
                           .rules = {"-1 / (x * sqrt(1 - x^2))"},
                           .kinks = "at 1 the derivative is -Infinity",
                           .definition = "acosh(1 / x)"};
  static constexpr double samples[][1] = {{0.25}, {0.5}, {0.9}};
  template <class T>
  static T value(const T& x) {
    using namespace math;
    return log1p(sqrt(one_minus_square(x))) - log(x);  // acosh(1 / x) loses digits near 1
  }
  template <int I, class T>
  static T partial(const T& x, const T& /*out*/) {
    const T root = call<Sqrt>(one_minus_square(x));
    const T product = x * root;
    return constant(-1, x) / product;
  }
  static bool kink(std::span<const double> x) { return x[0] == 1; }
  static constexpr std::string_view at_kink = "-Infinity";
};

struct Acsch : Elementwise<1> {
  static constexpr Doc doc{.name = "acsch",
                           .aliases = "arcsch arccsch",
                           .notation = "acsch(x)",
                           .summary = "the number whose hyperbolic cosecant is x",
                           .rules = {"-1 / (abs(x) * sqrt(1 + x^2))"},
                           .definition = "asinh(1 / x)"};
  static constexpr double samples[][1] = {{2}, {0.5}, {-3}};
  template <class T>
  static T value(const T& x) {
    return math::asinh(T(1) / x);
  }
  template <int I, class T>
  static T partial(const T& x, const T& /*out*/) {
    const T root = root_of_one_plus_square(x);
    const T size = call<Abs>(x);
    const T product = size * root;
    return constant(-1, x) / product;
  }
};

struct Acoth : Elementwise<1> {
  static constexpr Doc doc{.name = "acoth",
                           .aliases = "arcoth arccoth",
                           .notation = "acoth(x)",
                           .summary = "the number whose hyperbolic cotangent is x",
                           .rules = {"1 / (1 - x^2)"},
                           .definition = "atanh(1 / x)"};
  static constexpr double samples[][1] = {{2}, {1.5}, {-3}};
  template <class T>
  static T value(const T& x) {
    using namespace math;
    const T rest = abs(x) - T(1);  // atanh(1 / x) loses digits near 1
    return where(less(x, T(0)), T(-0.5), T(0.5)) * log1p(T(2) / rest);
  }
  template <int I, class T>
  static T partial(const T& x, const T& /*out*/) {
    const T difference = one_minus_square(x);
    return constant(1, x) / difference;
  }
};

}  // namespace gradcircuit::ops
