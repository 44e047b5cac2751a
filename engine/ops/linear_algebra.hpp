#pragma once

#include <string>

#include "engine/ops/piecewise.hpp"
#include "engine/ops/reductions.hpp"

namespace gradcircuit::ops {

struct Transpose : MatrixOp<Kind::linear_algebra, 1> {
  static constexpr Doc doc{
      .name = "transpose", .notation = "x.T", .summary = "rows become columns", .rules = {"adjoint.T"}};
  static constexpr Shape sample_shapes[] = {{2, 3}};
  static Result<Shape> shape(std::span<const Shape> in, const Attributes&) { return in[0].transposed(); }

  template <class T>
  static void evaluate(MatrixView<T> out, std::span<const MatrixView<const T>> in, const Attributes&) {
    for (std::uint32_t r = 0; r < out.shape.rows; ++r)
      for (std::uint32_t c = 0; c < out.shape.columns; ++c) out(r, c) = in[0](c, r);
  }
  template <class M>
  static M vjp(std::size_t /*operand*/, std::span<const M> /*in*/, const M& adjoint, const Attributes&) {
    return call<Transpose>(adjoint);
  }
};

struct MatMul : MatrixOp<Kind::linear_algebra, 2> {
  static constexpr bool linear = false;
  static constexpr Doc doc{.name = "matmul",
                           .notation = "a @ b",
                           .summary = "matrix product: entry (i, j) is row i of a times column j of b",
                           .rules = {"adjoint @ b.T", "a.T @ adjoint"}};
  static constexpr Shape sample_shapes[] = {{2, 3}, {3, 4}};
  static Result<Shape> shape(std::span<const Shape> in, const Attributes&) {
    if (in[0].columns == in[1].rows) return Shape{in[0].rows, in[1].columns};
    return Error{.code = "matmul_shapes", .arguments = {{"left", to_string(in[0])}, {"right", to_string(in[1])}}};
  }

  template <class T>
  static void evaluate(MatrixView<T> out, std::span<const MatrixView<const T>> in, const Attributes&) {
    const auto& [a, b] = std::pair(in[0], in[1]);
    for (std::uint32_t r = 0; r < out.shape.rows; ++r)
      for (std::uint32_t c = 0; c < out.shape.columns; ++c) {
        T sum(0);
        for (std::uint32_t k = 0; k < a.shape.columns; ++k) sum += a(r, k) * b(k, c);
        out(r, c) = sum;
      }
  }
  template <class M>
  static M vjp(std::size_t operand, std::span<const M> in, const M& adjoint, const Attributes&) {
    if (operand == 0) {
      const M other = call<Transpose>(in[1]);
      return call<MatMul>(adjoint, other);
    }
    const M other = call<Transpose>(in[0]);
    return call<MatMul>(other, adjoint);
  }
  template <class M>
  static M jvp(std::span<const M> in, std::span<const M> tangents, const Attributes&) {
    const M left = call<MatMul>(tangents[0], in[1]);
    const M right = call<MatMul>(in[0], tangents[1]);
    return left + right;
  }
};

struct Dot : NumberOp<Dot, Kind::linear_algebra, 2> {
  static constexpr Doc doc{.name = "dot",
                           .notation = "dot(a, b)",
                           .summary = "products of entries that belong together, summed",
                           .rules = {"adjoint * b", "adjoint * a"},
                           .definition = "sum(a * b)"};
  static constexpr Shape sample_shapes[] = {{3, 1}, {3, 1}};
  static Result<Shape> shape(std::span<const Shape> in, const Attributes&) {
    if (in[0] == in[1]) return Shape{};
    return shapes_differ(in[0], in[1], doc.notation);
  }

  template <class T>
  static void evaluate(MatrixView<T> out, std::span<const MatrixView<const T>> in, const Attributes&) {
    T sum(0);
    for (std::size_t i = 0; i < in[0].size(); ++i) sum += in[0][i] * in[1][i];
    out[0] = sum;
  }
  template <class M>
  static M vjp(std::size_t operand, std::span<const M> in, const M& adjoint, const Attributes&) {
    return adjoint * in[1 - operand];
  }
};

/// Of rows and columns, whichever way they stand.
struct Outer : MatrixOp<Kind::linear_algebra, 2> {
  static constexpr bool linear = false;
  static constexpr Doc doc{.name = "outer",
                           .notation = "outer(a, b)",
                           .summary = "all products of an entry of a, one a row, with an entry of b, one a column",
                           .rules = {"adjoint @ b", "adjoint.T @ a"}};
  static constexpr Shape sample_shapes[] = {{3, 1}, {1, 2}};
  static Result<Shape> shape(std::span<const Shape> in, const Attributes&) {
    for (const Shape operand : in)
      if (!operand.is_vector()) return shape_refused("vector_needed", operand, doc.notation);
    return Shape{static_cast<std::uint32_t>(in[0].entries()), static_cast<std::uint32_t>(in[1].entries())};
  }

