#include "engine/explain/shapes.hpp"

#include <algorithm>

namespace gradcircuit {
namespace {

/// By rule.
constexpr ShapeText texts[] = {
    {"given", "{shape}: as it is given"},
    {"numbers", "{equation}: a number made of numbers"},
    {"entrywise", "{equation}: entry by entry"},
    {"scalar", "{equation}: the scalar goes with every entry"},
    {"column", "{equation}: the column goes with every column"},
    {"row", "{equation}: the row goes with every row"},
    {"mixed", "{equation}: what is smaller goes with every entry, column or row"},
    {"inner", "{equation}: the {inner} columns on the left meet the {inner} rows on the right"},
    {"transposed", "{equation}: rows become columns"},
    {"one_number", "{equation}: all entries together make one number"},
    {"number_a_row", "{equation}: a number for each row"},
    {"number_a_column", "{equation}: a number for each column"},
    {"outer", "{equation}: a row for each entry of the first, a column for each entry of the second"},
    {"entry", "{equation}: one of the entries"},
    {"some_rows", "{equation}: some of the rows"},
    {"stacked", "{equation}: an entry for each number"},
    {"concatenated", "{equation}: one below the other, so the rows add up"},
    {"rearranged", "{equation}: the same {entries} entries in other rows and columns"},
    {"kept", "{equation}: the entries of a sample change together, the shape stays"},
    {"made", "{shape}: as it is asked for"},
    {"as_value", "{shape}: a derivative for each entry of the value"},
    {"summed", "{adjoint} → {shape}: all entries are summed, for the scalar went with each of them"},
    {"summed_columns", "{adjoint} → {shape}: the columns are summed, for the column went with each of them"},
    {"summed_rows", "{adjoint} → {shape}: the rows are summed, for the row went with each of them"},
    {"product",
     "{left} @ {right} = {shape}: the one product of the arriving gradient and the transposed other that fits"},
};
static_assert(std::size(texts) == static_cast<std::size_t>(ShapeRule::product) + 1);

template <class Op, class... Ops>
inline constexpr bool is_one_of = (std::is_same_v<Op, Ops> || ...);

void op_has_no_shape_rule() {}

template <class Op>
consteval ShapeRule rule_of() {
  using namespace ops;
  if (is_elementwise<Op>) return ShapeRule::entrywise;
  if (Op::arity == 0) return ShapeRule::made;
  if (is_one_of<Op, MatMul>) return ShapeRule::inner;
  if (is_one_of<Op, Transpose>) return ShapeRule::transposed;
  if (is_one_of<Op, Outer>) return ShapeRule::outer;
  if (is_one_of<Op, Index>) return ShapeRule::entry;
  if (is_one_of<Op, Rows>) return ShapeRule::some_rows;
  if (is_one_of<Op, Stack>) return ShapeRule::stacked;
  if (is_one_of<Op, Concatenate>) return ShapeRule::concatenated;
  if (is_one_of<Op, Vec, Reshape>) return ShapeRule::rearranged;
  if (is_one_of<Op, Softmax, LogSoftmax>) return ShapeRule::kept;
  if (is_one_of<Op, RowSums>) return ShapeRule::number_a_row;
  if (is_one_of<Op, ColumnSums, LogSumExp>) return ShapeRule::number_a_column;
  if (!is_one_of<Op, Dot, Trace, Norm, Sum, Mean> && Op::kind != Kind::loss) op_has_no_shape_rule();
  return ShapeRule::one_number;
}

constexpr std::array<ShapeRule, op_count> rules =
    table_of_ops<ShapeRule>([]<class Op>() -> ShapeRule { return rule_of<Op>(); });

/// How an operand is spread over a larger result; `entrywise` where it is not.
ShapeRule spread(Shape operand, Shape result) {
  if (operand == result) return ShapeRule::entrywise;
  if (operand.is_scalar()) return ShapeRule::scalar;
  return operand.columns == 1 ? ShapeRule::column : ShapeRule::row;
}

ShapeRule elementwise_rule(const std::vector<Shape>& operands, Shape result) {
  if (result.is_scalar()) return ShapeRule::numbers;
  ShapeRule rule = ShapeRule::entrywise;
  for (const Shape operand : operands) {
    const ShapeRule its = spread(operand, result);
    if (its == ShapeRule::entrywise || its == rule) continue;
    rule = rule == ShapeRule::entrywise ? its : ShapeRule::mixed;
  }
  return rule;
}

ShapeRule value_rule(OpId op, const std::vector<Shape>& operands, Shape result) {
  if (op_infos[op].elementwise) return elementwise_rule(operands, result);
  // what makes a number for each column takes a row as a whole
  if (op == op_id<ops::LogSumExp>() && result.is_scalar()) return ShapeRule::one_number;
  return rules[op];
}

/// The sign of an infix operator, between spaces; empty for any other op.
std::string infix_sign(OpId op) {
  const std::string_view notation = op_infos[op].notation();
  if (!notation.starts_with('a') || !notation.ends_with('b')) return {};
  const std::string sign(notation.substr(1, notation.size() - 2));
  return sign.starts_with(' ') ? sign : " " + sign + " ";
}

/// `3×2 @ 2×1 = 3×1`, or with a function `sum(3×1) = 1×1`.
std::string equation(OpId op, const std::vector<Shape>& operands, Shape result) {
  constexpr std::size_t most_operands = 4;
  const std::string sign = infix_sign(op);
  std::string text;
  for (std::size_t i = 0; i < operands.size(); ++i) {
    const bool skipped = operands.size() > most_operands && i > 0 && i + 1 < operands.size();
    if (skipped && i > 1) continue;
    if (i > 0) text += sign.empty() ? std::string_view(", ") : std::string_view(sign);
    text += skipped ? "…" : to_string(operands[i]);
  }
  if (sign.empty()) text = std::string(op_infos[op].name()) + "(" + text + ")";
  return text + " = " + to_string(result);
}

ShapeReason why_value(const Graph& graph, NodeId id) {
  const Shape shape = graph[id].shape;
  const OpId op = graph[id].op;
  if (graph.is_leaf(id)) return {ShapeRule::given, {{"shape", to_string(shape)}}};
  if (rules[op] == ShapeRule::made) return {ShapeRule::made, {{"shape", to_string(shape)}}};
  std::vector<Shape> operands;
  for (const NodeId operand : graph.operands(id)) operands.push_back(graph[operand].shape);
  ShapeReason why{value_rule(op, operands, shape), {{"equation", equation(op, operands, shape)}}};
  if (why.rule == ShapeRule::inner) why.arguments.emplace_back("inner", std::to_string(operands[0].columns));
  if (why.rule == ShapeRule::rearranged) why.arguments.emplace_back("entries", std::to_string(shape.entries()));
  return why;
}

/// Why the contribution along an edge has the operand's shape; none where nothing happens to it.
std::optional<ShapeReason> why_handed_back(const Graph& graph, NodeId id, std::size_t operand) {
  const Shape from = graph[id].shape;
  const Shape to = graph[graph.operands(id)[operand]].shape;
  if (graph[id].op == op_id<ops::MatMul>()) {
    const Shape other = graph[graph.operands(id)[1 - operand]].shape.transposed();
    const bool adjoint_first = operand == 0;
    return ShapeReason{ShapeRule::product,
                       {{"left", to_string(adjoint_first ? from : other)},
                        {"right", to_string(adjoint_first ? other : from)},
                        {"shape", to_string(to)}}};
  }
  if (!op_infos[graph[id].op].elementwise || from == to) return std::nullopt;
  const ShapeRule how = spread(to, from);
  const ShapeRule rule = how == ShapeRule::scalar   ? ShapeRule::summed
                         : how == ShapeRule::column ? ShapeRule::summed_columns
                                                    : ShapeRule::summed_rows;
  return ShapeReason{rule, {{"adjoint", to_string(from)}, {"shape", to_string(to)}}};
}

}  // namespace

const ShapeText& shape_text(ShapeRule rule) { return texts[static_cast<std::size_t>(rule)]; }

std::string ShapeReason::message() const { return *fill_in(shape_text(rule).message, arguments); }

ShapeLedger shape_ledger(const Graph& graph, const Activity& active) {
  ShapeLedger ledger;
  std::vector<std::vector<HandedBack>> arriving(graph.size());
  for (NodeId id = 0; id < graph.size(); ++id) {
    if (!graph.is_constant(id)) ledger.values.push_back({id, why_value(graph, id)});
    if (!active.on_path[id]) continue;
    const std::span<const NodeId> operands = graph.operands(id);
    for (std::uint32_t i = 0; i < operands.size(); ++i) {
      if (!active.on_path[operands[i]] || !is_differentiable(graph[id].op, i)) continue;
      if (auto why = why_handed_back(graph, id, i)) arriving[operands[i]].push_back({id, i, std::move(*why)});
    }
  }
  for (NodeId id = 0; id < graph.size(); ++id) {
    if (!active.on_path[id]) continue;
    const Shape shape = graph[id].shape;
    ledger.gradients.push_back({.node = id,
                                .shapes = layout_shapes({}, shape),
                                .why = {ShapeRule::as_value, {{"shape", to_string(shape)}}},
                                .arriving = std::move(arriving[id])});
  }
  return ledger;
}

}  // namespace gradcircuit
