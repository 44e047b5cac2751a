#include "engine/diff/equality.hpp"

#include "tests/engine/text/programs.hpp"

using namespace gradcircuit;

namespace {

/// Compares the stages a and b of a program.
Compared compared(std::string_view program, const InputValues& at = {}) {
  const Graph graph = graph_of(program, {.at = at});
  return compare(graph, *graph.find("a"), *graph.find("b"), graph.output());
}

Equality equality(std::string_view program, const InputValues& at = {}) { return compared(program, at).equality; }

}  // namespace

TEST_CASE("what simplifies to the same is equal where no number tells") {
  CHECK(equality("a = exp(exp(1000 + x^2)); b = exp(exp(x*x + 1000)); f = x") == Equality::equal);
}

TEST_CASE("identities that simplifying does not know are found by trying") {
  CHECK(equality("a = sin(2*x); b = 2*sin(x)*cos(x); f = x") == Equality::equal);
  CHECK(equality("a = log(x*y); b = log(x) + log(y); f = x") == Equality::equal);
  CHECK(equality("a = (x + y)^3; b = x^3 + 3*x^2*y + 3*x*y^2 + y^3; f = x") == Equality::equal);
  CHECK(equality("a = relu(x); b = (x + abs(x))/2; f = x") == Equality::equal);
  CHECK(equality("a = sinh(x)^2 + 1 - cosh(x)^2; b = 0*x; f = x") == Equality::equal);
}

TEST_CASE("a difference at one side of a corner is one") {
  CHECK(equality("a = abs(x); b = x; f = x", {{"x", 3.0}}) == Equality::different);
  CHECK(equality("a = max(x, y); b = x; f = x", {{"x", 3.0}, {"y", 1.0}}) == Equality::different);
}

TEST_CASE("only points where the program is defined count") {
  CHECK(equality("a = abs(x); b = x; f = log(x)") == Equality::equal);
  CHECK(equality("a = log(x); b = log(-x); f = x") == Equality::undecided);
}

TEST_CASE("which entries of a matrix differ is said; another shape differs altogether") {
  const InputValues at = {{"v", Matrix({3, 1}, {1, 2, 3})}};
  const Compared found = compared("a = v*v; b = [v[0]^2, 2*v[1], v[2]^2]; f = v", at);
  CHECK(found.equality == Equality::different);
  CHECK(found.differs == std::vector<bool>{false, true, false});
  const Compared turned = compared("a = v*v; b = (v*v).T; f = v", at);
  CHECK(turned.equality == Equality::different);
  CHECK(turned.differs.empty());
}

TEST_CASE("the points of a graph are the same every time") {
  const Graph graph = graph_of("x*y");
  Points first(graph);
  Points second(graph);
  for (int i = 0; i < 20; ++i) CHECK(first.next() == second.next());
}
