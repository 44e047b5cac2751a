#pragma once

#include "engine/diff/backward.hpp"
#include "engine/diff/layout.hpp"

/// Which shape everything in a program has, and why: what students get wrong first.
namespace gradcircuit {

/// Why a shape is what it is. The page has its own wording for each.
enum class ShapeRule : std::uint8_t {
  // of values
  given,
  numbers,
  entrywise,
  scalar,
  column,
  row,
  mixed,
  inner,
  transposed,
  one_number,
  number_a_row,
  number_a_column,
  outer,
  entry,
  some_rows,
  stacked,
  concatenated,
  rearranged,
  kept,
  made,
  // of gradients
  as_value,
  summed,
  summed_columns,
  summed_rows,
  product,
};

struct ShapeText {
  std::string_view code;
  std::string_view message;  ///< English, with {arguments} in braces
};
const ShapeText& shape_text(ShapeRule rule);

struct ShapeReason {
  ShapeRule rule;
  std::vector<TextArgument> arguments;

  std::string message() const;
};

struct ValueShape {
  NodeId node;
  ShapeReason why;
};

/// Why what a node hands back to one of its operands has that operand's shape.
struct HandedBack {
  NodeId from;
  std::uint32_t operand;
  ShapeReason why;
};

struct GradientShape {
  NodeId node;
  LayoutShapes shapes;  ///< in denominator layout, which is ours, the shape of the value
  ShapeReason why;
  std::vector<HandedBack> arriving;  ///< only where the shape changes on the way
};

struct ShapeLedger {
  std::vector<ValueShape> values;        ///< of all nodes but constants
  std::vector<GradientShape> gradients;  ///< of all that an output depends on by way of derivatives
};

ShapeLedger shape_ledger(const Graph& graph, const Activity& active);

}  // namespace gradcircuit
