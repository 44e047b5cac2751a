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

struct Exp2 : Elementwise<1> {
  static constexpr Doc doc{.name = "exp2",
                           .notation = "exp2(x)",
                           .summary = "2 to the power x",
                           .rules = {"out * log(2)"},
                           .definition = "2^x"};
  static constexpr double samples[][1] = {{0}, {-1}, {2.5}, {10}};
  template <class T>
  static T value(const T& x) {
    return math::exp2(x);
  }
  template <int I, class T>
  static T partial(const T& x, const T& out) {
    return out * call<Log>(constant(2, x));
  }
};

struct Expm1 : Elementwise<1> {
  static constexpr Doc doc{.name = "expm1",
                           .notation = "expm1(x)",
                           .summary = "exp(x) - 1, with all digits around 0",
                           .rules = {"exp(x)"},
                           .definition = "exp(x) - 1"};
  static constexpr double samples[][1] = {{0}, {-1}, {2.5}, {1e-10}};
  template <class T>
  static T value(const T& x) {
    return math::expm1(x);
  }
  template <int I, class T>
  static T partial(const T& x, const T& /*out*/) {
    return call<Exp>(x);
  }
};

struct Log1p : Elementwise<1> {
  static constexpr Doc doc{.name = "log1p",
                           .notation = "log1p(x)",
                           .summary = "log(1 + x), with all digits around 0",
                           .rules = {"1 / (1 + x)"},
                           .kinks = "at -1 the derivative is +Infinity",
                           .definition = "log(1 + x)"};
  static constexpr double samples[][1] = {{0}, {-0.5}, {3}, {1e-10}};
  template <class T>
  static T value(const T& x) {
    return math::log1p(x);
  }
  template <int I, class T>
  static T partial(const T& x, const T& /*out*/) {
    const T one = constant(1, x);
    const T sum = one + x;
    return one / sum;
  }
};

struct Log2 : Elementwise<1> {
  static constexpr Doc doc{.name = "log2",
                           .notation = "log2(x)",
                           .summary = "logarithm to the base 2",
                           .rules = {"1 / (x * log(2))"},
                           .kinks = "at 0 the derivative is +Infinity",
                           .definition = "log(x) / log(2)"};
  static constexpr double samples[][1] = {{1}, {0.25}, {40}};
  template <class T>
  static T value(const T& x) {
    return math::log2(x);
  }
  template <int I, class T>
  static T partial(const T& x, const T& /*out*/) {
    const T base = constant(2, x);
    const T scaled = x * call<Log>(base);
    return constant(1, x) / scaled;
  }
};

struct Log10 : Elementwise<1> {
  static constexpr Doc doc{.name = "log10",
                           .aliases = "lg",
                           .notation = "log10(x)",
                           .summary = "logarithm to the base 10",
                           .rules = {"1 / (x * log(10))"},
                           .kinks = "at 0 the derivative is +Infinity",
                           .definition = "log(x) / log(10)"};
  static constexpr double samples[][1] = {{1}, {0.25}, {40}};
  template <class T>
  static T value(const T& x) {
    return math::log10(x);
  }
  template <int I, class T>
  static T partial(const T& x, const T& /*out*/) {
    const T base = constant(10, x);
    const T scaled = x * call<Log>(base);
    return constant(1, x) / scaled;
  }
};

/// `log(x, b)` is read as this op too.
struct LogBase : Elementwise<2> {
  static constexpr Doc doc{.name = "log_base",
                           .aliases = "log",
                           .notation = "log_base(x, b)",
                           .summary = "logarithm to the base b",
                           .rules = {"1 / (x * log(b))", "-out / (b * log(b))"},
                           .kinks = "at x = 0 the derivative by x is +Infinity",
                           .definition = "log(x) / log(b)"};
  static constexpr double samples[][2] = {{8, 2}, {0.25, 3}, {5, 0.5}, {1000, 10}};
  template <class T>
  static T value(const T& x, const T& b) {
    using namespace math;
    const T quotient = log(x) / log(b);
    return where(equal(b, T(2)), log2(x), where(equal(b, T(10)), log10(x), quotient));  // log_base(1000, 10) is 3
  }
  template <int I, class T>
  static T partial(const T& x, const T& b, const T& out) {
    const T log_of_base = call<Log>(b);
    if constexpr (I == 0) {
      const T scaled = x * log_of_base;
      return constant(1, x) / scaled;
    } else {
      const T scaled = b * log_of_base;
      return -out / scaled;
    }
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

struct Cbrt : Elementwise<1> {
  static constexpr Doc doc{.name = "cbrt",
                           .notation = "cbrt(x)",
                           .summary = "cube root, of negative numbers too",
                           .rules = {"1 / (3 * out^2)"},
                           .kinks = "at 0 the derivative is +Infinity"};
  static constexpr double samples[][1] = {{8}, {-0.5}, {2}};
  template <class T>
  static T value(const T& x) {
    return math::cbrt(x);
  }
  template <int I, class T>
  static T partial(const T& /*x*/, const T& out) {
    const T square = out * out;
    const T scaled = constant(3, out) * square;
    return constant(1, out) / scaled;
  }
  static bool kink(std::span<const double> x) { return x[0] == 0; }
  static constexpr std::string_view at_kink = "+Infinity";
};

struct Hypot : Elementwise<2> {
  static constexpr Doc doc{.name = "hypot",
                           .notation = "hypot(a, b)",
                           .summary = "length of the hypotenuse, sqrt(a^2 + b^2)",
                           .rules = {"a / out", "b / out"},
                           .kinks = "corner at (0, 0); the derivative is taken as 0 there",
                           .definition = "sqrt(a^2 + b^2)"};
  static constexpr double samples[][2] = {{3, 4}, {-1.5, 0.25}, {0, 2}};
  template <class T>
  static T value(const T& a, const T& b) {
    return math::hypot(a, b);  // neither overflows nor vanishes before its result does
  }
  template <int I, class T>
  static T partial(const T& a, const T& b, const T& out) {
    return (I == 0 ? a : b) / out;
  }
  template <int I, math::Number T>
  static T numeric_partial(const T& a, const T& b, const T& out) {
    return math::where(math::equal(out, T(0)), T(0), (I == 0 ? a : b) / out);
  }
  static bool kink(std::span<const double> at) { return at[0] == 0 && at[1] == 0; }
  static constexpr std::string_view at_kink = "0";
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
