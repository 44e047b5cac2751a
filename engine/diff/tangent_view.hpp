#pragma once

#include "engine/diff/view.hpp"

namespace gradcircuit {

/// One `+=` of forward mode: tangent × partial = contribution arrives at `node`, whose sum so far is `total`.
struct TangentStep {
  NodeId node;
  std::uint32_t input;  ///< which operand of the node, or of the box that it stands for
  NodeId source;
  Matrix tangent;
  std::optional<Matrix> partial;  ///< none where there is no elementwise one; then `rule` says what is computed
  std::string_view rule;
  Matrix contribution;  ///< in the node's shape
  Matrix total;
  std::uint32_t arrived;  ///< this is arrival number `arrived` …
  std::uint32_t of;       ///< … of `of`
};

/// Forward mode over the boxes of a view, one step an edge, in the order in which it is animated.
struct TangentPass {
  Values<double> tangents;  ///< of all nodes, those inside closed regions included
  std::vector<TangentStep> steps;
};

/// Moves the inputs along `direction` and steps the edges that are on a path of `active`, ascending, operands left to right. An
/// edge into a region is one step: its partial is a pass inside it along that edge alone, where a number comes in.
/// O(nodes + edges × region).
TangentPass tangent_over(const Graph& graph, const Tape& tape, const Activity& active, const std::vector<Box>& boxes,
                         const Values<double>& direction, bool record_steps);

}  // namespace gradcircuit
