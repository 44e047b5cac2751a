#pragma once

#include <string_view>

namespace gradcircuit {

struct DiagnosticText {
  std::string_view code;
  std::string_view message;    ///< English, with {arguments} in braces
  std::string_view hint = {};  ///< shown when all its arguments are known
};

/// Every error and note there is. The page has its own wording for each code; a test fails when one is missing.
inline constexpr DiagnosticText all_diagnostics[] = {
    // Characters and numbers
    {"unexpected_character", "'{character}' cannot be read here"},
    {"number_out_of_range", "{text} does not fit a number; the largest is about 1.8e308"},
    {"malformed_number", "'{text}' is not a number"},
    {"decimal_comma", "a number has a decimal point, not a comma", "write {suggestion}"},
    {"superscript", "powers are written with ^", "write {suggestion}"},
    {"absolute_bars", "the absolute value is written abs(…)", "write {suggestion}"},
    // Structure
    {"empty_program", "nothing to compute yet", "type a function such as (x + y) * z"},
    {"unexpected_token", "expected {expected}, found {found}"},
    {"unexpected_end", "expected {expected}, but the line ends here"},
    {"unclosed_bracket", "'{bracket}' is never closed"},
    {"unmatched_bracket", "'{bracket}' closes nothing"},
    {"missing_operator", "an operator is missing", "write {suggestion}"},
    {"missing_parentheses", "'{name}' is a function and needs parentheses", "write {suggestion}"},
    {"comparison_outside_if", "a comparison belongs inside if(condition, a, b)"},
    {"chained_comparison", "only two values can be compared at a time"},
    {"empty_matrix", "a matrix needs at least one entry"},
    {"ragged_rows", "rows must be equally long: the first has {expected}, this one {found}"},
    {"index_not_literal", "an index is a whole number, counted from 0"},
    {"not_a_literal", "'{name}' takes whole numbers written out here"},
    // Names and functions
    {"unknown_function", "unknown function '{name}'", "did you mean '{suggestion}'?"},
    {"call_of_variable", "'{name}' is a value, not a function", "to multiply, write {suggestion}"},
    {"function_without_call", "'{name}' is a function", "write {suggestion}"},
    {"wrong_arity", "'{name}' takes {expected}, not {found}", "it is written {suggestion}"},
    {"too_many_operands", "'{name}' takes at most {limit} values, not {found}"},
    {"assigned_twice", "'{name}' already has a value", "give the new value a name of its own"},
    {"self_reference", "'{name}' is used before it has a value", "give the new value a name of its own"},
    {"used_before_assignment", "'{name}' is used here but gets its value only later", "move its line up"},
    {"defined_twice", "the function '{name}' is already defined"},
    {"recursion", "'{name}' cannot call itself"},
    {"parameter_twice", "the parameter '{name}' appears twice"},
    {"number_assigned", "a name belongs on the left of ="},
    // Shapes
    {"shape_mismatch", "{left} and {right} do not fit together in '{operation}'"},
    {"column_with_row", "a column ({left}) and a row ({right}) do not go together in '{operation}'",
     "for all products of their entries use a @ b"},
    {"matmul_shapes", "{left} @ {right}: the columns on the left must equal the rows on the right",
     "if the left one is meant to be transposed, write {suggestion}"},
    {"transpose_power", "^T is a power here; the transpose is written .T", "write {suggestion}"},
    {"index_out_of_range", "index {index} is outside a {shape} value; the last is {last}"},
    {"not_a_vector", "one index needs a row or a column, this is {shape}", "use two: [row, column]"},
    {"vector_needed", "{operation} needs a row or a column, this is {shape}"},
    {"square_needed", "{operation} needs as many rows as columns, this is {shape}"},
    {"reshape_entries", "{shape} cannot become {operation}: that has another number of entries"},
    {"scalar_indexed", "a single number has no entries"},
    {"stack_of_matrices", "an entry must be a single number, this is {shape}"},
    // Limits
    {"program_too_large", "this program needs more than {limit} {unit}"},
    {"program_too_long", "a program has at most {limit} bytes"},
    {"name_too_long", "a name has at most {limit} characters"},
    {"too_deep", "nested more than {limit} deep"},
    {"matrix_too_large", "a value has at most {limit} entries, this would have {found}"},
    // Requests
    {"bad_request", "the request cannot be read: {reason}"},
    {"unknown_output", "there is no stage named '{name}'", "did you mean '{suggestion}'?"},
    {"unknown_expand", "'{name}' cannot be opened"},
    {"unknown_group", "there is no group {id}"},
    {"at_shape", "'{name}' is {expected} in the program, but {found} was given"},
    {"output_adjoint_shape", "the backward pass starts with {found}, but the output is {expected}"},
    {"not_supported", "'{part}' is not available in this version"},
    {"engine_trapped", "the engine stopped and was started again"},
    // Notes
    {"unused_at", "nothing in the program is named '{name}'"},
    {"at_computed", "'{name}' is computed by the program; the value given for it is not used"},
    {"matrix_output", "the output is {shape}; the backward pass starts with ones, as if its entries were summed"},
    {"elementwise_power", "^ raises each entry; the matrix product is written @"},
    {"kink", "{operation} has a corner here; the derivative is taken as {chosen}"},
    {"first_non_finite", "the first number that is not finite appears here: {value}"},
    {"check_left_out", "too many values to check them all by differences"},
    {"derivatives_left_out", "{count} derivatives of a program this large are too many at once; ask for one"},
    {"jacobian_too_large", "a Jacobian of {shape} is too large to be worked out"},
    {"too_many_steps", "more than {limit} values: the single steps are left out"},
};

/// A code that is known at compile time to be in the table.
class DiagnosticCode {
 public:
  consteval DiagnosticCode(const char* code) : index_(find(code)) {}

  const DiagnosticText& text() const { return all_diagnostics[index_]; }
  std::string_view name() const { return text().code; }
  friend bool operator==(DiagnosticCode, DiagnosticCode) = default;

 private:
  static void code_is_not_in_the_table() {}
  static consteval std::size_t find(std::string_view code) {
    for (std::size_t i = 0; i < std::size(all_diagnostics); ++i)
      if (all_diagnostics[i].code == code) return i;
    code_is_not_in_the_table();
    return 0;
  }

  std::size_t index_;
};

}  // namespace gradcircuit
