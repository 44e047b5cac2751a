#pragma once

#include <optional>

#include "engine/base/matrix.hpp"
#include "engine/text/lexer.hpp"

namespace gradcircuit {

/// A signed number or a matrix of them, to the end of its statement.
struct Literal {
  Matrix value;
  Span span;
  std::size_t end;  ///< the token after it
};

/// The literal that the rest of a statement is; nothing when it is anything else, which then is an expression or a mistake.
std::optional<Literal> read_literal(const TokenList& tokens, std::size_t first);

}  // namespace gradcircuit
