#include <catch_amalgamated.hpp>
#include <set>

#include "tests/engine/text/programs.hpp"

using namespace gradcircuit;

namespace {

/// A program and all that is said about it: code, span, message, related places, fix.
struct Mistake {
  std::string program;
  std::string line;
};

// clang-format off
const Mistake mistakes[] = {
    // Characters and numbers
    {"x $ y",
     "unexpected_character 2-3: '$' cannot be read here"},
    {"\"x\"",
     "unexpected_character 0-1: '\"' cannot be read here"},
    {"x'",
     "unexpected_character 1-2: ''' cannot be read here"},
    {"x.t",
     "unexpected_character 1-2: '.' cannot be read here"},
    {".",
     "unexpected_character 0-1: '.' cannot be read here"},
    {"{x}",
     "unexpected_character 0-1: '{' cannot be read here"},
    {"x!",
     "unexpected_character 1-2: '!' cannot be read here"},
    {"1 ½ 2",
     "unexpected_character 2-3: '½' cannot be read here"},
    {"x\u200by",
     "unexpected_character 1-2: 'U+200B' cannot be read here"},
    {"x\u202ey",
     "unexpected_character 1-2: 'U+202E' cannot be read here"},
    {"x\ufffdy",
     "unexpected_character 1-2: 'U+FFFD' cannot be read here"},
    {"𝑥 + 1",
     "unexpected_character 0-2: '𝑥' cannot be read here"},
    {"1 + 𝑥",
     "unexpected_character 4-6: '𝑥' cannot be read here"},
    {"é",
     "unexpected_character 0-1: 'é' cannot be read here"},
    {"# \u202e hidden\nx",
     "unexpected_character 2-3: 'U+202E' cannot be read here"},
    {"1e400",
     "number_out_of_range 0-5: 1e400 does not fit a number; the largest is about 1.8e308"},
    {"f = -1e400",
     "number_out_of_range 5-10: 1e400 does not fit a number; the largest is about 1.8e308"},
    {"[1, 9e999]",
     "number_out_of_range 4-9: 9e999 does not fit a number; the largest is about 1.8e308"},
    {"1.2.3",
     "malformed_number 0-5: '1.2.3' is not a number"},
    {"1..2",
     "malformed_number 0-4: '1..2' is not a number"},
    {"1_000",
     "malformed_number 0-5: '1_000' is not a number"},
    {"0,5",
     "decimal_comma 0-3: a number has a decimal point, not a comma; write 0.5 | fix 0-3 '0.5'"},
    {"x = 3,25",
     "decimal_comma 4-8: a number has a decimal point, not a comma; write 3.25 | fix 4-8 '3.25'"},
    {"(0,5)",
     "decimal_comma 1-4: a number has a decimal point, not a comma; write 0.5 | fix 1-4 '0.5'"},
    {"2*(1,5 + x)",
     "decimal_comma 3-6: a number has a decimal point, not a comma; write 1.5 | fix 3-6 '1.5'"},
    {"sin(2)*1,5",
     "decimal_comma 7-10: a number has a decimal point, not a comma; write 1.5 | fix 7-10 '1.5'"},
    {"1, 5",
     "unexpected_token 1-2: expected an operator, found ','"},
    {"1,2,3",
     "unexpected_token 1-2: expected an operator, found ','"},
    {"x,y",
     "unexpected_token 1-2: expected an operator, found ','"},
    {"x²",
     "superscript 1-2: powers are written with ^; write x^2 | fix 0-2 'x^2'"},
    {"x = 3; y = x³ + 1",
     "superscript 12-13: powers are written with ^; write x^3 | fix 11-13 'x^3'"},
    {"2¹⁰",
     "superscript 1-3: powers are written with ^; write 2^10 | fix 0-3 '2^10'"},
    {"(x + 1)²",
     "superscript 7-8: powers are written with ^; write ^2 | fix 7-8 '^2'"},
    {"w = [1, 2]; y = w[0]² + 1",
     "superscript 20-21: powers are written with ^; write ^2 | fix 20-21 '^2'"},
    {"(x)²³",
     "superscript 3-5: powers are written with ^; write ^23 | fix 3-5 '^23'"},
    {"x⁻¹",
     "superscript 1-3: powers are written with ^; write x^-1 | fix 0-3 'x^-1'"},
    {"xⁿ",
     "superscript 1-2: powers are written with ^; write x^n | fix 0-2 'x^n'"},
    {"sin²(x)",
     "superscript 3-4: powers are written with ^"},
    {"² + x",
     "superscript 0-1: powers are written with ^"},
    {"|x|",
     "absolute_bars 0-3: the absolute value is written abs(…); write abs(x) | fix 0-3 'abs(x)'"},
    {"2|x|",
     "absolute_bars 1-4: the absolute value is written abs(…); write *abs(x) | fix 1-4 '*abs(x)'"},
    {"|x + y| - 1",
     "absolute_bars 0-7: the absolute value is written abs(…); write abs(x + y) | fix 0-7 'abs(x + y)'"},
    {"1 + |x - |y||",
     "absolute_bars 4-5: the absolute value is written abs(…)"},
    {"|x",
     "absolute_bars 0-1: the absolute value is written abs(…)"},
    {"||",
     "absolute_bars 0-1: the absolute value is written abs(…)"},
    // Structure
    {"",
     "empty_program 0-0: nothing to compute yet; type a function such as (x + y) * z"},
    {"# only a comment\n;;\n",
     "empty_program 0-0: nothing to compute yet; type a function such as (x + y) * z"},
    {"f(x) = x",
     "empty_program 0-0: nothing to compute yet; type a function such as (x + y) * z"},
    {"x +",
     "unexpected_end 3-3: expected a value, but the line ends here"},
    {"x +\ny",
     "unexpected_end 3-3: expected a value, but the line ends here"},
    {"x + ; y",
     "unexpected_token 4-5: expected a value, found ';'"},
    {"f =",
     "unexpected_end 3-3: expected a value, but the line ends here"},
    {"f = # nothing",
     "unexpected_end 3-3: expected a value, but the line ends here"},
    {"* x",
     "unexpected_token 0-1: expected a value, found '*'"},
    {"x + * y",
     "unexpected_token 4-5: expected a value, found '*'"},
    {"(x + )",
     "unexpected_token 5-6: expected a value, found ')'"},
    {"max(x, )",
     "unexpected_token 7-8: expected a value, found ')'"},
    {"max()",
     "unexpected_token 4-5: expected a value, found ')'"},
    {"(",
     "unclosed_bracket 0-1: '(' is never closed"},
    {"(x + y",
     "unclosed_bracket 0-1: '(' is never closed"},
    {"f = (x + y\ng = f*z",
     "unclosed_bracket 4-5: '(' is never closed"},
    {"[1, 2",
     "unclosed_bracket 0-1: '[' is never closed"},
    {"w[0",
     "unclosed_bracket 1-2: '[' is never closed"},
    {"sin(x",
     "unclosed_bracket 3-4: '(' is never closed"},
    {"2*(x + [1, 2)",
     "unclosed_bracket 7-8: '[' is never closed"},
    {"x)",
     "unmatched_bracket 1-2: ')' closes nothing | fix 1-2 ''"},
    {"(x + y)) * z",
     "unmatched_bracket 7-8: ')' closes nothing | fix 7-8 ''"},
    {"(x])",
     "unmatched_bracket 2-3: ']' closes nothing | fix 2-3 ''"},
    {"x]",
     "unmatched_bracket 1-2: ']' closes nothing | fix 1-2 ''"},
    {"5x+3",
     "missing_operator 1-2: an operator is missing; write 5*x + 3 | fix 0-4 '5*x + 3'"},
    {"5x + 3",
     "missing_operator 1-2: an operator is missing; write 5*x + 3 | fix 0-6 '5*x + 3'"},
    {"5x-sin(x)+(3+y)",
     "missing_operator 1-2: an operator is missing; write 5*x - sin(x) + (3+y) | fix 0-15 '5*x - sin(x) + (3+y)'"},
    {"5x+3 # slope",
     "missing_operator 1-2: an operator is missing; write 5*x + 3 | fix 0-4 '5*x + 3'"},
    {"2πr",
     "missing_operator 1-3: an operator is missing; write 2*πr | fix 0-3 '2*πr'"},
    {"2(x + 1)",
     "missing_operator 1-2: an operator is missing; write 2*(x + 1) | fix 0-8 '2*(x + 1)'"},
    {"(x + 1)(x - 1)",
     "missing_operator 7-8: an operator is missing; write (x + 1)*(x - 1) | fix 0-14 '(x + 1)*(x - 1)'"},
    {"(x+1)2",
     "missing_operator 5-6: an operator is missing; write (x+1)*2 | fix 0-6 '(x+1)*2'"},
    {"x y",
     "missing_operator 2-3: an operator is missing; write x*y | fix 0-3 'x*y'"},
    {"(x) y",
     "missing_operator 4-5: an operator is missing; write (x)*y | fix 0-5 '(x)*y'"},
    {"2 sin(x)",
     "missing_operator 2-5: an operator is missing; write 2*sin(x) | fix 0-8 '2*sin(x)'"},
    {"sin(x)cos(x)",
     "missing_operator 6-9: an operator is missing; write sin(x)*cos(x) | fix 0-12 'sin(x)*cos(x)'"},
    {"x^2y",
     "missing_operator 3-4: an operator is missing; write 2*y | fix 2-4 '2*y'"},
    {"2e",
     "missing_operator 1-2: an operator is missing; write 2*e | fix 0-2 '2*e'"},
    {"0x10",
     "missing_operator 1-4: an operator is missing; write 0*x10 | fix 0-4 '0*x10'"},
    {"-2x",
     "missing_operator 2-3: an operator is missing; write 2*x | fix 1-3 '2*x'"},
    {"w.T x",
     "missing_operator 4-5: an operator is missing; write w.T*x | fix 0-5 'w.T*x'"},
    {"(x\ny)",
     "missing_operator 3-4: an operator is missing; write x*y | fix 1-4 'x*y'"},
    {"x = 2 y = 3",
     "unexpected_token 6-7: expected the end of the line, found 'y' | fix 5-6 '; '"},
    {"x = [1, 2] y = 3",
     "unexpected_token 11-12: expected the end of the line, found 'y' | fix 10-11 '; '"},
    {"sin x",
     "missing_parentheses 0-3: 'sin' is a function and needs parentheses; write sin(x) | fix 0-5 'sin(x)'"},
    {"sin 2",
     "missing_parentheses 0-3: 'sin' is a function and needs parentheses; write sin(2) | fix 0-5 'sin(2)'"},
    {"sin cos(x)",
     "missing_parentheses 0-3: 'sin' is a function and needs parentheses; write sin(cos(x)) | fix 0-10 'sin(cos(x))'"},
    {"tanh x + 1",
     "missing_parentheses 0-4: 'tanh' is a function and needs parentheses; write tanh(x) | fix 0-6 'tanh(x)'"},
    {"sin",
     "function_without_call 0-3: 'sin' is a function; write sin(x)"},
    {"2*sigmoid + 1",
     "function_without_call 2-9: 'sigmoid' is a function; write sigmoid(x)"},
    {"max",
     "function_without_call 0-3: 'max' is a function; write max(a, b, …)"},
    {"s(r) = r; s + 1",
     "function_without_call 10-11: 's' is a function; write s(r)"},
    {"s(a, b) = a; s",
     "function_without_call 13-14: 's' is a function; write s(a, b)"},
    {"x > 0",
     "comparison_outside_if 2-3: a comparison belongs inside if(condition, a, b)"},
    {"x == 1",
     "comparison_outside_if 2-4: a comparison belongs inside if(condition, a, b)"},
    {"f(x) = x < 1",
     "comparison_outside_if 9-10: a comparison belongs inside if(condition, a, b)"},
    {"if(x, a > b, 1)",
     "comparison_outside_if 8-9: a comparison belongs inside if(condition, a, b)"},
    {"if(0 < x < 1, 1, 2)",
     "chained_comparison 9-10: only two values can be compared at a time"},
    {"if(x = 0, 1, 2)",
     "unexpected_token 5-6: expected '==', found '=' | fix 5-6 '=='"},
    {"x = y = 3",
     "unexpected_token 6-7: expected an operator, found '='"},
    {"5 = x",
     "number_assigned 0-1: a name belongs on the left of ="},
    {"x + 1 = y",
     "number_assigned 0-5: a name belongs on the left of ="},
    {"w[0] = 2",
     "number_assigned 0-4: a name belongs on the left of ="},
    {"[]",
     "empty_matrix 0-2: a matrix needs at least one entry"},
    {"[[]]",
     "empty_matrix 1-3: a matrix needs at least one entry"},
    {"[[1], []]",
     "empty_matrix 6-8: a matrix needs at least one entry"},
    {"ones(0, 2)",
     "empty_matrix 0-10: a matrix needs at least one entry"},
    {"[[1, 2], [3]]",
     "ragged_rows 9-12: rows must be equally long: the first has 2, this one 1 | see 1-7"},
    {"W = [[1, 2, 3], [4, 5], [6]]",
     "ragged_rows 16-22: rows must be equally long: the first has 3, this one 2 | see 5-14"},
    {"[[1, 2], 3]",
     "unexpected_token 9-10: expected '[', found '3'"},
    {"[1 2]",
     "unexpected_token 3-4: expected ',' or ']', found '2' | fix 1-4 '1, 2'"},
    {"[[1, 2] [3, 4]]",
     "unexpected_token 8-9: expected ',' or ']', found '[' | fix 1-14 '[1, 2], [3, 4]'"},
    {"[x 2*y]",
     "unexpected_token 3-4: expected ',' or ']', found '2' | fix 1-4 'x, 2'"},
    {"[1; 2]",
     "unexpected_token 2-3: expected ',' or ']', found ';'"},
    {"w[i]",
     "index_not_literal 2-3: an index is a whole number, counted from 0"},
    {"w[-1]",
     "index_not_literal 2-4: an index is a whole number, counted from 0"},
    {"w[1.5]",
     "index_not_literal 2-5: an index is a whole number, counted from 0"},
    {"w[]",
     "index_not_literal 1-3: an index is a whole number, counted from 0"},
    {"w[i + 1, 0]",
     "index_not_literal 2-10: an index is a whole number, counted from 0"},
    {"w[0, 1, 2]",
     "unexpected_token 6-7: expected ']', found ','"},
    {"ones(n, 2)",
     "not_a_literal 5-6: 'ones' takes whole numbers written out here"},
    {"unit(2, 2, -1, 0)",
     "not_a_literal 11-12: 'unit' takes whole numbers written out here"},
    {"ones(2 + 1, 2)",
     "unexpected_token 7-8: expected ',' or ')', found '+'"},
    {"ones(2)",
     "wrong_arity 0-7: 'ones' takes 2, not 1; it is written ones(rows, columns)"},
    // Names and functions
    {"sofplus(x)",
     "unknown_function 0-7: unknown function 'sofplus'; did you mean 'softplus'? | fix 0-7 'softplus'"},
    {"sigmiod(x)",
     "unknown_function 0-7: unknown function 'sigmiod'; did you mean 'sigmoid'? | fix 0-7 'sigmoid'"},
    {"foo(x)",
     "unknown_function 0-3: unknown function 'foo'"},
    {"sinus(x)",
     "unknown_function 0-5: unknown function 'sinus'"},
    {"pow(x, 2)",
     "unknown_function 0-3: unknown function 'pow'; did you mean 'a^b'?"},
    {"matmul(a, b)",
     "unknown_function 0-6: unknown function 'matmul'; did you mean 'a @ b'?"},
    {"x(y+1)",
     "call_of_variable 0-1: 'x' is a value, not a function; to multiply, write x*(y+1) | fix 0-6 'x*(y+1)'"},
    {"x(2)",
     "call_of_variable 0-1: 'x' is a value, not a function; to multiply, write x*(2) | fix 0-4 'x*(2)'"},
    {"rate = 2; rate(x + 1)",
     "call_of_variable 10-14: 'rate' is a value, not a function; to multiply, write rate*(x + 1) | fix 10-21 'rate*(x + 1)'"},
    {"rate*2 + rate(x)",
     "call_of_variable 9-13: 'rate' is a value, not a function; to multiply, write rate*(x) | fix 9-16 'rate*(x)'"},
    {"pi(2)",
     "call_of_variable 0-2: 'pi' is a value, not a function; to multiply, write pi*(2) | fix 0-5 'pi*(2)'"},
    {"f(a) = a(2); f(1)",
     "call_of_variable 7-8: 'a' is a value, not a function; to multiply, write a*(2) | fix 7-11 'a*(2)'"},
    {"tanh(x, y)",
     "wrong_arity 0-10: 'tanh' takes 1, not 2; it is written tanh(x)"},
    {"max(1, 2) + if(1, 2)",
     "wrong_arity 12-20: 'if' takes 3, not 2; it is written if(c, a, b)"},
    {"f(a, b) = a*b; f(1)",
     "wrong_arity 15-19: 'f' takes 2, not 1; it is written f(a, b)"},
    {"f(a) = a; f(1, 2, 3)",
     "wrong_arity 10-20: 'f' takes 1, not 3; it is written f(a)"},
    {"x = 2; x = 3",
     "assigned_twice 7-8: 'x' already has a value; give the new value a name of its own | see 0-1"},
    {"x = 2; y = x; x = y",
     "assigned_twice 14-15: 'x' already has a value; give the new value a name of its own | see 0-1"},
    {"f = x; f = y",
     "assigned_twice 7-8: 'f' already has a value; give the new value a name of its own | see 0-1"},
    {"x = x + 1",
     "self_reference 4-5: 'x' is used before it has a value; give the new value a name of its own"},
    {"θ = 2*θ",
     "self_reference 6-7: 'θ' is used before it has a value; give the new value a name of its own"},
    {"y = x + 1; x = 2",
     "used_before_assignment 4-5: 'x' is used here but gets its value only later; move its line up | see 11-12"},
    {"f(r) = k*r; k = 2; f(x)",
     "used_before_assignment 7-8: 'k' is used here but gets its value only later; move its line up | see 12-13"},
    {"y = f(x); f(r) = r",
     "used_before_assignment 4-5: 'f' is used here but gets its value only later; move its line up | see 10-11"},
    {"f(r) = g(r); g(r) = r; f(x)",
     "used_before_assignment 7-8: 'g' is used here but gets its value only later; move its line up | see 13-14"},
    {"tanh(x); tanh(r) = r",
     "used_before_assignment 0-4: 'tanh' is used here but gets its value only later; move its line up | see 9-13"},
    {"e*x; e = 2",
     "used_before_assignment 0-1: 'e' is used here but gets its value only later; move its line up | see 5-6"},
    {"f(r) = r; f(r) = 2*r",
     "defined_twice 10-11: the function 'f' is already defined | see 0-1"},
    {"f(r) = f(r - 1)",
     "recursion 7-8: 'f' cannot call itself"},
    {"f(r) = 2*g(r); g(r) = f(r)",
     "used_before_assignment 9-10: 'g' is used here but gets its value only later; move its line up | see 15-16"},
    {"f(a, a) = a",
     "parameter_twice 5-6: the parameter 'a' appears twice"},
    {"f() = 2",
     "unexpected_token 2-3: expected a name, found ')'"},
    {"f(2) = 2",
     "unexpected_token 2-3: expected a name, found '2'"},
    {"f(a b) = a",
     "unexpected_token 4-5: expected ',' or ')', found 'b'"},
    {"f(a, ) = a",
     "unexpected_token 5-6: expected a name, found ')'"},
    {"f(a + b) = a",
     "unexpected_token 4-5: expected ',' or ')', found '+'"},
    // Shapes
    {"a = [1, 2]; b = [1, 2, 3]; a + b",
     "shape_mismatch 27-32: 2×1 and 3×1 do not fit together in 'a + b' | see 27-28 | see 31-32"},
    {"A = [[1, 2], [3, 4]]; b = [1, 2, 3]; A * b",
     "shape_mismatch 37-42: 2×2 and 3×1 do not fit together in 'a * b' | see 37-38 | see 41-42"},
    {"a = [1, 2]; b = [[1, 2, 3]]; a * b",
     "column_with_row 29-34: a column (2×1) and a row (1×3) do not go together in 'a * b'; for all products of their entries use a @ b | see 29-30 | see 33-34 | fix 31-32 '@'"},
    {"a = [1, 2]; b = [[1, 2, 3]]; b * a",
     "column_with_row 29-34: a column (2×1) and a row (1×3) do not go together in 'a * b'; for all products of their entries use a @ b | see 29-30 | see 33-34"},
    {"a = [1, 2]; b = [[1, 2, 3]]; a + b",
     "column_with_row 29-34: a column (2×1) and a row (1×3) do not go together in 'a + b'; for all products of their entries use a @ b | see 29-30 | see 33-34"},
    {"w = [1, 2]; x = [3, 4]; z = w @ x + 1",
     "matmul_shapes 28-33: 2×1 @ 2×1: the columns on the left must equal the rows on the right; if the left one is meant to be transposed, write w.T @ x | see 28-29 | see 32-33 | fix 28-33 'w.T @ x'"},
    {"w = [1, 2]; x = [3, 4, 5]; w @ x",
     "matmul_shapes 27-32: 2×1 @ 3×1: the columns on the left must equal the rows on the right | see 27-28 | see 31-32"},
    {"A = [[1, 2, 3]]; A @ A",
     "matmul_shapes 17-22: 1×3 @ 1×3: the columns on the left must equal the rows on the right; if the left one is meant to be transposed, write A.T @ A | see 17-18 | see 21-22 | fix 17-22 'A.T @ A'"},
    {"A = [[1, 2], [3, 4]]; A^T",
     "transpose_power 23-25: ^T is a power here; the transpose is written .T; write A.T | fix 22-25 'A.T'"},
    {"A = [[1, 2], [3, 4]]; (A + A)^T @ A",
     "transpose_power 29-31: ^T is a power here; the transpose is written .T; write .T | fix 29-31 '.T'"},
    {"f(W, v) = W @ v; f([[1, 2]], [1, 2, 3])",
     "matmul_shapes 10-15: 1×2 @ 3×1: the columns on the left must equal the rows on the right | see 10-11 | see 14-15"},
    {"w = [1, 2]; w[2]",
     "index_out_of_range 14-15: index 2 is outside a 2×1 value; the last is 1 | see 12-13"},
    {"A = [[1, 2], [3, 4]]; A[0, 2]",
     "index_out_of_range 24-28: index [0, 2] is outside a 2×2 value; the last is [1, 1] | see 22-23"},
    {"A = [[1, 2], [3, 4]]; A[0]",
     "not_a_vector 24-25: one index needs a row or a column, this is 2×2; use two: [row, column] | see 22-23"},
    {"x[0]",
     "scalar_indexed 2-3: a single number has no entries | see 0-1"},
    {"unit(2, 2, 2, 0)",
     "index_out_of_range 0-16: index [2, 0] is outside a 2×2 value; the last is [1, 1]"},
    {"w = [1, 2]; [w, 1]",
     "stack_of_matrices 13-14: an entry must be a single number, this is 2×1"},
    {"w = [1, 2]; [[1, w], [1, 2]]",
     "stack_of_matrices 17-18: an entry must be a single number, this is 2×1"},
    {"A = [[1, 2], [3, 4]]; b = [5, 6]; outer(b, A)",
     "vector_needed 34-45: outer(a, b) needs a row or a column, this is 2×2 | see 40-41 | see 43-44"},
    {"w = [1, 2]; trace(w)",
     "square_needed 12-20: trace(x) needs as many rows as columns, this is 2×1 | see 18-19"},
    {"w = [1, 2]; reshape(w, 1, 3)",
     "reshape_entries 12-28: 2×1 cannot become 1×3: that has another number of entries | see 20-21"},
    {"w = [1, 2]; rows(w, 1, 2)",
     "index_out_of_range 12-25: index 2 is outside a 2×1 value; the last is 1 | see 17-18"},
    {"w = [1, 2]; rows(w, 1, 0)",
     "empty_matrix 12-25: a matrix needs at least one entry | see 17-18"},
    {"w = [1, 2]; dot(w, w.T)",
     "shape_mismatch 12-23: 2×1 and 1×2 do not fit together in 'dot(a, b)' | see 16-17 | see 19-22"},
    {"w = [1, 2]; mse(w, 1)",
     "shape_mismatch 12-21: 2×1 and 1×1 do not fit together in 'mse(output, target)' | see 16-17 | see 19-20"},
    {"w = [1, 2]; concatenate(w, w.T)",
     "shape_mismatch 12-31: 2×1 and 1×2 do not fit together in 'concatenate(a, b, …)' | see 24-25 | see 27-30"},
    {"w = [1, 2]; reshape(w)",
     "wrong_arity 12-22: 'reshape' takes 3, not 1; it is written reshape(x, rows, columns)"},
    {"w = [1, 2]; reshape(w, n, 1)",
     "not_a_literal 23-24: 'reshape' takes whole numbers written out here"},
    {"eye(0)",
     "empty_matrix 0-6: a matrix needs at least one entry"},
    {"ones(2000, 1000)",
     "matrix_too_large 0-16: a value has at most 150000 entries, this would have 2000000"},
};
// clang-format on

/// Raised beside the text: by requests, notes and limits, each with a test of its own.
const std::set<std::string_view> raised_elsewhere = {
    "bad_request",        "unknown_output", "unknown_group",  "output_adjoint_shape",
    "not_supported",      "engine_trapped", "matrix_output",  "kink",
    "first_non_finite",   "too_many_steps", "check_left_out", "derivatives_left_out",
    "jacobian_too_large",
};
/// With requests or limits, below.
const std::set<std::string_view> in_other_tables = {
    "unknown_expand",    "at_shape",         "unused_at",     "at_computed", "elementwise_power",
    "program_too_large", "program_too_long", "name_too_long", "too_deep",    "too_many_operands",
};

}  // namespace

