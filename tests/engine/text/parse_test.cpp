#include "engine/text/parse.hpp"

#include <catch_amalgamated.hpp>
#include <numbers>

#include "tests/engine/text/programs.hpp"

using namespace gradcircuit;

TEST_CASE("operators bind as in mathematics") {
  const auto [program, value] = GENERATE(table<std::string, double>({
      {"x = 3; -x^2", -9},
      {"2^3^2", 512},
      {"2^-3", 0.125},
      {"2^-1^2", 0.5},
      {"(-3)^2", 9},
      {"2**3**2", 512},
      {"1 - 2 - 3", -4},
      {"24 / 4 / 2", 3},
      {"24 / 4 * 2", 12},
      {"2 + 3 * 4", 14},
      {"-2 * -3", 6},
      {"- -2", 2},
      {"+3 - +4", -1},
      {"x = 2; -x * 3", -6},
      {"-2^2", -4},
      {"2 * 3 ^ 2", 18},
      {"6 ÷ 2 × 3 · 2 ∙ 1 − 1", 17},
      {"w = [1, 2]; w.T @ w * 2", 10},
      {"w = [2, 3]; w[1]^2", 9},
      {"w = [2, 3]; -w[0]", -2},
      {"if(2 > 1, 10, 20)", 10},
      {"if(2 <= 1, 10, 20)", 20},
      {"if(1 + 1 == 2, 10, 20)", 10},
      {"if((1 < 2) * (2 < 1), 10, 20)", 20},
      {"if(if(1 < 2, 0, 1) != 0, 10, 20)", 20},
      {"max(1, 5, 3) - min(1, 5, 3)", 4},
      {"max(7)", 7},
      {"(1 +\n 2)\n", 3},
      {"max(1,\r\n 2)", 2},
      {"1E3 + .5 + 5.", 1005.5},
      {"ln(e) + arcsin_ - arcsin_", 1},
      {"heaviside(2)", 1},
      {"σ(0)", 0.5},
      {"2 * π", 2 * std::numbers::pi},
      {"e^1", std::numbers::e},
      {"9^9^9^9", std::numeric_limits<double>::infinity()},
      {"1e-400", 0},
      {"θ = 2; theta * θ", 4},
  }));
  CAPTURE(program);
  CHECK(number_of(program) == value);
}

TEST_CASE("values are matrices") {
  CHECK(value_of("[1, 2]") == Matrix({2, 1}, {1, 2}));
  CHECK(value_of("[[1, 2]]") == Matrix({1, 2}, {1, 2}));
  CHECK(value_of("[[1, 2], [3, 4]]") == Matrix({2, 2}, {1, 2, 3, 4}));
  CHECK(value_of("[[1, 2], [3, 4]].T") == Matrix({2, 2}, {1, 3, 2, 4}));
  CHECK(value_of("W = [[1, 2], [3, 4]]; W @ [5, 6]") == Matrix({2, 1}, {17, 39}));
  CHECK(value_of("W = [[1, 2], [3, 4]]; W * [10, 100]") == Matrix({2, 2}, {10, 20, 300, 400}));
  CHECK(value_of("x = 3; [x, x^2, 1]") == Matrix({3, 1}, {3, 9, 1}));
  CHECK(value_of("x = 3; [[x, 1], [2, x]]") == Matrix({2, 2}, {3, 1, 2, 3}));
  CHECK(value_of("[\n  [1, 2],  # first\n  [3, 4]\n]") == Matrix({2, 2}, {1, 2, 3, 4}));
  CHECK(value_of("ones(2, 3)") == Matrix({2, 3}, 1.0));
  CHECK(value_of("unit(2, 2, 1, 0)") == Matrix({2, 2}, {0, 0, 1, 0}));
  CHECK(value_of("[[1, 2][1], 5]") == Matrix({2, 1}, {2, 5}));
  CHECK(number_of("W = [[1, 2], [3, 4]]; W[1, 0]") == 3);
  CHECK(number_of("r = [[1, 2, 3]]; r[2]") == 3);
}

