#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.hpp"

namespace gradcircuit {

enum class TokenKind : std::uint8_t {
  // clang-format off
  number, name,
  plus, minus, times, over, matmul, power, transpose,
  less, less_equal, greater, greater_equal, equal, not_equal,
  left_parenthesis, right_parenthesis, left_bracket, right_bracket,
  comma, assign, bar,
  separator,  ///< a newline or `;` that ends a statement; a `;` inside brackets
  end,
  mistake,    ///< what cannot be read; nothing follows, and `TokenList::mistake` says why
  // clang-format on
};

using NameId = std::uint32_t;
inline constexpr std::uint32_t no_token = 0xffffffff;

struct Token {
  TokenKind kind;
  Span span;
  std::string_view text;             ///< as written
  double value = 0;                  ///< of a number
  NameId name = 0;                   ///< of a name
  std::uint32_t partner = no_token;  ///< of a bracket: the one that it opens or closes with

  /// Whether it can be an index or a size: a whole number, and not an absurd one.
  bool is_whole() const;
};

/// The names of a program, each once, as `[A-Za-z_][A-Za-z0-9_]*`: θ is the name theta.
class Names {
 public:
  NameId add(const std::string& name);
  std::optional<NameId> find(std::string_view name) const;
  std::string_view operator[](NameId id) const { return texts_[id]; }
  std::size_t size() const { return texts_.size(); }

 private:
  std::map<std::string, NameId, std::less<>> ids_;
  std::vector<std::string_view> texts_;
};

/// A program cut into tokens; it points into the program, which must outlive it. The last token is `end` or `mistake`.
struct TokenList {
  std::string_view source;
  std::vector<Token> tokens;
  Names names;
  std::optional<Error> mistake;

  const Token& operator[](std::size_t i) const { return tokens[i]; }
  /// What is written there; `span` begins and ends with a token.
  std::string_view text(Span span) const;
  /// Whether a bracket is open to the end of the program.
  bool is_unclosed(std::size_t bracket) const { return tokens[bracket].partner == no_token && !mistake; }
};

/// Reads any bytes. Newlines inside brackets and comments leave no token. O(length).
TokenList lex(std::string_view program);

/// A name as the language knows it: `theta` for `θ`; nothing when the text is not a name.
std::optional<std::string> canonical_name(std::string_view text);

}  // namespace gradcircuit
