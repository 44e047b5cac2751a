### Errors and notes of the engine, by code: what is so and what to do (.hint). An embed has the engine’s own English.

## Characters and numbers

diagnostic-unexpected_character = “{ $character }” cannot be read here.
diagnostic-number_out_of_range = { $text } does not fit a number. The largest is about 1.8e308.
diagnostic-malformed_number = “{ $text }” is not a number.
diagnostic-decimal_comma = A number has a decimal point, not a comma.
    .hint = Write { $suggestion }.
diagnostic-superscript = Powers are written with ^.
    .hint = Write { $suggestion }.
diagnostic-absolute_bars = The absolute value is written abs(…).
    .hint = Write { $suggestion }.

## Structure

diagnostic-empty_program = Nothing to compute yet.
    .hint = Type a function, such as (x + y) * z.
diagnostic-unexpected_token = Here I expected { $expected }, but found { $found }.
diagnostic-unexpected_end = The line ends here, but { $expected } is still missing.
diagnostic-unclosed_bracket = “{ $bracket }” is never closed.
diagnostic-unmatched_bracket = “{ $bracket }” closes nothing.
diagnostic-missing_operator = An operator is missing.
    .hint = Write { $suggestion }.
diagnostic-missing_parentheses = { $name } is a function and needs parentheses.
    .hint = Write { $suggestion }.
diagnostic-comparison_outside_if = A comparison belongs inside if(condition, a, b).
diagnostic-chained_comparison = Only two values can be compared at a time.
diagnostic-empty_matrix = A matrix needs at least one entry.
diagnostic-ragged_rows = Rows must be equally long: the first has { $expected }, this one { $found }.
diagnostic-index_not_literal = An index is a whole number, counted from 0.
diagnostic-not_a_literal = { $name } takes whole numbers, written out here.

## Names and functions

diagnostic-unknown_function = There is no function { $name }.
    .hint = Did you mean { $suggestion }?
diagnostic-call_of_variable = { $name } is a value, not a function.
    .hint = To multiply, write { $suggestion }.
diagnostic-function_without_call = { $name } is a function.
    .hint = Write { $suggestion }.
diagnostic-wrong_arity = { $name } takes { $expected ->
    [one] 1 value
   *[other] { $expected } values
}, not { $found }.
    .hint = It is written { $suggestion }.
diagnostic-too_many_operands = { $name } takes at most { $limit } values, not { $found }.
diagnostic-assigned_twice = { $name } already has a value.
    .hint = Give the new value a name of its own.
diagnostic-self_reference = { $name } is used before it has a value.
    .hint = Give the new value a name of its own.
diagnostic-used_before_assignment = { $name } is used here but gets its value only later.
    .hint = Move its line up.
diagnostic-defined_twice = The function { $name } is already defined.
diagnostic-recursion = { $name } cannot call itself.
diagnostic-parameter_twice = The parameter { $name } appears twice.
diagnostic-number_assigned = A name belongs on the left of =.

## Shapes

diagnostic-shape_mismatch = { $left } and { $right } do not fit together in “{ $operation }”.
diagnostic-column_with_row = A column ({ $left }) and a row ({ $right }) do not go together in “{ $operation }”.
    .hint = For all products of their entries, write a @ b.
diagnostic-matmul_shapes = { $left } @ { $right } does not fit: the columns on the left must equal the rows on the right.
    .hint = If the left one is meant to be transposed, write { $suggestion }.
diagnostic-transpose_power = ^T is a power here. The transpose is written .T.
    .hint = Write { $suggestion }.
diagnostic-index_out_of_range = Index { $index } is outside this { $shape } value. The last one is { $last }.
diagnostic-not_a_vector = One index needs a row or a column. This is { $shape }.
    .hint = Use two: [row, column].
diagnostic-vector_needed = { $operation } needs a row or a column. This is { $shape }.
diagnostic-square_needed = { $operation } needs as many rows as columns. This is { $shape }.
diagnostic-reshape_entries = { $shape } cannot become { $operation }: that has another number of entries.
diagnostic-scalar_indexed = A single number has no entries.
diagnostic-stack_of_matrices = An entry must be a single number. This is { $shape }.

## Limits

diagnostic-program_too_large = This program needs more than { $limit } { $unit }.
diagnostic-program_too_long = A program has at most { $limit } bytes.
diagnostic-name_too_long = A name has at most { $limit } characters.
diagnostic-too_deep = This is nested more than { $limit } deep.
diagnostic-matrix_too_large = A value has at most { $limit } entries. This would have { $found }.

## Requests

diagnostic-bad_request = This link or request cannot be read: { $reason }.
diagnostic-unknown_output = There is no stage named { $name }.
    .hint = Did you mean { $suggestion }?
diagnostic-unknown_expand = { $name } cannot be opened.
diagnostic-unknown_group = There is no group { $id }.
diagnostic-at_shape = { $name } is { $expected } in the program, but { $found } was given.
diagnostic-output_adjoint_shape = The backward pass starts with { $found }, but the output is { $expected }.
diagnostic-not_supported = “{ $part }” is not available in this version.
diagnostic-engine_trapped = The engine stopped and was started again. Your program is still here.

## Notes

diagnostic-unused_at = Nothing in the program is named { $name }.
diagnostic-at_computed = { $name } is computed by the program. The value given for it is not used.
diagnostic-matrix_output = The output is { $shape }. The backward pass starts with ones, as if its entries were summed.
diagnostic-elementwise_power = ^ raises each entry. The matrix product is written @.
diagnostic-kink = { $operation } has a corner here. The derivative is taken as { $chosen }.
diagnostic-first_non_finite = The first number that is not finite appears here: { $value }.
diagnostic-derivatives_left_out = { $count } derivatives of a program this large are too many at once. Ask for one.
diagnostic-too_many_steps = More than { $limit } values: the single steps are left out.
diagnostic-jacobian_too_large = A Jacobian of { $shape } is too large to be worked out.
diagnostic-check_left_out = There are too many values to check them all by differences.

## What the engine expected or found, where it says so in words

phrase-operator = an operator
phrase-value = a value
phrase-name = a name
phrase-whole-number = a whole number
phrase-quoted = “{ $text }”
phrase-either = “{ $first }” or “{ $second }”
phrase-line-end = the end of the line
phrase-values = values
phrase-connections = connections
phrase-entries = entries
phrase-equal-share = an equal share for each
phrase-infinity = +∞
phrase-minus-infinity = −∞
