#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "engine/graph/graph.hpp"

namespace gradcircuit {

/// One `+=` of the backward pass: adjoint × partial = contribution arrives at `target`, whose sum so far is `total`.
struct BackwardStep {
  NodeId node;
  std::uint32_t input;  ///< which operand of the node, or of the box that it stands for
  NodeId target;
  Matrix adjoint;
  std::optional<Matrix> partial;  ///< none where there is no elementwise one; then `rule` says what is computed
  std::string_view rule;
  Matrix contribution;  ///< after summing over what was broadcast
  Matrix total;
  std::uint32_t arrived;  ///< this is arrival number `arrived` …
  std::uint32_t of;       ///< … of `of`
};

/// What is drawn as one: a node on its own, or a closed group or stage that its output node stands for.
struct Box {
  NodeId node = none;
  /// The nodes it reads: every operand of a node, each node once for a closed region.
  std::vector<NodeId> inputs;
  /// Local derivative by each input; none where there is no elementwise one, or where the input is constant.
  std::vector<std::optional<Matrix>> partials;
  std::uint32_t group = none;
  std::uint32_t stage = none;
  std::vector<NodeId> members = {};  ///< what a closed region holds, ascending; empty for a node on its own

  bool is_region() const { return !members.empty(); }
};

}  // namespace gradcircuit
