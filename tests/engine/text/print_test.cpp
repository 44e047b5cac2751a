#include "engine/text/print.hpp"

#include <catch_amalgamated.hpp>

#include "engine/graph/expr.hpp"
#include "tests/engine/random_graph.hpp"
#include "tests/engine/text/programs.hpp"

using namespace gradcircuit;

namespace {

/// Whether two nodes are the same tree: ops, constants, names, attributes and shapes.
bool same_tree(const Graph& a, NodeId i, const Graph& b, NodeId j) {
  if (a[i].op != b[j].op || a[i].shape != b[j].shape || a[i].arity != b[j].arity) return false;
  if (a.attributes(i) != b.attributes(j)) return false;
  if (a.is_input(i)) return a.input_of(i).name == b.input_of(j).name;
  if (a.is_constant(i))
    return std::bit_cast<std::uint64_t>(a.constant_value(i)) == std::bit_cast<std::uint64_t>(b.constant_value(j));
  for (std::size_t k = 0; k < a.operands(i).size(); ++k)
    if (!same_tree(a, a.operands(i)[k], b, b.operands(j)[k])) return false;
  return true;
}

}  // namespace

TEST_CASE("a long expression prints as a program whose stages are what it uses several times") {
  const auto printed_program = [](const std::string& program) {
    const Graph graph = graph_of(program);
    const auto text = print_program(graph, graph.output());
    REQUIRE(text);
    return *text;
  };
  CHECK(printed_program("q = x*y + 1\nq*q") == "(x*y + 1)*(x*y + 1)");
  const std::string name(60, 'n');
  CHECK(printed_program("q = " + name + "*y + 1\nr = exp(y)\nq*q*r + r") ==
        "t1 = " + name + "*y + 1\nt1*t1*exp(y) + exp(y)");
  CHECK(printed_program("q = " + name + " + t1\nq*q^q") == "t2 = " + name + " + t1\nt2*t2^t2");
}

TEST_CASE("an expression prints with no more parentheses than it needs") {
  const auto [program, text] = GENERATE(table<std::string, std::string>({
      {"((x)+(y))*(z)", "(x + y)*z"},
      {"x+(y+z)", "x + (y + z)"},
      {"(x+y)+z", "x + y + z"},
      {"x-(y-z)", "x - (y - z)"},
      {"x/(y*z)", "x/(y*z)"},
      {"(x/y)*z", "x/y*z"},
      {"(x^y)^z", "(x^y)^z"},
      {"x^(y^z)", "x^y^z"},
      {"(-x)^2", "(-x)^2"},
      {"-(x^2)", "-x^2"},
      {"(-x)*y", "-x*y"},
      {"-(x*y)", "-(x*y)"},
      {"x^(-y)", "x^-y"},
      {"x*(-y)", "x*-y"},
      {"-(-x)", "--x"},
      {"-(2)", "-(2)"},
      {"(-2)*x", "-2*x"},
      {"(-2)^x", "(-2)^x"},
      {"-2^x", "-2^x"},
      {"((a@b)@c).T", "(a @ b @ c).T"},
      {"a@(b@c)", "a @ (b @ c)"},
      {"(-w).T", "(-w).T"},
      {"if((a)<(b+1), max(a), min(a,b))", "if(a < b + 1, max(a), min(a, b))"},
      {"if((a<b)==(b<c),1,2)", "if((a < b) == (b < c), 1, 2)"},
      {"[a,b+1][0]", "[a, b + 1][0]"},
      {"[[a,b],[c,1]][1,0]", "[[a, b], [c, 1]][1, 0]"},
      {"[([a]),b]", "[([a]), b]"},
      {"[[a,b]]", "[[a, b]]"},
      {"ones(2,3)@unit(3,1,2,0)", "ones(2, 3) @ unit(3, 1, 2, 0)"},
      {"ln(x) + σ(θ)", "log(x) + sigmoid(theta)"},
      {"1e21*x + 1E-7 + .5 + 5.", "1e+21*x + 1e-7 + 0.5 + 5"},
  }));
  const Graph graph = graph_of(program);
  CHECK(printed(graph, graph.output()) == text);
  const Graph again = graph_of(text);
  CHECK(same_tree(graph, graph.output(), again, again.output()));
}

TEST_CASE("identities have no text, shared nodes are written out") {
  const Graph graph = graph_of("f(r) = r\na = x + 1; b = a; c = f(b)*b");
  CHECK(printed(graph, graph.output()) == "(x + 1)*(x + 1)");
}

TEST_CASE("random graphs parse back from their text") {
  int compared = 0;
  for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
    RandomGraph random(seed);
    const NodeId root = random.grow(12);
    const auto text = print(random.graph(), root);
    if (!text) FAIL(text.error().message());
    CAPTURE(seed, *text);
    ParseOptions options;
    for (const Input& input : random.graph().inputs()) options.at.push_back({input.name, input.value});
    const auto again = parse(*text, options);
    if (!again) FAIL(line_of(again.error()));
    REQUIRE(same_tree(random.graph(), root, *again, again->output()));
    REQUIRE(printed(*again, again->output()) == *text);
    ++compared;
  }
  CHECK(compared == 2000);
}

TEST_CASE("printing does not recurse, but what cannot be read back fails") {
  std::string sum = "x";
  for (int i = 0; i < 9'000; ++i) sum += " + x";
  const Graph chain = graph_of(sum);
  CHECK(printed(chain, chain.output()) == sum);

  // deeper than the parser goes, and written twice for each level
  Graph graph(100'000);
  Expr x = input(graph, "x", 1.0);
  Expr nested = x;
  for (int i = 0; i < 300; ++i) nested = x - nested;
  const auto deep = print(graph, nested.node());
  REQUIRE_FALSE(deep);
  CHECK(deep.error().message() == "nested more than 256 deep");

  Expr doubled = x;
  for (int i = 0; i < 60; ++i) doubled = doubled + doubled;
  const auto large = print(graph, doubled.node());
  REQUIRE_FALSE(large);
  CHECK(large.error().message() == "a program has at most 65536 bytes");

  Expr same = x;
  for (int i = 0; i < 50'000; ++i) same = call<ops::Identity>(same);
  CHECK(printed(graph, same.node()) == "x");
}

TEST_CASE("the deepest text that prints is read") {
  const auto nested = [](int depth) {
    Graph graph;
    const Expr x = input(graph, "x", 1.0);
    Expr expression = x;
    for (int i = 0; i < depth; ++i)
      expression = i % 3 == 0 ? -expression : i % 3 == 1 ? x - expression : call<ops::Tanh>(expression);
    return print(graph, expression.node());
  };
  int depth = 1;
  while (nested(depth)) ++depth;
  CHECK(depth > 100);
  const auto text = nested(depth - 1);
  const auto graph = parse(*text);
  if (!graph) FAIL(line_of(graph.error()));
}
