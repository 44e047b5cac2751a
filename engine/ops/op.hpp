#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

#include "engine/base/math.hpp"
#include "engine/base/matrix.hpp"
#include "engine/base/result.hpp"

/// The contract of an op. One op is one struct; the parser, every way of running a graph, formulas, code, the reference page and
/// the tests follow from it. Two families:
///
/// *Elementwise* ops state a `value` and, per operand, a `partial<I>(operands…, out)`, both templates over T: double, Lanes, and
/// for the partial also Expr. Written once, they serve numbers, many points and symbols, so they use `where` and never `?:`. C++
/// leaves the order of operands' evaluation open: a rule that records two nodes names the first. The engine lifts them to
/// matrices. Where the textbook partial loses digits in doubles, `numeric_partial<I>` is the stable form.
///
/// *Matrix* ops state a shape rule, `evaluate`, a vector-Jacobian product `vjp` and, unless they are linear, its forward twin `jvp`,
/// the latter two over Expr, in ops of the language only, so that gradients are graphs too. Numbers take the same rules: they are
/// recorded in a graph of their own and run there.
///
/// Every op carries what it is tested at: `samples`, or `sample_shapes` and `sample_attributes`.
namespace gradcircuit {

class Expr;
namespace ops {
struct Sum;
}

/// What is written into a node besides its operands: the entry that `index` reads, the shape that `stack` or `ones` makes.
struct Attributes {
  Shape shape;
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  friend bool operator==(const Attributes&, const Attributes&) = default;
};

/// Which of its attributes an op is written with, after its operands: `count` of rows, columns, row, column, from `first` on.
struct WrittenNumbers {
  std::uint8_t first = 0;
  std::uint8_t count = 0;
};

enum class Kind : std::uint8_t { elementwise, comparison, linear_algebra, reduction, loss, structure };

inline constexpr int variadic = -1;

/// A number where a rule needs one; graph/expr.hpp overloads it for symbols.
template <math::Number T>
T constant(double value, const T& /*like*/) {
  return T(value);
}

struct Doc {
  std::string_view name;
  std::string_view aliases = {};  ///< other spellings, separated by spaces
  std::string_view notation;
  std::string_view summary;
  std::array<std::string_view, 3> rules = {};  ///< one an operand; `out` is the result, `adjoint` what arrives at it
  std::string_view kinks = {};
  std::string_view definition = {};  ///< a program in the operands of `notation`, by which the op can be opened
};

/// Base of elementwise ops with `Arity` operands (`variadic`: one or more, then `value` and `partial` take spans).
template <int Arity>
struct Elementwise {
  static constexpr int arity = Arity;
  static constexpr Kind kind = Kind::elementwise;
  /// Whether a derivative is taken by this operand at all; the condition of `if` has none.
  static constexpr bool differentiable(int /*operand*/) { return true; }
};

/// Base of `<` and its kin: 0 or 1, and no derivative is taken through them.
struct Comparison : Elementwise<2> {
  static constexpr Kind kind = Kind::comparison;
  static constexpr bool differentiable(int /*operand*/) { return false; }
  template <int I, class T>
  static T partial(const T& a, const T& /*b*/, const T& /*out*/) {
    return constant(0, a);
  }
};

/// Base of matrix ops. A linear op is its own derivative: its tangent is the op applied to the tangents.
template <Kind K, int Arity>
struct MatrixOp {
  static constexpr int arity = Arity;
  static constexpr Kind kind = K;
  static constexpr bool linear = true;
  static constexpr WrittenNumbers written{};
  static constexpr double sample_range[] = {-2, 2};
  static constexpr Attributes sample_attributes{};
  static constexpr bool differentiable(int /*operand*/) { return true; }
};

/// Two shapes that an operation does not take together.
inline Error shapes_differ(Shape left, Shape right, std::string_view operation) {
  return {.code = "shape_mismatch",
          .arguments = {{"left", to_string(left)}, {"right", to_string(right)}, {"operation", std::string(operation)}}};
}

/// A shape that an operation does not take.
inline Error shape_refused(DiagnosticCode code, Shape shape, std::string_view operation) {
  return {.code = code, .arguments = {{"shape", to_string(shape)}, {"operation", std::string(operation)}}};
}

/// Base of matrix ops whose value is a single number: the tangent is the gradient times the tangents, summed.
template <class Op, Kind K, int Arity>
struct NumberOp : MatrixOp<K, Arity> {
  static constexpr bool linear = false;
  template <class M>
  static M jvp(std::span<const M> in, std::span<const M> tangents, const Attributes& attributes) {
    const M one = constant(1, in[0]);
    M out = gradient_times_tangent(0, one, in, tangents, attributes);
    for (std::size_t i = 1; i < in.size(); ++i) out = out + gradient_times_tangent(i, one, in, tangents, attributes);
    return out;
  }

 private:
  template <class M>
  static M gradient_times_tangent(std::size_t operand, const M& one, std::span<const M> in, std::span<const M> tangents,
                                  const Attributes& attributes) {
    const M gradient = Op::template vjp<M>(operand, in, one, attributes);
    return call<ops::Sum>(gradient * tangents[operand]);
  }

  friend Op;
  NumberOp() = delete;  // an op is never an object
};

template <class Op>
inline constexpr bool is_elementwise = Op::kind == Kind::elementwise || Op::kind == Kind::comparison;

template <class Op, math::Number T>
T evaluate_elementwise(std::span<const T> operands) {
  if constexpr (Op::arity == variadic) {
    return Op::template value<T>(operands);
  } else {
    return [&]<std::size_t... I>(std::index_sequence<I...>) {
      return Op::value(operands[I]...);
    }(std::make_index_sequence<static_cast<std::size_t>(Op::arity)>{});
  }
}

/// `call<Op>(a, b)` is the value of an op on numbers; graph/expr.hpp overloads it for symbols.
template <class Op, math::Number T, class... More>
T call(const T& first, const More&... more) {
  const T operands[] = {first, more...};
  return evaluate_elementwise<Op, T>(operands);
}

/// Partial of an elementwise op by operand `I`: the stable form for numbers where there is one.
template <class Op, int I, class T>
T partial_by(std::span<const T> operands, const T& out) {
  return [&]<std::size_t... J>(std::index_sequence<J...>) -> T {
    if constexpr (math::is_number<T> && requires { Op::template numeric_partial<I, T>(operands[J]..., out); }) {
      return Op::template numeric_partial<I, T>(operands[J]..., out);
    } else {
      return Op::template partial<I, T>(operands[J]..., out);
    }
  }(std::make_index_sequence<static_cast<std::size_t>(Op::arity)>{});
}

/// The same with the operand chosen at run time.
template <class Op, class T>
T partial_by(std::size_t operand, std::span<const T> operands, const T& out) {
  if constexpr (Op::arity == variadic) {
    return Op::template partial<T>(operand, operands, out);
  } else if constexpr (Op::arity == 1) {
    return partial_by<Op, 0, T>(operands, out);
  } else if constexpr (Op::arity == 2) {
    return operand == 0 ? partial_by<Op, 0, T>(operands, out) : partial_by<Op, 1, T>(operands, out);
  } else {
    static_assert(Op::arity == 3);
    return operand == 0   ? partial_by<Op, 0, T>(operands, out)
           : operand == 1 ? partial_by<Op, 1, T>(operands, out)
                          : partial_by<Op, 2, T>(operands, out);
  }
}

}  // namespace gradcircuit
