#include "engine/graph/graph.hpp"

#include <algorithm>

namespace gradcircuit {
namespace {

using ShapeRule = Result<Shape> (*)(std::span<const Shape>, const Attributes&);

/// By op; null for elementwise ones.
constexpr std::array<ShapeRule, op_count> shape_rules = table_of_ops<ShapeRule>([]<class Op>() -> ShapeRule {
  if constexpr (is_elementwise<Op>)
    return nullptr;
  else
    return &Op::shape;
});

}  // namespace

std::string_view op_name(OpId op) {
  if (op == input_op) return "input";
  if (op == constant_op) return "constant";
  return op_infos[op].name();
}

std::vector<std::uint32_t> written_numbers(const Graph& graph, NodeId id) {
  if (graph.is_leaf(id)) return {};
  const auto [shape, row, column] = graph.attributes(id);
  const auto [first, count] = op_infos[graph[id].op].written;
  const std::uint32_t all[] = {shape.rows, shape.columns, row, column};
  return {all + first, all + first + count};
}

Result<Shape> broadcast(std::span<const Shape> shapes, std::string_view operation) {
  Shape out;
  for (const Shape shape : shapes) {
    const bool fits = out.is_scalar() || shape.is_scalar() || out == shape ||
                      (shape.rows == out.rows && (shape.columns == 1 || (out.columns == 1 && out.rows > 1))) ||
                      (shape.columns == out.columns && (shape.rows == 1 || (out.rows == 1 && out.columns > 1)));
    if (!fits) {
      const bool crossed = (out.rows == 1 && shape.columns == 1) || (out.columns == 1 && shape.rows == 1);
      const DiagnosticCode code = crossed ? DiagnosticCode("column_with_row") : DiagnosticCode("shape_mismatch");
      const bool column_first = out.columns == 1;
      return Error{.code = code,
                   .arguments = {{"left", to_string(crossed && !column_first ? shape : out)},
                                 {"right", to_string(crossed && !column_first ? out : shape)},
                                 {"operation", std::string(operation)}}};
    }
    out = {std::max(out.rows, shape.rows), std::max(out.columns, shape.columns)};
  }
  return out;
}

void Graph::reserve(std::size_t nodes, std::size_t operands) {
  nodes_.reserve(nodes);
  operands_.reserve(operands);
}

Result<NodeId> Graph::push(Node node, std::span<const NodeId> operands) {
  if (nodes_.size() >= node_limit_)
    return Error{.code = "program_too_large",
                 .arguments = {{"limit", std::to_string(node_limit_)}, {"unit", "values"}},
                 .span = node.span};
  const std::uint64_t entries = node.shape.entries();
  if (entries > limits::matrix_entries)
    return Error{.code = "matrix_too_large",
                 .arguments = {{"limit", std::to_string(limits::matrix_entries)}, {"found", std::to_string(entries)}},
                 .span = node.span};
  if (entries > 1 && entries_ + entries > entry_limit_)
    return Error{.code = "program_too_large",
                 .arguments = {{"limit", std::to_string(entry_limit_)}, {"unit", "entries"}},
                 .span = node.span};
  entries_ += entries;
  node.arity = static_cast<std::uint16_t>(operands.size());
  node.first_operand = static_cast<std::uint32_t>(operands_.size());
  operands_.insert(operands_.end(), operands.begin(), operands.end());
  nodes_.push_back(node);
  return static_cast<NodeId>(nodes_.size() - 1);
}

Result<NodeId> Graph::append_input(Input input, Span span) {
  const auto payload = static_cast<std::uint32_t>(inputs_.size());
  const Shape shape = input.value.shape();
  auto id =
      push({.op = input_op, .arity = 0, .first_operand = 0, .payload = payload, .span = span, .shape = shape}, {});
  if (!id) return id;
  input.node = *id;
  inputs_.push_back(std::move(input));
  return id;
}

Result<NodeId> Graph::append_constant(double value, Span span) {
  const auto payload = static_cast<std::uint32_t>(constants_.size());
  auto id =
      push({.op = constant_op, .arity = 0, .first_operand = 0, .payload = payload, .span = span, .shape = {}}, {});
  if (id) constants_.push_back(value);
  return id;
}

Result<NodeId> Graph::append(OpId op, std::span<const NodeId> operands, Span span, const Attributes& attributes) {
  const OpInfo& info = op_infos[op];
  const std::size_t least = info.arity == variadic ? 1 : static_cast<std::size_t>(info.arity);
  const std::size_t most = info.arity == variadic ? limits::operands : least;
  if (operands.size() < least || operands.size() > most)
    return Error{.code = "wrong_arity",
                 .arguments = {{"name", std::string(info.name())},
                               {"expected", std::to_string(operands.size() < least ? least : most)},
                               {"found", std::to_string(operands.size())}},
                 .span = span};
  if (info.elementwise && operands.size() > limits::elementwise_operands)
    return Error{.code = "too_many_operands",
                 .arguments = {{"name", std::string(info.name())},
                               {"limit", std::to_string(limits::elementwise_operands)},
                               {"found", std::to_string(operands.size())}},
                 .span = span};

  // A scalar op on scalars is nearly every node of a large graph: no list of shapes for it.
  Shape shape;
  const bool scalar =
      info.elementwise && std::ranges::all_of(operands, [&](NodeId id) { return nodes_[id].shape.is_scalar(); });
  if (!scalar) {
    std::vector<Shape> shapes;
    for (const NodeId id : operands) shapes.push_back(nodes_[id].shape);
    auto result = info.elementwise ? broadcast(shapes, info.notation()) : shape_rules[op](shapes, attributes);
    if (!result) {
      Error error = std::move(result.error());
      error.span = span;
      for (const NodeId id : operands) error.related.push_back(nodes_[id].span);
      return error;
    }
    shape = *result;
  }
  std::uint32_t payload = none;
  if (attributes != Attributes{}) payload = static_cast<std::uint32_t>(attributes_.size());
  auto id =
      push({.op = op, .arity = 0, .first_operand = 0, .payload = payload, .span = span, .shape = shape}, operands);
  if (id && payload != none) attributes_.push_back(attributes);
  return id;
}

void Graph::enter(Scope scope) {
  if (scope == this->scope()) return;
  const auto from = static_cast<NodeId>(nodes_.size());
  if (!scopes_.empty() && scopes_.back().from == from)
    scopes_.back().scope = scope;
  else
    scopes_.push_back({from, scope});
}

std::uint32_t Graph::add_stage(Stage stage) {
  stages_.push_back(std::move(stage));
  return static_cast<std::uint32_t>(stages_.size() - 1);
}

std::uint32_t Graph::add_group(Group group) {
  groups_.push_back(std::move(group));
  return static_cast<std::uint32_t>(groups_.size() - 1);
}

Attributes Graph::attributes(NodeId id) const {
  const Node& node = nodes_[id];
  return node.op < op_count && node.payload != none ? attributes_[node.payload] : Attributes{};
}

Scope Graph::scope_of(NodeId id) const {
  if (is_input(id)) return {};
  const auto after = std::ranges::upper_bound(scopes_, id, {}, &ScopeChange::from);
  return after == scopes_.begin() ? Scope{} : std::prev(after)->scope;
}

bool Graph::in_group(NodeId id, std::uint32_t group) const {
  for (std::uint32_t g = scope_of(id).group; g != none; g = groups_[g].parent)
    if (g == group) return true;
  return false;
}

std::optional<NodeId> Graph::find(std::string_view name) const {
  for (const Stage& stage : stages_)
    if (stage.name == name && stage.node != none) return stage.node;
  for (const Input& input : inputs_)
    if (input.name == name) return input.node;
  return std::nullopt;
}

std::string_view Graph::name_of(NodeId id) const {
  if (is_input(id)) return input_of(id).name;
  const auto stage = std::ranges::find(stages_, id, &Stage::node);
  return stage == stages_.end() ? std::string_view{} : stage->name;
}

std::size_t Graph::memory() const {
  return nodes_.capacity() * sizeof(Node) + operands_.capacity() * sizeof(NodeId) +
         constants_.capacity() * sizeof(double) + attributes_.capacity() * sizeof(Attributes);
}

}  // namespace gradcircuit
