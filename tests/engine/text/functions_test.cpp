#include <catch_amalgamated.hpp>

#include "engine/text/symbols.hpp"
#include "tests/engine/text/programs.hpp"

using namespace gradcircuit;

namespace {

/// All groups, one a line: `s [9-13] in - out 4`.
std::string groups_of(const Graph& graph) {
  std::string text;
  for (const Group& group : graph.groups())
    text += group.name + " [" + to_string(group.span) + "] in " +
            (group.parent == none ? "-" : std::to_string(group.parent)) + " out " + std::to_string(group.output) + "\n";
  return text;
}

}  // namespace

TEST_CASE("a call is a group of the nodes of its body") {
  const Graph graph = graph_of("s(r) = 1/(1 + exp(-r))\nf = s(x) + s(2)");
  CHECK(groups_of(graph) ==
        "s [27-31] in - out 6\n"
        "s [34-38] in - out 13\n");
  CHECK(graph.scope_of(5) == Scope{.stage = 0, .group = 0});
  CHECK(graph.scope_of(7) == Scope{.stage = 0, .group = none});
  CHECK(graph.scope_of(12) == Scope{.stage = 0, .group = 1});
  // nodes of the body point into the definition, arguments to where they are written
  CHECK(graph[6].span == Span{7, 22});
  CHECK(graph[7].span == Span{36, 37});
}

TEST_CASE("calls nest") {
  const Graph graph = graph_of("f(a) = a^2\ng(a, b) = f(a) - f(b)\ng(f(x), y)");
  CHECK(groups_of(graph) ==
        "f [35-39] in - out 2\n"
        "g [33-43] in - out 8\n"
        "f [21-25] in 1 out 5\n"
        "f [28-32] in 1 out 7\n");
  CHECK(graph.in_group(5, 1));
  CHECK(graph.in_group(5, 2));
  CHECK_FALSE(graph.in_group(2, 1));
  CHECK(printed(graph, graph.output()) == "(x^2)^2 - y^2");
}

TEST_CASE("a body sees its parameters and earlier names") {
  CHECK(number_of("k = 3; f(x) = k*x; x = 2; f(5) + x") == 17);
  CHECK(number_of("k = 3; f(k) = k*2; f(5)") == 10);
  CHECK(number_of("f(e) = e*2; f(5)") == 10);
  CHECK(number_of("f(x) = x + q; f(1) + f(2)", {.at = {{"q", 10.0}}}) == 23);
  CHECK(number_of("f(T) = 2^T; f(3)") == 8);
}

TEST_CASE("a name that only an uncalled body uses is no input") {
  const Graph graph = graph_of("f(x) = x + q\ny", {.at = {{"q", 1.0}}});
  CHECK(graph.inputs().size() == 1);
  REQUIRE(graph.notes().size() == 1);
  CHECK(graph.notes()[0].message() == "nothing in the program is named 'q'");
}

TEST_CASE("a function may take the name of a built-in") {
  const Graph graph = graph_of("tanh(x) = 2*x\ntanh(3)");
  CHECK(*forward(graph).at(graph.output()) == 6);
  CHECK(graph.groups()[0].name == "tanh");
}

TEST_CASE("a body that only hands on a value yields an identity") {
  CHECK(nodes_of(graph_of("f(x) = x\nf(f(a))")) ==
        "0 input a [13-14]\n"
        "1 identity 0 [7-8]\n"
        "2 identity 1 [7-8]\n");
  CHECK(nodes_of(graph_of("f(x) = q\nf(a)")) ==
        "0 input a [11-12]\n"
        "1 input q [7-8]\n"
        "2 identity 1 [7-8]\n");
}

TEST_CASE("an expanded built-in is a group of its definition") {
  const Graph graph = graph_of("f = sigmoid(x*2)", {.expand = {"sigmoid"}});
  CHECK(groups_of(graph) == "sigmoid [4-16] in - out 8\n");
  CHECK(printed(graph, graph.output()) == "1/(1 + exp(-(x*2)))");
  for (NodeId id = 3; id <= 8; ++id) CHECK(graph[id].span == Span{4, 16});
  CHECK(graph.scope_of(8) == Scope{.stage = 0, .group = 0});
}

TEST_CASE("expanding does not see the program's functions") {
  const Graph graph = graph_of("exp(x) = x\nsigmoid(0)", {.expand = {"logistic"}});
  CHECK(*forward(graph).at(graph.output()) == 0.5);
  CHECK(graph.groups().size() == 1);
}

TEST_CASE("expanding reaches into own functions, and own functions are never expanded") {
  const Graph inside = graph_of("f(x) = relu(x) + 1\nf(2)", {.expand = {"relu"}});
  CHECK(groups_of(inside) == "f [19-23] in - out 4\nrelu [7-14] in 0 out 2\n");
  const Graph shadowed = graph_of("relu(x) = x^2\nrelu(3)", {.expand = {"relu"}});
  CHECK(*forward(shadowed).at(shadowed.output()) == 9);
  CHECK(shadowed.groups().size() == 1);
}

TEST_CASE("every definition computes what its op computes") {
  int definitions = 0;
  for (OpId op = 0; op < op_count; ++op) {
    const Doc doc = op_infos[op].doc();
    if (doc.definition.empty()) continue;
    ++definitions;
    for (const double x : {-2.0, -0.5, 0.0, 0.3, 1.0, 3.0}) {
      InputValues at;
      for (const std::string_view operand : operand_names(op))
        at.emplace_back(operand, x + 0.75 * static_cast<double>(at.size()));
      const double expected = number_of(doc.notation, {.at = at});
      const double found = number_of(doc.notation, {.at = at, .expand = {std::string(doc.name)}});
      CAPTURE(doc.notation, x, found, expected);
      const bool same = found == expected || (std::isnan(found) && std::isnan(expected));
      CHECK((same || std::fabs(found - expected) <= 4e-15 * std::max(1.0, std::fabs(expected))));
    }
  }
  CHECK(definitions >= 30);
}

TEST_CASE("a definition of two operands takes both") {
  const Graph graph = graph_of("hypot(3*y, 4)", {.expand = {"hypot"}});
  CHECK(printed(graph, graph.output()) == "sqrt((3*y)^2 + 4^2)");
  CHECK(*forward(graph).at(graph.output()) == 5);
}

TEST_CASE("log with two operands is the logarithm to the base that is the second") {
  CHECK(number_of("log(8, 2)") == 3);
  CHECK(number_of("log(1000, 10) - log_base(1000, 10)") == 0);
  CHECK(number_of("log(e)") == 1);
  const Graph graph = graph_of("log(x, b)");
  CHECK(printed(graph, graph.output()) == "log_base(x, b)");
}

TEST_CASE("only what has a definition can be expanded") {
  const std::string name = GENERATE(as<std::string>(), "exp", "mul", "nothing", "", "x(");
  const auto graph = parse("x", {.expand = {name}});
  REQUIRE_FALSE(graph);
  CHECK(line_of(graph.error()) == "unknown_expand 0-0: '" + name + "' cannot be opened");
}
