#pragma once

#include "engine/text/symbols.hpp"

/// The errors of reading a program, with what they offer to write instead.
namespace gradcircuit {

/// What stands at a token is not `expected`: unexpected_token, unexpected_end at the end of a line, the lexer's own mistake, or
/// decimal_comma for `0,5`.
Error unexpected(const TokenList& tokens, std::size_t at, std::string_view expected);

/// After a complete expression: unmatched_bracket for one that closes nothing, otherwise as `unexpected`.
Error unexpected_after_expression(const TokenList& tokens, std::size_t at, std::string_view expected);

Error unclosed_bracket(const Token& bracket);

/// `=` in the condition of `if`.
Error assignment_in_condition(const TokenList& tokens, std::size_t at);

/// `5x`: the token begins an operand, and so one has ended just before it, at `left`.
Error missing_operator(const TokenList& tokens, Span left, std::size_t at);

/// `x = 2 y = 3`
Error missing_line_end(const TokenList& tokens, Span left, std::size_t at);

/// `[1 2]`
Error missing_comma(const TokenList& tokens, Span left, std::size_t at);

/// `|x|` with the first bar at a token; `before` is what has to be written before `abs(x)`.
Error absolute_bars(const TokenList& tokens, std::size_t at, std::string_view before);

/// A function's name as a value: `sin x`, or `sigmoid` alone.
Error function_as_value(const TokenList& tokens, std::size_t at, const std::string& notation);

/// What begins at token `at` of the index that `open` opens is not a whole number.
Error index_not_literal(const TokenList& tokens, std::size_t open, std::size_t at);

/// `name(…)` where nothing of that name can be called.
Error not_callable(const TokenList& tokens, const Symbols& symbols, std::size_t at);

Error wrong_arity(const std::string& name, std::size_t expected, std::size_t found, std::string notation, Span span);

/// An error that says no more than which name it is about.
Error about_name(DiagnosticCode code, const Token& name, std::vector<Span> related = {});

Error too_deep(Span span);

/// A text that a button can offer: short, on one line.
bool is_short(std::string_view text);

/// The error with a fix whose text is the hint's suggestion too.
Error suggesting(Error&& error, Fix&& fix);

/// Whether a value can begin with such a token.
bool begins_operand(TokenKind kind);

}  // namespace gradcircuit
