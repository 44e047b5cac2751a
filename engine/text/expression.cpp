#include "engine/text/expression.hpp"

#include <algorithm>
#include <iterator>

#include "engine/base/limits.hpp"
#include "engine/text/mistakes.hpp"

namespace gradcircuit {
namespace {

struct Binary {
  TokenKind token;
  OpId op;
  Level level;
};
constexpr Binary binaries[] = {
    {TokenKind::plus, op_id<ops::Add>(), Level::sum},
    {TokenKind::minus, op_id<ops::Sub>(), Level::sum},
    {TokenKind::times, op_id<ops::Mul>(), Level::product},
    {TokenKind::over, op_id<ops::Div>(), Level::product},
    {TokenKind::matmul, op_id<ops::MatMul>(), Level::product},
    {TokenKind::power, op_id<ops::Pow>(), Level::power},
    {TokenKind::less, op_id<ops::Less>(), Level::comparison},
    {TokenKind::less_equal, op_id<ops::LessEqual>(), Level::comparison},
    {TokenKind::greater, op_id<ops::Greater>(), Level::comparison},
    {TokenKind::greater_equal, op_id<ops::GreaterEqual>(), Level::comparison},
    {TokenKind::equal, op_id<ops::Equal>(), Level::comparison},
    {TokenKind::not_equal, op_id<ops::NotEqual>(), Level::comparison},
};

const Binary* find_binary(TokenKind kind) {
  const auto* const binary = std::ranges::find(binaries, kind, &Binary::token);
  return binary == std::end(binaries) ? nullptr : binary;
}

}  // namespace

Result<Expression> ExpressionParser::parse(std::size_t first) {
  at_ = first;
  depth_ = 0;
  open_.clear();
  in_condition_ = false;
  code_.clear();
  Span span;
  if (!expression(Level::comparison, span)) return std::move(*error_);
  return Expression{.code = std::move(code_), .span = span, .end = at_};
}

bool ExpressionParser::fail(Error&& error) {
  error_ = std::move(error);
  return false;
}

bool ExpressionParser::fail_here(Error&& error) {
  if (open_.empty() || !tokens_.is_unclosed(open_.back())) return fail(std::move(error));
  return fail(unclosed_bracket(tokens_[open_.back()]));
}

bool ExpressionParser::enter(Span span) {
  if (depth_ == limits::depth) return fail(too_deep(span));
  ++depth_;
  return true;
}

bool ExpressionParser::open_bracket() {
  if (!enter(token().span)) return false;
  open_.push_back(at_++);
  return true;
}

bool ExpressionParser::close_bracket(std::string_view expected) {
  const bool round = tokens_[open_.back()].kind == TokenKind::left_parenthesis;
  if (token().kind != (round ? TokenKind::right_parenthesis : TokenKind::right_bracket))
    return fail_here(unexpected_after_expression(tokens_, at_, expected));
  ++at_;
  open_.pop_back();
  leave();
  return true;
}

bool ExpressionParser::expression(Level least, Span& span) {
  if (!signed_operand(span)) return false;
  bool compared = false;
  while (const Binary* const binary = find_binary(token().kind)) {
    const Level level = binary->level;
    if (level < least) return true;
    const Token& symbol = token();
    if (level == Level::comparison) {
      if (!in_condition_) return fail({.code = "comparison_outside_if", .span = symbol.span});
      if (compared) return fail({.code = "chained_comparison", .span = symbol.span});
      compared = true;
    }
    ++at_;
    const bool power = level == Level::power;
    const Token& right_token = token();
    const std::size_t first = code_.size();
    Span right;
    if (power && !enter(symbol.span)) return false;
    if (!expression(power ? Level::power : tighter(level), right)) return false;
    if (power) leave();
    span = cover(span, right);
    const bool is_t = power && right_token.text == "T" && code_.size() == first + 1;
    emit({.kind = Instruction::Kind::op,
          .target = binary->op,
          .arity = 2,
          .span = span,
          .symbol = symbol.span,
          .maybe_transpose = is_t && !symbols_.is_variable(right_token.name)});
  }
  return ends_well();
}

/// Inside a matrix, what stands apart is another entry: `[1 2]`.
bool ExpressionParser::apart_in_matrix() const {
  const bool in_matrix = !open_.empty() && tokens_[open_.back()].kind == TokenKind::left_bracket;
  return in_matrix && token().span.begin > tokens_[at_ - 1].span.end;
}

/// Whether what follows an expression is no operand that lacks its operator, nor anything else that people write there.
bool ExpressionParser::ends_well() {
  const TokenKind kind = token().kind;
  if (kind == TokenKind::bar) return fail_here(absolute_bars(tokens_, at_, "*"));
  if (kind == TokenKind::assign && in_condition_) return fail_here(assignment_in_condition(tokens_, at_));
  if (!begins_operand(kind)) return true;
  if (open_.empty() && kind == TokenKind::name && tokens_[at_ + 1].kind == TokenKind::assign)
    return fail(missing_line_end(tokens_, last_operand_, at_));
  return fail_here(apart_in_matrix() ? missing_comma(tokens_, last_operand_, at_)
                                     : missing_operator(tokens_, last_operand_, at_));
}

bool ExpressionParser::signed_operand(Span& span) {
  const Token& sign = token();
  if (sign.kind != TokenKind::plus && sign.kind != TokenKind::minus) return operand(span);
  if (!enter(sign.span)) return false;
  ++at_;
  const bool before_number = token().kind == TokenKind::number;
  const std::size_t first = code_.size();
  if (!expression(Level::power, span)) return false;
  leave();
  span = cover(sign.span, span);
  if (sign.kind == TokenKind::plus) return true;
  if (before_number && code_.size() == first + 1) {  // a signed number is one constant; -2^2 is not one
    code_.back().value = -code_.back().value;
    code_.back().span = span;
  } else {
    emit({.kind = Instruction::Kind::op, .target = op_id<ops::Neg>(), .arity = 1, .span = span, .symbol = sign.span});
  }
  return true;
}

bool ExpressionParser::operand(Span& span) {
  const Token& first = token();
  span = first.span;
  bool read = true;
  switch (first.kind) {
    case TokenKind::number:
      emit({.kind = Instruction::Kind::constant, .span = span, .value = first.value});
      ++at_;
      break;
    case TokenKind::name:
      read = tokens_[at_ + 1].kind == TokenKind::left_parenthesis ? call(span) : named_value(span);
      break;
    case TokenKind::left_parenthesis:
      read = parenthesised(span);
      break;
    case TokenKind::left_bracket:
      read = matrix(span);
      break;
    case TokenKind::bar:
      return fail(absolute_bars(tokens_, at_, ""));
    default:
      return fail_here(unexpected(tokens_, at_, "a value"));
  }
  if (!read) return false;
  const bool is_matrix = first.kind == TokenKind::left_bracket;
  for (;;) {
    if (token().kind == TokenKind::left_bracket && !(is_matrix && apart_in_matrix())) {
      if (!entry(span)) return false;
    } else if (token().kind == TokenKind::transpose) {
      const Span symbol = take().span;
      span = cover(span, symbol);
      emit({.kind = Instruction::Kind::op,
            .target = op_id<ops::Transpose>(),
            .arity = 1,
            .span = span,
            .symbol = symbol});
    } else {
      break;
    }
  }
  last_operand_ = span;
  return true;
}

bool ExpressionParser::parenthesised(Span& span) {
  const Span open = span;
  if (!open_bracket() || !expression(Level::comparison, span) || !close_bracket("')'")) return false;
  span = cover(open, tokens_[at_ - 1].span);
  return true;
}

}  // namespace gradcircuit
