#pragma once

#include "engine/text/instruction.hpp"
#include "engine/text/level.hpp"
#include "engine/text/symbols.hpp"

namespace gradcircuit {

/// Reads expressions. Functions return false when they fail, with the reason in `error_`: their frames stay small, since brackets,
/// signs and powers nest by recursion, at most limits::depth deep.
class ExpressionParser {
 public:
  ExpressionParser(const TokenList& tokens, const Symbols& symbols) : tokens_(tokens), symbols_(symbols) {}

  /// The expression that begins at a token, up to the first that cannot continue it. O(tokens read).
  Result<Expression> parse(std::size_t first);

 private:
  bool expression(Level least, Span& span);
  bool ends_well();
  bool apart_in_matrix() const;
  bool signed_operand(Span& span);
  bool operand(Span& span);
  bool named_value(Span& span);
  bool call(Span& span);
  bool arguments(Instruction& call);
  bool written_out(Instruction& call);
  bool parenthesised(Span& span);
  bool matrix(Span& span);
  bool rows(Instruction& stack);
  bool entries(std::uint32_t& count);
  bool entry(Span& span);

  std::optional<Instruction> callee();
  bool check_arity(const Instruction& call, const Token& name);

  const Token& token() const { return tokens_[at_]; }
  const Token& take() { return tokens_[at_++]; }
  void emit(Instruction instruction) { code_.push_back(instruction); }
  bool fail(Error&& error);
  /// Fails at the current token. When the bracket around it is never closed, that is the error: it explains the other.
  bool fail_here(Error&& error);
  /// Enters a bracket at the current token, a sign or a power; leave() when it is read.
  bool enter(Span span);
  bool open_bracket();
  bool close_bracket(std::string_view expected);
  void leave() { --depth_; }

  const TokenList& tokens_;
  const Symbols& symbols_;
  std::size_t at_ = 0;
  std::uint32_t depth_ = 0;
  std::vector<std::size_t> open_ = {};  ///< brackets around the current token
  bool in_condition_ = false;           ///< inside the first argument of `if`
  Span last_operand_ = {};
  std::vector<Instruction> code_ = {};
  std::optional<Error> error_ = {};
};

}  // namespace gradcircuit
