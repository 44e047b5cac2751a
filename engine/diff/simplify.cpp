#include "engine/diff/simplify.hpp"

#include <algorithm>
#include <map>

#include "engine/diff/needed.hpp"
#include "engine/diff/normal_form.hpp"

namespace gradcircuit {
namespace {

/// Reads a graph into the normal form.
SymbolId read(const Graph& graph, NodeId root, NormalForm& form) {
  const std::vector<bool> needed = needed_by(graph, root);
  std::vector<SymbolId> symbols(root + 1, NormalForm::one);
  std::vector<SymbolId> operands;
  for (NodeId id = 0; id <= root && !form.has_failed(); ++id) {
    if (!needed[id]) continue;
    operands.clear();
    for (const NodeId operand : graph.operands(id)) operands.push_back(symbols[operand]);
    if (graph.is_input(id))
      symbols[id] = form.leaf(id, graph[id].shape);
    else if (graph.is_constant(id))
      symbols[id] = form.number(graph.constant_value(id));
    else
      symbols[id] = form.apply(graph[id].op, operands, graph.attributes(id), graph[id].shape);
  }
  return symbols[root];
}

/// Writes the normal form as a graph, in the order in which people write: numbers first in products and last in sums, names before
/// calls before sums, a positive term before negative ones, what is divided by at the end.
class Writer {
 public:
  Writer(const NormalForm& form, const Graph& original) : form_(form), original_(original) {}

  Result<Graph> run(SymbolId root) {
    std::vector<bool> needed(root + 1, false);
    needed[root] = true;
    for (SymbolId id = root + 1; id-- > 0;)
      if (needed[id]) mark_parts(form_[id], needed);
    nodes_.assign(root + 1, none);
    for (const Input& input : original_.inputs())
      for (SymbolId id = 0; id <= root; ++id)
        if (needed[id] && form_[id].kind == Symbol::Kind::leaf && form_[id].leaf == input.node)
          nodes_[id] = keep(graph_.append_input(input, {}));
    for (SymbolId id = 0; id <= root; ++id)
      if (needed[id] && nodes_[id] == none) nodes_[id] = write(form_[id]);
    if (failure_) return *failure_;
    graph_.set_output(number_from(nodes_[root]));
    return std::move(graph_);
  }

 private:
  static void mark_parts(const Symbol& symbol, std::vector<bool>& needed) {
    for (const SymbolId operand : symbol.operands) needed[operand] = true;
    for (const Factor& factor : symbol.factors) needed[factor.base] = true;
    for (const Term& term : symbol.terms) needed[term.body] = true;
  }

  NodeId keep(Result<NodeId> node) {
    if (node) return *node;
    if (!failure_) failure_ = std::move(node.error());
    return 0;
  }
  NodeId constant(double value) {
    const auto [at, is_new] = constants_.try_emplace(value, none);
    if (is_new) at->second = keep(graph_.append_constant(value, {}));
    return at->second;
  }
  template <class Op>
  NodeId append(std::initializer_list<NodeId> operands) {
    return keep(graph_.append(op_id<Op>(), std::span(operands.begin(), operands.size()), {}));
  }
  /// A comparison can be written in the first operand of `if` only.
  NodeId number_from(NodeId node) {
    if (graph_.is_leaf(node) || op_infos[graph_[node].op].kind != Kind::comparison) return node;
    return append<ops::If>({node, constant(1), constant(0)});
  }

  NodeId write(const Symbol& symbol) {
    switch (symbol.kind) {
      case Symbol::Kind::one:
      case Symbol::Kind::leaf:
        return constant(1);
      case Symbol::Kind::call:
        return write_call(symbol);
      case Symbol::Kind::product:
        return write_scaled({}, symbol.factors);
      case Symbol::Kind::sum:
        return write_sum(symbol);
    }
    return 0;
  }

  NodeId write_call(const Symbol& symbol) {
    std::vector<NodeId> operands;
    for (std::size_t i = 0; i < symbol.operands.size(); ++i) {
      const NodeId node = nodes_[symbol.operands[i]];
      operands.push_back(symbol.op == op_id<ops::If>() && i == 0 ? node : number_from(node));
    }
    return keep(graph_.append(symbol.op, operands, {}, symbol.attributes));
  }

  /// Names, then calls, then sums.
  int rank(SymbolId id) const {
    switch (form_[id].kind) {
      case Symbol::Kind::leaf:
        return 0;
      case Symbol::Kind::call:
        return 1;
      default:
        return 2;
    }
  }

