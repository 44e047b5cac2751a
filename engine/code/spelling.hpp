#pragma once

#include <string_view>

#include "engine/code/code.hpp"
#include "engine/ops/all_ops.hpp"

/// How each op is spelled in each target, as one table.
namespace gradcircuit {

/// A function's name, or a text with `$` for all operands, `$1` … for one of them and `{rows}`, `{columns}` (of the result), `{row}`,
/// `{column}`, `{end}` (the row after), `{axis}` (along which a sample lies) for numbers. `as_operator` when it is one; `defined`
/// when the code says first what it is.
std::string_view spelling(OpId op, Target target);
inline constexpr std::string_view as_operator = "as operator";
inline constexpr std::string_view defined = "";

/// What stands above the code for a function of that name; empty where the op's own definition in the language does.
std::string_view helper(std::string_view name, Target target);

/// Names that a program cannot give a value in the target, separated by spaces.
std::string_view reserved_names(Target target);

}  // namespace gradcircuit
