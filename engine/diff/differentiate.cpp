#include "engine/diff/differentiate.hpp"

#include "engine/diff/backward.hpp"

namespace gradcircuit {
namespace {

Expr times(const Expr& a, const Expr& b) {
  if (a.is_constant(1)) return b;
  if (b.is_constant(1)) return a;
  return a * b;
}

/// Sums a contribution over what was broadcast: rows and columns are summed by a product with ones.
Expr sum_to(Shape shape, const Expr& contribution) {
  const Shape from = contribution.shape();
  if (shape == from) return contribution;
  if (shape.is_scalar()) return call<ops::Sum>(contribution);
  if (shape.columns == 1)
    return call<ops::MatMul>(contribution, create<ops::Ones>({.shape = {from.columns, 1}}, contribution));
  return call<ops::MatMul>(create<ops::Ones>({.shape = {1, from.rows}}, contribution), contribution);
}

/// A scalar contribution that arrives at a matrix stands for each of its entries.
Expr spread_to(Shape shape, const Expr& contribution) {
  if (shape == contribution.shape() || !contribution.shape().is_scalar()) return contribution;
  return times(contribution, create<ops::Ones>({.shape = shape}, contribution));
}

using Rule = Expr (*)(std::size_t, std::span<const Expr>, const Expr&, const Expr&, const Attributes&);

template <class Op>
Expr pull_symbol(std::size_t operand, std::span<const Expr> operands, const Expr& out, const Expr& adjoint,
                 const Attributes& attributes) {
  if constexpr (is_elementwise<Op>) {
    const Expr partial = partial_by<Op, Expr>(operand, operands, out);
    const Expr whole = spread_to(out.shape(), times(adjoint, partial));
    return sum_to(operands[operand].shape(), whole);
  } else if constexpr (Op::arity == 0) {
    return adjoint;
  } else {
    return Op::template vjp<Expr>(operand, operands, adjoint, attributes);
  }
}

constexpr std::array<Rule, op_count> rules = table_of_ops<Rule>([]<class Op>() -> Rule { return &pull_symbol<Op>; });

}  // namespace

Result<NodeId> differentiate(Graph& graph, NodeId output, NodeId input) {
  const Activity active = activity(graph, output);
  const Expr like(graph, output);
  std::vector<std::optional<Expr>> adjoints(output + 1);
  adjoints[output] = spread_to(graph[output].shape, constant(1, like));
  for (NodeId id = output + 1; id-- > 0 && !graph.failure();) {
    if (graph.is_leaf(id) || !active.on_path[id] || !adjoints[id]) continue;
    std::vector<Expr> operands;
    for (const NodeId operand : graph.operands(id)) operands.emplace_back(graph, operand);
    for (std::size_t i = 0; i < operands.size(); ++i) {
      const NodeId target = operands[i].node();
      if (!active.on_path[target] || !is_differentiable(graph[id].op, i)) continue;
      const Expr contribution = rules[graph[id].op](i, operands, {graph, id}, *adjoints[id], graph.attributes(id));
      adjoints[target] = adjoints[target] ? *adjoints[target] + contribution : contribution;
    }
  }
  if (graph.failure()) return *graph.failure();
  if (input > output || !adjoints[input]) return spread_to(graph[input].shape, constant(0, like)).node();
  return adjoints[input]->node();
}

}  // namespace gradcircuit
