#pragma once

#include "engine/ops/structure.hpp"

namespace gradcircuit::ops {

struct Sum : MatrixOp<Kind::reduction, 1> {
  static constexpr Doc doc{
      .name = "sum", .notation = "sum(x)", .summary = "sum of all entries", .rules = {"adjoint in every entry"}};
  static constexpr Shape sample_shapes[] = {{2, 3}};
  static Result<Shape> shape(std::span<const Shape>, const Attributes&) { return Shape{}; }

  template <class T>
  static void evaluate(MatrixView<T> out, std::span<const MatrixView<const T>> in, const Attributes&) {
    T sum(0);
    for (const T& entry : in[0].flat()) sum += entry;
    out[0] = sum;
  }
  template <class M>
  static M vjp(std::size_t /*operand*/, std::span<const M> in, const M& adjoint, const Attributes&) {
    return adjoint * create<Ones>(Attributes{.shape = in[0].shape()}, adjoint);
  }
};

struct Mean : MatrixOp<Kind::reduction, 1> {
  static constexpr Doc doc{.name = "mean",
                           .notation = "mean(x)",
                           .summary = "sum of all entries divided by how many they are",
                           .rules = {"adjoint divided by how many entries, in every entry"}};
  static constexpr Shape sample_shapes[] = {{2, 3}};
  static Result<Shape> shape(std::span<const Shape>, const Attributes&) { return Shape{}; }

  template <class T>
  static void evaluate(MatrixView<T> out, std::span<const MatrixView<const T>> in, const Attributes& attributes) {
    Sum::evaluate(out, in, attributes);
    out[0] = out[0] / T(static_cast<double>(in[0].size()));
  }
  template <class M>
  static M vjp(std::size_t operand, std::span<const M> in, const M& adjoint, const Attributes& attributes) {
    const M share = adjoint / constant(static_cast<double>(in[0].shape().entries()), adjoint);
    return Sum::vjp(operand, in, share, attributes);
  }
};

struct RowSums : MatrixOp<Kind::reduction, 1> {
  static constexpr Doc doc{.name = "row_sums",
                           .notation = "row_sums(x)",
                           .summary = "the sum of each row, as a column",
                           .rules = {"adjoint in every entry of its row"}};
  static constexpr Shape sample_shapes[] = {{2, 3}};
  static Result<Shape> shape(std::span<const Shape> in, const Attributes&) { return Shape{in[0].rows, 1}; }

  template <class T>
  static void evaluate(MatrixView<T> out, std::span<const MatrixView<const T>> in, const Attributes&) {
    std::ranges::fill(out.flat(), T(0));
    for (std::size_t i = 0; i < in[0].size(); ++i) out[i / in[0].shape.columns] += in[0][i];
  }
  template <class M>
  static M vjp(std::size_t operand, std::span<const M> in, const M& adjoint, const Attributes& attributes) {
    return Sum::vjp(operand, in, adjoint, attributes);
  }
};

struct ColumnSums : MatrixOp<Kind::reduction, 1> {
  static constexpr Doc doc{.name = "column_sums",
                           .notation = "column_sums(x)",
                           .summary = "the sum of each column, as a row",
                           .rules = {"adjoint in every entry of its column"}};
  static constexpr Shape sample_shapes[] = {{2, 3}};
  static Result<Shape> shape(std::span<const Shape> in, const Attributes&) { return Shape{1, in[0].columns}; }

  template <class T>
  static void evaluate(MatrixView<T> out, std::span<const MatrixView<const T>> in, const Attributes&) {
    std::ranges::fill(out.flat(), T(0));
    for (std::size_t i = 0; i < in[0].size(); ++i) out[i % in[0].shape.columns] += in[0][i];
  }
  template <class M>
  static M vjp(std::size_t operand, std::span<const M> in, const M& adjoint, const Attributes& attributes) {
    return Sum::vjp(operand, in, adjoint, attributes);
  }
};

}  // namespace gradcircuit::ops
