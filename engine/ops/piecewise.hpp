#pragma once

#include "engine/ops/op.hpp"

namespace gradcircuit::ops {

struct Less : Comparison {
  static constexpr Doc doc{.name = "less", .notation = "a < b", .summary = "1 where a < b, otherwise 0"};
  static constexpr double samples[][2] = {{1, 2}, {2, 1}, {2, 2}};
  template <class T>
  static T value(const T& a, const T& b) {
    return math::less(a, b);
  }
};

struct LessEqual : Comparison {
  static constexpr Doc doc{.name = "less_equal", .notation = "a <= b", .summary = "1 where a ≤ b, otherwise 0"};
  static constexpr double samples[][2] = {{1, 2}, {2, 1}, {2, 2}};
  template <class T>
  static T value(const T& a, const T& b) {
    return math::less_equal(a, b);
  }
};

struct Greater : Comparison {
  static constexpr Doc doc{.name = "greater", .notation = "a > b", .summary = "1 where a > b, otherwise 0"};
  static constexpr double samples[][2] = {{1, 2}, {2, 1}, {2, 2}};
  template <class T>
  static T value(const T& a, const T& b) {
    return math::less(b, a);
  }
};

struct GreaterEqual : Comparison {
  static constexpr Doc doc{.name = "greater_equal", .notation = "a >= b", .summary = "1 where a ≥ b, otherwise 0"};
  static constexpr double samples[][2] = {{1, 2}, {2, 1}, {2, 2}};
  template <class T>
  static T value(const T& a, const T& b) {
    return math::less_equal(b, a);
  }
};

struct Equal : Comparison {
  static constexpr Doc doc{.name = "equal", .notation = "a == b", .summary = "1 where a = b, otherwise 0"};
  static constexpr double samples[][2] = {{1, 2}, {2, 1}, {2, 2}};
  template <class T>
  static T value(const T& a, const T& b) {
    return math::equal(a, b);
  }
};

struct NotEqual : Comparison {
  static constexpr Doc doc{.name = "not_equal", .notation = "a != b", .summary = "1 where a ≠ b, otherwise 0"};
  static constexpr double samples[][2] = {{1, 2}, {2, 1}, {2, 2}};
  template <class T>
  static T value(const T& a, const T& b) {
    return T(1) - math::equal(a, b);
  }
};

struct If : Elementwise<3> {
  static constexpr Doc doc{.name = "if",
                           .notation = "if(c, a, b)",
                           .summary = "a where the condition holds, otherwise b; the gradient follows the branch taken",
                           .rules = {"no derivative", "1 where c, otherwise 0", "0 where c, otherwise 1"}};
  static constexpr double samples[][3] = {{1, 2, 3}, {0, 2, 3}};
  static constexpr bool differentiable(int operand) { return operand != 0; }
  template <class T>
  static T value(const T& c, const T& a, const T& b) {
    return math::where(c, a, b);
  }
  template <int I, class T>
  static T partial(const T& c, const T& a, const T& /*b*/, const T& /*out*/) {
    const T yes = constant(I == 1 ? 1 : 0, a);
    const T no = constant(I == 2 ? 1 : 0, a);
    return call<If>(c, yes, no);
  }
};

struct Sign : Elementwise<1> {
  static constexpr Doc doc{.name = "sign",
                           .notation = "sign(x)",
                           .summary = "-1, 0 or 1; its derivative is 0 everywhere",
                           .rules = {"0"},
                           .kinks = "jumps at 0; the derivative is taken as 0 there too"};
  static constexpr double samples[][1] = {{-2}, {0.5}};
  template <class T>
  static T value(const T& x) {
    using namespace math;
    return where(equal(x, x), less(T(0), x) - less(x, T(0)), x);
  }
  template <int I, class T>
  static T partial(const T& x, const T& /*out*/) {
    return constant(0, x);
  }
  static bool kink(std::span<const double> x) { return x[0] == 0; }
  static constexpr std::string_view at_kink = "0";
};

struct Abs : Elementwise<1> {
  static constexpr Doc doc{.name = "abs",
                           .notation = "abs(x)",
                           .summary = "absolute value",
                           .rules = {"sign(x)"},
                           .kinks = "corner at 0; the derivative is taken as 0 there"};
  static constexpr double samples[][1] = {{-2}, {0.5}};
  template <class T>
  static T value(const T& x) {
    return math::abs(x);
  }
  template <int I, class T>
  static T partial(const T& x, const T& /*out*/) {
    return call<Sign>(x);
  }
  static bool kink(std::span<const double> x) { return x[0] == 0; }
  static constexpr std::string_view at_kink = "0";
};

struct Floor : Elementwise<1> {
  static constexpr Doc doc{.name = "floor",
                           .notation = "floor(x)",
                           .summary = "the largest whole number up to x; its derivative is 0 everywhere",
                           .rules = {"0"},
                           .kinks = "jumps at whole numbers; the derivative is taken as 0 there too"};
  static constexpr double samples[][1] = {{-1.5}, {0.25}};
  template <class T>
  static T value(const T& x) {
    return math::floor(x);
  }
  template <int I, class T>
  static T partial(const T& x, const T& /*out*/) {
    return constant(0, x);
  }
  static bool kink(std::span<const double> x) { return x[0] == math::floor(x[0]); }
  static constexpr std::string_view at_kink = "0";
};

/// What max and min share: a router. At a tie the gradient is split evenly, so that the routed parts always add up to the whole.
struct Router : Elementwise<variadic> {
  template <class T>
  static T partial(std::size_t operand, std::span<const T> operands, const T& out) {
    T ties = taken(operands[0], out);
    for (const T& other : operands.subspan(1)) ties = ties + taken(other, out);
    return taken(operands[operand], out) / ties;
  }
  template <class T>
  static T taken(const T& x, const T& out) {
    const T condition = call<Equal>(x, out);
    const T yes = constant(1, out);
    const T no = constant(0, out);
    return call<If>(condition, yes, no);
  }
  static bool is_tie(std::span<const double> operands, double out) {
    int ties = 0;
    for (double x : operands) ties += x == out;
    return ties > 1;
  }
  static constexpr std::string_view at_kink = "an equal share for each";
};

struct Max : Router {
  static constexpr Doc doc{.name = "max",
                           .notation = "max(a, b, …)",
                           .summary = "the largest; the gradient goes to the one that was taken",
                           .rules = {"(a == out) / how many are equal to out"},
                           .kinks = "at a tie the gradient is shared equally"};
  static constexpr double samples[][3] = {{1, 2, -3}, {4, 2, 3}};
  template <class T>
  static T value(std::span<const T> operands) {
    using namespace math;
    T out = operands[0];
    for (const T& x : operands.subspan(1)) out = where(equal(out, out), where(less_equal(x, out), out, x), out);
    return out;  // NaN as soon as one operand is
  }
  static bool kink(std::span<const double> operands) { return is_tie(operands, value<double>(operands)); }
};

struct Min : Router {
  static constexpr Doc doc{.name = "min",
                           .notation = "min(a, b, …)",
                           .summary = "the smallest; the gradient goes to the one that was taken",
                           .rules = {"(a == out) / how many are equal to out"},
                           .kinks = "at a tie the gradient is shared equally"};
  static constexpr double samples[][3] = {{1, 2, -3}, {4, 2, 3}};
  template <class T>
  static T value(std::span<const T> operands) {
    using namespace math;
    T out = operands[0];
    for (const T& x : operands.subspan(1)) out = where(equal(out, out), where(less_equal(out, x), out, x), out);
    return out;
  }
  static bool kink(std::span<const double> operands) { return is_tie(operands, value<double>(operands)); }
};

struct Clamp : Elementwise<3> {
  static constexpr Doc doc{
      .name = "clamp",
      .aliases = "clip",
      .notation = "clamp(x, a, b)",
      .summary = "x, but at least a and at most b",
      .rules = {"if(a < x, if(x < b, 1, 0), 0)", "if(x <= a, if(a < b, 1, 0), 0)", "if(b <= max(x, a), 1, 0)"},
      .kinks = "corners at a and b; the gradient goes to the bound there",
      .definition = "min(max(x, a), b)"};
  static constexpr double samples[][3] = {{0.5, -1, 1}, {-3, -1, 2}, {7, -1, 2}, {0, 3, 2}};
  template <class T>
  static T value(const T& x, const T& a, const T& b) {
    using namespace math;
    const T raised = where(less(x, a), a, x);  // keeps NaN
    return where(less(b, raised), b, raised);
  }
  template <int I, class T>
  static T partial(const T& x, const T& a, const T& b, const T& /*out*/) {
    if constexpr (I == 2) return indicator(call<LessEqual>(b, call<Max>(x, a)));
    const T first = indicator(I == 0 ? call<Less>(a, x) : call<LessEqual>(x, a));
    // not a < b: one may be a row and the other a column
    const T second = indicator(call<Less>(I == 0 ? x : call<Max>(x, a), b));
    return first * second;
  }
  template <class T>
  static T indicator(const T& condition) {
    const T yes = constant(1, condition);
    const T no = constant(0, condition);
    return call<If>(condition, yes, no);
  }
  static bool kink(std::span<const double> at) { return at[0] == at[1] || at[0] == at[2]; }
  static constexpr std::string_view at_kink = "0";
};

}  // namespace gradcircuit::ops
