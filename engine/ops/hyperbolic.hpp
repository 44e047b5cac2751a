#pragma once

#include "engine/ops/arithmetic.hpp"

namespace gradcircuit::ops {

struct Cosh;

struct Sinh : Elementwise<1> {
  static constexpr Doc doc{.name = "sinh", .notation = "sinh(x)", .summary = "hyperbolic sine", .rules = {"cosh(x)"}};
  static constexpr double samples[][1] = {{0}, {0.5}, {-2}};
  template <class T>
  static T value(const T& x) {
    return math::sinh(x);
  }
  template <int I, class T>
  static T partial(const T& x, const T& /*out*/) {
    return call<Cosh>(x);
  }
};

struct Cosh : Elementwise<1> {
  static constexpr Doc doc{.name = "cosh", .notation = "cosh(x)", .summary = "hyperbolic cosine", .rules = {"sinh(x)"}};
  static constexpr double samples[][1] = {{0}, {0.5}, {-2}};
  template <class T>
  static T value(const T& x) {
    return math::cosh(x);
  }
  template <int I, class T>
  static T partial(const T& x, const T& /*out*/) {
    return call<Sinh>(x);
  }
};

struct Tanh : Elementwise<1> {
  static constexpr Doc doc{.name = "tanh",
                           .notation = "tanh(x)",
                           .summary = "hyperbolic tangent; squashes to (-1, 1)",
                           .rules = {"1 - out^2"},
                           .definition = "(exp(x) - exp(-x)) / (exp(x) + exp(-x))"};
  static constexpr double samples[][1] = {{0}, {0.5}, {-2}, {18}};
  template <class T>
  static T value(const T& x) {
    return math::tanh(x);
  }
  template <int I, class T>
  static T partial(const T& /*x*/, const T& out) {
    const T square = out * out;
    return constant(1, out) - square;
  }
  // 1 - out² has no digit left at x = 20
  template <int I, math::Number T>
  static T numeric_partial(const T& x, const T& /*out*/) {
    const T tail = math::exp(T(-2) * math::abs(x));
    return T(4) * tail / ((T(1) + tail) * (T(1) + tail));
  }
};

struct Sech : Elementwise<1> {
  static constexpr Doc doc{.name = "sech",
                           .notation = "sech(x)",
                           .summary = "hyperbolic secant, 1 / cosh(x)",
                           .rules = {"-out * tanh(x)"},
                           .definition = "1 / cosh(x)"};
  static constexpr double samples[][1] = {{0}, {0.5}, {-2}};
  template <class T>
  static T value(const T& x) {
    return T(1) / math::cosh(x);
  }
  template <int I, class T>
  static T partial(const T& x, const T& out) {
    const T factor = call<Tanh>(x);
    return -out * factor;
  }
};

struct Coth : Elementwise<1> {
  static constexpr Doc doc{.name = "coth",
                           .notation = "coth(x)",
                           .summary = "hyperbolic cotangent, 1 / tanh(x)",
                           .rules = {"1 - out^2"},
                           .definition = "1 / tanh(x)"};
  static constexpr double samples[][1] = {{1}, {0.5}, {-2}};
  template <class T>
  static T value(const T& x) {
    return T(1) / math::tanh(x);
  }
  template <int I, class T>
  static T partial(const T& /*x*/, const T& out) {
    const T square = out * out;
    return constant(1, out) - square;
  }
  // 1 - out² has no digit left at x = 20
  template <int I, math::Number T>
  static T numeric_partial(const T& x, const T& /*out*/) {
    const T reciprocal = T(1) / math::sinh(x);
    return -(reciprocal * reciprocal);
  }
};

struct Csch : Elementwise<1> {
  static constexpr Doc doc{.name = "csch",
                           .notation = "csch(x)",
                           .summary = "hyperbolic cosecant, 1 / sinh(x)",
                           .rules = {"-out * coth(x)"},
                           .definition = "1 / sinh(x)"};
  static constexpr double samples[][1] = {{1}, {0.5}, {-2}};
  template <class T>
  static T value(const T& x) {
    return T(1) / math::sinh(x);
  }
  template <int I, class T>
  static T partial(const T& x, const T& out) {
    const T factor = call<Coth>(x);
    return -out * factor;
  }
};

}  // namespace gradcircuit::ops
