#include "engine/diff/layout.hpp"

namespace gradcircuit {

LayoutShapes layout_shapes(Shape of, Shape by) {
  if (by.is_scalar()) return {.numerator = of, .denominator = of.transposed()};
  if (of.is_scalar()) return {.numerator = by.transposed(), .denominator = by};
  const Shape shape{static_cast<std::uint32_t>(of.entries()), static_cast<std::uint32_t>(by.entries())};
  return {.numerator = shape, .denominator = shape.transposed()};
}

std::vector<std::uint32_t> column_by_column(Shape shape) {
  std::vector<std::uint32_t> entries;
  for (std::uint32_t c = 0; c < shape.columns; ++c)
    for (std::uint32_t r = 0; r < shape.rows; ++r) entries.push_back(r * shape.columns + c);
  return entries;
}

std::string entry_label(std::string_view name, Shape shape, std::uint32_t entry) {
  std::string label(name);
  if (shape.is_scalar()) return label;
  if (shape.is_vector()) return label + "[" + std::to_string(entry) + "]";
  return label + "[" + std::to_string(entry / shape.columns) + ", " + std::to_string(entry % shape.columns) + "]";
}

}  // namespace gradcircuit
