#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace gradcircuit {

/// Rows × columns; a scalar is 1×1.
struct Shape {
  std::uint32_t rows = 1;
  std::uint32_t columns = 1;

  constexpr std::uint64_t entries() const { return std::uint64_t{rows} * columns; }
  constexpr bool is_scalar() const { return rows == 1 && columns == 1; }
  constexpr bool is_vector() const { return rows == 1 || columns == 1; }
  constexpr Shape transposed() const { return {columns, rows}; }
  friend bool operator==(Shape, Shape) = default;
};

/// `2×3`
inline std::string to_string(Shape shape) { return std::to_string(shape.rows) + "×" + std::to_string(shape.columns); }

/// A value that somebody else owns: entries row by row. `T` is double, or Lanes for many points at once.
template <class T>
struct MatrixView {
  T* entries = nullptr;
  Shape shape;

  T& operator()(std::uint32_t row, std::uint32_t column) const {
    return entries[std::size_t{row} * shape.columns + column];
  }
  T& operator[](std::size_t i) const { return entries[i]; }
  std::size_t size() const { return shape.entries(); }
  std::span<T> flat() const { return {entries, size()}; }
  operator MatrixView<const T>() const { return {entries, shape}; }
};

/// A value that is owned: entries row by row.
template <class T>
class BasicMatrix {
 public:
  BasicMatrix() : BasicMatrix(Shape{}, T(0)) {}
  BasicMatrix(T scalar) : BasicMatrix(Shape{}, scalar) {}
  BasicMatrix(Shape shape, T value) : shape_(shape), entries_(shape.entries(), value) {}
  BasicMatrix(Shape shape, std::vector<T> entries) : shape_(shape), entries_(std::move(entries)) {}
  BasicMatrix(MatrixView<const T> view) : shape_(view.shape), entries_(view.entries, view.entries + view.size()) {}

  Shape shape() const { return shape_; }
  MatrixView<T> view() { return {entries_.data(), shape_}; }
  MatrixView<const T> view() const { return {entries_.data(), shape_}; }
  T& operator[](std::size_t i) { return entries_[i]; }
  const T& operator[](std::size_t i) const { return entries_[i]; }
  std::size_t size() const { return entries_.size(); }
  const std::vector<T>& entries() const { return entries_; }
  friend bool operator==(const BasicMatrix&, const BasicMatrix&) = default;

 private:
  Shape shape_;
  std::vector<T> entries_;
};
using Matrix = BasicMatrix<double>;

/// Where entry (row, column) of a result comes from in an operand that was broadcast to it.
inline std::size_t broadcast_index(Shape operand, std::uint32_t row, std::uint32_t column) {
  const std::size_t r = operand.rows == 1 ? 0 : row;
  const std::size_t c = operand.columns == 1 ? 0 : column;
  return r * operand.columns + c;
}

}  // namespace gradcircuit
