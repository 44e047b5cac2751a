#include "engine/code/stages.hpp"

#include <algorithm>

#include "engine/code/algebra.hpp"
#include "engine/diff/backward.hpp"
#include "engine/diff/matrix_rules.hpp"
#include "engine/text/parse.hpp"

namespace gradcircuit {
namespace {

/// Ops and what they read, in one piece of code.
constexpr std::size_t longest_code = 4000;
/// Of `max` and its kin, whose derivatives each name all of them.
constexpr std::size_t most_operands = 64;
/// What one line may cost, what may be written again rather than named, and the same for what arrives at a value: matrices have
/// many entries.
constexpr std::size_t longest_line = 24;
constexpr std::size_t repeated_cost = 5;
constexpr std::size_t repeated_adjoint_cost = 8;
constexpr std::size_t repeated_matrix_cost = 8;

/// A function costs more than an operator, and ones and their kin nothing.
std::size_t cost(OpId op, std::size_t arity) {
  constexpr OpId operators[] = {op_id<ops::Add>(),       op_id<ops::Sub>(), op_id<ops::Mul>(),
                                op_id<ops::Div>(),       op_id<ops::Neg>(), op_id<ops::MatMul>(),
                                op_id<ops::Transpose>(), op_id<ops::Pow>(), op_id<ops::Index>()};
  const bool is_operator = std::ranges::find(operators, op) != std::end(operators);
  return arity == 0 ? 0 : is_operator ? 2 : 3;
}

Error too_large() {
  return {.code = "program_too_large", .arguments = {{"limit", std::to_string(longest_code)}, {"unit", "values"}}};
}

/// What the op is written as instead: losses are formulas that say more than their names.
std::string_view formula(OpId op, Shape shape) {
  if (op == op_id<ops::Dot>()) return ops::Dot::doc.definition;
  if (op == op_id<ops::Mse>()) return ops::Mse::doc.definition;
  if (op == op_id<ops::Bce>()) return ops::Bce::doc.definition;
  if (op == op_id<ops::BceLogits>()) return ops::BceLogits::doc.definition;
  const bool one_sample = shape.is_vector();
  if (op == op_id<ops::CrossEntropy>())
    return one_sample ? "-sum(target * log(output))" : "-mean(column_sums(target * log(output)))";
  if (op == op_id<ops::CrossEntropyLogits>())
    return one_sample ? "-sum(target * log_softmax(z))" : "-mean(column_sums(target * log_softmax(z)))";
  return {};
}

/// The names of a formula's operands, in the op's order.
std::string_view formula_operand(OpId op, std::size_t i) {
  if (op == op_id<ops::Dot>()) return i == 0 ? "a" : "b";
  const bool logits = op == op_id<ops::BceLogits>() || op == op_id<ops::CrossEntropyLogits>();
  return i == 1 ? "target" : logits ? "z" : "output";
}

/// Whether an op on this shape hands its operand on as it is.
bool is_transparent(OpId op, std::size_t arity, Shape operand) {
  if (op == op_id<ops::Max>() || op == op_id<ops::Min>()) return arity == 1;
  constexpr OpId of_single_numbers[] = {op_id<ops::Sum>(),        op_id<ops::Mean>(),        op_id<ops::RowSums>(),
                                        op_id<ops::ColumnSums>(), op_id<ops::Trace>(),       op_id<ops::Transpose>(),
                                        op_id<ops::Vec>(),        op_id<ops::Reshape>(),     op_id<ops::LogSumExp>(),
                                        op_id<ops::Rows>(),       op_id<ops::Concatenate>(), op_id<ops::Index>()};
  return operand.is_scalar() && arity == 1 && std::ranges::find(of_single_numbers, op) != std::end(of_single_numbers);
}

using PartialRule = Expr (*)(std::size_t operand, std::span<const Expr> operands, const Expr& out);
constexpr std::array<PartialRule, op_count> partial_rules = table_of_ops<PartialRule>([]<class Op>() -> PartialRule {
  if constexpr (is_elementwise<Op>)
    return &partial_by<Op, Expr>;
  else
    return nullptr;
});

class Cutter {
 public:
  Cutter(const Graph& program, NodeId output, bool backward)
      : program_(program), program_output_(output), backward_(backward) {}