  std::vector<Factor> in_order(std::vector<Factor> factors) const {
    std::ranges::sort(factors, {}, [&](const Factor& factor) { return std::pair(rank(factor.base), factor.base); });
    return factors;
  }

  NodeId write_factor(SymbolId base, double exponent) {
    const NodeId node = number_from(nodes_[base]);
    return exponent == 1 ? node : append<ops::Pow>({node, constant(exponent)});
  }

  NodeId times(NodeId a, NodeId b) { return a == none ? b : append<ops::Mul>({a, b}); }

  /// A coefficient times factors: `2*x*y/(3*z^2)`, `-x/y`.
  NodeId write_scaled(Ratio coefficient, const std::vector<Factor>& factors) {
    const std::vector<Factor> sorted = in_order(factors);
    const bool begins_with_factor =
        std::ranges::any_of(sorted, [](const Factor& factor) { return factor.exponent > 0; });
    const bool is_sign = coefficient.numerator == -1 && begins_with_factor;
    const bool is_written = !is_sign && !(coefficient.numerator == 1 && begins_with_factor);
    NodeId above = is_written ? constant(coefficient.numerator) : none;
    NodeId below = coefficient.denominator == 1 ? none : constant(coefficient.denominator);
    bool signs = is_sign;
    for (const auto& [base, exponent] : sorted) {
      if (exponent < 0) {
        below = times(below, write_factor(base, -exponent));
        continue;
      }
      const NodeId factor = write_factor(base, exponent);
      above = times(above, signs ? append<ops::Neg>({factor}) : factor);
      signs = false;
    }
    return below == none ? above : append<ops::Div>({above, below});
  }

  NodeId write_term(const Term& term, bool without_sign) {
    Ratio coefficient = term.coefficient;
    if (without_sign) coefficient.numerator = std::fabs(coefficient.numerator);
    const Symbol& body = form_[term.body];
    if (body.kind == Symbol::Kind::product) return write_scaled(coefficient, body.factors);
    if (body.kind == Symbol::Kind::one) return write_scaled(coefficient, {});
    if (coefficient.is(1)) return number_from(nodes_[term.body]);
    return write_scaled(coefficient, {{term.body, 1}});
  }

  /// Higher powers of names first, plain numbers last.
  double degree(SymbolId body) const {
    const Symbol& symbol = form_[body];
    if (symbol.kind == Symbol::Kind::one) return -1e300;
    if (symbol.kind == Symbol::Kind::leaf) return 1;
    double degree = 0;
    for (const auto& [base, exponent] : symbol.factors)
      if (form_[base].kind == Symbol::Kind::leaf) degree += exponent;
    return degree;
  }

  NodeId write_sum(const Symbol& symbol) {
    std::vector<Term> terms = symbol.terms;
    if (terms.empty()) return write_zero(symbol.shape);
    std::ranges::sort(terms, {}, [&](const Term& term) { return std::pair(-degree(term.body), term.body); });
    const auto positive = std::ranges::find_if(terms, [](const Term& term) { return term.coefficient.numerator > 0; });
    if (positive != terms.end()) std::rotate(terms.begin(), positive, positive + 1);
    NodeId sum = write_term(terms[0], false);
    for (const Term& term : std::span(terms).subspan(1)) {
      const NodeId next = write_term(term, true);
      sum = term.coefficient.numerator < 0 ? append<ops::Sub>({sum, next}) : append<ops::Add>({sum, next});
    }
    return sum;
  }

  NodeId write_zero(Shape shape) {
    const NodeId zero = constant(0);
    if (shape.is_scalar()) return zero;
    return append<ops::Mul>({zero, keep(graph_.append(op_id<ops::Ones>(), {}, {}, {.shape = shape}))});
  }

  const NormalForm& form_;
  const Graph& original_;
  Graph graph_{limits::api_nodes};
  std::vector<NodeId> nodes_;
  std::map<double, NodeId> constants_;
  std::optional<Error> failure_;
};

}  // namespace

Result<Graph> simplify(const Graph& graph, NodeId node) {
  NormalForm form(limits::symbols);
  const SymbolId root = read(graph, node, form);
  if (form.has_failed())
    return Error{.code = "program_too_large",
                 .arguments = {{"limit", std::to_string(limits::symbols)}, {"unit", "symbols"}}};
  return Writer(form, graph).run(root);
}

}  // namespace gradcircuit
