#pragma once

#include "engine/ops/piecewise.hpp"

namespace gradcircuit::ops {

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

struct Sec : Elementwise<1> {
  static constexpr Doc doc{.name = "sec",
                           .notation = "sec(x)",
                           .summary = "secant, 1 / cos(x)",
                           .rules = {"out * tan(x)"},
                           .definition = "1 / cos(x)"};
  static constexpr double samples[][1] = {{0}, {0.5}, {-2}};
  template <class T>
  static T value(const T& x) {
    return T(1) / math::cos(x);
  }
  template <int I, class T>
  static T partial(const T& x, const T& out) {
    return out * call<Tan>(x);
  }
};

struct Cot : Elementwise<1> {
  static constexpr Doc doc{.name = "cot",
                           .notation = "cot(x)",
                           .summary = "cotangent, 1 / tan(x)",
                           .rules = {"-(1 + out^2)"},
                           .definition = "1 / tan(x)"};
  static constexpr double samples[][1] = {{1}, {0.5}, {-2}};
  template <class T>
  static T value(const T& x) {
    return T(1) / math::tan(x);
  }
  template <int I, class T>
  static T partial(const T& /*x*/, const T& out) {
    const T square = out * out;
    return -(constant(1, out) + square);
  }
};

struct Csc : Elementwise<1> {
  static constexpr Doc doc{.name = "csc",
                           .aliases = "cosec",
                           .notation = "csc(x)",
                           .summary = "cosecant, 1 / sin(x)",
                           .rules = {"-out * cot(x)"},
                           .definition = "1 / sin(x)"};
  static constexpr double samples[][1] = {{1}, {0.5}, {-2}};
  template <class T>
  static T value(const T& x) {
    return T(1) / math::sin(x);
  }
  template <int I, class T>
  static T partial(const T& x, const T& out) {
    const T cotangent = call<Cot>(x);
    return -out * cotangent;
  }
};

struct Sinc : Elementwise<1> {
  static constexpr Doc doc{.name = "sinc",
                           .notation = "sinc(x)",
                           .summary = "sin(x) / x, and 1 at 0",
                           .rules = {"(cos(x) - out) / x"},
                           .definition = "if(x == 0, 1, sin(x) / x)"};
  static constexpr double samples[][1] = {{0.5}, {-2}, {-7}};
  template <class T>
  static T value(const T& x) {
    using namespace math;
    return where(equal(x, T(0)), T(1), sin(x) / x);
  }
  // of the branch at 0 only the derivative counts, of which the next derivative is made
  template <int I, class T>
  static T partial(const T& x, const T& out) {
    const T zero = constant(0, x);
    const T condition = call<Equal>(x, zero);
    const T line = x / constant(-3, x);
    const T cosine = call<Cos>(x);
    const T difference = cosine - out;
    return call<If>(condition, line, difference / x);
  }
  // cos(x) - out has no digit left at x = 1e-8: around 0 its Taylor series, -x/3 (1 - x²/10 (1 - x²/28 (1 - …)))
  template <int I, math::Number T>
  static T numeric_partial(const T& x, const T& out) {
    using namespace math;
    T series(1);
    for (int k = 9; k > 0; --k) series = T(1) - x * x * series / T(2 * k * (2 * k + 3));
    return where(less(abs(x), T(1)), x * series / T(-3), (cos(x) - out) / x);
  }
};

}  // namespace gradcircuit::ops
