#include "engine/explain/answer.hpp"

#include <algorithm>

#include "engine/text/characters.hpp"
#include "engine/text/lexer.hpp"
#include "engine/text/mistakes.hpp"

namespace gradcircuit {
namespace {

bool ends_statement(TokenKind kind) {
  return kind == TokenKind::separator || kind == TokenKind::end || kind == TokenKind::mistake;
}

bool contains(const std::vector<std::string>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

/// An answer is an expression: it gives no name to it and stands alone.
std::optional<Error> check_single(const TokenList& tokens) {
  std::size_t at = 0;
  while (tokens[at].kind == TokenKind::separator) ++at;
  if (tokens[at].kind == TokenKind::name && tokens[at + 1].kind == TokenKind::assign)
    return unexpected(tokens, at + 1, "an expression without a name");
  if (begins_definition(tokens, at)) return unexpected(tokens, tokens[at + 1].partner + 1, "an expression");
  while (!ends_statement(tokens[at].kind)) ++at;
  const std::size_t end = at;
  while (tokens[at].kind == TokenKind::separator) ++at;
  if (tokens[at].kind == TokenKind::end || at == end) return std::nullopt;
  return unexpected(tokens, at, "nothing more");
}

void shift_back(Span& span, std::uint32_t shift) { span = {span.begin - shift, span.end - shift}; }

Error shifted_back(Error error, std::uint32_t shift) {
  std::erase_if(error.related, [&](Span span) { return span.begin < shift; });
  for (Span& span : error.related) shift_back(span, shift);
  if (error.fix) shift_back(error.fix->span, shift);
  if (error.span.begin >= shift) shift_back(error.span, shift);
  return error;
}

/// `a number`, or `one of x, y, z`.
std::string expected_names(const std::vector<std::string>& allowed) {
  if (allowed.empty()) return "a number";
  std::string list;
  for (const std::string& name : allowed) list += (list.empty() ? "" : ", ") + name;
  return allowed.size() > 8 ? "a name of the exercise" : allowed.size() == 1 ? list : "one of " + list;
}

}  // namespace

AnswerReader::AnswerReader(std::string_view program) {
  const TokenList tokens = lex(program);
  bool first = true;
  for (std::size_t i = 0; tokens[i].kind != TokenKind::end; ++i) {
    const bool begins = first;
    first = tokens[i].kind == TokenKind::separator;
    if (!begins || !begins_definition(tokens, i)) continue;
    std::size_t last = i;
    while (!ends_statement(tokens[last + 1].kind)) ++last;
    definitions_ += std::string(tokens.text(cover(tokens[i].span, tokens[last].span))) + "\n";
  }
  shift_ = units_of(definitions_);
}

InputValues AnswerReader::values_for(const InputValues& at, const std::vector<std::string>& allowed) const {
  const TokenList definitions = lex(definitions_);
  InputValues values;
  for (const auto& entry : at)
    if (contains(allowed, entry.first) || definitions.names.find(entry.first)) values.push_back(entry);
  return values;
}

std::optional<Error> AnswerReader::check_names(const Graph& graph, std::string_view text,
                                               const std::vector<std::string>& allowed) const {
  for (const Input& input : graph.inputs()) {
    const Span span = graph[input.node].span;
    if (span.begin < shift_ || contains(allowed, input.name)) continue;
    const TokenList tokens = lex(text);
    const auto token = std::ranges::find(tokens.tokens, Span{span.begin - shift_, span.end - shift_}, &Token::span);
    return unexpected(tokens, static_cast<std::size_t>(token - tokens.tokens.begin()), expected_names(allowed));
  }
  return std::nullopt;
}

Result<Graph> AnswerReader::read(std::string_view text, const InputValues& at,
                                 const std::vector<std::string>& allowed) const {
  if (auto error = check_single(lex(text))) return *error;
  auto graph = parse(definitions_ + std::string(text), {.at = values_for(at, allowed)});
  if (!graph) return shifted_back(std::move(graph.error()), shift_);
  if (auto error = check_names(*graph, text, allowed)) return *error;
  return graph;
}

std::optional<int> written_decimals(std::string_view text) {
  const TokenList tokens = lex(text);
  const std::size_t at = tokens[0].kind == TokenKind::minus || tokens[0].kind == TokenKind::plus ? 1 : 0;
  if (tokens[at].kind != TokenKind::number || tokens[at + 1].kind != TokenKind::end) return std::nullopt;
  const std::string_view number = tokens[at].text;
  const std::size_t exponent = std::min(number.find_first_of("eE"), number.size());
  const std::size_t point = std::min(number.find('.'), exponent);
  int decimals = point == exponent ? 0 : static_cast<int>(exponent - point - 1);
  if (exponent < number.size()) {
    int power = 0;
    for (const char digit : number.substr(exponent + 1))
      if (digit >= '0' && digit <= '9' && power < 1000) power = 10 * power + (digit - '0');
    decimals += number[exponent + 1] == '-' ? power : -power;
  }
  return decimals;
}

}  // namespace gradcircuit
