#include "engine/explain/grade.hpp"

#include <catch_amalgamated.hpp>

#include "tests/engine/text/programs.hpp"

using namespace gradcircuit;

namespace {

constexpr const char* neuron = "z = w*x + b; a = sigmoid(z); L = (a - t)^2";
const InputValues neuron_at = {{"w", 0.5}, {"x", 3.0}, {"b", -1.0}, {"t", 1.0}};

Exercise number_of(std::string program, Ask asked, InputValues at = {}) {
  return {.program = std::move(program), .at = std::move(at), .asked = std::move(asked)};
}
Exercise formula_of(std::string program, Ask asked, InputValues at = {}) {
  return {.program = std::move(program), .at = std::move(at), .asked = std::move(asked), .formula = true};
}
Ask value(std::string name) { return {.kind = Ask::Kind::value, .text = std::move(name)}; }
Ask gradient(std::string name) { return {.kind = Ask::Kind::gradient, .text = std::move(name)}; }
Ask partial(std::string stage, std::string by) {
  return {.kind = Ask::Kind::partial, .text = std::move(stage), .by = std::move(by)};
}
/// By ids, in the picture of the exercise.
Ask node(Ask::Kind kind, NodeId id) { return {.kind = kind, .node = id}; }
Ask edge(Ask::Kind kind, NodeId box, std::uint32_t input) { return {.kind = kind, .node = box, .input = input}; }
Ask contribution(std::string stage, std::string by) {
  return {.kind = Ask::Kind::contribution, .text = std::move(stage), .by = std::move(by)};
}
Ask expression(std::string text) { return {.kind = Ask::Kind::expression, .text = std::move(text)}; }

Grade graded(const Exercise& exercise, std::string_view answer) {
  auto grade = gradcircuit::grade(exercise, answer);
  INFO(exercise.program << " ← " << answer);
  if (!grade) FAIL(grade.error().message());
  return std::move(*grade);
}

/// `right`, `wrong, sign`, `wrong: own_factor`, or the error of what cannot be read.
std::string verdict(const Exercise& exercise, std::string_view answer) {
  const Grade grade = graded(exercise, answer);
  if (grade.error) return line_of(*grade.error);
  std::string text(verdict_names[static_cast<std::size_t>(grade.verdict)]);
  if (grade.remark) text += ", " + std::string(remark_names[static_cast<std::size_t>(*grade.remark)]);
  if (grade.misconception) text += ": " + grade.misconception->id;
  return text;
}

std::string failure(const Exercise& exercise) {
  const auto grade = gradcircuit::grade(exercise, "1");
  REQUIRE_FALSE(grade);
  return line_of(grade.error());
}

}  // namespace

TEST_CASE("a number is right within half of the last decimal that is asked for") {
  Exercise exercise = number_of(neuron, gradient("w"), neuron_at);  // -0.53234…
  exercise.decimals = 2;
  CHECK(verdict(exercise, "-0.53") == "right");
  CHECK(verdict(exercise, "-0.535") == "right");
  CHECK(verdict(exercise, "-0.54") == "wrong");
  CHECK(verdict(exercise, "-0.5") == "rounded");
  CHECK(verdict(exercise, "-0.50") == "wrong");
  CHECK(verdict(exercise, "0.53") == "wrong, sign");
}

TEST_CASE("without decimals a number is right to six digits, and short ones are called rounded") {
  const Exercise exercise = number_of(neuron, gradient("w"), neuron_at);
  CHECK(verdict(exercise, "-0.53234075") == "right");
  CHECK(verdict(exercise, "-0.5323") == "rounded");
  CHECK(verdict(exercise, "-5.3234075e-1") == "right");
}

TEST_CASE("what rounding leaves of zero is zero") {
  CHECK(verdict(number_of("f = a + b - c", value("f"), {{"a", 0.1}, {"b", 0.2}, {"c", 0.3}}), "0") == "right");
  CHECK(verdict(number_of("f = 0.1*x + 0.2*x - 0.3*x", gradient("x")), "0") == "right");
  // but a small number is not
  CHECK(verdict(number_of("f = sigmoid(x)", gradient("x"), {{"x", 40.0}}), "0") == "wrong");
}