  Result<Staged> run() {
    if (!copy()) return too_large();
    active_ = activity(graph_, output_);
    size_ = static_cast<NodeId>(graph_.size());
    count_uses();
    name_long_values();
    if (backward_) name_long_adjoints();
    collect_values();
    if (backward_) write_backward();
    if (graph_.failure()) return too_large();
    return std::move(staged_);
  }

 private:
  bool copy();
  NodeId copy_node(NodeId id, std::span<const NodeId> operands);
  NodeId copy_formula(std::string_view formula, NodeId id, std::span<const NodeId> operands);
  NodeId keep(Result<NodeId> node, NodeId source);
  void count_uses();
  void count_uses(NodeId expression);
  NodeId placeholder(NodeId id);
  std::size_t cost_of(NodeId expression) const;
  void name_long_values();
  void name_long_adjoints();
  void collect_values();
  void write_backward();

  bool flows(NodeId id, std::size_t operand) const {
    return active_.on_path[id] && active_.on_path[graph_.operands(id)[operand]] &&
           is_differentiable(graph_[id].op, operand);
  }
  bool is_named(NodeId id) const { return graph_.is_input(id) || (id < named_.size() && named_[id]); }
  Algebra algebra() {
    return {graph_, [this](NodeId id) { return is_named(id); }};
  }
  NodeId contribution(NodeId id, std::size_t operand, NodeId adjoint);
  /// Whether a node hands back to one entry of a named matrix.
  bool goes_to_entry(NodeId id) const {
    return graph_[id].op == op_id<ops::Index>() && flows(id, 0) && is_named(graph_.operands(id)[0]);
  }

