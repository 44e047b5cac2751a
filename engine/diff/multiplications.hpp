#pragma once

#include "engine/diff/backward.hpp"

/// What the two modes cost, counted as people count on paper: each pass multiplies once by every partial derivative on its way. Of
/// a node's entry by an operand's entry there is one wherever it is not zero for all numbers, a trivial 1 included; a matrix
/// product m×k @ k×n has m·k·n of them by either operand. Partials themselves are not counted: both modes need the same.
namespace gradcircuit {

/// How many partial derivatives one edge stands for. O(1).
std::uint64_t partials_along(const Graph& graph, NodeId id, std::size_t operand);

/// Multiplications of one pass, in either direction, over all edges on a path. O(edges).
std::uint64_t multiplications(const Graph& graph, const Activity& active);

struct ModeCost {
  std::uint64_t passes;
  std::uint64_t multiplications;  ///< of all passes together
};

/// Of all derivatives of all entries of an output by all entries of the inputs it depends on.
struct GradientCost {
  ModeCost forward;  ///< one pass an entry of an input
  ModeCost reverse;  ///< one pass an entry of the output
};
GradientCost gradient_cost(const Graph& graph, NodeId output, const Activity& active);

}  // namespace gradcircuit