TEST_CASE("an answer that cannot be read is not wrong: its error has a place in it") {
  const Exercise number = number_of("f = x*y", gradient("x"), {{"x", 2.0}, {"y", 3.0}});
  const Exercise formula = formula_of("f = x*y", gradient("x"));
  CHECK(verdict(number, "") == "empty_program 0-0: nothing to compute yet; type a function such as (x + y) * z");
  CHECK(verdict(number, "3 +") == "unexpected_end 3-3: expected a value, but the line ends here");
  CHECK(verdict(number, "0,5") ==
        "decimal_comma 0-3: a number has a decimal point, not a comma; write 0.5 | fix 0-3 '0.5'");
  CHECK(verdict(number, "2*y") == "unexpected_token 2-3: expected a number, found 'y'");
  CHECK(verdict(number, "dx = 3") == "unexpected_token 3-4: expected an expression without a name, found '='");
  CHECK(verdict(formula, "\nx = y") == "unexpected_token 3-4: expected an expression without a name, found '='");
  CHECK(verdict(formula, "s(r) = r") == "unexpected_token 5-6: expected an expression, found '='");
  CHECK(verdict(number, "3\n4") == "unexpected_token 2-3: expected nothing more, found '4'");
  CHECK(verdict(formula, "2*q") == "unexpected_token 2-3: expected one of x, y, f, found 'q'");
  CHECK(verdict(formula, "d_x") == "unexpected_token 0-3: expected one of x, y, f, found 'd_x'");
}

TEST_CASE("the functions that a program defines can be called in answers, and errors keep their place") {
  const Exercise exercise = formula_of("s(r) = 1/(1 + exp(-r)); k = 2; f = s(k*x)", gradient("x"));
  CHECK(verdict(exercise, "k*s(k*x)*(1 - s(k*x))") == "right");
  CHECK(verdict(exercise, "s(k*x") == "unclosed_bracket 1-2: '(' is never closed");
}

TEST_CASE("e is Euler's number in a number, but the stage of that name in a formula") {
  const Exercise exercise = number_of("e = 2*x; f = e*exp(x)", value("f"), {{"x", 1.0}});
  CHECK(verdict(exercise, "2*e") == "right");
  CHECK(verdict(formula_of("e = 2*x; f = e*exp(x)", gradient("e")), "f/e") == "right");
}

TEST_CASE("what is asked for is no answer to itself") {
  CHECK(verdict(formula_of("h = x*y; f = h^2", value("h")), "h") ==
        "unexpected_token 0-1: expected one of x, y, f, found 'h'");
  CHECK(verdict(formula_of("h = x*y; f = h^2", value("h")), "y*x") == "right");
}

TEST_CASE("another domain makes no right answer wrong, and no wrong one right") {
  CHECK(verdict(formula_of("f = x^2/2", gradient("x")), "exp(log(x))") == "right");
  CHECK(verdict(formula_of("f = log(x)", gradient("x")), "abs(1/x)") ==
        "right");  // the program is defined for x > 0 alone
  CHECK(verdict(formula_of("f = x^2/2", gradient("x")), "abs(x)") == "wrong, here_only");
  CHECK(verdict(formula_of("f = x^2/2", gradient("x")), "sqrt(-1 - x^2)") == "undecided");
  CHECK(verdict(formula_of("f = acosh(x)", gradient("x"), {{"x", 3.0}}), "1/sqrt(x^2 - 1)") == "right");
  CHECK(verdict(formula_of("f = asin(100*x - 7000)", gradient("x"), {{"x", 70.0}}), "100/sqrt(1 - (100*x - 7000)^2)") ==
        "right");
}

TEST_CASE("cancellation neither makes nor hides a difference") {
  const Exercise exercise = formula_of("f = x^2/2", gradient("x"));
  CHECK(verdict(exercise, "(x + 1e7) - 1e7") == "right");
  CHECK(verdict(exercise, "x + 1e-6") == "wrong");
  CHECK(verdict(exercise, "x*1.000001") == "wrong");
  CHECK(verdict(exercise, "x*(sin(x*x)^2 + cos(x*x)^2)") == "right");
  const Exercise zero = formula_of("f = sin(x)^2 + cos(x)^2", gradient("x"));
  CHECK(verdict(zero, "0") == "right");
  CHECK(verdict(zero, "1e-6*x") == "wrong");
  CHECK(verdict(zero, "(1e17 + sin(x)) - 1e17") == "undecided");
  // so much is lost that nothing is left to compare
  CHECK(verdict(exercise, "exp(log(x)) + (1e17 + sin(x)) - 1e17 - sin(x)*1.0001") == "undecided");
}

