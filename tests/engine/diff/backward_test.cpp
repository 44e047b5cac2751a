#include "engine/diff/backward.hpp"

#include <catch_amalgamated.hpp>

#include "engine/diff/differentiate.hpp"
#include "engine/diff/forward.hpp"
#include "engine/diff/replay.hpp"
#include "engine/diff/tangent.hpp"
#include "engine/diff/view.hpp"
#include "engine/graph/expr.hpp"

using namespace gradcircuit;

TEST_CASE("a node that is read twice receives a sum") {
  Graph graph;
  const Expr x = input(graph, "x", 3.0);
  const Expr y = x * x + x;
  const Activity active = activity(graph, y.node());
  const Tape tape = forward(graph);
  auto picture = boxes(graph, {});
  const ViewPass pass = backward_over(graph, tape, y.node(), active, picture, {}, true);

  // x*x is node 1 and the sum node 2: the sum hands 1 to the product and 1 to x, then the product hands 3 twice
  std::vector<double> ledger;
  for (const BackwardStep& step : pass.steps)
    if (step.target == x.node()) {
      ledger.push_back(step.contribution[0]);
      CHECK(step.arrived == ledger.size());
      CHECK(step.of == 3);
    }
  CHECK(ledger == std::vector<double>{1, 3, 3});
  CHECK(pass.steps.back().total[0] == 7);
}

TEST_CASE("steps go by descending id, operands left to right") {
  Graph graph;
  const Expr x = input(graph, "x", -2.0);
  const Expr y = input(graph, "y", 5.0);
  const Expr z = input(graph, "z", -4.0);
  const Expr f = (x + y) * z;
  auto picture = boxes(graph, {});
  const ViewPass pass = backward_over(graph, forward(graph), f.node(), activity(graph, f.node()), picture, {}, true);
  std::vector<std::array<double, 4>> rows;
  for (const BackwardStep& step : pass.steps)
    rows.push_back(
        {static_cast<double>(step.node), static_cast<double>(step.target), (*step.partial)[0], step.contribution[0]});
  CHECK(rows == std::vector<std::array<double, 4>>{{4, 3, -4, -4}, {4, 2, 3, 3}, {3, 0, 1, -4}, {3, 1, 1, -4}});
}

TEST_CASE("constants have no adjoint, and what does not reach the output has zero") {
  Graph graph;
  const Expr x = input(graph, "x", 2.0);
  const Expr unused = input(graph, "u", 2.0);
  const Expr y = x * constant(3, x);
  const Activity active = activity(graph, y.node());
  CHECK(active.depends == std::vector<bool>{true, true, false, true});
  CHECK(active.on_path == std::vector<bool>{true, false, false, true});
  const auto adjoints = backward(graph, forward(graph), y.node(), active);
  CHECK(*adjoints.at(unused.node()) == 0);
}

TEST_CASE("a branch that is not taken stays out, even where its derivative is infinite") {
  Graph graph;
  const Expr x = input(graph, "x", 0.0);
  const Expr zero = constant(0, x);
  const Expr positive = call<ops::Greater>(x, zero);
  const Expr root = call<ops::Sqrt>(x);
  const Expr f = call<ops::If>(positive, root, x);
  const Activity active = activity(graph, f.node());
  const Tape tape = forward(graph);
  CHECK(*backward(graph, tape, f.node(), active).at(x.node()) == 1);
  Values<double> direction(graph);
  *direction.at(x.node()) = 1;
  CHECK(*tangent(graph, tape, direction).at(f.node()) == 1);
  CHECK_FALSE(active.on_path[positive.node()]);
}

