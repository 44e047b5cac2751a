#include "engine/text/lexer.hpp"

#include <catch_amalgamated.hpp>

#include "engine/text/characters.hpp"

using namespace gradcircuit;

namespace {

/// The tokens of a text with their spans, but for the last: `x 0-1`.
std::vector<std::string> tokens_of(std::string_view text) {
  std::vector<std::string> tokens;
  for (const Token& token : lex(text).tokens)
    if (token.kind != TokenKind::end)
      tokens.push_back(std::string(token.text) + " " + std::to_string(token.span.begin) + "-" +
                       std::to_string(token.span.end));
  return tokens;
}

std::vector<TokenKind> kinds_of(std::string_view text) {
  std::vector<TokenKind> kinds;
  for (const Token& token : lex(text).tokens) kinds.push_back(token.kind);
  return kinds;
}

using Strings = std::vector<std::string>;
using Kinds = std::vector<TokenKind>;

}  // namespace

TEST_CASE("spans count UTF-16 code units") {
  CHECK(tokens_of("x + y1") == Strings{"x 0-1", "+ 2-3", "y1 4-6"});
  CHECK(tokens_of("θ×π") == Strings{"θ 0-1", "× 1-2", "π 2-3"});
  CHECK(tokens_of("# 𝑥 is two units\nx") == Strings{"\n 17-18", "x 18-19"});
  CHECK(tokens_of("\ufeffx") == Strings{"x 1-2"});
  CHECK(tokens_of("\u00a0\u2009x\t") == Strings{"x 2-3"});
}

TEST_CASE("operators have all their spellings") {
  using enum TokenKind;
  CHECK(kinds_of("+ - * / @ ^ ** = | , ( ) [ ] ;") == Kinds{plus, minus, times, over, matmul, power, power, assign, bar,
                                                            comma, left_parenthesis, right_parenthesis, left_bracket,
                                                            right_bracket, separator, end});
  CHECK(kinds_of("< <= > >= == != ≤ ≥ ≠") ==
        Kinds{less, less_equal, greater, greater_equal, equal, not_equal, less_equal, greater_equal, not_equal, end});
  CHECK(kinds_of("− × · ∙ ⋅ ∗ ÷ ∕") == Kinds{minus, times, times, times, times, times, over, over, end});
  CHECK(kinds_of("x.T xᵀ") == Kinds{name, transpose, name, transpose, end});
}

TEST_CASE("numbers end where they end") {
  CHECK(tokens_of("1E3 .5 5. 2.5e-3 1e+2") == Strings{"1E3 0-3", ".5 4-6", "5. 7-9", "2.5e-3 10-16", "1e+2 17-21"});
  CHECK(tokens_of("5.T") == Strings{"5 0-1", ".T 1-3"});
  CHECK(tokens_of("2e") == Strings{"2 0-1", "e 1-2"});
  CHECK(tokens_of("2e+x") == Strings{"2 0-1", "e 1-2", "+ 2-3", "x 3-4"});
  CHECK(lex("1.25e2")[0].value == 125);
}

TEST_CASE("Greek letters and subscripts are names in ASCII") {
  const auto [written, name] = GENERATE(table<std::string, std::string>({{"θ", "theta"},
                                                                         {"Δx", "Deltax"},
                                                                         {"w_θ", "w_theta"},
                                                                         {"ς", "sigma"},
                                                                         {"ω", "omega"},
                                                                         {"Ω", "Omega"},
                                                                         {"ϕ", "phi"},
                                                                         {"ϵ", "epsilon"},
                                                                         {"µ", "mu"},
                                                                         {"x₁₀", "x10"},
                                                                         {"_", "_"},
                                                                         {"Σ", "Sigma"}}));
  CHECK(canonical_name(written) == name);
}

TEST_CASE("other texts are no names") {
  const std::string text = GENERATE(as<std::string>(), "", "1x", "x y", " x", "x ", "x+y", "é", "x-1", "₁", "#", "(",
                                    std::string(65, 'a'), std::string(1000, '('));
  CAPTURE(text);
  CHECK_FALSE(canonical_name(text).has_value());
}

TEST_CASE("statements end at newlines and semicolons, but not inside brackets") {
  CHECK(tokens_of("a\r\nb\rc\nd;e") ==
        Strings{"a 0-1", "\r\n 1-3", "b 3-4", "\r 4-5", "c 5-6", "\n 6-7", "d 7-8", "; 8-9", "e 9-10"});
  CHECK(tokens_of("(a\n[b\r\n])\nc") ==
        Strings{"( 0-1", "a 1-2", "[ 3-4", "b 4-5", "] 7-8", ") 8-9", "\n 9-10", "c 10-11"});
}

TEST_CASE("brackets know their partners") {
  const TokenList list = lex("([)](");
  CHECK(list[0].partner == no_token);
  CHECK(list[1].partner == 3);
  CHECK(list[2].partner == no_token);
  CHECK(list[3].partner == 1);
  CHECK(list.is_unclosed(0));
  CHECK(list.is_unclosed(4));
}

TEST_CASE("reading stops at the first mistake, which may lie in a comment") {
  const TokenList list = lex("x $ y $");
  REQUIRE(list.mistake);
  CHECK(list.mistake->span == Span{2, 3});
  CHECK(list.tokens.back().kind == TokenKind::mistake);
  CHECK(list.tokens.size() == 2);
  CHECK(lex("x # anything: ∞ ☺ $").tokens.size() == 2);
  CHECK(lex("x # \u202e").mistake->span == Span{4, 5});
}

TEST_CASE("what is not UTF-8 is malformed one byte at a time") {
  const auto [bytes, units] = GENERATE(table<std::string, std::uint32_t>({{"\x80", 1},
                                                                          {"\xff", 1},
                                                                          {"\xc3", 1},
                                                                          {"\xc0\xaf", 2},
                                                                          {"\xe2\x82", 2},
                                                                          {"\xed\xa0\x80", 3},
                                                                          {"\xf4\x90\x80\x80", 4},
                                                                          {"\xf8\x88\x80\x80\x80", 5}}));
  CHECK(units_of(bytes) == units);
  CHECK(first_character(bytes).code == malformed);
  const TokenList list = lex(bytes);
  REQUIRE(list.mistake);
  CHECK(list.mistake->span == Span{0, 1});
}

TEST_CASE("UTF-8 of every length is read") {
  CHECK(first_character("x").code == U'x');
  CHECK(first_character("é").code == U'é');
  CHECK(first_character("€").code == U'€');
  CHECK(first_character("𝑥").code == U'𝑥');
  CHECK(units_of("xé€𝑥") == 5);
}
