#include "engine/sample/sample.hpp"

#include <cmath>
#include <cstdio>
#include <string>

#include "engine/gradcircuit.hpp"
#include "tests/bench/bench.hpp"

/// Graphs at many points: how many times a second an op is computed at a point, on one core.
namespace bench {
namespace {

using namespace gradcircuit;

constexpr std::uint32_t side = 128;

/// How many nodes there are of an op, or of any.
std::size_t count_ops(const Graph& graph, OpId op = input_op) {
  std::size_t count = 0;
  for (NodeId id = 0; id < graph.size(); ++id) count += op == input_op ? !graph.is_leaf(id) : graph[id].op == op;
  return count;
}

double points_a_second(const Graph& graph, const std::vector<Axis>& axes, bool gradient) {
  double sum = 0;
  const double time = best_of(20, [&] { sum += sample(graph, graph.output(), axes, gradient).numbers.back(); });
  if (!std::isfinite(sum)) std::printf("  this does not measure what it should\n");
  return side * side / time;
}

/// Of a program in x and y; `op` is what is counted.
void measure(const char* what, const std::string& program, double least, OpId op = input_op) {
  const auto graph = parse(program);
  if (!graph) return;
  std::vector<Axis> axes;
  for (const char* name : {"x", "y"})
    axes.push_back({.input = *graph->find(name), .from = -2, .to = 2.5, .count = side});
  const std::size_t count = count_ops(*graph, op);
  const std::string ops =
      std::string(what) + ", " + std::to_string(count) + " of " + std::to_string(count_ops(*graph)) + " ops";
  const double million = static_cast<double>(count) / 1e6;
  print_at_least(ops, points_a_second(*graph, axes, false) * million, "M/s", least);
  print_at_least("  and gradient", points_a_second(*graph, axes, true) * million, "M/s", least);
}

/// `term` for i from 1 to `count`, joined by `joint`, with # standing for i.
std::string repeated(std::string_view term, std::string_view joint, int count) {
  std::string program;
  for (int i = 1; i <= count; ++i) {
    if (i > 1) program += joint;
    for (const char c : term) program += c == '#' ? std::to_string(i) : std::string(1, c);
  }
  return program;
}

}  // namespace

void samples() {
  std::printf("A graph at %u points, millions of ops a second\n", side * side);
  measure("(x + y) * (x - y) / 3", "(x + y) * (x - y) / 3", 200);
  measure("a polynomial", repeated("(x - #)*(y + #)", " + ", 16), 200);
  measure("sums of products", repeated("#*x*y - (x + #)*y", " - ", 60), 200);
  for (const char* function : {"exp", "tanh", "sigmoid"}) {
    std::string program = "x - y";
    for (int i = 0; i < 16; ++i) program = std::string(function) + "(-(" + program + "))";
    measure(function, program, 40, find_op(function));
  }
  measure("a neuron", "sigmoid(2*x - 3*y + 1)", 40);
  measure("a small network", "tanh(x - 2*y) + tanh(2*x + y) - tanh(y - 1) + sigmoid(x - y)", 40);
  measure("the same in matrices", "W = [[1, -2], [2, 1], [0, 1]]\nv = [1, 1, -1]\nv.T @ tanh(W @ [x, y])", 40);
}

}  // namespace bench
