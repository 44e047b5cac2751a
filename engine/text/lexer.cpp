#include "engine/text/lexer.hpp"

#include <algorithm>
#include <cmath>

#include "engine/base/limits.hpp"
#include "engine/base/number.hpp"
#include "engine/text/characters.hpp"

namespace gradcircuit {
namespace {

struct Spelling {
  std::string_view text;
  TokenKind kind;
};
/// Of two that fit, the first counts.
constexpr Spelling spellings[] = {
    {"**", TokenKind::power},
    {"<=", TokenKind::less_equal},
    {">=", TokenKind::greater_equal},
    {"==", TokenKind::equal},
    {"!=", TokenKind::not_equal},
    {"+", TokenKind::plus},
    {"-", TokenKind::minus},
    {"*", TokenKind::times},
    {"/", TokenKind::over},
    {"@", TokenKind::matmul},
    {"^", TokenKind::power},
    {"<", TokenKind::less},
    {">", TokenKind::greater},
    {"(", TokenKind::left_parenthesis},
    {")", TokenKind::right_parenthesis},
    {"[", TokenKind::left_bracket},
    {"]", TokenKind::right_bracket},
    {",", TokenKind::comma},
    {"=", TokenKind::assign},
    {"|", TokenKind::bar},
    {";", TokenKind::separator},
    {"−", TokenKind::minus},
    {"×", TokenKind::times},
    {"·", TokenKind::times},
    {"∙", TokenKind::times},
    {"⋅", TokenKind::times},
    {"∗", TokenKind::times},
    {"÷", TokenKind::over},
    {"∕", TokenKind::over},
    {"≤", TokenKind::less_equal},
    {"≥", TokenKind::greater_equal},
    {"≠", TokenKind::not_equal},
    {"ᵀ", TokenKind::transpose},
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

class Lexer {
 public:
  explicit Lexer(std::string_view program) : source_(program) { list_.source = program; }

  TokenList run() {
    if (source_.starts_with("\ufeff")) advance(3);  // a byte order mark
    while (at_ < source_.size() && !list_.mistake) next();
    if (!list_.mistake) push(TokenKind::end, 0);
    return std::move(list_);
  }

 private:
  std::string_view rest() const { return source_.substr(at_); }
  char byte(std::size_t i) const { return i < source_.size() ? source_[i] : '\0'; }

  void advance(std::size_t bytes) {
    unit_ += units_of(source_.substr(at_, bytes));
    at_ += bytes;
  }

  Token& push(TokenKind kind, std::size_t bytes) {
    const std::uint32_t begin = unit_;
    const std::string_view text = source_.substr(at_, bytes);
    advance(bytes);
    return list_.tokens.emplace_back(Token{.kind = kind, .span = {begin, unit_}, .text = text});
  }

  void fail(std::size_t bytes, Error&& error) {
    error.span = push(TokenKind::mistake, bytes).span;
    list_.mistake = std::move(error);
  }

  void next();
  void number();
  void name();
  void comment();
  void newline();
  void bracket();
  void superscript();
  bool is_transpose(std::size_t at) const;
  void unexpected(const Character& character) {
    fail(character.bytes, {.code = "unexpected_character", .arguments = {{"character", shown(character, rest())}}});
  }

  std::string_view source_;
  std::size_t at_ = 0;
  std::uint32_t unit_ = 0;
  std::vector<std::uint32_t> open_;  ///< brackets that wait for their partner
  TokenList list_;
};

void Lexer::next() {
  const char c = source_[at_];
  if (c == ' ') return advance(1);
  if (c == '\n' || c == '\r') return newline();
  if (c == '#') return comment();
  if (is_digit(c) || (c == '.' && is_digit(byte(at_ + 1)))) return number();
  if (is_transpose(at_)) {
    push(TokenKind::transpose, 2);
    return;
  }
  const Character character = first_character(rest());
  if (!name_part(character, rest()).empty()) return name();
  for (const auto& [text, kind] : spellings)
    if (rest().starts_with(text)) {
      push(kind, text.size());
      return bracket();
    }
  if (is_space(character.code)) return advance(character.bytes);
  if (plain_superscript(character.code) != '\0') return superscript();
  unexpected(character);
}

/// `.T`, but not the beginning of `.Tx`
bool Lexer::is_transpose(std::size_t at) const {
  if (byte(at) != '.' || byte(at + 1) != 'T') return false;
  const std::string_view after = source_.substr(at + 2);
  return after.empty() || name_part(first_character(after), after).empty();
}

void Lexer::newline() {
  const std::size_t bytes = rest().starts_with("\r\n") ? 2 : 1;
  if (open_.empty())
    push(TokenKind::separator, bytes);
  else
    advance(bytes);
}

void Lexer::comment() {
  while (at_ < source_.size() && source_[at_] != '\n' && source_[at_] != '\r') {
    const Character character = first_character(rest());
    if (is_forbidden(character.code)) return unexpected(character);
    advance(character.bytes);
  }
}

void Lexer::number() {
  std::size_t end = at_;
  const auto digits = [&] {
    while (is_digit(byte(end))) ++end;
  };
  digits();
  if (byte(end) == '.' && !is_transpose(end)) {
    ++end;
    digits();
  }
  if (byte(end) == 'e' || byte(end) == 'E') {
    const std::size_t sign = byte(end + 1) == '+' || byte(end + 1) == '-' ? 1 : 0;
    if (is_digit(byte(end + 1 + sign))) {  // otherwise it is e itself: 2e is 2*e without its operator
      end += 1 + sign;
      digits();
    }
  }
  if ((byte(end) == '.' && !is_transpose(end)) || byte(end) == '_') {
    while (byte(end) == '.' || byte(end) == '_' || is_digit(byte(end))) ++end;
    const std::string text = shortened(source_.substr(at_, end - at_));
    return fail(end - at_, {.code = "malformed_number", .arguments = {{"text", text}}});
  }
  const std::string_view text = source_.substr(at_, end - at_);
  const double value = read_number(text).value_or(0);
  if (std::isinf(value))
    return fail(text.size(), {.code = "number_out_of_range", .arguments = {{"text", shortened(text)}}});
  push(TokenKind::number, text.size()).value = value;
}

void Lexer::name() {
  std::string canonical;
  std::size_t end = at_;
  while (end < source_.size()) {
    const std::string_view bytes = source_.substr(end);
    const Character character = first_character(bytes);
    const std::string_view part = name_part(character, bytes);
    if (part.empty()) break;
    canonical += part;
    end += character.bytes;
  }
  if (is_digit(canonical[0])) return unexpected(first_character(rest()));  // a lone subscript
  if (canonical.size() > limits::name_length)
    return fail(end - at_, {.code = "name_too_long", .arguments = {{"limit", std::to_string(limits::name_length)}}});
  push(TokenKind::name, end - at_).name = list_.names.add(canonical);
}

/// Finds the partner of the bracket that was just read. A closing one that fits nothing keeps none.
void Lexer::bracket() {
  const auto here = static_cast<std::uint32_t>(list_.tokens.size() - 1);
  const TokenKind kind = list_.tokens[here].kind;
  if (kind == TokenKind::left_parenthesis || kind == TokenKind::left_bracket) open_.push_back(here);
  if (kind != TokenKind::right_parenthesis && kind != TokenKind::right_bracket) return;
  const TokenKind wanted = kind == TokenKind::right_parenthesis ? TokenKind::left_parenthesis : TokenKind::left_bracket;
  if (open_.empty() || list_.tokens[open_.back()].kind != wanted) return;
  list_.tokens[here].partner = open_.back();
  list_.tokens[open_.back()].partner = here;
  open_.pop_back();
}

void Lexer::superscript() {
  std::string power;
  std::size_t end = at_;
  while (end < source_.size()) {
    const Character character = first_character(source_.substr(end));
    const char plain = plain_superscript(character.code);
    if (plain == '\0') break;
    power += plain;
    end += character.bytes;
  }
  Error error{.code = "superscript"};
  const Token* const before = list_.tokens.empty() ? nullptr : &list_.tokens.back();
  const bool named = before != nullptr && (before->kind == TokenKind::name || before->kind == TokenKind::number);
  const bool closed =
      before != nullptr && (before->kind == TokenKind::right_parenthesis || before->kind == TokenKind::right_bracket ||
                            before->kind == TokenKind::transpose);
  // sin²(x) is not sin^2(x)
  if ((named || closed) && byte(end) != '(') {
    const std::string text = (named ? std::string(before->text) : "") + "^" + power;
    const std::uint32_t begin = named ? before->span.begin : unit_;
    error.arguments = {{"suggestion", text}};
    error.fix = Fix{.span = {begin, unit_ + units_of(source_.substr(at_, end - at_))}, .text = text};
  }
  fail(end - at_, std::move(error));
}

}  // namespace

bool Token::is_whole() const { return kind == TokenKind::number && value == std::floor(value) && value <= 1e9; }

NameId Names::add(const std::string& name) {
  const auto [entry, is_new] = ids_.try_emplace(name, static_cast<NameId>(texts_.size()));
  if (is_new) texts_.push_back(entry->first);
  return entry->second;
}

std::optional<NameId> Names::find(std::string_view name) const {
  const auto entry = ids_.find(name);
  return entry == ids_.end() ? std::nullopt : std::optional(entry->second);
}

std::string_view TokenList::text(Span span) const {
  const auto begin =
      std::ranges::lower_bound(tokens, span.begin, {}, [](const Token& token) { return token.span.begin; });
  const auto end = std::ranges::lower_bound(tokens, span.end, {}, [](const Token& token) { return token.span.end; });
  if (begin == tokens.end() || end == tokens.end() || begin->span.begin != span.begin) return {};
  const char* const first = begin->text.data();
  return {first, static_cast<std::size_t>(end->text.data() + end->text.size() - first)};
}

TokenList lex(std::string_view program) { return Lexer(program).run(); }

std::optional<std::string> canonical_name(std::string_view text) {
  if (text.size() > 4 * limits::name_length) return std::nullopt;
  const TokenList list = lex(text);
  const bool is_name = list.tokens.size() == 2 && list[0].kind == TokenKind::name && list[0].text.size() == text.size();
  return is_name ? std::optional(std::string(list.names[list[0].name])) : std::nullopt;
}

}  // namespace gradcircuit
