#pragma once

#include "engine/ops/op.hpp"

namespace gradcircuit::ops {

struct Sigmoid : Elementwise<1> {
  static constexpr Doc doc{.name = "sigmoid",
                           .aliases = "σ logistic expit",
                           .notation = "sigmoid(x)",
                           .summary = "logistic function; squashes to (0, 1)",
                           .rules = {"out * (1 - out)"},
                           .definition = "1 / (1 + exp(-x))"};
  static constexpr double samples[][1] = {{0}, {1}, {-2.5}, {30}, {-30}};
  template <class T>
  static T value(const T& x) {
    using namespace math;
    const T tail = exp(-abs(x));  // never overflows
    return where(less(x, T(0)), tail, T(1)) / (T(1) + tail);
  }
  template <int I, class T>
  static T partial(const T& /*x*/, const T& out) {
    return out * (constant(1, out) - out);
  }
  // 1 - out has no digit left at x = 37
  template <int I, math::Number T>
  static T numeric_partial(const T& x, const T& /*out*/) {
    const T tail = math::exp(-math::abs(x));
    return tail / ((T(1) + tail) * (T(1) + tail));
  }
};

struct Step : Elementwise<1> {
  static constexpr Doc doc{.name = "step",
                           .aliases = "heaviside",
                           .notation = "step(x)",
                           .summary = "1 where x > 0, otherwise 0; its derivative is 0 everywhere",
                           .rules = {"0"},
                           .kinks = "jumps at 0; the derivative is taken as 0 there too"};
  static constexpr double samples[][1] = {{-1}, {0.5}, {3}};
  template <class T>
  static T value(const T& x) {
    using namespace math;
    return where(equal(x, x), less(T(0), x), x);
  }
  template <int I, class T>
  static T partial(const T& x, const T& /*out*/) {
    return constant(0, x);
  }
  static bool kink(std::span<const double> x) { return x[0] == 0; }
  static constexpr std::string_view at_kink = "0";
};

struct Relu : Elementwise<1> {
  static constexpr Doc doc{.name = "relu",
                           .notation = "relu(x)",
                           .summary = "x where x > 0, otherwise 0",
                           .rules = {"step(x)"},
                           .kinks = "corner at 0; the derivative is taken as 0 there",
                           .definition = "max(0, x)"};
  static constexpr double samples[][1] = {{-1}, {0.5}, {3}};
  template <class T>
  static T value(const T& x) {
    using namespace math;
    return where(less_equal(x, T(0)), T(0), x);  // keeps NaN
  }
  template <int I, class T>
  static T partial(const T& x, const T& /*out*/) {
    return call<Step>(x);
  }
  static bool kink(std::span<const double> x) { return x[0] == 0; }
  static constexpr std::string_view at_kink = "0";
};

struct Softplus : Elementwise<1> {
  static constexpr Doc doc{.name = "softplus",
                           .notation = "softplus(x)",
                           .summary = "log(1 + e^x), a smooth relu",
                           .rules = {"sigmoid(x)"},
                           .definition = "log(1 + exp(x))"};
  static constexpr double samples[][1] = {{0}, {-30}, {0.5}, {40}};
  template <class T>
  static T value(const T& x) {
    using namespace math;
    return where(less(x, T(0)), T(0), x) + log1p(exp(-abs(x)));
  }
  template <int I, class T>
  static T partial(const T& x, const T& /*out*/) {
    return call<Sigmoid>(x);
  }
};

}  // namespace gradcircuit::ops
