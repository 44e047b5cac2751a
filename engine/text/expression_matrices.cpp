#include "engine/text/expression.hpp"
#include "engine/text/mistakes.hpp"

namespace gradcircuit {

bool ExpressionParser::matrix(Span& span) {
  const std::size_t open = at_;
  if (!open_bracket()) return false;
  if (token().kind == TokenKind::right_bracket)
    return fail({.code = "empty_matrix", .span = cover(span, token().span)});
  // [[a, b], …] has rows; [[a, b][0], …] is a column whose first entry is an entry of another
  const std::uint32_t close = token().kind == TokenKind::left_bracket ? token().partner : no_token;
  const bool has_rows = close != no_token && (tokens_[close + 1].kind == TokenKind::comma ||
                                              tokens_[close + 1].kind == TokenKind::right_bracket);
  Instruction stack{.kind = Instruction::Kind::op, .target = op_id<ops::Stack>()};
  if (has_rows) {
    if (!rows(stack)) return false;
  } else {
    if (!entries(stack.arity)) return false;
    stack.attributes.shape = {stack.arity, 1};
  }
  span = cover(tokens_[open].span, tokens_[at_ - 1].span);
  stack.span = span;
  emit(stack);
  return true;
}

/// Up to the bracket that closes the matrix.
bool ExpressionParser::rows(Instruction& stack) {
  Span first_row;
  std::uint32_t columns = 0;
  std::uint32_t rows = 0;
  for (;;) {
    if (token().kind != TokenKind::left_bracket) return fail_here(unexpected(tokens_, at_, "'['"));
    const Span open = token().span;
    if (!open_bracket()) return false;
    std::uint32_t count = 0;
    if (token().kind == TokenKind::right_bracket)
      return fail({.code = "empty_matrix", .span = cover(open, token().span)});
    if (!entries(count)) return false;
    const Span row = cover(open, tokens_[at_ - 1].span);
    if (rows++ == 0) {
      columns = count;
      first_row = row;
    } else if (count != columns) {
      return fail({.code = "ragged_rows",
                   .arguments = {{"found", std::to_string(count)}, {"expected", std::to_string(columns)}},
                   .span = row,
                   .related = {first_row}});
    }
    stack.arity += count;
    if (token().kind != TokenKind::comma) break;
    ++at_;
  }
  stack.attributes.shape = {rows, columns};
  return close_bracket("',' or ']'");
}

/// Up to the bracket that closes them.
bool ExpressionParser::entries(std::uint32_t& count) {
  for (;;) {
    Span ignored;
    if (!expression(Level::comparison, ignored)) return false;
    ++count;
    if (token().kind != TokenKind::comma) return close_bracket("',' or ']'");
    ++at_;
  }
}

/// `[i]` or `[i, j]` after a value.
bool ExpressionParser::entry(Span& span) {
  const std::size_t open = at_;
  if (!open_bracket()) return false;
  std::uint32_t indices[2] = {};
  std::uint32_t count = 0;
  for (;;) {
    const auto ends = [](TokenKind kind) { return kind == TokenKind::comma || kind == TokenKind::right_bracket; };
    if (!token().is_whole() || !ends(tokens_[at_ + 1].kind)) return fail_here(index_not_literal(tokens_, open, at_));
    indices[count++] = static_cast<std::uint32_t>(take().value);
    if (token().kind != TokenKind::comma || count == 2) break;
    ++at_;
  }
  const Span inside = cover(tokens_[open + 1].span, tokens_[at_ - 1].span);
  if (!close_bracket(count == 1 ? "',' or ']'" : "']'")) return false;
  span = cover(span, tokens_[at_ - 1].span);
  emit({.kind = count == 1 ? Instruction::Kind::entry : Instruction::Kind::op,
        .target = op_id<ops::Index>(),
        .arity = 1,
        .span = span,
        .symbol = inside,
        .attributes = {.shape = {}, .row = indices[0], .column = indices[1]}});
  return true;
}

}  // namespace gradcircuit
