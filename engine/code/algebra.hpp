#pragma once

#include <functional>

#include "engine/graph/expr.hpp"

namespace gradcircuit {

/// Appends products, sums and their kin in the form in which they are best read: no factor 1, no sign inside a product, no scalar
/// inside a matrix product, no transpose of a transpose. Values are those of the plain ops.
class Algebra {
 public:
  /// `is_named(node)` tells what has a name of its own and so is written as that, whatever it is made of.
  using IsNamed = std::function<bool(NodeId)>;
  Algebra(Graph& graph, IsNamed is_named) : graph_(graph), is_named_(std::move(is_named)) {}

  NodeId number(double value);
  NodeId times(NodeId a, NodeId b);
  NodeId over(NodeId a, NodeId b);
  NodeId plus(NodeId a, NodeId b);
  NodeId minus(NodeId a, NodeId b);
  NodeId negated(NodeId a);
  NodeId power(NodeId a, NodeId b);
  NodeId product(NodeId a, NodeId b);  ///< of matrices
  NodeId transposed(NodeId a);
  /// Sums over what was broadcast from `shape`, or repeats a single number.
  NodeId in_shape(Shape shape, NodeId a);

  /// What a rule recorded for node `owner`, in that form. Nodes before `first_recorded` stay as they are.
  NodeId rewritten(NodeId recorded, NodeId first_recorded, NodeId owner);

 private:
  NodeId append(OpId op, std::initializer_list<NodeId> operands, const Attributes& attributes = {});
  bool is_number(NodeId id, double value) const;
  bool is_scalar(NodeId id) const { return graph_[id].shape.is_scalar(); }
  /// Whether it is that op, written out here.
  bool is(NodeId id, OpId op) const { return graph_[id].op == op && !is_named_(id); }
  NodeId operand(NodeId id, std::size_t i) const { return graph_.operands(id)[i]; }
  bool together(NodeId a, NodeId b) const;

  Graph& graph_;
  IsNamed is_named_;
};

}  // namespace gradcircuit
