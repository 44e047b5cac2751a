#pragma once

#include <algorithm>
#include <string>

#include "engine/ops/op.hpp"

namespace gradcircuit::ops {

/// A matrix of ones; what a sum hands back is its adjoint times these.
struct Ones : MatrixOp<Kind::structure, 0> {
  static constexpr Doc doc{.name = "ones", .notation = "ones(rows, columns)", .summary = "a matrix of ones"};
  static Result<Shape> shape(std::span<const Shape>, const Attributes& made) { return made.shape; }

  template <class T>
  static void evaluate(MatrixView<T> out, std::span<const MatrixView<const T>>, const Attributes&) {
    std::ranges::fill(out.flat(), T(1));
  }
};

/// All zero but for a single one; what an index hands back is its adjoint times this.
struct Unit : MatrixOp<Kind::structure, 0> {
  static constexpr Doc doc{
      .name = "unit", .notation = "unit(rows, columns, i, j)", .summary = "zeros with a single 1 at row i, column j"};
  static Result<Shape> shape(std::span<const Shape>, const Attributes& made) {
    if (made.row < made.shape.rows && made.column < made.shape.columns) return made.shape;
    return Error{.code = "index_out_of_range",
                 .arguments = {{"index", "[" + std::to_string(made.row) + ", " + std::to_string(made.column) + "]"},
                               {"shape", to_string(made.shape)},
                               {"last", "[" + std::to_string(made.shape.rows - 1) + ", " +
                                            std::to_string(made.shape.columns - 1) + "]"}}};
  }

  template <class T>
  static void evaluate(MatrixView<T> out, std::span<const MatrixView<const T>>, const Attributes& made) {
    std::ranges::fill(out.flat(), T(0));
    out(made.row, made.column) = T(1);
  }
};

struct Index : MatrixOp<Kind::structure, 1> {
  static constexpr Doc doc{.name = "index",
                           .notation = "x[i]",
                           .summary = "one entry, counted from 0; x[i, j] for row i, column j",
                           .rules = {"adjoint at that entry, 0 elsewhere"}};
  static constexpr Shape sample_shapes[] = {{2, 3}};
  static constexpr Attributes sample_attributes{.shape = {}, .row = 1, .column = 2};
  static Result<Shape> shape(std::span<const Shape> in, const Attributes& at) {
    if (at.row < in[0].rows && at.column < in[0].columns) return Shape{};
    const Attributes made{.shape = in[0], .row = at.row, .column = at.column};
    return Unit::shape({}, made).error();
  }

  template <class T>
  static void evaluate(MatrixView<T> out, std::span<const MatrixView<const T>> in, const Attributes& at) {
    out[0] = in[0](at.row, at.column);
  }
  template <class M>
  static M vjp(std::size_t /*operand*/, std::span<const M> in, const M& adjoint, const Attributes& at) {
    const M place = create<Unit>(Attributes{.shape = in[0].shape(), .row = at.row, .column = at.column}, adjoint);
    return adjoint * place;
  }
};

/// `[a, b]` and `[[a, b], [c, d]]`: single numbers put together row by row.
struct Stack : MatrixOp<Kind::structure, variadic> {
  static constexpr Doc doc{.name = "stack",
                           .notation = "[a, b, …]",
                           .summary = "puts numbers together to a column or, row by row, to a matrix",
                           .rules = {"its entry of adjoint"}};
  static constexpr Shape sample_shapes[] = {{}, {}, {}, {}, {}, {}};
  static constexpr Attributes sample_attributes{.shape = {2, 3}};
  static Result<Shape> shape(std::span<const Shape> in, const Attributes& made) {
    for (const Shape entry : in)
      if (!entry.is_scalar()) return Error{.code = "stack_of_matrices", .arguments = {{"shape", to_string(entry)}}};
    return made.shape;
  }

  template <class T>
  static void evaluate(MatrixView<T> out, std::span<const MatrixView<const T>> in, const Attributes&) {
    for (std::size_t i = 0; i < in.size(); ++i) out[i] = in[i][0];
  }
  template <class M>
  static M vjp(std::size_t operand, std::span<const M> /*in*/, const M& adjoint, const Attributes& made) {
    const auto at = static_cast<std::uint32_t>(operand);
    return call_with<Index>(Attributes{.shape = {}, .row = at / made.shape.columns, .column = at % made.shape.columns},
                            adjoint);
  }
};

}  // namespace gradcircuit::ops