TEST_CASE("every mistake is said in full, at its place, with what to write instead") {
  for (const auto& [program, line] : mistakes) {
    CAPTURE(program);
    const auto graph = parse(program);
    if (graph) FAIL_CHECK("this is read without an error");
    if (!graph) CHECK(line_of(graph.error()) == line);
  }
}

TEST_CASE("a program with its fix applied is read") {
  int fixes = 0;
  for (const auto& [program, line] : mistakes) {
    const auto graph = parse(program);
    if (graph || !graph.error().fix) continue;
    ++fixes;
    const std::string fixed = with_fix(program, *graph.error().fix);
    CAPTURE(program, fixed);
    const auto again = parse(fixed);
    if (!again) FAIL_CHECK(line_of(again.error()));
  }
  CHECK(fixes > 50);
}

TEST_CASE("the fix of 5x writes what the course writes") {
  const auto graph = parse("5x + 3");
  REQUIRE_FALSE(graph);
  CHECK(graph.error().span == Span{1, 2});
  CHECK(with_fix("5x + 3", *graph.error().fix) == "5*x + 3");
}

TEST_CASE("every code of the language is in one of these tables") {
  std::set<std::string_view> covered = in_other_tables;
  covered.insert(raised_elsewhere.begin(), raised_elsewhere.end());
  for (const auto& [program, line] : mistakes) covered.insert(std::string_view(line).substr(0, line.find(' ')));
  for (const DiagnosticText& text : all_diagnostics) {
    CAPTURE(text.code);
    CHECK(covered.contains(text.code));
  }
}

