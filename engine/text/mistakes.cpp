#include "engine/text/mistakes.hpp"

#include <algorithm>

#include "engine/base/limits.hpp"
#include "engine/base/suggest.hpp"
#include "engine/text/characters.hpp"

namespace gradcircuit {
namespace {

/// The last token of the operand that begins at a token, which may open a bracket or a call; nothing when that is not closed.
std::optional<std::size_t> operand_end(const TokenList& tokens, std::size_t at) {
  std::size_t last = at;
  if (tokens[at].kind == TokenKind::name && tokens[at + 1].kind == TokenKind::left_parenthesis) ++last;
  const TokenKind kind = tokens[last].kind;
  if (kind != TokenKind::left_parenthesis && kind != TokenKind::left_bracket) return last;
  if (tokens[last].partner == no_token) return std::nullopt;
  return tokens[last].partner;
}

std::optional<Span> operand_span(const TokenList& tokens, std::size_t at) {
  const auto last = operand_end(tokens, at);
  return last ? std::optional(cover(tokens[at].span, tokens[*last].span)) : std::nullopt;
}

/// Writes `between` after `left`, before the operand at a token: the whole of it where that is short, else only what is missing.
Fix fix_between(const TokenList& tokens, Span left, std::size_t at, std::string_view between) {
  if (const auto right = operand_span(tokens, at)) {
    std::string text(tokens.text(left));
    text += between;
    text += tokens.text(*right);
    if (is_short(text)) return {.span = cover(left, *right), .text = std::move(text)};
  }
  return {.span = {left.end, tokens[at].span.begin}, .text = std::string(between)};
}

/// Takes the terms that follow the operand at a token into the fix, with spaces around their signs: `5x+3` becomes `5*x + 3`.
void include_terms(const TokenList& tokens, std::size_t at, Fix& fix) {
  const auto operand = operand_end(tokens, at);
  if (!operand || fix.span.end != tokens[*operand].span.end) return;
  at = *operand + 1;
  while (tokens[at].kind == TokenKind::plus || tokens[at].kind == TokenKind::minus) {
    const auto last = begins_operand(tokens[at + 1].kind) ? operand_end(tokens, at + 1) : std::nullopt;
    if (!last) return;
    const Span term = cover(tokens[at + 1].span, tokens[*last].span);
    std::string text = fix.text + " " + std::string(tokens[at].text) + " " + std::string(tokens.text(term));
    if (!is_short(text)) return;
    fix = {.span = cover(fix.span, term), .text = std::move(text)};
    at = *last + 1;
  }
}

bool ends_operand(TokenKind kind) {
  return kind == TokenKind::number || kind == TokenKind::name || kind == TokenKind::right_parenthesis ||
         kind == TokenKind::right_bracket || kind == TokenKind::transpose;
}

bool is_whole_text(std::string_view text) { return text.find_first_not_of("0123456789") == std::string_view::npos; }

/// `0,5`
std::optional<Error> decimal_comma(const TokenList& tokens, std::size_t at) {
  if (tokens[at].kind != TokenKind::comma || at == 0) return std::nullopt;
  const Token& before = tokens[at - 1];
  const Token& after = tokens[at + 1];
  if (before.kind != TokenKind::number || after.kind != TokenKind::number) return std::nullopt;
  const bool list = (at >= 2 && tokens[at - 2].kind == TokenKind::comma) || tokens[at + 2].kind == TokenKind::comma;
  if (list) return std::nullopt;
  const Span span = cover(before.span, after.span);
  const std::string text = std::string(before.text) + "." + std::string(after.text);
  const bool adjacent = text.size() == span.end - span.begin;
  if (!adjacent || !is_whole_text(before.text) || !is_whole_text(after.text)) return std::nullopt;
  if (!is_short(text)) return Error{.code = "decimal_comma", .span = span};
  return suggesting({.code = "decimal_comma", .span = span}, {.span = span, .text = text});
}

std::string found_text(const Token& token) {
  return token.text[0] == '\n' || token.text[0] == '\r' ? "the end of the line" : "'" + shortened(token.text) + "'";
}

}  // namespace

bool is_short(std::string_view text) {
  return text.size() <= 60 && text.find_first_of("\r\n#") == std::string_view::npos;
}

Error suggesting(Error&& error, Fix&& fix) {
  error.arguments.emplace_back("suggestion", fix.text);
  error.fix = std::move(fix);
  return error;
}

bool begins_operand(TokenKind kind) {
  return kind == TokenKind::number || kind == TokenKind::name || kind == TokenKind::left_parenthesis ||
         kind == TokenKind::left_bracket;
}

Error unexpected(const TokenList& tokens, std::size_t at, std::string_view expected) {
  const Token& token = tokens[at];
  if (token.kind == TokenKind::mistake) return *tokens.mistake;
  if (auto error = decimal_comma(tokens, at)) return *error;
  if (token.kind == TokenKind::end || (token.kind == TokenKind::separator && token.text != ";")) {
    const std::uint32_t end = at == 0 ? 0 : tokens[at - 1].span.end;
    return {.code = "unexpected_end", .arguments = {{"expected", std::string(expected)}}, .span = {end, end}};
  }
  return {.code = "unexpected_token",
          .arguments = {{"expected", std::string(expected)}, {"found", found_text(token)}},
          .span = token.span};
}

Error unexpected_after_expression(const TokenList& tokens, std::size_t at, std::string_view expected) {
  const Token& token = tokens[at];
  const bool closes = token.kind == TokenKind::right_parenthesis || token.kind == TokenKind::right_bracket;
  if (!closes || token.partner != no_token) return unexpected(tokens, at, expected);
  return {.code = "unmatched_bracket",
          .arguments = {{"bracket", std::string(token.text)}},
          .span = token.span,
          .fix = Fix{.span = token.span, .text = ""}};
}

Error unclosed_bracket(const Token& bracket) {
  return {.code = "unclosed_bracket", .arguments = {{"bracket", std::string(bracket.text)}}, .span = bracket.span};
}

Error assignment_in_condition(const TokenList& tokens, std::size_t at) {
  Error error = unexpected(tokens, at, "'=='");
  error.fix = Fix{.span = tokens[at].span, .text = "=="};
  return error;
}

Error missing_operator(const TokenList& tokens, Span left, std::size_t at) {
  Fix fix = fix_between(tokens, left, at, "*");
  include_terms(tokens, at, fix);
  return suggesting({.code = "missing_operator", .span = tokens[at].span}, std::move(fix));
}

Error missing_line_end(const TokenList& tokens, Span left, std::size_t at) {
  Error error = unexpected(tokens, at, "the end of the line");
  error.fix = Fix{.span = {left.end, tokens[at].span.begin}, .text = "; "};
  return error;
}

Error missing_comma(const TokenList& tokens, Span left, std::size_t at) {
  Error error = unexpected(tokens, at, "',' or ']'");
  error.fix = fix_between(tokens, left, at, ", ");
  return error;
}

Error absolute_bars(const TokenList& tokens, std::size_t at, std::string_view before) {
  const auto ends = [](TokenKind kind) {
    return kind == TokenKind::separator || kind == TokenKind::end || kind == TokenKind::mistake;
  };
  std::size_t close = at + 1;
  while (!ends(tokens[close].kind) && tokens[close].kind != TokenKind::bar) ++close;
  Error error{.code = "absolute_bars", .span = tokens[at].span};
  // an operator before a bar: that one opens another value, |x - |y||
  if (tokens[close].kind != TokenKind::bar || !ends_operand(tokens[close - 1].kind)) return error;
  const Span span = cover(error.span, tokens[close].span);
  const std::string_view inside = tokens.text(cover(tokens[at + 1].span, tokens[close - 1].span));
  std::string text = std::string(before) + "abs(" + std::string(inside) + ")";
  error.span = span;
  return is_short(text) ? suggesting(std::move(error), {.span = span, .text = std::move(text)}) : error;
}

Error function_as_value(const TokenList& tokens, std::size_t at, const std::string& notation) {
  const Token& name = tokens[at];
  const TokenKind next = tokens[at + 1].kind;
  if (next == TokenKind::mistake) return *tokens.mistake;  // sin²(x)
  Error error{.code = "function_without_call", .arguments = {{"name", std::string(name.text)}}, .span = name.span};
  if (next != TokenKind::name && next != TokenKind::number) {
    error.arguments.emplace_back("suggestion", notation);
    return error;
  }
  error.code = "missing_parentheses";
  const auto argument = operand_span(tokens, at + 1);
  if (!argument) return error;
  std::string text = std::string(name.text) + "(" + std::string(tokens.text(*argument)) + ")";
  if (!is_short(text)) return error;
  return suggesting(std::move(error), {.span = cover(name.span, *argument), .text = std::move(text)});
}

Error index_not_literal(const TokenList& tokens, std::size_t open, std::size_t at) {
  if (tokens[at].kind == TokenKind::mistake) return *tokens.mistake;
  const std::size_t close = tokens[open].partner;
  Span inside = tokens[at].span;
  if (close == at) inside = cover(tokens[open].span, inside);
  if (close != no_token && close > at) inside = cover(inside, tokens[close - 1].span);
  return {.code = "index_not_literal", .span = inside};
}

Error not_callable(const TokenList& tokens, const Symbols& symbols, std::size_t at) {
  const Token& name = tokens[at];
  const std::string_view canonical = tokens.names[name.name];
  const bool is_value = symbols.is_variable(name.name) || symbols[name.name].is_read || find_constant(canonical);
  Error error{.code = "unknown_function", .arguments = {{"name", std::string(name.text)}}, .span = name.span};
  // courses name their values with single letters, and no function has such a name
  if (is_value || canonical.size() == 1) {
    error.code = "call_of_variable";
    return suggesting(std::move(error), fix_between(tokens, name.span, at + 1, "*"));
  }
  const OpId op = find_op(canonical);
  if (op < op_count && op != op_id<ops::Identity>()) {  // pow(x, 2)
    error.arguments.emplace_back("suggestion", op_infos[op].notation());
    return error;
  }
  const auto suggestion = suggest(canonical, symbols.callable_names());
  if (!suggestion) return error;
  return suggesting(std::move(error), {.span = name.span, .text = std::string(*suggestion)});
}

Error wrong_arity(const std::string& name, std::size_t expected, std::size_t found, std::string notation, Span span) {
  return {.code = "wrong_arity",
          .arguments = {{"name", name},
                        {"expected", std::to_string(expected)},
                        {"found", std::to_string(found)},
                        {"suggestion", std::move(notation)}},
          .span = span};
}

Error about_name(DiagnosticCode code, const Token& name, std::vector<Span> related) {
  return {
      .code = code, .arguments = {{"name", std::string(name.text)}}, .span = name.span, .related = std::move(related)};
}

Error too_deep(Span span) {
  return {.code = "too_deep", .arguments = {{"limit", std::to_string(limits::depth)}}, .span = span};
}

}  // namespace gradcircuit