TEST_CASE("a formula that is right at the point of the exercise only is told so") {
  const Exercise exercise = formula_of("f = x^2", gradient("x"), {{"x", 3.0}});
  CHECK(verdict(exercise, "6") == "wrong, here_only");
  CHECK(verdict(exercise, "x + 3") == "wrong, here_only");
  CHECK(verdict(exercise, "-2*x") == "wrong, sign");
}

TEST_CASE("for matrices the shape comes first, then the entries") {
  const Exercise exercise =
      number_of("f = dot(w, x)", gradient("w"), {{"w", Matrix({3, 1}, {1.5, 2, 0})}, {"x", Matrix({3, 1}, {4, 5, 7})}});
  CHECK(verdict(exercise, "[4, 5, 7]") == "right");
  CHECK(verdict(exercise, "[[4, 5, 7]]") == "wrong, transposed: transposed");
  CHECK(verdict(exercise, "[4, 5]") == "wrong, shape");
  CHECK(verdict(exercise, "[4, 5, 8]") == "wrong, entries");
  CHECK(graded(exercise, "[4, 6, 8]").wrong_entries == std::vector<std::size_t>{1, 2});
  CHECK(verdict(exercise, "[-4, -5, -7]") == "wrong, sign");
}

TEST_CASE("matrix products depend on the order of their factors") {
  const InputValues at = {{"A", Matrix({2, 2}, {1, 2, 3, -1})}, {"B", Matrix({2, 2}, {0.5, -1, 2, 1})}};
  const Exercise exercise = formula_of("Y = A @ B", value("Y"), at);
  CHECK(verdict(exercise, "A @ B") == "right");
  CHECK(verdict(exercise, "(B.T @ A.T).T") == "right");
  CHECK(verdict(exercise, "B @ A") == "wrong, order");
  CHECK(verdict(exercise, "A * B") == "wrong");
}

TEST_CASE("the partial of a stage holds what else it reads") {
  const Exercise exercise = formula_of("g = x + y; h = g*x + g", partial("h", "g"));
  CHECK(verdict(exercise, "x + 1") == "right");
  CHECK(verdict(exercise, "h/g") == "right");
  CHECK(verdict(exercise, "y") == "unexpected_token 0-1: expected one of g, x, h, found 'y'");
  CHECK(verdict(number_of("g = x + y; h = g*x + g", partial("h", "x"), {{"x", 2.0}, {"y", 3.0}}), "5") == "right");
}

TEST_CASE("an expression may name gradients, and so may its answers") {
  const Exercise exercise = formula_of(neuron, expression("d_z * x"), neuron_at);
  CHECK(verdict(exercise, "x*dz") == "right");
  CHECK(verdict(exercise, "d_z * w") == "wrong");
  CHECK(verdict(exercise, "d_a") == "unexpected_token 0-3: expected a name of the exercise, found 'd_a'");
  Exercise chosen = exercise;
  chosen.names = {"d_a", "a", "x"};
  CHECK(verdict(chosen, "d_a * a*(1 - a) * x") == "right");
  CHECK(verdict(chosen, "d_z * x") == "unexpected_token 0-3: expected one of d_a, a, x, found 'd_z'");
}

TEST_CASE("what has no name can be asked for by its id") {
  const InputValues at = {{"x", -2.0}, {"y", 5.0}, {"z", -4.0}};
  const std::string program = "(x + y)*z";  // x 0, y 1, x + y 2, z 3
  CHECK(verdict(number_of(program, node(Ask::Kind::value, 2), at), "3") == "right");
  CHECK(verdict(number_of(program, node(Ask::Kind::gradient, 2), at), "-4") == "right");
  CHECK(verdict(number_of(program, node(Ask::Kind::gradient, 2), at), "3") == "wrong: own_factor");
  CHECK(verdict(formula_of(program, node(Ask::Kind::value, 2), at), "y + x") == "right");
  CHECK(verdict(formula_of(program, node(Ask::Kind::gradient, 2), at), "z") == "right");
  CHECK(verdict(formula_of(program, node(Ask::Kind::gradient, 2), at), "?") ==
        "unexpected_character 0-1: '?' cannot be read here");
  // an id may stand for a name too, and that is no answer to itself either
  CHECK(verdict(formula_of("h = x*y; f = h^2", node(Ask::Kind::value, 2)), "h") ==
        "unexpected_token 0-1: expected one of x, y, f, found 'h'");
}