TEST_CASE("the limits say which they are") {
  const auto line_for = [](const std::string& program, const ParseOptions& options = {}) {
    const auto graph = parse(program, options);
    return graph ? "" : line_of(graph.error());
  };
  CHECK(line_for(std::string(65, 'a') + " + 1") == "name_too_long 0-65: a name has at most 64 characters");
  CHECK(line_for(std::string(64, 'a') + " + 1").empty());
  CHECK(line_for("x #" + std::string(limits::program_bytes, '-')) ==
        "program_too_long 65536-65539: a program has at most 65536 bytes");
  CHECK(line_for(std::string(limits::program_bytes - 1, ' ') + "€uro") ==
        "program_too_long 65535-65539: a program has at most 65536 bytes");
  CHECK(line_for("x #" + std::string(limits::program_bytes - 3, '-')).empty());

  const auto nested = [](std::size_t depth) { return std::string(depth, '(') + "x" + std::string(depth, ')'); };
  CHECK(line_for(nested(limits::depth)).empty());
  CHECK(line_for(nested(limits::depth + 1)) == "too_deep 256-257: nested more than 256 deep");
  CHECK(line_for(std::string(limits::depth, '-') + "x").empty());
  CHECK(line_for(std::string(limits::depth + 1, '-') + "x") == "too_deep 256-257: nested more than 256 deep");

  const auto largest_of = [](std::uint32_t values) {
    std::string program = "max(x";
    while (--values > 0) program += ", x";
    return program + ")";
  };
  CHECK(line_for(largest_of(limits::elementwise_operands)).empty());
  CHECK(line_for(largest_of(limits::elementwise_operands + 1)) ==
        "too_many_operands 0-3006: 'max' takes at most 1000 values, not 1001");

  std::string calls = "f0(x) = x\n";
  for (std::uint32_t i = 1; i <= limits::depth; ++i)
    calls += "f" + std::to_string(i) + "(x) = f" + std::to_string(i - 1) + "(x)\n";
  CHECK(line_for(calls + "f255(x)").empty());
  CHECK(line_for(calls + "f256(x)") == "too_deep 18-23: nested more than 256 deep");
}

TEST_CASE("values of the request that do not fit") {
  const auto graph = parse("w = [1, 2]", {.at = {{"w", Matrix({1, 2}, {1, 2})}}});
  REQUIRE_FALSE(graph);
  CHECK(line_of(graph.error()) == "at_shape 4-10: 'w' is 2×1 in the program, but 1×2 was given");
  const auto empty = parse("w", {.at = {{"w", Matrix({0, 2}, std::vector<double>{})}}});
  REQUIRE_FALSE(empty);
  CHECK(line_of(empty.error()) == "empty_matrix 0-1: a matrix needs at least one entry");
}
