#pragma once

#include "engine/graph/graph.hpp"

/// Operators that record: `Expr z = x * y + call<ops::Tanh>(x)` appends nodes to the graph that x belongs to.
namespace gradcircuit {

class Expr {
 public:
  Expr(Graph& graph, NodeId node) : graph_(&graph), node_(node) {}

  NodeId node() const { return node_; }
  Graph& graph() const { return *graph_; }
  Shape shape() const { return (*graph_)[node_].shape; }
  bool is_constant(double value) const { return graph_->is_constant(node_) && graph_->constant_value(node_) == value; }

 private:
  Graph* graph_;
  NodeId node_;
};

/// Appends an op; an error goes to `graph.failure()` and node 0 stands in for the result.
inline Expr record(Graph& graph, OpId op, std::span<const NodeId> operands, const Attributes& attributes = {}) {
  auto node = graph.append(op, operands, {}, attributes);
  if (!node) graph.fail(std::move(node.error()));
  return {graph, node ? *node : 0};
}

/// A new input of the graph.
inline Expr input(Graph& graph, std::string name, Matrix value) {
  auto node = graph.append_input({.name = std::move(name), .value = std::move(value)}, {});
  if (!node) graph.fail(std::move(node.error()));
  return {graph, node ? *node : 0};
}

inline Expr constant(double value, const Expr& like) {
  auto node = like.graph().append_constant(value, {});
  if (!node) like.graph().fail(std::move(node.error()));
  return {like.graph(), node ? *node : 0};
}

template <class Op, class... More>
Expr call(const Expr& first, const More&... more) {
  const NodeId operands[] = {first.node(), more.node()...};
  return record(first.graph(), op_id<Op>(), operands);
}

template <class Op>
Expr call_with(const Attributes& attributes, const Expr& operand) {
  const NodeId operands[] = {operand.node()};
  return record(operand.graph(), op_id<Op>(), operands, attributes);
}

template <class Op>
Expr create(const Attributes& attributes, const Expr& like) {
  return record(like.graph(), op_id<Op>(), {}, attributes);
}

inline Expr operator+(const Expr& a, const Expr& b) { return call<ops::Add>(a, b); }
inline Expr operator-(const Expr& a, const Expr& b) { return call<ops::Sub>(a, b); }
inline Expr operator*(const Expr& a, const Expr& b) { return call<ops::Mul>(a, b); }
inline Expr operator/(const Expr& a, const Expr& b) { return call<ops::Div>(a, b); }
inline Expr operator-(const Expr& a) { return call<ops::Neg>(a); }

}  // namespace gradcircuit