TEST_CASE("an edge is asked for what it contributes and for its local derivative") {
  const InputValues at = {{"x", -2.0}, {"y", 5.0}, {"z", -4.0}};
  // x 0, y 1, x + y 2, z 3, the product 4, f 5: x is used twice
  const std::string program = "h = (x + y)*z; f = h*3 + x*x";
  const auto contribution_of = [&](NodeId box, std::uint32_t input) {
    return number_of(program, edge(Ask::Kind::contribution, box, input), at);
  };
  CHECK(verdict(contribution_of(4, 0), "-12") == "right");
  CHECK(verdict(contribution_of(2, 0), "-12") == "right");  // and not −16, the gradient of x
  CHECK(verdict(contribution_of(2, 0), "-16") == "wrong");
  CHECK(verdict(contribution_of(4, 0), "9") == "wrong: own_factor");
  CHECK(verdict(contribution_of(4, 0), "-4") == "wrong: forgets_incoming");
  // either edge of a square alone
  CHECK(verdict(contribution_of(7, 0), "-2") == "right");
  CHECK(verdict(contribution_of(7, 1), "-2") == "right");
  const Exercise partial_of = number_of(program, edge(Ask::Kind::partial, 4, 0), at);
  CHECK(verdict(partial_of, "-4") == "right");
  CHECK(verdict(partial_of, "3") == "wrong: own_factor");
  CHECK(verdict(formula_of(program, edge(Ask::Kind::partial, 4, 1), at), "x + y") == "right");
  CHECK(verdict(formula_of(program, edge(Ask::Kind::contribution, 4, 1), at), "3*(x + y)") == "right");
}

TEST_CASE("a closed stage and a closed group have edges too") {
  const InputValues at = {{"x", 2.0}, {"y", 3.0}};
  Exercise exercise = number_of("q = x*y; f = q*q + x", edge(Ask::Kind::contribution, 4, 0), at);
  exercise.zoom = Zoom::stages;
  CHECK(verdict(exercise, "12") == "right");  // both edges into the stage
  CHECK(verdict(exercise, "6") == "wrong");   // the first alone, or the last
  exercise.asked = contribution("f", "q");
  CHECK(verdict(exercise, "12") == "right");
  exercise.asked = contribution("q", "x");
  CHECK(verdict(exercise, "36") == "right");
  exercise.formula = true;
  exercise.names = {"x", "y", "q", "d_q"};
  CHECK(verdict(exercise, "d_q*y") == "right");
  CHECK(verdict(exercise, "d_q*x") == "wrong: own_factor");
  CHECK(verdict(exercise, "y") == "wrong: forgets_incoming");

  Exercise group = number_of("s(r) = r^2; f = 3*s(x*y)", edge(Ask::Kind::contribution, 5, 0), at);
  group.closed = {0};
  CHECK(verdict(group, "36") == "right");
}

TEST_CASE("the backward pass starts with what the exercise says") {
  Exercise exercise = number_of("f = x*y", gradient("x"), {{"x", 2.0}, {"y", 3.0}});
  exercise.output_adjoint = Matrix(10);
  CHECK(verdict(exercise, "30") == "right");
  CHECK(verdict(exercise, "20") == "wrong: own_factor");
  exercise.formula = true;
  CHECK(verdict(exercise, "10*y") == "right");
  CHECK(verdict(exercise, "y") == "wrong: forgets_incoming");
  exercise.asked = edge(Ask::Kind::partial, 2, 0);
  CHECK(verdict(exercise, "y") == "right");
  exercise.output_adjoint = Matrix({2, 1}, {1, 2});
  CHECK(failure(exercise).starts_with("output_adjoint_shape"));
}

