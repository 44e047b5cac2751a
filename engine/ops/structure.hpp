#pragma once

#include <algorithm>
#include <string>

#include "engine/ops/op.hpp"

namespace gradcircuit::ops {

inline Error out_of_range(std::string index, Shape shape, std::string last) {
  return {.code = "index_out_of_range",
          .arguments = {{"index", std::move(index)}, {"shape", to_string(shape)}, {"last", std::move(last)}}};
}

/// A matrix with the same number everywhere.
template <int Entry>
struct Filled : MatrixOp<Kind::structure, 0> {
  static constexpr WrittenNumbers written{.count = 2};
  static Result<Shape> shape(std::span<const Shape>, const Attributes& made) { return made.shape; }

  template <class T>
  static void evaluate(MatrixView<T> out, std::span<const MatrixView<const T>>, const Attributes&) {
    std::ranges::fill(out.flat(), T(Entry));
  }
};

/// What a sum hands back is its adjoint times these.
struct Ones : Filled<1> {
  static constexpr Doc doc{.name = "ones", .notation = "ones(rows, columns)", .summary = "a matrix of ones"};
};

struct Zeros : Filled<0> {
  static constexpr Doc doc{.name = "zeros", .notation = "zeros(rows, columns)", .summary = "a matrix of zeros"};
};

/// What a trace hands back is its adjoint times this.
struct Eye : MatrixOp<Kind::structure, 0> {
  static constexpr WrittenNumbers written{.count = 1};
  static constexpr Doc doc{
      .name = "eye", .notation = "eye(rows)", .summary = "the identity matrix: ones on the diagonal, zeros elsewhere"};
  static Result<Shape> shape(std::span<const Shape>, const Attributes& made) { return made.shape; }

