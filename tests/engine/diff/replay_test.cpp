#include "engine/diff/replay.hpp"

#include <catch_amalgamated.hpp>

#include "engine/diff/forward.hpp"
#include "engine/graph/expr.hpp"
#include "tests/engine/random_graph.hpp"

using namespace gradcircuit;

namespace {

bool same(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

/// How many entries of nodes up to the output differ between a replay and a run that starts anew, in any lane.
template <class T>
int differences(const Graph& graph, NodeId output, const Replay<T>& replay) {
  BasicTape<T> tape(graph);
  set_leaves(graph, tape);
  for (NodeId id = 0; id < graph.size(); ++id)
    if (!graph.is_leaf(id)) run_node(graph, id, tape);
  const Values<T> adjoints = backward<T>(graph, tape, output, activity(graph, output));
  int count = 0;
  const auto compare = [&](const T& found, const T& expected) {
    if constexpr (std::is_same_v<T, double>)
      count += !same(found, expected);
    else
      for (std::size_t lane = 0; lane < Lanes::count; ++lane) count += !same(found[lane], expected[lane]);
  };
  const auto compare_node = [&](NodeId id) {
    for (std::size_t entry = 0; entry < graph[id].shape.entries(); ++entry) {
      compare(replay.primal(id)[entry], tape.at(id)[entry]);
      compare(replay.adjoint(id)[entry], adjoints.at(id)[entry]);
    }
  };
  compare_node(output);
  for (const Input& input : graph.inputs()) compare_node(input.node);
  return count;
}

template <class T>
void run_twice(const Graph& graph, NodeId output) {
  Replay<T> replay(graph, output);
  // elsewhere first, so that something is left behind to be cleared
  for (const Input& input : graph.inputs()) replay.input(input.node)[0] = T(0.25);
  replay.run();
  replay.run_back();
  for (const Input& input : graph.inputs()) replay.input(input.node)[0] = T(input.value[0]);
  replay.run();
  replay.run_back();
  CHECK(differences(graph, output, replay) == 0);
}

}  // namespace

TEST_CASE("a replay gives what a run that starts anew gives, to the bit") {
  for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
    CAPTURE(seed);
    RandomGraph random(seed);
    const NodeId output = random.grow(15);
    run_twice<double>(random.graph(), output);
    run_twice<Lanes>(random.graph(), output);
  }
}

TEST_CASE("a replay of single numbers gives the same, in chains and where they fan out") {
  for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    Graph graph;
    std::vector<Expr> values{input(graph, "x", random.uniform(-2, 2)), input(graph, "y", random.uniform(-2, 2))};
    const auto pick = [&] { return values[values.size() - 1 - std::min(random.below(3), random.below(2))]; };
    for (int i = 0; i < 12; ++i) {
      const Expr a = pick();
      const Expr b = random.below(3) == 0 ? values[random.below(2)] : pick();
      constexpr OpId ops[] = {op_id<ops::Add>(),  op_id<ops::Sub>(),   op_id<ops::Mul>(), op_id<ops::Div>(),
                              op_id<ops::Relu>(), op_id<ops::Tanh>(),  op_id<ops::Sin>(), op_id<ops::Hypot>(),
                              op_id<ops::Less>(), op_id<ops::Floor>(), op_id<ops::Neg>()};
      const OpId op = ops[random.below(std::size(ops))];
      const NodeId operands[] = {a.node(), b.node()};
      values.push_back(record(graph, op, std::span(operands, static_cast<std::size_t>(op_infos[op].arity))));
    }
    run_twice<double>(graph, values.back().node());
    run_twice<Lanes>(graph, values.back().node());
  }
}

TEST_CASE("a replay starts backward with the adjoint it is given") {
  Graph graph;
  const NodeId w = *graph.append_input({.name = "w", .value = Matrix({2, 1}, {3, 5})}, {});
  const NodeId squares[] = {w, w};
  const NodeId output = *graph.append(op_id<ops::Mul>(), squares, {});
  Replay<double> replay(graph, output);
  replay.run();
  const double adjoint[] = {1, -2};
  replay.run_back(adjoint);
  CHECK(replay.adjoint(w)[0] == 6);
  CHECK(replay.adjoint(w)[1] == -20);
}
