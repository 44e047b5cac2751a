#include "engine/diff/tangent_view.hpp"

#include <catch_amalgamated.hpp>
#include <cmath>

#include "engine/diff/forward.hpp"
#include "engine/diff/tangent.hpp"
#include "engine/text/parse.hpp"
#include "tests/engine/random_graph.hpp"

using namespace gradcircuit;

namespace {

Values<double> direction_along(const Graph& graph, const Input& input, std::size_t entry) {
  Values<double> direction(graph);
  direction.at(input.node)[entry] = 1;
  return direction;
}

/// Forward mode along one entry of one input.
TangentPass run(const Graph& graph, NodeId output, const Partition& partition, const Input& input, std::size_t entry) {
  return tangent_over(graph, forward(graph), activity(graph, output, input.node), boxes(graph, partition),
                      direction_along(graph, input, entry), true);
}

bool is_same(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

bool is_close(double a, double b) {
  return is_same(a, b) || std::fabs(a - b) <= 1e-9 * std::max({1.0, std::fabs(a), std::fabs(b)});
}

bool is_finite(const Graph& graph, const Values<double>& values) {
  for (NodeId id = 0; id < graph.size(); ++id)
    for (const double entry : values.view(graph, id).flat())
      if (!std::isfinite(entry) || std::fabs(entry) > 1e6) return false;
  return true;
}

/// How many edges each node gets, and whether they add up to what it ends with.
void check_sums(const Graph& graph, const TangentPass& pass) {
  for (std::size_t i = 0; i < pass.steps.size(); ++i) {
    const TangentStep& step = pass.steps[i];
    CHECK(step.arrived == (i > 0 && pass.steps[i - 1].node == step.node ? pass.steps[i - 1].arrived + 1 : 1));
    for (std::size_t k = 0; k < step.total.size(); ++k) {
      const double before = step.arrived == 1 ? 0 : pass.steps[i - 1].total[k];
      CHECK(is_same(step.total[k], before + step.contribution[k]));
      if (step.arrived == step.of) CHECK(is_same(step.total[k], pass.tangents.view(graph, step.node)[k]));
    }
  }
}

}  // namespace

TEST_CASE("values of random graphs move in steps as they do in one pass, and the output as its gradient says") {
  int compared = 0;
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    RandomGraph random(seed);
    const NodeId output = random.grow(12);
    const Graph& graph = random.graph();
    const Tape tape = forward(graph);
    CAPTURE(seed);
    for (const Input& input : graph.inputs())
      for (std::size_t entry = 0; entry < input.value.size(); ++entry) {
        const TangentPass pass = run(graph, output, {}, input, entry);
        check_sums(graph, pass);
        const Values<double> expected = tangent(graph, tape, direction_along(graph, input, entry));
        if (!is_finite(graph, tape) || !is_finite(graph, expected)) continue;
        for (NodeId id = 0; id < graph.size(); ++id)
          for (std::size_t k = 0; k < graph[id].shape.entries(); ++k)
            CHECK(is_same(pass.tangents.view(graph, id)[k], expected.view(graph, id)[k]));
        const Values<double> adjoints = backward<double>(graph, tape, output, activity(graph, output));
        if (!is_finite(graph, adjoints)) continue;
        double moved = 0;
        for (const double one : pass.tangents.view(graph, output).flat()) moved += one;
        CHECK(is_close(moved, adjoints.view(graph, input.node)[entry]));
        ++compared;
      }
  }
  CHECK(compared > 1500);
}

