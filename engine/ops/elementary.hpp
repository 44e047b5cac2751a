#pragma once

#include "engine/ops/arithmetic.hpp"

namespace gradcircuit::ops {

struct Exp : Elementwise<1> {
  static constexpr Doc doc{
      .name = "exp", .notation = "exp(x)", .summary = "e to the power x; its own derivative", .rules = {"out"}};
  static constexpr double samples[][1] = {{0}, {-1}, {2.5}, {-30}};
  template <class T>
  static T value(const T& x) {
    return math::exp(x);
  }
  template <int I, class T>
  static T partial(const T& /*x*/, const T& out) {
    return out;
  }
};

struct Log : Elementwise<1> {
  static constexpr Doc doc{.name = "log",
                           .aliases = "ln",
                           .notation = "log(x)",
                           .summary = "natural logarithm",
                           .rules = {"1 / x"},
                           .kinks = "at 0 the derivative is +Infinity"};
  static constexpr double samples[][1] = {{1}, {0.25}, {40}};
  template <class T>
  static T value(const T& x) {
    return math::log(x);
  }
  template <int I, class T>
  static T partial(const T& x, const T& /*out*/) {
    return constant(1, x) / x;
  }
};

struct Sqrt : Elementwise<1> {
  static constexpr Doc doc{.name = "sqrt",
                           .notation = "sqrt(x)",
                           .summary = "square root",
                           .rules = {"1 / (2 * out)"},
                           .kinks = "at 0 the derivative is +Infinity"};
  static constexpr double samples[][1] = {{4}, {0.25}, {2}};
  template <class T>
  static T value(const T& x) {
    return math::sqrt(x);
  }
  template <int I, class T>
  static T partial(const T& /*x*/, const T& out) {
    const T twice = constant(2, out) * out;
    return constant(1, out) / twice;
  }
  static bool kink(std::span<const double> x) { return x[0] == 0; }
  static constexpr std::string_view at_kink = "+Infinity";
};

struct Cos;

struct Sin : Elementwise<1> {
  static constexpr Doc doc{.name = "sin", .notation = "sin(x)", .summary = "sine, in radians", .rules = {"cos(x)"}};
  static constexpr double samples[][1] = {{0}, {0.5}, {-2}};
  template <class T>
  static T value(const T& x) {
    return math::sin(x);
  }
  template <int I, class T>
  static T partial(const T& x, const T& /*out*/) {
    return call<Cos>(x);
  }
};

struct Cos : Elementwise<1> {
  static constexpr Doc doc{.name = "cos", .notation = "cos(x)", .summary = "cosine, in radians", .rules = {"-sin(x)"}};
  static constexpr double samples[][1] = {{0}, {0.5}, {-2}};
  template <class T>
  static T value(const T& x) {
    return math::cos(x);
  }
  template <int I, class T>
  static T partial(const T& x, const T& /*out*/) {
    return -call<Sin>(x);
  }
};

struct Tan : Elementwise<1> {
  static constexpr Doc doc{
      .name = "tan", .notation = "tan(x)", .summary = "tangent, in radians", .rules = {"1 + out^2"}};
  static constexpr double samples[][1] = {{0}, {0.5}, {-1}};
  template <class T>
  static T value(const T& x) {
    return math::tan(x);
  }
  template <int I, class T>
  static T partial(const T& /*x*/, const T& out) {
    const T square = out * out;
    return constant(1, out) + square;
  }
};

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

// Declared in arithmetic.hpp; its symbolic form needs the logarithm.
template <int I, class T>
T Pow::partial(const T& a, const T& b, const T& out) {
  if constexpr (I == 0)
    return b * call<Pow>(a, b - constant(1, b));
  else
    return call<Log>(a) * out;
}

}  // namespace gradcircuit::ops
