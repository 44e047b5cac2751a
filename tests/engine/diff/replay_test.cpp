#include "engine/diff/replay.hpp"

#include <catch_amalgamated.hpp>

#include "engine/diff/forward.hpp"
#include "tests/engine/random_graph.hpp"

using namespace gradcircuit;

namespace {

bool same(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

/// How many entries of nodes up to the output differ between a replay's first lane and a run that starts anew.
template <class T>
int differences(const Graph& graph, NodeId output, const Replay<T>& replay) {
  const auto first = [](const T& number) {
    if constexpr (std::is_same_v<T, Lanes>)
      return number.lane[0];
    else
      return number;
  };
  const Tape tape = forward(graph);
  const Values<double> adjoints = backward<double>(graph, tape, output, activity(graph, output));
  int count = 0;
  const auto compare = [&](NodeId id) {
    for (std::size_t entry = 0; entry < graph[id].shape.entries(); ++entry) {
      if (!same(first(replay.primal(id)[entry]), tape.at(id)[entry])) ++count;
      if (!same(first(replay.adjoint(id)[entry]), adjoints.at(id)[entry])) ++count;
    }
  };
  compare(output);
  for (const Input& input : graph.inputs()) compare(input.node);
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