  template <class T>
  static void evaluate(MatrixView<T> out, std::span<const MatrixView<const T>> in, const Attributes&) {
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = in[0][i / out.shape.columns] * in[1][i % out.shape.columns];
  }
  template <class M>
  static M vjp(std::size_t operand, std::span<const M> in, const M& adjoint, const Attributes&) {
    const M turned = operand == 0 ? adjoint : call<Transpose>(adjoint);
    const M other = standing(in[1 - operand]);
    const M column = call<MatMul>(turned, other);
    return in[operand].shape().columns == 1 ? column : call<Transpose>(column);
  }
  template <class M>
  static M jvp(std::span<const M> in, std::span<const M> tangents, const Attributes&) {
    const M left = call<Outer>(tangents[0], in[1]);
    const M right = call<Outer>(in[0], tangents[1]);
    return left + right;
  }

 private:
  template <class M>
  static M standing(const M& vector) {
    return vector.shape().columns == 1 ? vector : call<Transpose>(vector);
  }
};

struct Trace : MatrixOp<Kind::linear_algebra, 1> {
  static constexpr Doc doc{.name = "trace",
                           .notation = "trace(x)",
                           .summary = "sum of the entries on the diagonal",
                           .rules = {"adjoint on the diagonal, 0 elsewhere"}};
  static constexpr Shape sample_shapes[] = {{3, 3}};
  static Result<Shape> shape(std::span<const Shape> in, const Attributes&) {
    if (in[0].rows == in[0].columns) return Shape{};
    return shape_refused("square_needed", in[0], doc.notation);
  }

  template <class T>
  static void evaluate(MatrixView<T> out, std::span<const MatrixView<const T>> in, const Attributes&) {
    T sum(0);
    for (std::size_t i = 0; i < in[0].size(); i += in[0].shape.columns + 1) sum += in[0][i];
    out[0] = sum;
  }
  template <class M>
  static M vjp(std::size_t /*operand*/, std::span<const M> in, const M& adjoint, const Attributes&) {
    return adjoint * create<Eye>(Attributes{.shape = in[0].shape()}, adjoint);
  }
};

struct Norm : NumberOp<Norm, Kind::linear_algebra, 1> {
  static constexpr Doc doc{.name = "norm",
                           .notation = "norm(x)",
                           .summary = "length: square root of the sum of all squared entries",
                           .rules = {"adjoint * x / out"},
                           .kinks = "corner where all entries are 0; the derivative is taken as 0 there",
                           .definition = "sqrt(sum(x^2))"};
  static constexpr Shape sample_shapes[] = {{2, 3}};
  static Result<Shape> shape(std::span<const Shape>, const Attributes&) { return Shape{}; }

  template <class T>
  static void evaluate(MatrixView<T> out, std::span<const MatrixView<const T>> in, const Attributes&) {
    using namespace math;
    T largest(0);
    for (const T& entry : in[0].flat()) largest = where(less(largest, abs(entry)), abs(entry), largest);
    const T scale = apply(power_of_two, largest);
    T sum(0);
    for (const T& entry : in[0].flat()) sum += (entry / scale) * (entry / scale);
    out[0] = scale * sqrt(sum);
  }
  template <class M>
  static M vjp(std::size_t /*operand*/, std::span<const M> in, const M& adjoint, const Attributes&) {
    const M length = call<Norm>(in[0]);
    const M zero = constant(0, length);
    const M is_zero = call<Equal>(length, zero);
    const M one = constant(1, length);
    const M divisor = call<If>(is_zero, one, length);
    return adjoint * (in[0] / divisor);
  }

  static bool kink(std::span<const double> entries) {
    return std::ranges::all_of(entries, [](double entry) { return entry == 0; });
  }
  static constexpr std::string_view at_kink = "0";

 private:
  /// Squares of what is divided by it neither overflow nor vanish, and dividing by it rounds nothing.
  static double power_of_two(double size) {
    int exponent = 0;
    if (size == 0 || !std::isfinite(size)) return 1;
    std::frexp(size, &exponent);
    return std::ldexp(1, exponent - 1);
  }
};

}  // namespace gradcircuit::ops
