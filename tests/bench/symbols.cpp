#include <cstdio>
#include <string>

#include "engine/diff/derivative.hpp"
#include "engine/gradcircuit.hpp"
#include "tests/bench/bench.hpp"

/// sin(x + 1) * … * sin(x + 64), differentiated again and again: each derivative has 64 times the terms of the one before.
namespace bench {

using namespace gradcircuit;

void symbols() {
  std::printf("Derivatives of a product of 64 sines\n");
  std::string program = "sin(x + 1)";
  for (int i = 2; i <= 64; ++i) program += "*sin(x + " + std::to_string(i) + ")";
  const auto graph = parse(program);
  if (!graph) return;
  for (std::uint32_t order = 1; order <= 6; ++order) {
    std::size_t nodes = 0;
    bool readable = false;
    const double time = best_of(3, [&] {
      const auto found = derivative(*graph, graph->output(), *graph->find("x"), order);
      nodes = found ? found->graph.size() : 0;
      readable = found && found->readable;
    });
    const std::string size = nodes == 0 ? "not found" : std::to_string(nodes) + " nodes";
    print("order " + std::to_string(order) + ", " + size + (readable ? "" : ", too large to show"), time * 1000, "ms",
          100);
  }
}

}  // namespace bench