  const Graph& program_;
  NodeId program_output_;
  bool backward_;
  Staged staged_ = {};
  Graph& graph_ = staged_.graph;
  NodeId output_ = none;
  NodeId size_ = 0;  ///< of the copy; what is recorded comes after it
  Activity active_ = {};
  std::vector<bool> named_;
  std::vector<std::string> wishes_;
  std::vector<std::uint32_t> uses_;
  std::vector<std::size_t> value_costs_;  ///< by node: what writing its value takes, 0 for a name
};

NodeId Cutter::keep(Result<NodeId> node, NodeId source) {
  if (!node) {
    graph_.fail(std::move(node.error()));
    return 0;
  }
  staged_.sources.resize(graph_.size(), source);
  return *node;
}

/// What the output depends on, and every input.
bool Cutter::copy() {
  std::vector<bool> needed(program_output_ + 1, false);
  needed[program_output_] = true;
  std::size_t length = 0;
  for (NodeId id = program_output_ + 1; id-- > 0;) {
    if (!needed[id]) continue;
    const std::span<const NodeId> operands = program_.operands(id);
    const bool compares_all = id < program_.size() && !program_.is_leaf(id) && op_infos[program_[id].op].elementwise;
    length += 1 + operands.size();
    if (length > longest_code || (compares_all && operands.size() > most_operands)) return false;
    for (const NodeId operand : operands) needed[operand] = true;
  }
  std::vector<NodeId> copies(program_.size(), none);
  for (NodeId id = 0; id < program_.size(); ++id) {
    if (program_.is_input(id)) {
      length += program_[id].shape.entries();
      if (length > longest_code) return false;
      copies[id] = keep(graph_.append_input(program_.input_of(id), program_[id].span), id);
    } else if (id <= program_output_ && needed[id]) {
      std::vector<NodeId> operands;
      for (const NodeId operand : program_.operands(id)) operands.push_back(copies[operand]);
      copies[id] = copy_node(id, operands);
    }
  }
  output_ = copies[program_output_];
  wishes_.resize(graph_.size());
  named_.resize(graph_.size(), false);
  for (const Stage& stage : program_.stages())
    if (stage.node != none && copies[stage.node] != none && !stage.name.empty()) {
      wishes_[copies[stage.node]] = stage.name;
      named_[copies[stage.node]] = true;
    }
  named_[output_] = true;
  return !graph_.failure();
}

NodeId Cutter::copy_node(NodeId id, std::span<const NodeId> operands) {
  if (program_.is_constant(id)) return keep(graph_.append_constant(program_.constant_value(id), {}), id);
  const auto is_stage = [&](const Stage& stage) { return stage.node == id && !stage.name.empty(); };
  const bool stage = std::ranges::any_of(program_.stages(), is_stage);
  OpId op = program_[id].op;
  const Shape first = operands.empty() ? Shape{} : graph_[operands[0]].shape;
  if (is_transparent(op, operands.size(), first)) op = op_id<ops::Identity>();
  if (op == op_id<ops::RowSums>() && first.rows == 1) op = op_id<ops::Sum>();
  if (op == op_id<ops::ColumnSums>() && first.columns == 1) op = op_id<ops::Sum>();
  if (op == op_id<ops::MatMul>() && (first.is_scalar() || graph_[operands[1]].shape.is_scalar()))
    op = op_id<ops::Mul>();
  if (op == op_id<ops::Identity>() && !stage) return operands[0];
  if (const std::string_view text = formula(op, first); !text.empty()) return copy_formula(text, id, operands);
  return keep(graph_.append(op, operands, {}, program_.attributes(id)), id);
}

/// All that it is written as belongs to the one gate.
NodeId Cutter::copy_formula(std::string_view formula, NodeId id, std::span<const NodeId> operands) {
  const OpId op = program_[id].op;
  ParseOptions options;
  for (std::size_t i = 0; i < operands.size(); ++i)
    options.at.emplace_back(formula_operand(op, i), Matrix(graph_[operands[i]].shape, 1));
  auto parsed = parse(formula, options);
  if (!parsed) {
    graph_.fail(std::move(parsed.error()));
    return 0;
  }
  std::vector<NodeId> copies;
  for (NodeId part = 0; part < parsed->size(); ++part) {
    if (parsed->is_input(part)) {
      const bool is_first = parsed->input_of(part).name == formula_operand(op, 0);
      copies.push_back(operands[is_first ? 0 : 1]);
      continue;
    }
    if (parsed->is_constant(part)) {
      copies.push_back(keep(graph_.append_constant(parsed->constant_value(part), {}), id));
      continue;
    }
    std::vector<NodeId> in;
    for (const NodeId operand : parsed->operands(part)) in.push_back(copies[operand]);
    if (is_transparent((*parsed)[part].op, in.size(), graph_[in[0]].shape))
      copies.push_back(in[0]);
    else
      copies.push_back(keep(graph_.append((*parsed)[part].op, in, {}), id));
  }
  return copies[parsed->output()];
}

/// How often each value is written, had every value a name.
void Cutter::count_uses() {
  uses_.assign(size_, 0);
  for (NodeId id = 0; id < size_; ++id)
    for (std::size_t i = 0; i < graph_[id].arity; ++i) {
      ++uses_[graph_.operands(id)[i]];
      if (backward_ && flows(id, i)) count_uses(contribution(id, i, placeholder(id)));
    }
}

void Cutter::count_uses(NodeId expression) {
  if (expression < size_) {
    ++uses_[expression];
    return;
  }
  for (std::size_t i = 0; i < graph_[expression].arity; ++i) count_uses(graph_.operands(expression)[i]);
}

/// Stands for what arrives at a node.
NodeId Cutter::placeholder(NodeId id) {
  return keep(graph_.append_input({.name = {}, .value = Matrix(graph_[id].shape, 0)}, {}), none);
}

/// What writing an expression takes.
std::size_t Cutter::cost_of(NodeId expression) const {
  if (expression < size_) return value_costs_[expression];
  if (graph_.is_leaf(expression)) return 0;
  std::size_t whole = cost(graph_[expression].op, graph_[expression].arity);
  for (const NodeId operand : graph_.operands(expression)) whole += cost_of(operand);
  return whole;
}

/// A value is named when writing it out wherever it is needed would repeat too much, or when its gradient is a sum.
void Cutter::name_long_values() {
  value_costs_.assign(size_, 0);
  std::vector<std::uint32_t> flowing(size_, 0);
  for (NodeId id = 0; id < size_; ++id)
    for (std::size_t i = 0; i < graph_[id].arity; ++i)
      if (backward_ && flows(id, i)) ++flowing[graph_.operands(id)[i]];
  for (NodeId id = 0; id < size_; ++id) {
    if (is_named(id) || graph_.is_leaf(id)) continue;
    std::size_t whole = cost(graph_[id].op, graph_[id].arity);
    for (const NodeId operand : graph_.operands(id)) whole += value_costs_[operand];
    const std::size_t times = std::max(uses_[id], std::uint32_t{1});
    if (flowing[id] > 1 || whole >= longest_line || whole * (times - 1) > repeated_cost)
      named_[id] = true;
    else
      value_costs_[id] = whole;
  }
}

/// And when that is so of its gradient, which is written once for every named value below.
void Cutter::name_long_adjoints() {
  std::vector<std::size_t> written(size_, 0);
  for (NodeId id = 0; id < size_; ++id)
    for (std::size_t i = 0; i < graph_[id].arity; ++i) {
      const bool in_product = graph_[id].op == op_id<ops::MatMul>();
      if (flows(id, i))
        written[id] += is_named(graph_.operands(id)[i]) ? (in_product ? 2 : 1) : written[graph_.operands(id)[i]];
    }
  std::vector<std::size_t> adjoint_costs(size_, 0);
  for (NodeId id = size_; id-- > 0;) {
    if (graph_.is_leaf(id) || !active_.on_path[id]) continue;
    const std::size_t limit = graph_[id].shape.is_scalar() ? repeated_adjoint_cost : repeated_matrix_cost;
    const bool too_much = written[id] > 1 && adjoint_costs[id] * (written[id] - 1) > limit;
    if (!is_named(id) && (too_much || adjoint_costs[id] >= longest_line)) named_[id] = true;
    const std::size_t arriving = is_named(id) ? 0 : adjoint_costs[id];
    for (std::size_t i = 0; i < graph_[id].arity; ++i)
      if (flows(id, i))
        adjoint_costs[graph_.operands(id)[i]] = arriving + cost_of(contribution(id, i, placeholder(id)));
  }
}

void Cutter::collect_values() {
  staged_.labels.resize(size_);
  const auto add = [&](NodeId id, std::string wish) {
    staged_.labels[id] = {.value = static_cast<std::uint32_t>(staged_.values.size())};
    staged_.values.push_back(
        {.wish = std::move(wish), .node = id, .source = staged_.sources[id], .reached = active_.on_path[id]});
  };
  for (const Input& input : program_.inputs()) add(*graph_.find(input.name), input.name);
  staged_.input_count = static_cast<std::uint32_t>(staged_.values.size());
  for (NodeId id = 0; id < size_; ++id)
    if (named_[id] && !graph_.is_input(id)) add(id, wishes_[id]);
  staged_.output = staged_.labels[output_].value;
}

/// What the edge from `id` to its operand hands back when `adjoint` arrives, in the operand's shape.
NodeId Cutter::contribution(NodeId id, std::size_t operand, NodeId adjoint) {
  const auto first_recorded = static_cast<NodeId>(graph_.size());
  const OpId op = graph_[id].op;
  Algebra algebra = this->algebra();
  std::vector<Expr> in;
  for (const NodeId each : graph_.operands(id)) in.emplace_back(graph_, each);
  const Shape shape = in[operand].shape();
  if (!op_infos[op].elementwise) {
    const Expr recorded = vjp_rules[op](operand, in, {graph_, adjoint}, graph_.attributes(id));
    return algebra.in_shape(shape, algebra.rewritten(recorded.node(), first_recorded, id));
  }
  if ((op == op_id<ops::Max>() || op == op_id<ops::Min>()) && in.size() == 2) {
    const Expr& smaller = op == op_id<ops::Max>() ? in[1 - operand] : in[operand];
    const Expr& larger = op == op_id<ops::Max>() ? in[operand] : in[1 - operand];
    const Expr tie = call<ops::Equal>(in[0], in[1]);
    const Expr half = constant(0.5, tie);
    const Expr otherwise = call<ops::If>(tie, half, constant(0, tie));
    const Expr wins = call<ops::Greater>(larger, smaller);
    const Expr share = call<ops::If>(wins, constant(1, wins), otherwise);
    return algebra.in_shape(shape, algebra.times(adjoint, share.node()));
  }
  const Expr partial = partial_rules[op](operand, in, {graph_, id});
  return algebra.in_shape(shape, algebra.times(adjoint, algebra.rewritten(partial.node(), first_recorded, id)));
}

void Cutter::write_backward() {
  std::vector<NodeId> adjoints(size_, none);
  std::vector<std::vector<NodeId>> gates(size_);
  std::vector<bool> begun(staged_.values.size(), false);
  for (std::uint32_t i = 0; i < staged_.values.size(); ++i) {
    StagedValue& value = staged_.values[i];
    const auto node = graph_.append_input({.name = {}, .value = Matrix(graph_[value.node].shape, 0)}, {});
    if (!node) return graph_.fail(node.error());
    value.adjoint = *node;
    adjoints[value.node] = value.adjoint;
    staged_.labels.resize(graph_.size());
    staged_.labels[value.adjoint] = {.value = i, .is_adjoint = true};
  }
  std::vector<bool> by_entries(staged_.values.size(), false);
  for (NodeId id = 0; id < size_; ++id)
    if (goes_to_entry(id)) by_entries[staged_.labels[graph_.operands(id)[0]].value] = true;
  Algebra algebra = this->algebra();
  const auto zero = [&](std::uint32_t value) {
    const NodeId expression = algebra.in_shape(graph_[staged_.values[value].node].shape, algebra.number(0));
    staged_.contributions.push_back({.value = value, .expression = expression, .first = true});
    begun[value] = true;
  };
  const NodeId start = algebra.in_shape(graph_[output_].shape, algebra.number(1));
  staged_.contributions.push_back({.value = staged_.output, .expression = start, .first = true});
  begun[staged_.output] = true;
  for (NodeId id = size_; id-- > 0;) {
    if (!active_.on_path[id]) continue;
    if (std::ranges::find(gates[id], staged_.sources[id]) == gates[id].end()) gates[id].push_back(staged_.sources[id]);
    for (std::size_t i = 0; i < graph_[id].arity; ++i) {
      if (!flows(id, i)) continue;
      const NodeId operand = graph_.operands(id)[i];
      const NodeId arriving = goes_to_entry(id) ? adjoints[id] : contribution(id, i, adjoints[id]);
      if (!is_named(operand)) {
        adjoints[operand] = arriving;
        gates[operand] = gates[id];
        continue;
      }
      const std::uint32_t value = staged_.labels[operand].value;
      if (by_entries[value] && !begun[value]) zero(value);
      Contribution part{.value = value, .expression = arriving, .first = !begun[value], .gates = gates[id]};
      if (goes_to_entry(id)) part.entry = graph_.attributes(id);
      staged_.contributions.push_back(std::move(part));
      begun[value] = true;
    }
  }
  for (std::uint32_t i = 0; i < staged_.input_count; ++i)
    if (!begun[i]) zero(i);
}

}  // namespace

Result<Staged> cut(const Graph& graph, NodeId output, bool backward) { return Cutter(graph, output, backward).run(); }

}  // namespace gradcircuit