TEST_CASE("what an op that chooses did not take gets nothing, even where an infinite adjoint arrives") {
  // a square root of the zero that was chosen instead of x
  using Choose = Expr (*)(const Expr& x, const Expr& zero);
  const Choose choose = GENERATE(
      Choose([](const Expr& x, const Expr& zero) { return call<ops::If>(call<ops::Greater>(x, zero), x, zero); }),
      Choose([](const Expr& x, const Expr& zero) { return call<ops::Max>(x, zero); }),
      Choose([](const Expr& x, const Expr& zero) { return call<ops::Clamp>(x, zero, constant(9, x)); }),
      Choose([](const Expr& x, const Expr&) { return call<ops::Relu>(x); }),
      Choose([](const Expr& x, const Expr&) { return call<ops::Step>(x); }));
  Graph graph;
  const Expr x = input(graph, "x", -1.0);
  const Expr chosen = choose(x, constant(0, x));
  const Expr f = call<ops::Sqrt>(chosen);
  const Tape tape = forward(graph);
  REQUIRE(*tape.at(f.node()) == 0);
  const Values<double> adjoints = backward(graph, tape, f.node(), activity(graph, f.node()));
  CHECK(*adjoints.at(chosen.node()) == std::numeric_limits<double>::infinity());
  CHECK(*adjoints.at(x.node()) == 0);
  Values<double> direction(graph);
  *direction.at(x.node()) = 1;
  CHECK(*tangent(graph, tape, direction).at(f.node()) == 0);
  Replay<double> replay(graph, f.node());
  replay.run();
  replay.run_back();
  CHECK(*replay.adjoint(x.node()) == 0);
}

TEST_CASE("a partial that just happens to be 0 makes no 0 of an infinite adjoint") {
  Graph graph;
  const Expr x = input(graph, "x", 0.0);
  const Expr f = call<ops::Cbrt>(call<ops::Pow>(x, constant(3, x)));  // x itself, whose derivative is 1
  const Tape tape = forward(graph);
  CHECK(std::isnan(*backward(graph, tape, f.node(), activity(graph, f.node())).at(x.node())));
}

TEST_CASE("an exponent that does not move has no derivative and needs none") {
  Graph graph;
  const Expr x = input(graph, "x", -2.0);
  const Expr n = input(graph, "n", 3.0);
  const Expr square = call<ops::Pow>(x, constant(2, x));
  const Expr cube = call<ops::Pow>(x, n);
  const Expr f = square + cube;
  Values<double> direction(graph);
  *direction.at(x.node()) = 1;
  const Tape tape = forward(graph);
  CHECK(*tangent(graph, tape, direction).at(f.node()) == -4 + 12);
  CHECK(*backward(graph, tape, f.node(), activity(graph, f.node())).at(x.node()) == -4 + 12);
}

TEST_CASE("a matrix product hands back products with the transposed other") {
  Graph graph;
  const Expr w = input(graph, "W", Matrix(Shape{2, 3}, {1, 2, 3, 4, 5, 6}));
  const Expr x = input(graph, "x", Matrix(Shape{3, 1}, {1, 0, -1}));
  const Expr z = call<ops::MatMul>(w, x);
  const Tape tape = forward(graph);
  const std::vector<double> start{10, 100};
  const auto adjoints = backward<double>(graph, tape, z.node(), activity(graph, z.node()), start);
  CHECK(Matrix(adjoints.view(graph, w.node())) == Matrix(Shape{2, 3}, {10, 0, -10, 100, 0, -100}));
  CHECK(Matrix(adjoints.view(graph, x.node())) == Matrix(Shape{3, 1}, {410, 520, 630}));
}

TEST_CASE("the second derivative closes: symbols of symbols are graphs of the language") {
  Graph graph;
  const Expr w = input(graph, "W", Matrix(Shape{2, 2}, {0.5, -1, 0.25, 2}));
  const Expr x = input(graph, "x", Matrix(Shape{2, 1}, {1, -0.5}));
  const Expr b = input(graph, "b", Matrix(Shape{2, 1}, {0.1, 0.2}));
  const Expr f = call<ops::Sum>(call<ops::Tanh>(call<ops::MatMul>(w, x) + b));
  const auto first = differentiate(graph, f.node(), x.node());
  REQUIRE(first);
  const auto second = differentiate(graph, *first, x.node());
  REQUIRE(second);
  CHECK_FALSE(graph.failure());
  const Tape tape = forward(graph);
  // Σ over rows of the Hessian: Wᵀ diag(-2 t (1 - t²)) W 1
  for (int i = 0; i < 2; ++i) {
    double expected = 0;
    for (int k = 0; k < 2; ++k) {
      const double weights[2][2] = {{0.5, -1}, {0.25, 2}};
      const double t = std::tanh(weights[k][0] * 1 + weights[k][1] * -0.5 + (k == 0 ? 0.1 : 0.2));
      expected += weights[k][i] * -2 * t * (1 - t * t) * (weights[k][0] + weights[k][1]);
    }
    CHECK_THAT(tape.at(*second)[i], Catch::Matchers::WithinRel(expected, 1e-12));
  }
}
