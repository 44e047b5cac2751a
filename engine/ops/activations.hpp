#pragma once

#include "engine/ops/error_functions.hpp"
#include "engine/ops/piecewise.hpp"

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

/// `if(x > 0, yes, no)`
template <class T>
T where_positive(const T& x, const T& yes, const T& no) {
  const T zero = constant(0, x);
  const T condition = call<Greater>(x, zero);
  return call<If>(condition, yes, no);
}

struct LeakyRelu : Elementwise<1> {
  static constexpr Doc doc{.name = "leaky_relu",
                           .notation = "leaky_relu(x)",
                           .summary = "x where x > 0, otherwise 0.01 * x",
                           .rules = {"if(x > 0, 1, 0.01)"},
                           .kinks = "corner at 0; the derivative is taken as 0.01 there",
                           .definition = "if(x > 0, x, 0.01 * x)"};
  static constexpr double samples[][1] = {{-1}, {0.5}, {3}};
  template <class T>
  static T value(const T& x) {
    return math::where(math::less(x, T(0)), T(0.01) * x, x);
  }
  template <int I, class T>
  static T partial(const T& x, const T& /*out*/) {
    const T open = constant(1, x);
    const T leak = constant(0.01, x);
    return where_positive(x, open, leak);
  }
  static bool kink(std::span<const double> x) { return x[0] == 0; }
  static constexpr std::string_view at_kink = "0.01";
};

struct Elu : Elementwise<1> {
  static constexpr Doc doc{.name = "elu",
                           .notation = "elu(x)",
                           .summary = "x where x > 0, otherwise exp(x) - 1",
                           .rules = {"if(x > 0, 1, exp(x))"},
                           .definition = "if(x > 0, x, exp(x) - 1)"};
  static constexpr double samples[][1] = {{-1}, {0.5}, {3}, {-30}};
  template <class T>
  static T value(const T& x) {
    return math::where(math::less(x, T(0)), math::expm1(x), x);
  }
  template <int I, class T>
  static T partial(const T& x, const T& /*out*/) {
    const T open = constant(1, x);
    const T tail = call<Exp>(x);
    return where_positive(x, open, tail);
  }
};

struct Gelu : Elementwise<1> {
  static constexpr Doc doc{.name = "gelu",
                           .notation = "gelu(x)",
                           .summary = "x times the share of a normal distribution below x",
                           .rules = {"1/2 * erfc(-x / sqrt(2)) + x / sqrt(2*pi) * exp(-x^2 / 2)"},
                           .definition = "x / 2 * (1 + erf(x / sqrt(2)))"};
  static constexpr double samples[][1] = {{0}, {0.5}, {-2}, {6}};
  template <class T>
  static T value(const T& x) {
    return T(0.5) * x * math::erfc(T(-std::numbers::sqrt2 / 2) * x);
  }
  template <int I, class T>
  static T partial(const T& x, const T& /*out*/) {
    const T scaled = constant(std::numbers::sqrt2 / 2, x) * x;
    const T half = constant(0.5, x);
    const T share = half * call<Erfc>(-scaled);
    const T factor = constant(0.25 * std::numbers::sqrt2, x);
    const T density = factor * twice_gaussian(scaled);
    const T moved = x * density;
    return share + moved;
  }
};

struct Silu : Elementwise<1> {
  static constexpr Doc doc{.name = "silu",
                           .aliases = "swish",
                           .notation = "silu(x)",
                           .summary = "x * sigmoid(x), a smooth relu",
                           .rules = {"sigmoid(x) + out * (1 - sigmoid(x))"},
                           .definition = "x * sigmoid(x)"};
  static constexpr double samples[][1] = {{0}, {0.5}, {-2}, {30}, {-30}};
  template <class T>
  static T value(const T& x) {
    return x * Sigmoid::value(x);
  }
  template <int I, class T>
  static T partial(const T& x, const T& out) {
    const T gate = call<Sigmoid>(x);
    const T rest = constant(1, x) - gate;
    const T curved = out * rest;
    return gate + curved;
  }
};

struct Softsign : Elementwise<1> {
  static constexpr Doc doc{.name = "softsign",
                           .notation = "softsign(x)",
                           .summary = "x / (1 + abs(x)); squashes to (-1, 1)",
                           .rules = {"1 / (1 + abs(x))^2"},
                           .definition = "x / (1 + abs(x))"};
  static constexpr double samples[][1] = {{0.1}, {0.5}, {-2}};
  template <class T>
  static T value(const T& x) {
    return x / (T(1) + math::abs(x));
  }
  template <int I, class T>
  static T partial(const T& x, const T& /*out*/) {
    const T size = call<Abs>(x);
    const T sum = constant(1, x) + size;
    const T square = sum * sum;
    return constant(1, x) / square;
  }
};

}  // namespace gradcircuit::ops
