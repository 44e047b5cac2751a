#include "engine/text/recorder.hpp"

#include <algorithm>

#include "engine/text/expression.hpp"
#include "engine/text/mistakes.hpp"

namespace gradcircuit {

Recorder::Recorder(const TokenList& tokens, const Symbols& symbols, std::uint32_t node_limit)
    : tokens_(tokens),
      symbols_(symbols),
      graph_(node_limit),
      connection_limit_(std::uint64_t{limits::operands} + 4 * std::uint64_t{node_limit}),
      variables_(tokens.names.size(), none),
      definitions_(op_count) {}

std::optional<Error> Recorder::expand(const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    const auto op = find_callable(name);
    if (!op || op_infos[*op].doc().definition.empty())
      return Error{.code = "unknown_expand", .arguments = {{"name", name}}};
    const TokenList tokens = lex(op_infos[*op].doc().definition);
    Symbols symbols(tokens);
    const std::vector<std::string_view> operands = operand_names(*op);
    for (std::uint32_t i = 0; i < operands.size(); ++i)
      if (const auto operand = tokens.names.find(operands[i])) symbols[*operand].parameter = i;
    auto definition = ExpressionParser(tokens, symbols).parse(0);
    if (!definition) return std::move(definition.error());  // no op's definition does, the tests see to that
    definitions_[*op] = std::move(definition->code);
  }
  return std::nullopt;
}

bool Recorder::fail(Error&& error) {
  error_ = std::move(error);
  return false;
}

bool Recorder::push(Result<NodeId>&& node, Span span) {
  if (!node) return fail(std::move(node.error()));
  stack_.push_back({*node, span});
  return true;
}

Result<NodeId> Recorder::record(const Expression& expression, bool own_node) {
  stack_.clear();
  const std::size_t first = graph_.size();
  if (!run(expression.code, {}) || (own_node && !own(first))) return std::move(*error_);
  return stack_.back().node;
}

Result<NodeId> Recorder::record_input(const Token& name, Matrix literal, Span literal_span) {
  Input input{.name = std::string(tokens_.names[name.name]),
              .value = std::move(literal),
              .source = Input::Source::literal,
              .literal = literal_span};
  if (const Matrix* const given = symbols_[name.name].given) {
    const Shape shape = input.value.shape();
    if (given->shape() != shape)
      return Error{
          .code = "at_shape",
          .arguments = {{"name", input.name}, {"expected", to_string(shape)}, {"found", to_string(given->shape())}},
          .span = literal_span};
    input = {.name = input.name, .value = *given, .source = Input::Source::at};
  }
  auto node = graph_.append_input(std::move(input), name.span);
  if (node) variables_[name.name] = *node;
  return node;
}

Result<NodeId> Recorder::input(NameId name, Span span) {
  Input input{.name = std::string(tokens_.names[name]), .value = Matrix(1.0)};
  if (const Matrix* const given = symbols_[name].given) {
    if (given->shape().entries() == 0) return Error{.code = "empty_matrix", .span = span};
    input.value = *given;
    input.source = Input::Source::at;
  }
  auto node = graph_.append_input(std::move(input), span);
  if (node) variables_[name] = *node;
  return node;
}

bool Recorder::run(const Code& code, const Frame& frame) {
  for (const Instruction& instruction : code)
    if (!step(instruction, frame, frame.span.value_or(instruction.span))) return false;
  return true;
}

bool Recorder::step(const Instruction& instruction, const Frame& frame, Span span) {
  const std::uint32_t target = instruction.target;
  switch (instruction.kind) {
    case Instruction::Kind::constant:
      return push(graph_.append_constant(instruction.value, span), span);
    case Instruction::Kind::variable:
      return push(variables_[target] == none ? input(target, span) : variables_[target], span);
    case Instruction::Kind::parameter:
      return push(stack_[frame.arguments + target].node, span);
    case Instruction::Kind::call: {
      const Function& function = symbols_.functions[target];
      return inline_body(tokens_.names[function.name], function.body, instruction.arity, span, {});
    }
    case Instruction::Kind::op:
      if (const Code& definition = definitions_[target]; !definition.empty())
        return inline_body(op_infos[target].name(), definition, instruction.arity, span, span);
      return append(instruction, span);
    case Instruction::Kind::entry:
      return append(instruction, span);
  }
  return false;
}

bool Recorder::inline_body(std::string_view name, const Code& body, std::size_t arity, Span call,
                           const std::optional<Span>& span) {
  if (depth_ == limits::depth) return fail(too_deep(call));
  ++depth_;
  const Scope outer = graph_.scope();
  const std::uint32_t group =
      graph_.add_group({.name = std::string(name), .span = call, .parent = outer.group, .output = none});
  graph_.enter({.stage = outer.stage, .group = group});
  const std::size_t first = graph_.size();
  const std::size_t arguments = stack_.size() - arity;
  if (!run(body, {.arguments = arguments, .span = span}) || !own(first)) return false;
  const NodeId output = stack_.back().node;
  stack_.resize(arguments);
  graph_.set_group_output(group, output);
  graph_.enter(outer);
  --depth_;
  return push(output, call);
}

