#pragma once

#include "engine/ops/op.hpp"

namespace gradcircuit::ops {

struct Add : Elementwise<2> {
  static constexpr Doc doc{
      .name = "add", .notation = "a + b", .summary = "sum; hands its gradient on unchanged", .rules = {"1", "1"}};
  static constexpr double samples[][2] = {{2, 3}, {-1.5, 0.25}, {1e10, -3}};
  template <class T>
  static T value(const T& a, const T& b) {
    return a + b;
  }
  template <int I, class T>
  static T partial(const T& a, const T& /*b*/, const T& /*out*/) {
    return constant(1, a);
  }
};

struct Sub : Elementwise<2> {
  static constexpr Doc doc{.name = "sub", .notation = "a - b", .summary = "difference", .rules = {"1", "-1"}};
  static constexpr double samples[][2] = {{2, 3}, {-1.5, 0.25}, {4, 4}};
  template <class T>
  static T value(const T& a, const T& b) {
    return a - b;
  }
  template <int I, class T>
  static T partial(const T& a, const T& /*b*/, const T& /*out*/) {
    return constant(I == 0 ? 1 : -1, a);
  }
};

struct Mul : Elementwise<2> {
  static constexpr Doc doc{.name = "mul",
                           .notation = "a * b",
                           .summary = "product; each operand gets the other's value",
                           .rules = {"b", "a"}};
  static constexpr double samples[][2] = {{2, 3}, {-1.5, 0.25}, {0, -4}};
  template <class T>
  static T value(const T& a, const T& b) {
    return a * b;
  }
  template <int I, class T>
  static T partial(const T& a, const T& b, const T& /*out*/) {
    if constexpr (I == 0)
      return b;
    else
      return a;
  }
};

struct Div : Elementwise<2> {
  static constexpr Doc doc{.name = "div", .notation = "a / b", .summary = "quotient", .rules = {"1 / b", "-a / b^2"}};
  static constexpr double samples[][2] = {{2, 3}, {-1.5, 0.25}, {1, -8}};
  template <class T>
  static T value(const T& a, const T& b) {
    return a / b;
  }
  template <int I, class T>
  static T partial(const T& a, const T& b, const T& /*out*/) {
    if constexpr (I == 0) return constant(1, b) / b;
    const T square = b * b;
    return -a / square;
  }
  // b * b overflows long before a / b does
  template <int I, math::Number T>
    requires(I == 1)
  static T numeric_partial(const T& /*a*/, const T& b, const T& out) {
    return -out / b;
  }
};

struct Pow : Elementwise<2> {
  static constexpr Doc doc{
      .name = "pow",
      .notation = "a^b",
      .summary = "power",
      .rules = {"b * a^(b - 1)", "log(a) * a^b"},
      .kinks =
          "x^0 has derivative 0 everywhere and x^1 derivative 1, at 0 too; 0^b has derivative 0 by b for positive b",
  };
  static constexpr double samples[][2] = {{2, 3}, {1.5, -0.5}, {0.25, 2}};
  template <class T>
  static T value(const T& a, const T& b) {
    return math::pow(a, b);
  }
  template <int I, class T>
  static T partial(const T& a, const T& b, const T& out);
  template <int I, math::Number T>
  static T numeric_partial(const T& a, const T& b, const T& out) {
    using namespace math;
    const T zero(0);
    if constexpr (I == 0)
      return where(equal(b, zero), zero, b * pow(a, b - T(1)));
    else  // log(0) * 0 is NaN where the limit is 0
      return where(equal(a, zero) * less(zero, b), zero, log(a) * out);
  }
};

struct Neg : Elementwise<1> {
  static constexpr Doc doc{.name = "neg", .notation = "-x", .summary = "turns the sign", .rules = {"-1"}};
  static constexpr double samples[][1] = {{2}, {-1.5}, {0}};
  template <class T>
  static T value(const T& x) {
    return -x;
  }
  template <int I, class T>
  static T partial(const T& x, const T& /*out*/) {
    return constant(-1, x);
  }
};

/// `a = x` records one, so that the stage `a` owns a node.
struct Identity : Elementwise<1> {
  static constexpr Doc doc{.name = "identity", .notation = "x", .summary = "hands its value on", .rules = {"1"}};
  static constexpr double samples[][1] = {{2}, {-1.5}};
  template <class T>
  static T value(const T& x) {
    return x;
  }
  template <int I, class T>
  static T partial(const T& x, const T& /*out*/) {
    return constant(1, x);
  }
};

}  // namespace gradcircuit::ops
