#pragma once

#include "engine/diff/values.hpp"

namespace gradcircuit {

/// What an elementwise op does to one entry. The loops over entries are written once for all ops, not once an op: that is a sixth
/// of the module's size.
template <class T>
struct EntryRules {
  T (*value)(std::span<const T> operands) = nullptr;
  T (*partial)(std::size_t operand, std::span<const T> operands, const T& out) = nullptr;
};

/// By op; null for matrix ops.
template <class T>
inline constexpr std::array<EntryRules<T>, op_count> entry_rules =
    table_of_ops<EntryRules<T>>([]<class Op>() -> EntryRules<T> {
      if constexpr (is_elementwise<Op>)
        return {&evaluate_elementwise<Op, T>, &partial_by<Op, T>};
      else
        return {};
    });

/// Views of a node's operands in a tape.
template <class T>
std::vector<MatrixView<const T>> operand_views(const Graph& graph, const Values<T>& values, NodeId id) {
  std::vector<MatrixView<const T>> views;
  for (const NodeId operand : graph.operands(id)) views.push_back(values.view(graph, operand));
  return views;
}

/// Calls `use(operands, row, column)` for every entry of an elementwise node, its operands broadcast and gathered in a span; without
/// allocating where the node is a single number with few operands.
template <class T, class Use>
void for_each_entry(const Graph& graph, const Values<T>& tape, NodeId id, Use use) {
  const std::span<const NodeId> operands = graph.operands(id);
  const Shape shape = graph[id].shape;
  std::array<T, 4> few;
  if (shape.is_scalar() && operands.size() <= few.size()) {
    for (std::size_t i = 0; i < operands.size(); ++i) few[i] = *tape.at(operands[i]);
    use(std::span<const T>(few.data(), operands.size()), 0, 0);
    return;
  }
  const auto views = operand_views(graph, tape, id);
  std::vector<T> gathered(operands.size());
  for (std::uint32_t r = 0; r < shape.rows; ++r)
    for (std::uint32_t c = 0; c < shape.columns; ++c) {
      for (std::size_t i = 0; i < views.size(); ++i) gathered[i] = views[i][broadcast_index(views[i].shape, r, c)];
      use(std::span<const T>(gathered), r, c);
    }
}

}  // namespace gradcircuit
