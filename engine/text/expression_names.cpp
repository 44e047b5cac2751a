#include "engine/text/expression.hpp"
#include "engine/text/mistakes.hpp"

namespace gradcircuit {

bool ExpressionParser::named_value(Span& span) {
  const Token& name = token();
  const Meaning& symbol = symbols_[name.name];
  if (symbol.parameter != no_token) {
    emit({.kind = Instruction::Kind::parameter, .target = symbol.parameter, .span = span});
  } else if (symbol.assigned && !symbol.has_value) {
    if (symbols_.target == name.name) return fail(about_name("self_reference", name));
    return fail(about_name("used_before_assignment", name, {*symbol.assigned}));
  } else if (const auto constant = find_constant(tokens_.names[name.name]);
             constant && !symbols_.is_variable(name.name)) {
    emit({.kind = Instruction::Kind::constant, .span = span, .value = *constant});
  } else {
    if (!symbols_.is_variable(name.name)) {
      if (symbol.function != no_token || symbol.op)
        return fail(function_as_value(
            tokens_, at_,
            symbol.op ? call_notation(*symbol.op) : call_notation(tokens_, symbols_.functions[symbol.function])));
    }
    emit({.kind = Instruction::Kind::variable, .target = name.name, .span = span});
  }
  ++at_;
  return true;
}

/// What the name at the current token calls.
std::optional<Instruction> ExpressionParser::callee() {
  const Token& name = token();
  const Meaning& symbol = symbols_[name.name];
  if (symbol.function != no_token) return Instruction{.kind = Instruction::Kind::call, .target = symbol.function};
  if (symbol.defined) {
    if (symbols_.defining == name.name)
      fail(about_name("recursion", name));
    else
      fail(about_name("used_before_assignment", name, {*symbol.defined}));
    return std::nullopt;
  }
  const std::string_view text = tokens_.names[name.name];
  if (const auto op = find_callable(text == "sigma" ? "σ" : text))
    return Instruction{.kind = Instruction::Kind::op, .target = *op};
  fail(tokens_.is_unclosed(at_ + 1) ? unclosed_bracket(tokens_[at_ + 1]) : not_callable(tokens_, symbols_, at_));
  return std::nullopt;
}

bool ExpressionParser::call(Span& span) {
  const Token& name = token();
  auto instruction = callee();
  if (!instruction) return false;
  ++at_;
  const bool is_op = instruction->kind == Instruction::Kind::op;
  const bool has_numbers = is_op && op_infos[instruction->target].written.count > 0;
  if (!open_bracket()) return false;
  if (!(has_numbers ? written_out(*instruction) : arguments(*instruction))) return false;
  span = cover(name.span, tokens_[at_ - 1].span);
  instruction->span = span;
  instruction->symbol = name.span;
  if (const OpId op = find_op(tokens_.names[name.name], instruction->arity); is_op && op < op_count)
    instruction->target = op;
  if (!has_numbers && !check_arity(*instruction, name)) return false;
  emit(*instruction);
  return true;
}

bool ExpressionParser::arguments(Instruction& call) {
  const bool outer = in_condition_;
  const bool is_if = call.kind == Instruction::Kind::op && call.target == op_id<ops::If>();
  for (;;) {
    in_condition_ = outer || (is_if && call.arity == 0);
    Span ignored;
    if (!expression(Level::comparison, ignored)) return false;
    ++call.arity;
    in_condition_ = outer;
    if (token().kind != TokenKind::comma) return close_bracket("',' or ')'");
    ++at_;
  }
}

bool ExpressionParser::check_arity(const Instruction& call, const Token& name) {
  std::size_t expected = call.arity;
  std::string notation;
  if (call.kind == Instruction::Kind::call) {
    const Function& function = symbols_.functions[call.target];
    expected = function.parameters.size();
    notation = call_notation(tokens_, function);
  } else if (const int arity = op_infos[call.target].arity; arity != variadic) {
    expected = static_cast<std::size_t>(arity);
    notation = call_notation(static_cast<OpId>(call.target));
  }
  if (expected == call.arity) return true;
  return fail(wrong_arity(std::string(name.text), expected, call.arity, std::move(notation), call.span));
}

/// The arguments of `ones(rows, columns)` and `reshape(x, rows, columns)`: the numbers after the operands are part of the node.
bool ExpressionParser::written_out(Instruction& call) {
  const Token& name = tokens_[at_ - 2];
  const OpInfo& op = op_infos[call.target];
  const auto arity = static_cast<std::size_t>(op.arity);
  std::array<std::uint32_t, 4> numbers = {1, 1, 0, 0};
  std::size_t found = 0;
  for (;; ++found, ++at_) {
    const std::size_t place = op.written.first + found - arity;
    if (found < arity) {
      Span ignored;
      if (!expression(Level::comparison, ignored)) return false;
      ++call.arity;
    } else {
      const TokenKind kind = token().kind;
      if (!begins_operand(kind) && kind != TokenKind::minus && kind != TokenKind::plus)
        return fail_here(unexpected(tokens_, at_, "a whole number"));
      if (!token().is_whole())
        return fail({.code = "not_a_literal", .arguments = {{"name", std::string(name.text)}}, .span = token().span});
      if (place < numbers.size()) numbers[place] = static_cast<std::uint32_t>(token().value);
      ++at_;
    }
    if (token().kind != TokenKind::comma) break;
  }
  ++found;
  if (!close_bracket("',' or ')'")) return false;
  const Span span = cover(name.span, tokens_[at_ - 1].span);
  const std::size_t expected = arity + op.written.count;
  if (found != expected)
    return fail(wrong_arity(std::string(name.text), expected, found, std::string(op.notation()), span));
  if (op.written.count == 1) numbers[1] = numbers[0];  // eye is square
  call.attributes = {.shape = {numbers[0], numbers[1]}, .row = numbers[2], .column = numbers[3]};
  if (call.attributes.shape.entries() == 0) return fail({.code = "empty_matrix", .span = span});
  return true;
}

}  // namespace gradcircuit
