#pragma once

#include <string>

#include "engine/ops/op.hpp"

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

}  // namespace gradcircuit::ops