TEST_CASE("the program of the course") {
  const Graph graph = graph_of(
      "s(r) = 1 / (1 + exp(-r))              # a function of your own\n"
      "w = [2, -3]; b = -3; x = [-1, -2]\n"
      "z = w.T @ x + b\n"
      "f = s(z)\n");
  const Tape tape = forward(graph);
  CHECK(*tape.at(graph.output()) == 0.7310585786300049);
  REQUIRE(graph.stages().size() == 2);
  CHECK(graph.stages()[0].name == "z");
  CHECK(graph.stages()[1].name == "f");
  CHECK(graph.stages()[1].node == graph.output());
  REQUIRE(graph.groups().size() == 1);
  CHECK(graph.groups()[0].output == graph.output());
}

TEST_CASE("nodes are numbered as they are written, each with its own span") {
  CHECK(nodes_of(graph_of("x*x + x*2")) ==
        "0 input x [0-1]\n"
        "1 mul 0 0 [0-3]\n"
        "2 constant 2.00 [8-9]\n"
        "3 mul 0 2 [6-9]\n"
        "4 add 1 3 [0-9]\n");
}

TEST_CASE("parentheses belong to what is around them") {
  CHECK(nodes_of(graph_of("(x + y) * z")) ==
        "0 input x [1-2]\n"
        "1 input y [5-6]\n"
        "2 add 0 1 [1-6]\n"
        "3 input z [10-11]\n"
        "4 mul 2 3 [0-11]\n");
}

TEST_CASE("a sign and its number are one constant") {
  CHECK(nodes_of(graph_of("x^-2 - -3")) ==
        "0 input x [0-1]\n"
        "1 constant -2.0 [2-4]\n"
        "2 pow 0 1 [0-4]\n"
        "3 constant -3.0 [7-9]\n"
        "4 sub 2 3 [0-9]\n");
  CHECK(nodes_of(graph_of("-(2)")) == "0 constant 2.00 [2-3]\n1 neg 0 [0-4]\n");
  CHECK(nodes_of(graph_of("-2^x")) == "0 constant 2.00 [1-2]\n1 input x [3-4]\n2 pow 0 1 [1-4]\n3 neg 2 [0-4]\n");
}

TEST_CASE("a literal makes an input, anything computed a stage") {
  const Graph graph =
      graph_of("a = -2; b = − 3; c = +4; d = [1, -2]; m = [[1, 2]]; g = 1/2; h = (2); k = [a, 1]; n = --1");
  std::string inputs;
  for (const Input& input : graph.inputs()) inputs += input.name + " " + to_string(input.literal) + ", ";
  CHECK(inputs == "a 4-6, b 12-15, c 21-23, d 29-36, m 42-50, ");
  CHECK(graph.inputs()[1].value == Matrix(-3.0));
  CHECK(graph.inputs()[3].value == Matrix({2, 1}, {1, -2}));
  CHECK(graph.inputs()[4].value == Matrix({1, 2}, {1, 2}));
  std::string stages;
  for (const Stage& stage : graph.stages()) stages += stage.name + " " + to_string(stage.span) + ", ";
  CHECK(stages == "g 52-59, h 61-68, k 70-80, n 82-89, ");
}

TEST_CASE("a name without definition is an input where it is first used") {
  const Graph graph = graph_of("f = a*b + a", {.at = {{"b", Matrix({2, 1}, {5, 6})}}});
  REQUIRE(graph.inputs().size() == 2);
  const Input& a = graph.inputs()[0];
  CHECK(a.name == "a");
  CHECK(a.value == Matrix(1.0));
  CHECK(a.source == Input::Source::unspecified);
  CHECK(graph[a.node].span == Span{4, 5});
  const Input& b = graph.inputs()[1];
  CHECK(b.value == Matrix({2, 1}, {5, 6}));
  CHECK(b.source == Input::Source::at);
}

TEST_CASE("the request wins over a literal") {
  const Graph graph = graph_of("x = 2; w = [1, 2]; x*w", {.at = {{"w", Matrix({2, 1}, {7, 8})}, {"x", 3.0}}});
  CHECK(graph.inputs()[0].value == Matrix(3.0));
  CHECK(graph.inputs()[0].source == Input::Source::at);
  CHECK(graph.inputs()[1].value == Matrix({2, 1}, {7, 8}));
  CHECK(graph.notes().empty());
}

