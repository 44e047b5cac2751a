#pragma once

#include <algorithm>
#include <vector>

#include "engine/ops/arithmetic.hpp"
#include "engine/ops/op.hpp"

/// `call<Op>` on matrices of numbers, for rules that are written in ops of the language. Shapes are known to fit by then.
namespace gradcircuit {

/// Runs an elementwise op entry by entry, broadcasting its operands to the shape of `out`.
template <class Op, math::Number T>
void evaluate_lifted(MatrixView<T> out, std::span<const MatrixView<const T>> operands) {
  std::vector<T> entry(operands.size());
  for (std::uint32_t r = 0; r < out.shape.rows; ++r)
    for (std::uint32_t c = 0; c < out.shape.columns; ++c) {
      for (std::size_t i = 0; i < operands.size(); ++i)
        entry[i] = operands[i][broadcast_index(operands[i].shape, r, c)];
      out(r, c) = evaluate_elementwise<Op, T>(entry);
    }
}

template <class Op, math::Number T>
BasicMatrix<T> call_on(std::span<const MatrixView<const T>> operands, const Attributes& attributes) {
  Shape shape;
  if constexpr (is_elementwise<Op>) {
    for (const auto& operand : operands)
      shape = {std::max(shape.rows, operand.shape.rows), std::max(shape.columns, operand.shape.columns)};
  } else {
    std::vector<Shape> shapes;
    for (const auto& operand : operands) shapes.push_back(operand.shape);
    shape = *Op::shape(shapes, attributes);
  }
  BasicMatrix<T> out(shape, T(0));
  if constexpr (is_elementwise<Op>)
    evaluate_lifted<Op, T>(out.view(), operands);
  else
    Op::template evaluate<T>(out.view(), operands, attributes);
  return out;
}

template <class Op, math::Number T, class... More>
BasicMatrix<T> call(const BasicMatrix<T>& first, const More&... more) {
  const MatrixView<const T> operands[] = {first.view(), more.view()...};
  return call_on<Op, T>(operands, {});
}

template <class Op, math::Number T>
BasicMatrix<T> call_with(const Attributes& attributes, const BasicMatrix<T>& operand) {
  const MatrixView<const T> operands[] = {operand.view()};
  return call_on<Op, T>(operands, attributes);
}

template <class Op, math::Number T>
BasicMatrix<T> create(const Attributes& attributes, const BasicMatrix<T>& /*like*/) {
  return call_on<Op, T>({}, attributes);
}

template <math::Number T>
BasicMatrix<T> operator+(const BasicMatrix<T>& a, const BasicMatrix<T>& b) {
  return call<ops::Add>(a, b);
}
template <math::Number T>
BasicMatrix<T> operator*(const BasicMatrix<T>& a, const BasicMatrix<T>& b) {
  return call<ops::Mul>(a, b);
}

}  // namespace gradcircuit
