#include "engine/explain/dependence.hpp"

#include <catch_amalgamated.hpp>

using namespace gradcircuit;

namespace {

Dependence between(const Explanation& explanation, const char* of, const char* by) {
  auto found = dependence(explanation, *explanation.graph.find(of), *explanation.graph.find(by));
  REQUIRE(found);
  return *found;
}

}  // namespace

TEST_CASE("what backprop computes is the arriving gradient times the Jacobian, without the Jacobian") {
  const auto explanation =
      explain({.program = "W = [[1, -1], [2, 1]]; x = [1, 0.5]\nz = W @ x\nf = sum(z * z) + x[0]"});
  REQUIRE(explanation);
  const Dependence found = between(*explanation, "z", "x");
  CHECK(found.jacobian.entries == Matrix(Shape{2, 2}, {1, -1, 2, 1}));
  CHECK(found.adjoint == Matrix(Shape{2, 1}, {1, 5}));
  // not all of the gradient of x: the path around z is not in it
  CHECK(found.product == Matrix(Shape{2, 1}, {11, 4}));
  CHECK(explanation->adjoints[*explanation->graph.find("x")] == Matrix(Shape{2, 1}, {12, 4}));
}

TEST_CASE("the chain goes from stage to stage where all paths do") {
  const auto explanation = explain({.program = "x = [1, 2]\nz = 2 * x\na = tanh(z)\nf = sum(a * a)"});
  REQUIRE(explanation);
  std::vector<std::pair<std::string, std::string>> links;
  const Graph& graph = explanation->graph;
  const auto name = [&](NodeId id) { return graph.is_input(id) ? "x" : graph.stages()[graph.scope_of(id).stage].name; };
  for (const Jacobian& factor : between(*explanation, "f", "x").chain)
    links.emplace_back(name(factor.of), name(factor.by));
  CHECK(links == std::vector<std::pair<std::string, std::string>>{{"f", "a"}, {"a", "z"}, {"z", "x"}});
  CHECK(between(*explanation, "z", "x").chain.size() == 1);
  CHECK(between(*explanation, "x", "f").chain.empty());
  CHECK(between(*explanation, "z", "z").chain.empty());
}

TEST_CASE("a chain of more stages than anybody multiplies is left out") {
  std::string program = "x = 1; s0 = sin(x)";
  for (int i = 1; i < 70; ++i) program += "; s" + std::to_string(i) + " = sin(s" + std::to_string(i - 1) + ")";
  const auto explanation = explain({.program = program});
  REQUIRE(explanation);
  CHECK(between(*explanation, "s69", "x").chain.empty());
  CHECK(between(*explanation, "s63", "x").chain.size() == 64);
}

TEST_CASE("what depends on constants only has a Jacobian by them, but no gradient") {
  const auto explanation = explain({.program = "x = 1; c = exp(2) + 0; f = c * x"});
  REQUIRE(explanation);
  const Dependence found = between(*explanation, "f", "c");
  CHECK(found.product == Matrix(1.0));
  CHECK_FALSE(between(*explanation, "c", "c").product);
}
