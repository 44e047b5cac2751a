#include <algorithm>
#include <cmath>
#include <cstdio>

#include "engine/base/random.hpp"
#include "engine/diff/backward.hpp"
#include "engine/diff/forward.hpp"
#include "tests/bench/bench.hpp"

/// A million scalars: a thousand inputs, a thousand chains of products, sums and now and then a quotient that all stay near 1,
/// and at the end the sum of the chains, so that the output depends on every node.
namespace bench {
namespace {

using namespace gradcircuit;

constexpr std::uint32_t inputs = 1000;
constexpr std::uint32_t nodes = 1'000'000;

OpId op_of(NodeId id, Random& random) {
  if (id >= nodes - inputs) return op_id<ops::Add>();
  const std::uint32_t choice = random.below(10);
  return choice == 0 ? op_id<ops::Div>() : choice <= 5 ? op_id<ops::Mul>() : op_id<ops::Sub>();
}

Graph build() {
  Graph graph(limits::api_nodes);
  graph.reserve(nodes, 2 * (nodes - inputs));
  Random random(1);
  for (std::uint32_t i = 0; i < inputs; ++i)
    if (!graph.append_input({.name = {}, .value = random.uniform(0.9, 1.1)}, {})) return graph;
  for (NodeId id = inputs; id < nodes; ++id) {
    const bool joins = id > nodes - inputs;
    const NodeId operands[] = {id - inputs, joins ? id - 1 : random.below(inputs)};
    if (!graph.append(op_of(id, random), operands, {})) return graph;
  }
  graph.set_output(nodes - 1);
  return graph;
}

}  // namespace

void large_graph() {
  std::printf("A graph of %u nodes\n", nodes);
  Graph graph;
  const double building = best_of(5, [&] { graph = build(); });
  if (graph.size() != nodes) return print("built only", static_cast<double>(graph.size()), "nodes");

  Tape tape(graph);
  const double running = best_of(5, [&] { tape = forward(graph); });
  Values<double> adjoints(graph);
  const double returning =
      best_of(5, [&] { adjoints = backward(graph, tape, graph.output(), activity(graph, graph.output())); });

  print("build", building * 1e3, "ms");
  print("forward", running * 1e3, "ms");
  print("backward, activity included", returning * 1e3, "ms");
  print("all three", (building + running + returning) * 1e3, "ms", 1000);
  print("graph and tape, bytes a node", static_cast<double>(graph.memory() + tape.memory()) / nodes, "B", 64);
  print("and adjoints", static_cast<double>(adjoints.memory()) / nodes, "B");
  const bool finite = std::all_of(tape.at(0), tape.at(0) + nodes, [](double x) { return std::isfinite(x); });
  const bool reached = std::all_of(adjoints.at(0), adjoints.at(0) + nodes, [](double x) { return x != 0; });
  if (!finite || !reached) std::printf("  this graph does not measure what it should\n");
}

}  // namespace bench
