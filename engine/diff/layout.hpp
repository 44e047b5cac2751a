#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/matrix.hpp"

/// How derivatives are written down: which way they stand, and in which order a matrix becomes a list.
namespace gradcircuit {

/// In numerator layout the rows of a derivative follow what is derived, in denominator layout what it is derived by: one is the
/// transpose of the other, and the factors of a chain of them stand in reverse order.
struct LayoutShapes {
  Shape numerator;
  Shape denominator;
};

/// Of the derivative of a value by another. Where one of them is a single number, the derivative keeps the shape of the other one;
/// otherwise both are lists of their entries.
LayoutShapes layout_shapes(Shape of, Shape by);

/// The entries of a matrix column by column, as `vec` takes them, each by its number in the usual order, which is row by row.
std::vector<std::uint32_t> column_by_column(Shape shape);

/// `z`, `z[0]` or `W[1, 2]`.
std::string entry_label(std::string_view name, Shape shape, std::uint32_t entry);

}  // namespace gradcircuit