bool Recorder::own(std::size_t first) {
  const Operand top = stack_.back();
  if (top.node >= first && !graph_.is_input(top.node)) return true;
  stack_.pop_back();
  const NodeId operands[] = {top.node};
  return push(graph_.append(op_id<ops::Identity>(), operands, top.span), top.span);
}

bool Recorder::append(const Instruction& instruction, Span span) {
  const auto op = static_cast<OpId>(instruction.target);
  const std::span<const Operand> operands = std::span(stack_).last(instruction.arity);
  connections_ += operands.size();
  if (connections_ > connection_limit_)
    return fail({.code = "program_too_large",
                 .arguments = {{"limit", std::to_string(connection_limit_)}, {"unit", "connections"}},
                 .span = span});
  Attributes attributes = instruction.attributes;
  if (instruction.kind == Instruction::Kind::entry && !place_entry(instruction, attributes)) return false;
  if (instruction.maybe_transpose && !graph_[operands[0].node].shape.is_scalar())
    return fail(transpose_power(instruction, operands[0].span));

  operand_ids_.clear();
  for (const Operand& operand : operands) operand_ids_.push_back(operand.node);
  auto node = graph_.append(op, operand_ids_, span, attributes);
  if (!node) return fail(in_place(std::move(node.error()), instruction, operands));
  const Shape base = operands.empty() ? Shape{} : graph_[operands[0].node].shape;
  if (op == op_id<ops::Pow>() && !base.is_vector() && !noted_power_) {
    graph_.add_note({.code = "elementwise_power", .span = span, .node = *node});
    noted_power_ = true;
  }
  stack_.resize(stack_.size() - instruction.arity);
  return push(*node, span);
}

/// Turns the one index of a row or column into its row and column.
bool Recorder::place_entry(const Instruction& instruction, Attributes& at) {
  const Shape shape = graph_[stack_.back().node].shape;
  const std::uint32_t index = instruction.attributes.row;
  const auto error = [&](DiagnosticCode code) {
    return Error{.code = code,
                 .arguments = {{"index", std::to_string(index)},
                               {"shape", to_string(shape)},
                               {"last", std::to_string(shape.entries() - 1)}},
                 .span = instruction.symbol,
                 .related = {stack_.back().span}};
  };
  if (shape.is_scalar()) return fail(error("scalar_indexed"));
  if (!shape.is_vector()) return fail(error("not_a_vector"));
  if (index >= shape.entries()) return fail(error("index_out_of_range"));
  at.row = shape.columns == 1 ? index : 0;
  at.column = shape.columns == 1 ? 0 : index;
  return true;
}

/// An error of the graph, which knows where nodes were written, with the places where they are used and with what may help.
Error Recorder::in_place(Error&& error, const Instruction& instruction, std::span<const Operand> operands) const {
  if (error.related.empty()) return error;
  error.related.clear();
  if (instruction.target == op_id<ops::Stack>()) {
    const auto matrix =
        std::ranges::find_if(operands, [&](const Operand& entry) { return !graph_[entry.node].shape.is_scalar(); });
    if (matrix != operands.end()) error.span = matrix->span;
    return error;
  }
  for (const Operand& operand : operands) error.related.push_back(operand.span);
  if (instruction.target == op_id<ops::Index>()) error.span = instruction.symbol;
  if (operands.size() != 2) return error;

  const Shape left = graph_[operands[0].node].shape;
  const Shape right = graph_[operands[1].node].shape;
  const bool column_first = left.columns == 1;
  if (error.code == DiagnosticCode("column_with_row") && instruction.target == op_id<ops::Mul>() && column_first)
    error.fix = Fix{.span = instruction.symbol, .text = "@"};
  const Span place = operands[0].span;
  const std::string_view name = tokens_.text(place);
  const std::string_view all = tokens_.text(instruction.span);
  const bool named = canonical_name(name) && all.starts_with(name) && is_short(all);
  if (error.code == DiagnosticCode("matmul_shapes") && left.rows == right.rows && named)
    return suggesting(std::move(error), {.span = instruction.span,
                                         .text = std::string(name) + ".T" + std::string(all.substr(name.size()))});
  return error;
}

Error Recorder::transpose_power(const Instruction& instruction, Span base) const {
  const Span power{instruction.symbol.begin, instruction.span.end};
  const std::string_view name = tokens_.text(base);
  const bool named = canonical_name(name) && base.end == power.begin;
  return suggesting({.code = "transpose_power", .span = power},
                    {.span = named ? cover(base, power) : power, .text = (named ? std::string(name) : "") + ".T"});
}

}  // namespace gradcircuit
