#include "engine/diff/differentiate.hpp"

#include <algorithm>

#include "engine/diff/backward.hpp"

namespace gradcircuit {
namespace {

Expr operand(const Expr& of, std::size_t i) { return {of.graph(), of.graph().operands(of.node())[i]}; }

bool is(const Expr& a, OpId op) { return a.graph()[a.node()].op == op; }

/// `if` with a branch that is 0: there whatever comes in stays out of the sum.
bool is_switch(const Expr& a) {
  return is(a, op_id<ops::If>()) && (operand(a, 1).is_constant(0) || operand(a, 2).is_constant(0));
}

/// How deep switches are looked for inside one another; beyond that what arrives is itself compared with 0.
constexpr int deepest_switch = 6;

/// Whether it is 0 where some branch is not taken, or everywhere.
bool may_vanish(const Expr& a, int depth = 0) {
  if (depth == 2 * deepest_switch || a.graph().is_leaf(a.node())) return a.is_constant(0);
  const auto vanishes = [&](std::size_t i) { return may_vanish(operand(a, i), depth + 1); };
  if (is(a, op_id<ops::If>())) return vanishes(1) || vanishes(2);
  if (is(a, op_id<ops::Add>()) || is(a, op_id<ops::Sub>())) return vanishes(0) && vanishes(1);
  if (is(a, op_id<ops::Mul>())) return vanishes(0) || vanishes(1);
  if (is(a, op_id<ops::Neg>()) || is(a, op_id<ops::Div>()) || is(a, op_id<ops::Sum>())) return vanishes(0);
  return false;
}

/// What is infinite or no number nowhere, as far as one can see without looking far.
bool is_tame(const Expr& a) {
  if (a.graph().is_leaf(a.node())) return true;
  constexpr OpId tame[] = {op_id<ops::Add>(), op_id<ops::Sub>(), op_id<ops::Mul>(), op_id<ops::Neg>()};
  if (std::ranges::find(tame, a.graph()[a.node()].op) == std::end(tame)) return false;
  return std::ranges::all_of(a.graph().operands(a.node()), [&](NodeId id) { return a.graph().is_leaf(id); });
}

Expr times(const Expr& a, const Expr& b, int depth = 0);

/// `if(c, a, b) * factor` with the factor inside.
Expr times_branches(const Expr& choice, const Expr& factor, int depth) {
  const auto branch = [&](std::size_t i) {
    const Expr whole = operand(choice, i);
    return whole.is_constant(0) ? whole : times(whole, factor, depth + 1);
  };
  const Expr yes = branch(1);
  const Expr no = branch(2);
  return call<ops::If>(operand(choice, 0), yes, no);
}

/// What arrives, `a`, times a partial. A branch that was not taken contributes 0 even along an infinite partial, so the partial goes
/// into the `if`.
Expr times(const Expr& a, const Expr& b, int depth) {
  if (a.is_constant(1)) return b;
  if (b.is_constant(1)) return a;
  if (depth < deepest_switch) {
    if (is(a, op_id<ops::If>()) && may_vanish(a)) return times_branches(a, b, depth);
    if (is_switch(b)) return times_branches(b, a, depth);
  }
  if (is_tame(b) || !may_vanish(a)) return a * b;
  if (is(a, op_id<ops::Add>()) && is_switch(operand(a, 0)) && is_switch(operand(a, 1))) {
    const Expr first = times(operand(a, 0), b, depth + 1);
    return first + times(operand(a, 1), b, depth + 1);
  }
  const Expr zero = constant(0, a);
  const Expr nothing = call<ops::Equal>(a, zero);
  const Expr product = a * b;
  return call<ops::If>(nothing, zero, product);
}

/// Whether two conditions are written alike.
bool same(const Expr& a, const Expr& b, int depth = 0) {
  const Graph& graph = a.graph();
  if (a.node() == b.node()) return true;
  if (graph.is_constant(a.node()) && graph.is_constant(b.node()))
    return graph.constant_value(a.node()) == graph.constant_value(b.node());
  if (depth == deepest_switch || graph.is_leaf(a.node()) || graph.is_leaf(b.node())) return false;
  if (graph[a.node()].op != graph[b.node()].op || graph[a.node()].arity != graph[b.node()].arity) return false;
  if (graph.attributes(a.node()) != graph.attributes(b.node())) return false;
  for (std::size_t i = 0; i < graph[a.node()].arity; ++i)
    if (!same(operand(a, i), operand(b, i), depth + 1)) return false;
  return true;
}

/// Two contributions, in one `if` where they hang on the same condition.
Expr plus(const Expr& a, const Expr& b) {
  if (a.is_constant(0) && a.shape() == b.shape()) return b;
  if (b.is_constant(0) && a.shape() == b.shape()) return a;
  const bool choices = is(a, op_id<ops::If>()) && is(b, op_id<ops::If>());
  if (!choices || !same(operand(a, 0), operand(b, 0))) return a + b;
  const auto branch = [&](std::size_t i) {
    const Expr first = operand(a, i);
    const Expr second = operand(b, i);
    return first.is_constant(0) ? second : second.is_constant(0) ? first : plus(first, second);
  };
  const Expr yes = branch(1);
  const Expr no = branch(2);
  return call<ops::If>(operand(a, 0), yes, no);
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
      adjoints[target] = adjoints[target] ? plus(*adjoints[target], contribution) : contribution;
    }
  }
  if (graph.failure()) return *graph.failure();
  if (input > output || !adjoints[input]) return spread_to(graph[input].shape, constant(0, like)).node();
  return adjoints[input]->node();
}

}  // namespace gradcircuit
