#include "engine/text/literal.hpp"

namespace gradcircuit {
namespace {

class LiteralReader {
 public:
  LiteralReader(const TokenList& tokens, std::size_t first) : tokens_(tokens), at_(first) {}

  std::optional<Literal> run() {
    const std::size_t first = at_;
    Shape shape;
    if (next() != TokenKind::left_bracket) {
      if (!number()) return std::nullopt;
    } else if (tokens_[at_ + 1].kind == TokenKind::left_bracket) {
      if (!rows(shape)) return std::nullopt;
    } else if (!entries(shape.rows)) {
      return std::nullopt;
    }
    if (next() != TokenKind::separator && next() != TokenKind::end) return std::nullopt;
    return Literal{.value = Matrix(shape, std::move(numbers_)),
                   .span = cover(tokens_[first].span, tokens_[at_ - 1].span),
                   .end = at_};
  }

 private:
  TokenKind next() const { return tokens_[at_].kind; }
  bool take(TokenKind kind) {
    if (next() != kind) return false;
    ++at_;
    return true;
  }

  bool number() {
    const bool negative = take(TokenKind::minus);
    if (!negative) take(TokenKind::plus);
    if (next() != TokenKind::number) return false;
    const double value = tokens_[at_++].value;
    numbers_.push_back(negative ? -value : value);
    return true;
  }

  /// `[a, b, …]`
  bool entries(std::uint32_t& count) {
    count = 0;
    if (!take(TokenKind::left_bracket)) return false;
    do {
      if (!number()) return false;
      ++count;
    } while (take(TokenKind::comma));
    return take(TokenKind::right_bracket);
  }

  bool rows(Shape& shape) {
    ++at_;
    shape = {.rows = 0, .columns = 0};
    do {
      std::uint32_t count = 0;
      if (!entries(count) || (shape.rows > 0 && count != shape.columns)) return false;
      shape.columns = count;
      ++shape.rows;
    } while (take(TokenKind::comma));
    return take(TokenKind::right_bracket);
  }

  const TokenList& tokens_;
  std::size_t at_;
  std::vector<double> numbers_ = {};
};

}  // namespace

std::optional<Literal> read_literal(const TokenList& tokens, std::size_t first) {
  return LiteralReader(tokens, first).run();
}

}  // namespace gradcircuit
