#include "engine/code/algebra.hpp"

#include <algorithm>
#include <cmath>

namespace gradcircuit {
namespace {

constexpr OpId add = op_id<ops::Add>();
constexpr OpId sub = op_id<ops::Sub>();
constexpr OpId mul = op_id<ops::Mul>();
constexpr OpId div = op_id<ops::Div>();
constexpr OpId neg = op_id<ops::Neg>();
constexpr OpId pow = op_id<ops::Pow>();
constexpr OpId matmul = op_id<ops::MatMul>();
constexpr OpId transpose = op_id<ops::Transpose>();
constexpr OpId ones = op_id<ops::Ones>();

/// Whether what has the second shape adds nothing to the first when they go together.
bool covers(Shape outer, Shape inner) {
  return (inner.rows == outer.rows || inner.rows == 1) && (inner.columns == outer.columns || inner.columns == 1);
}

}  // namespace

NodeId Algebra::append(OpId op, std::initializer_list<NodeId> operands, const Attributes& attributes) {
  return record(graph_, op, {operands.begin(), operands.size()}, attributes).node();
}

NodeId Algebra::number(double value) { return constant(value, Expr(graph_, 0)).node(); }

bool Algebra::is_number(NodeId id, double value) const {
  return graph_.is_constant(id) && graph_.constant_value(id) == value;
}

/// Whether two values go together entry by entry: a column does not with a row.
bool Algebra::together(NodeId a, NodeId b) const {
  const Shape shapes[] = {graph_[a].shape, graph_[b].shape};
  return static_cast<bool>(broadcast(shapes, {}));
}

NodeId Algebra::times(NodeId a, NodeId b) {
  if (is_number(a, 0) || is_number(b, 1)) return a;
  if (is_number(b, 0) || is_number(a, 1)) return b;
  if (graph_.is_constant(a) && graph_.is_constant(b))
    return number(graph_.constant_value(a) * graph_.constant_value(b));
  if (graph_.is_constant(b) && std::signbit(graph_.constant_value(b)))
    return negated(times(a, number(-graph_.constant_value(b))));
  if (is(b, neg)) return negated(times(a, operand(b, 0)));
  const Shape shape = graph_[a].shape;
  const Shape other = graph_[b].shape;
  if (is(b, ones) && shape == other) return a;
  if (is(a, ones) && (shape == other || other.is_scalar())) return other.is_scalar() ? append(mul, {b, a}) : b;
  if (is(a, mul) && is(operand(a, 1), ones) && covers(other, shape)) return times(operand(a, 0), b);
  if (a == b && !graph_.is_constant(a)) return power(a, number(2));
  if (is(b, mul) && together(a, operand(b, 0))) return times(times(a, operand(b, 0)), operand(b, 1));
  if (is(b, div) && together(a, operand(b, 0))) return over(times(a, operand(b, 0)), operand(b, 1));
  return append(mul, {a, b});
}

NodeId Algebra::over(NodeId a, NodeId b) {
  if (is_number(b, 1) || is_number(a, 0)) return a;
  if (is(b, neg)) return negated(over(a, operand(b, 0)));
  if (is(a, mul) && is(operand(a, 1), ones) && graph_[a].shape == graph_[b].shape) return over(operand(a, 0), b);
  return append(div, {a, b});
}

NodeId Algebra::plus(NodeId a, NodeId b) {
  if (is_number(a, 0)) return b;
  if (is_number(b, 0)) return a;
  if (is(b, neg)) return minus(a, operand(b, 0));
  return append(add, {a, b});
}

NodeId Algebra::minus(NodeId a, NodeId b) {
  if (is_number(b, 0)) return a;
  if (is_number(a, 0)) return negated(b);
  if (graph_.is_constant(a) && graph_.is_constant(b))
    return number(graph_.constant_value(a) - graph_.constant_value(b));
  if (is(b, neg)) return plus(a, operand(b, 0));
  return append(sub, {a, b});
}

NodeId Algebra::negated(NodeId a) {
  if (graph_.is_constant(a)) return number(0.0 - graph_.constant_value(a));
  if (is(a, neg)) return operand(a, 0);
  if (is(a, sub)) return append(sub, {operand(a, 1), operand(a, 0)});
  if (is(a, mul) || is(a, div)) {
    const NodeId first = negated(operand(a, 0));
    return append(graph_[a].op, {first, operand(a, 1)});
  }
  return append(neg, {a});
}

NodeId Algebra::power(NodeId a, NodeId b) {
  if (is_number(b, 1)) return a;
  if (is_number(b, 0)) return number(1);
  return append(pow, {a, b});
}

NodeId Algebra::product(NodeId a, NodeId b) {
  if (is_scalar(a) || is_scalar(b)) return is_scalar(b) ? times(b, a) : times(a, b);
  if (is(a, neg)) return negated(product(operand(a, 0), b));
  if (is(b, neg)) return negated(product(a, operand(b, 0)));
  for (const std::size_t i : {0, 1}) {
    if (is(a, mul) && is_scalar(operand(a, i))) return times(operand(a, i), product(operand(a, 1 - i), b));
    if (is(b, mul) && is_scalar(operand(b, i))) return times(operand(b, i), product(a, operand(b, 1 - i)));
  }
  return append(matmul, {a, b});
}

NodeId Algebra::transposed(NodeId a) {
  if (is_scalar(a)) return a;
  if (is(a, transpose)) return operand(a, 0);
  if (is(a, neg)) return negated(transposed(operand(a, 0)));
  if (is(a, matmul)) {
    const NodeId left = transposed(operand(a, 1));
    return product(left, transposed(operand(a, 0)));
  }
  if (is(a, mul)) {
    const NodeId left = transposed(operand(a, 0));
    return times(left, transposed(operand(a, 1)));
  }
  if (is(a, div)) {
    const NodeId left = transposed(operand(a, 0));
    return over(left, transposed(operand(a, 1)));
  }
  return append(transpose, {a});
}

NodeId Algebra::in_shape(Shape shape, NodeId a) {
  const Shape from = graph_[a].shape;
  if (from == shape) return a;
  if (from.is_scalar()) {
    const Attributes made{.shape = shape};
    return is_number(a, 0) ? append(op_id<ops::Zeros>(), {}, made) : times(a, append(ones, {}, made));
  }
  if (is(a, neg)) return negated(in_shape(shape, operand(a, 0)));
  const bool all = shape.is_scalar();
  return append(all ? op_id<ops::Sum>() : shape.columns == 1 ? op_id<ops::RowSums>() : op_id<ops::ColumnSums>(), {a});
}

NodeId Algebra::rewritten(NodeId recorded, NodeId first_recorded, NodeId owner) {
  if (recorded < first_recorded || graph_.is_leaf(recorded)) return recorded;
  const OpId op = graph_[recorded].op;
  const Attributes attributes = graph_.attributes(recorded);
  std::vector<NodeId> in;
  for (std::size_t i = 0; i < graph_[recorded].arity; ++i) {
    const bool square = i == 1 && operand(recorded, 1) == operand(recorded, 0);
    in.push_back(square ? in[0] : rewritten(operand(recorded, i), first_recorded, owner));
  }
  if (op == graph_[owner].op && std::ranges::equal(in, graph_.operands(owner))) return owner;
  switch (op) {
    case mul:
      return times(in[0], in[1]);
    case div:
      return over(in[0], in[1]);
    case add:
      return plus(in[0], in[1]);
    case sub:
      return minus(in[0], in[1]);
    case neg:
      return negated(in[0]);
    case pow:
      return power(in[0], in[1]);
    case matmul:
      return product(in[0], in[1]);
    case transpose:
      return transposed(in[0]);
    default:
      return record(graph_, op, in, attributes).node();
  }
}

}  // namespace gradcircuit
