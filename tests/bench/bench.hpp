#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace bench {

/// Prints a benchmark's table. `data` is the folder of test data.
void large_graph();
void replay();
void samples();
void symbols();
void training();
void hostile_programs(const std::string& data);

/// Seconds that `run` takes.
template <class Run>
double seconds(Run run) {
  const auto start = std::chrono::steady_clock::now();
  run();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// The smallest of several measurements: what the machine can do when nothing disturbs it.
template <class Run>
double best_of(int repetitions, Run run) {
  double best = seconds(run);
  while (--repetitions > 0)
    if (const double next = seconds(run); next < best) best = next;
  return best;
}

/// One line: what was measured, the figure with its unit, and whether it keeps its budget, where it has one.
void print(std::string_view what, double figure, std::string_view unit);
void print(std::string_view what, double figure, std::string_view unit, double budget);
/// Likewise, where more is better.
void print_at_least(std::string_view what, double figure, std::string_view unit, double least);

}  // namespace bench