TEST_CASE("a stage owns its node") {
  CHECK(nodes_of(graph_of("x = 2; a = x; b = a; c = (b)")) ==
        "0 input x [0-1]\n"
        "1 identity 0 [11-12]\n"
        "2 identity 1 [18-19]\n"
        "3 identity 2 [26-27]\n");
  const Graph graph = graph_of("a = q");
  CHECK(graph.output() == 1);
  CHECK(graph.scope_of(1).stage == 0);
  CHECK(graph.scope_of(0).stage == none);
}

TEST_CASE("the last value is the output") {
  const auto [program, output] = GENERATE(table<std::string, NodeId>({
      {"x = 2", 0},
      {"x = 2; y = 3; x", 0},
      {"a = x*y; b = a + 1", 4},
      {"a = x*y; b = a + 1; a", 2},
      {"a = x*y; x", 0},
      {"x*y; x + y;;\n# done\n", 3},
  }));
  CAPTURE(program);
  CHECK(graph_of(program).output() == output);
}

TEST_CASE("a statement without a name is a stage with an empty one, a bare name is none") {
  const Graph graph = graph_of("x*y; y; x + y");
  REQUIRE(graph.stages().size() == 2);
  CHECK(graph.stages()[0].name.empty());
  CHECK(graph.stages()[0].node == 2);
  CHECK(graph.stages()[1].node == 3);
  CHECK(graph.scope_of(2).stage == 0);
  CHECK(graph.scope_of(3).stage == 1);
}

TEST_CASE("variables, functions and constants do not get in each other's way") {
  CHECK(number_of("sum = 2; neg = 3; sum(neg) + sum*neg") == 9);
  CHECK(number_of("e = 3; e + 1") == 4);
  CHECK(number_of("e + 1", {.at = {{"e", 3.0}}}) == 4);
  CHECK(number_of("tanh = 2; tanh + tanh(0)") == 2);
  CHECK(number_of("add + neg") == 2);
  CHECK(number_of("σ + σ(0)", {.at = {{"sigma", 2.0}}}) == 2.5);
  CHECK(number_of("x", {.at = {{"x", 5.0}, {"x", 6.0}}}) == 5);
  CHECK(number_of("theta", {.at = {{"θ", 5.0}}}) == 5);
  CHECK(number_of("T = 3; x^T", {.at = {{"x", 2.0}}}) == 8);
  CHECK(value_of("T = 2; A = [[1, 2], [3, 4]]; A^T") == Matrix({2, 2}, {1, 4, 9, 16}));
}

TEST_CASE("notes of a program") {
  const auto notes = [](std::string_view program, const InputValues& at = {}) {
    const Graph graph = graph_of(program, {.at = at});
    std::string lines;
    for (const Note& note : graph.notes()) lines += line_of(note) + "\n";
    return lines;
  };
  CHECK(notes("x = 2; y = x*x", {{"q", 1.0}, {"y", 2.0}, {"x", 3.0}, {"not a name", 0.0}}) ==
        "unused_at 0-0: nothing in the program is named 'q'\n"
        "at_computed 0-0: 'y' is computed by the program; the value given for it is not used\n"
        "unused_at 0-0: nothing in the program is named 'not a name'\n");
  CHECK(notes("A = [[1, 2], [3, 4]]; B = A^2; A^3") ==
        "elementwise_power 26-29: ^ raises each entry; the matrix product is written @\n");
  CHECK(notes("w = [1, 2]; w^2") == "");
}

TEST_CASE("the node limit is the caller's") {
  CHECK(graph_of("x + x + x", {.node_limit = 3}).size() == 3);
  const auto graph = parse("x + x + x", {.node_limit = 2});
  REQUIRE_FALSE(graph);
  CHECK(line_of(graph.error()) == "program_too_large 0-9: this program needs more than 2 values");
}
