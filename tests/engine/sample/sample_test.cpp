#include "engine/sample/sample.hpp"

#include <catch_amalgamated.hpp>
#include <cmath>

#include "engine/diff/backward.hpp"
#include "engine/diff/forward.hpp"
#include "engine/text/parse.hpp"
#include "tests/engine/random_graph.hpp"

using namespace gradcircuit;
using Catch::Matchers::WithinRel;

namespace {

Graph graph_of(const char* program) {
  auto graph = parse(program);
  REQUIRE(graph);
  return std::move(*graph);
}

/// The graph with one entry of an input somewhere else.
struct Run {
  double value;
  double derivative;
  double scale;  ///< the largest adjoint on the way
};

Run run_at(const Graph& graph, NodeId output, const Axis& axis, double x) {
  Tape tape(graph);
  set_leaves(graph, tape);
  tape.at(axis.input)[axis.entry] = x;
  for (NodeId id = 0; id <= output; ++id)
    if (!graph.is_leaf(id)) run_node(graph, id, tape);
  auto adjoints = backward(graph, tape, output, activity(graph, output));
  double scale = 0;
  for (NodeId id = 0; id <= output; ++id)
    for (const double adjoint : adjoints.view(graph, id).flat()) scale = std::max(scale, std::fabs(adjoint));
  return {*tape.at(output), adjoints.at(axis.input)[axis.entry], scale};
}

bool same(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

}  // namespace

TEST_CASE("a curve holds the values at its points, then the derivatives") {
  const Graph graph = graph_of("x^2 + 1");
  const Samples curve =
      sample(graph, graph.output(), {{.input = *graph.find("x"), .from = -1, .to = 3, .count = 5}}, true);
  CHECK(curve.numbers == std::vector<double>{2, 1, 2, 5, 10, -2, 0, 2, 4, 6});
  CHECK(curve.points() == 5);
  CHECK(curve.derivatives(0)[4] == 6);
}

TEST_CASE("a surface runs along its first axis, and has a derivative by each") {
  const Graph graph = graph_of("x * y");
  const Samples surface = sample(graph, graph.output(),
                                 {{.input = *graph.find("x"), .from = 1, .to = 3, .count = 3},
                                  {.input = *graph.find("y"), .from = 10, .to = 20, .count = 2}},
                                 true);
  CHECK(surface.numbers == std::vector<double>{10, 20, 30, 20, 40, 60,  //
                                               10, 10, 10, 20, 20, 20,  //
                                               1, 2, 3, 1, 2, 3});
}

TEST_CASE("both ends of an axis are points of it") {
  const Axis axis{.from = -0.1, .to = 0.7, .count = 50};
  CHECK(axis.at(0) == -0.1);
  CHECK(axis.at(49) == 0.7);
  CHECK(Axis{.from = -1, .to = 2, .count = 4}.at(1) == 0);
}

TEST_CASE("one entry of a matrix moves, the others keep their values") {
  const Graph graph = graph_of("w = [2, -3]\nx = [-1, 4]\nw.T @ x");
  const Samples line =
      sample(graph, graph.output(), {{.input = *graph.find("w"), .entry = 1, .from = 0, .to = 2, .count = 3}}, true);
  CHECK(line.numbers == std::vector<double>{-2, 2, 6, 4, 4, 4});
}

TEST_CASE("what does not depend on an axis is flat along it") {
  const Graph graph = graph_of("y = 3\nx = 1\ny^2");
  const Samples line = sample(graph, graph.output(), {{.input = *graph.find("x"), .count = 3}}, true);
  CHECK(line.numbers == std::vector<double>{9, 9, 9, 0, 0, 0});
}

TEST_CASE("samples without exponentials are what a single run gives, to the bit; with them, nearly") {
  int exact = 0;
  int near = 0;
  for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
    CAPTURE(seed);
    RandomGraph random(seed);
    const NodeId output = random.grow(15);
    const Graph& graph = random.graph();
    if (!graph[output].shape.is_scalar()) continue;
    bool rounds = false;
    for (NodeId id = 0; id <= output; ++id) rounds |= graph[id].op == op_id<ops::Tanh>();
    const Input& moved = graph.inputs()[seed % graph.inputs().size()];
    const Axis axis{.input = moved.node,
                    .entry = static_cast<std::uint32_t>(moved.value.size() - 1),
                    .from = -2,
                    .to = 2,
                    .count = 11};
    const Samples curve = sample(graph, output, {axis}, true);
    for (std::uint32_t i = 0; i < axis.count; ++i) {
      const Run expected = run_at(graph, output, axis, axis.at(i));
      const double value = curve.values()[i];
      const double derivative = curve.derivatives(0)[i];
      if (rounds) {
        ++near;
        if (std::isfinite(expected.value)) CHECK_THAT(value, WithinRel(expected.value, 1e-9));
        continue;
      }
      ++exact;
      CHECK(same(value, expected.value));
      CHECK(same(derivative, expected.derivative));
    }
  }
  CHECK(exact > 4000);
  CHECK(near > 2000);
}