TEST_CASE("each edge on a path is stepped once, ascending, its contribution the tangent times the partial") {
  const auto graph = parse("x = -2; y = 5; z = -4; c = 2 * 3\nq = x + y; unused = x * y\nf = (q * z + q) * c");
  REQUIRE(graph);
  const NodeId f = *graph->find("f");
  const TangentPass pass = run(*graph, f, {}, graph->inputs()[0], 0);
  std::vector<std::array<NodeId, 2>> edges;
  for (const TangentStep& step : pass.steps) {
    edges.push_back({step.source, step.node});
    REQUIRE(step.partial);
    CHECK(step.contribution[0] == step.tangent[0] * (*step.partial)[0]);
  }
  const NodeId q = *graph->find("q");
  CHECK(edges == std::vector<std::array<NodeId, 2>>{{0, q}, {q, f - 2}, {f - 2, f - 1}, {q, f - 1}, {f - 1, f}});
  CHECK(pass.steps[3].arrived == 2);
  CHECK(pass.steps[3].of == 2);
  CHECK(*pass.tangents.at(f) == -18);                     // (z + 1) c
  CHECK(*pass.tangents.at(*graph->find("unused")) == 5);  // moves, though nothing of it reaches f
  CHECK(*pass.tangents.at(*graph->find("c")) == 0);
}

TEST_CASE("a closed region is entered in one step an edge, which ends where its gates do") {
  for (const char* program : {
           "s(v) = 1 / (1 + exp(-v))\nf = s(x * y) * s(y) + x",
           "g(a, b) = a * b + tanh(a)\nf = g(x, g(x, y)) - g(y, 2)",
           "h(v) = sum(v * v) * v\nw = [1, 2]; u = h(w * x)\nf = sum(u + w)",
           "p(A, v) = tanh(A @ v)\nA = [[1, 2], [0.5, -1]]; v = [0.3, 0.1]\nu = p(A, p(A, v))\nf = sum(u) * x",
           "k(a, b) = if(a < b, a * b, b)\nf = k(x, y) * k(y, x)",
       }) {
    CAPTURE(program);
    const auto graph = parse(program, {.at = {{"x", 0.7}, {"y", -1.3}}});
    REQUIRE(graph);
    const NodeId output = *graph->find("f");
    std::vector<std::uint32_t> all;
    for (std::uint32_t id = 0; id < graph->groups().size(); ++id) all.push_back(id);
    const Tape tape = forward(*graph);
    for (const Partition& partition : {Partition{.groups = all}, Partition{.stages = true}})
      for (const Input& input : graph->inputs())
        for (std::size_t entry = 0; entry < input.value.size(); ++entry) {
          const TangentPass pass = run(*graph, output, partition, input, entry);
          check_sums(*graph, pass);
          const Values<double> expected = tangent(*graph, tape, direction_along(*graph, input, entry));
          for (NodeId id = 0; id < graph->size(); ++id)
            for (std::size_t i = 0; i < (*graph)[id].shape.entries(); ++i)
              CHECK(is_close(pass.tangents.view(*graph, id)[i], expected.view(*graph, id)[i]));
          for (const TangentStep& step : pass.steps) {
            if (!step.partial || !step.tangent.shape().is_scalar()) continue;
            for (std::size_t i = 0; i < step.contribution.size(); ++i)
              CHECK(step.contribution[i] == step.tangent[0] * (*step.partial)[i]);
          }
        }
  }
}

TEST_CASE("a zero partial hands nothing on, however far the tangent is from a number") {
  const auto graph = parse("x = 0; r = sqrt(x)\nf = if(x < 1, x, r) + 0 * r");
  REQUIRE(graph);
  const NodeId output = *graph->find("f");
  const TangentPass pass = run(*graph, output, {}, graph->inputs()[0], 0);
  CHECK(*pass.tangents.at(*graph->find("r")) == std::numeric_limits<double>::infinity());
  CHECK(*pass.tangents.at(output) == 1);
  check_sums(*graph, pass);
}

TEST_CASE("every matrix op says what an edge hands on") {
  for (OpId op = 0; op < op_count; ++op) {
    CAPTURE(op_name(op));
    CHECK(push_rule(op, 0).empty() == op_infos[op].elementwise);
  }
  CHECK(push_rule(op_id<ops::MatMul>(), 0) == "tangent @ b");
  CHECK(push_rule(op_id<ops::MatMul>(), 1) == "a @ tangent");
}
