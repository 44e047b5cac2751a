#include <cstdio>

#include "tests/bench/bench.hpp"

namespace bench {
namespace {

void print_figure(std::string_view what, double figure, std::string_view unit) {
  std::printf("  %-44.*s %10.3f %-5.*s", static_cast<int>(what.size()), what.data(), figure,
              static_cast<int>(unit.size()), unit.data());
}

}  // namespace

void print(std::string_view what, double figure, std::string_view unit) {
  print_figure(what, figure, unit);
  std::printf("\n");
}

void print(std::string_view what, double figure, std::string_view unit, double budget) {
  print_figure(what, figure, unit);
  std::printf(" %s %g\n", figure <= budget ? "within" : "OVER", budget);
}

void print_at_least(std::string_view what, double figure, std::string_view unit, double least) {
  print_figure(what, figure, unit);
  std::printf(" %s %g\n", figure >= least ? "at least" : "BELOW", least);
}

}  // namespace bench

/// Usage: gradcircuit_bench [folder of test data]
int main(int count, char** arguments) {
  bench::large_graph();
  bench::replay();
  bench::samples();
  bench::symbols();
  bench::training();
  bench::hostile_programs(count > 1 ? arguments[1] : GRADCIRCUIT_TEST_DATA);
}