TEST_CASE("an exercise's own mistake comes before broken rules, and before rounding") {
  Exercise exercise = number_of(neuron, gradient("w"), neuron_at);
  CHECK(verdict(exercise, "-0.08872345867463688") == "wrong: own_factor");
  exercise.mistakes = {{.id = "weight", .expression = "d_z * w", .text = "takes the weight for the input"},
                       {.id = "short", .expression = "-0.53", .text = "counts with rounded numbers"}};
  CHECK(verdict(exercise, "-0.08872345867463688") == "wrong: weight");
  CHECK(verdict(exercise, "-0.53") == "wrong: short");
}

TEST_CASE("of two mistakes that come to the same number none is named, unless they are called the same") {
  Exercise exercise = number_of("f = x*y", gradient("x"), {{"x", 1.0}, {"y", -2.0}});
  exercise.mistakes = {{.id = "own", .expression = "x", .text = "does not swap"},
                       {.id = "one", .expression = "1", .text = "takes the factor for a term"}};
  CHECK(verdict(exercise, "1") == "wrong");
  exercise.mistakes[1].text = "does not swap";
  CHECK(verdict(exercise, "1") == "wrong: own");
}

TEST_CASE("a broken rule says where it first shows") {
  const Grade grade =
      graded(number_of("g = x + y; h = g*z; f = h + x", gradient("y"), {{"x", -2.0}, {"y", 5.0}, {"z", -4.0}}), "3");
  REQUIRE(grade.misconception);
  CHECK(grade.misconception->id == "own_factor");
  CHECK(grade.misconception->general);
  CHECK(grade.misconception->name == "g");
  CHECK(grade.misconception->wrong == 3);
  CHECK(grade.misconception->right == -4);
}

TEST_CASE("an exercise that cannot be asked is the author's error") {
  CHECK(failure(number_of("f = x*", value("f"))) == "unexpected_end 6-6: expected a value, but the line ends here");
  CHECK(failure(number_of("first = x*y", gradient("fist"))) ==
        "unknown_output 0-0: there is no stage named 'fist'; did you mean 'first'?");
  CHECK(failure(number_of("k = 2*3; f = k*x", gradient("k"))) ==
        "bad_request 0-0: the request cannot be read: \"k\" is a constant and has no gradient");
  CHECK(failure(number_of("f = x*y", expression("x*q"))) ==
        "bad_request 0-0: the request cannot be read: the expression asked for cannot be read: expected a name of the "
        "exercise, found 'q'");
  Exercise exercise = number_of("f = x*y", gradient("x"));
  exercise.mistakes = {{.id = "", .expression = "x +", .text = ""}};
  CHECK(failure(exercise) ==
        "bad_request 0-0: the request cannot be read: mistakes[0].expression cannot be read: expected a value, but the "
        "line ends here");
  const auto failure_of = [](Ask asked) { return failure(number_of("f = x*2", std::move(asked))); };
  CHECK(failure_of(node(Ask::Kind::value, 9)) == "bad_request 0-0: the request cannot be read: there is no node 9");
  CHECK(failure_of(node(Ask::Kind::gradient, 1)) ==
        "bad_request 0-0: the request cannot be read: what depends on constants alone has no gradient");
  CHECK(failure_of(edge(Ask::Kind::contribution, 2, 2)) ==
        "bad_request 0-0: the request cannot be read: nothing in the picture leads from input 2 into node 2");
  CHECK(failure_of(contribution("f", "f")) ==
        "bad_request 0-0: the request cannot be read: nothing in the picture leads from \"f\" into \"f\"");
  exercise.mistakes.clear();
  exercise.names = {"w"};
  CHECK(failure(exercise) == "bad_request 0-0: the request cannot be read: nothing is named \"w\"");
}

TEST_CASE("a program that nobody differentiates by hand is graded without looking for broken rules") {
  std::string program = "y0 = x";
  for (int i = 1; i < 900; ++i) program += "; y" + std::to_string(i) + " = sin(y" + std::to_string(i - 1) + " + x)";
  const Grade grade = graded(number_of(program + "; f = x*z", gradient("x"), {{"x", 2.0}, {"z", 3.0}}), "2");
  CHECK(grade.verdict == Verdict::wrong);
  CHECK_FALSE(grade.misconception);
}