  template <class T>
  static void evaluate(MatrixView<T> out, std::span<const MatrixView<const T>>, const Attributes&) {
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = T(i % (out.shape.columns + 1) == 0 ? 1 : 0);
  }
};

/// All zero but for a single one; what an index hands back is its adjoint times this.
struct Unit : MatrixOp<Kind::structure, 0> {
  static std::string entry(std::uint32_t row, std::uint32_t column) {
    return "[" + std::to_string(row) + ", " + std::to_string(column) + "]";
  }
  static constexpr WrittenNumbers written{.count = 4};
  static constexpr Doc doc{
      .name = "unit", .notation = "unit(rows, columns, i, j)", .summary = "zeros with a single 1 at row i, column j"};
  static Result<Shape> shape(std::span<const Shape>, const Attributes& made) {
    if (made.row < made.shape.rows && made.column < made.shape.columns) return made.shape;
    return out_of_range(entry(made.row, made.column), made.shape, entry(made.shape.rows - 1, made.shape.columns - 1));
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

/// One below the other.
struct Concatenate : MatrixOp<Kind::structure, variadic> {
  static constexpr Doc doc{.name = "concatenate",
                           .aliases = "concat",
                           .notation = "concatenate(a, b, …)",
                           .summary = "puts matrices of as many columns one below the other",
                           .rules = {"its rows of adjoint"}};
  static constexpr Shape sample_shapes[] = {{2, 3}, {1, 3}, {3, 3}};
  static Result<Shape> shape(std::span<const Shape> in, const Attributes&) {
    Shape out = in[0];
    for (const Shape part : in.subspan(1)) {
      if (part.columns != out.columns) return shapes_differ(in[0], part, doc.notation);
      out.rows += part.rows;
    }
    return out;
  }

  template <class T>
  static void evaluate(MatrixView<T> out, std::span<const MatrixView<const T>> in, const Attributes&) {
    auto end = out.flat().begin();
    for (const auto& part : in) end = std::ranges::copy(part.flat(), end).out;
  }
  template <class M>
  static M vjp(std::size_t operand, std::span<const M> in, const M& adjoint, const Attributes&);
};

/// What a concatenation hands back.
struct Rows : MatrixOp<Kind::structure, 1> {
  static constexpr WrittenNumbers written{.first = 2, .count = 2};  // `column` is how many
  static constexpr Doc doc{.name = "rows",
                           .notation = "rows(x, first, count)",
                           .summary = "rows of a matrix, counted from 0",
                           .rules = {"adjoint at those rows, 0 elsewhere"}};
  static constexpr Shape sample_shapes[] = {{4, 3}};
  static constexpr Attributes sample_attributes{.shape = {}, .row = 1, .column = 2};
  static Result<Shape> shape(std::span<const Shape> in, const Attributes& at) {
    if (at.column == 0) return Error{.code = "empty_matrix"};
    const std::uint64_t last = std::uint64_t{at.row} + at.column - 1;
    if (last < in[0].rows) return Shape{at.column, in[0].columns};
    return out_of_range(std::to_string(last), in[0], std::to_string(in[0].rows - 1));
  }

  template <class T>
  static void evaluate(MatrixView<T> out, std::span<const MatrixView<const T>> in, const Attributes& at) {
    std::ranges::copy(in[0].flat().subspan(std::size_t{at.row} * out.shape.columns, out.size()), out.entries);
  }
  template <class M>
  static M vjp(std::size_t /*operand*/, std::span<const M> in, const M& adjoint, const Attributes& at) {
    const auto zeros = [&](std::uint32_t rows) {
      return create<Zeros>(Attributes{.shape = {rows, in[0].shape().columns}}, adjoint);
    };
    const std::uint32_t below = in[0].shape().rows - at.row - at.column;
    M out = adjoint;
    if (at.row > 0) out = call<Concatenate>(zeros(at.row), out);
    if (below > 0) out = call<Concatenate>(out, zeros(below));
    return out;
  }
};

template <class M>
M Concatenate::vjp(std::size_t operand, std::span<const M> in, const M& adjoint, const Attributes&) {
  std::uint32_t above = 0;
  for (const M& part : in.first(operand)) above += part.shape().rows;
  return call_with<Rows>(Attributes{.shape = {}, .row = above, .column = in[operand].shape().rows}, adjoint);
}

/// Entries in the order of `vec`: column by column.
struct Reshape : MatrixOp<Kind::structure, 1> {
  static constexpr WrittenNumbers written{.count = 2};
  static constexpr Doc doc{.name = "reshape",
                           .notation = "reshape(x, rows, columns)",
                           .summary = "the entries of x, column by column, in another shape; undoes vec",
                           .rules = {"adjoint in the shape of x"}};
  static constexpr Shape sample_shapes[] = {{2, 3}};
  static constexpr Attributes sample_attributes{.shape = {3, 2}};
  static Result<Shape> shape(std::span<const Shape> in, const Attributes& made) {
    if (made.shape.entries() == in[0].entries()) return made.shape;
    return shape_refused("reshape_entries", in[0], to_string(made.shape));
  }

  template <class T>
  static void evaluate(MatrixView<T> out, std::span<const MatrixView<const T>> in, const Attributes&) {
    const std::uint32_t rows = in[0].shape.rows;
    std::uint32_t i = 0;
    for (std::uint32_t c = 0; c < out.shape.columns; ++c)
      for (std::uint32_t r = 0; r < out.shape.rows; ++r, ++i) out(r, c) = in[0](i % rows, i / rows);
  }
  template <class M>
  static M vjp(std::size_t /*operand*/, std::span<const M> in, const M& adjoint, const Attributes&) {
    return call_with<Reshape>(Attributes{.shape = in[0].shape()}, adjoint);
  }
};

struct Vec : MatrixOp<Kind::structure, 1> {
  static constexpr Doc doc{.name = "vec",
                           .aliases = "flatten",
                           .notation = "vec(x)",
                           .summary = "the columns of a matrix one below the other, as one column",
                           .rules = {"adjoint in the shape of x"}};
  static constexpr Shape sample_shapes[] = {{2, 3}};
  static Result<Shape> shape(std::span<const Shape> in, const Attributes&) {
    return Shape{static_cast<std::uint32_t>(in[0].entries()), 1};
  }

  template <class T>
  static void evaluate(MatrixView<T> out, std::span<const MatrixView<const T>> in, const Attributes& attributes) {
    Reshape::evaluate(out, in, attributes);
  }
  template <class M>
  static M vjp(std::size_t operand, std::span<const M> in, const M& adjoint, const Attributes& attributes) {
    return Reshape::vjp(operand, in, adjoint, attributes);
  }
};

}  // namespace gradcircuit::ops
