#pragma once

#include <cstdint>
#include <vector>

#include "engine/ops/all_ops.hpp"
#include "engine/text/lexer.hpp"

namespace gradcircuit {

/// One step of an expression. Operands come before what uses them, so an expression is a list of these, run on a stack: reading
/// it takes no tree, running or freeing it no recursion, and its nodes are numbered as it is written.
struct Instruction {
  enum class Kind : std::uint8_t {
    constant,   ///< pushes `value`
    variable,   ///< pushes the variable named `target`
    parameter,  ///< pushes argument `target` of the call
    op,         ///< replaces `arity` operands by op `target` of them
    call,       ///< replaces `arity` operands by own function `target` of them
    entry,      ///< replaces a row or column by its entry `attributes.row`
  };
  Kind kind;
  std::uint32_t target = 0;
  std::uint32_t arity = 0;
  Span span = {};
  Span symbol = {};  ///< of the operator or index alone
  double value = 0;
  Attributes attributes = {};
  /// `^T` with a T that the program does not define: meant as a transpose when the base is a matrix.
  bool maybe_transpose = false;
};

/// An expression that was read.
struct Expression {
  std::vector<Instruction> code;
  Span span;        ///< parentheses included
  std::size_t end;  ///< the token after it
};

}  // namespace gradcircuit
