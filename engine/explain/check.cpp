#include "engine/explain/check.hpp"

namespace gradcircuit {
Result<CheckReport> check_gradients(const Explanation& explanation, const Request& request) {
  const Graph& graph = explanation.graph;
  if (sweep_runs * moving_work(graph) > limits::checked_work) return Error{.code = "check_left_out"};
  const std::vector<double>& start = explanation.output_adjoint.entries();
  CheckReport report;
  for (const Input& input : graph.inputs()) {
    const std::optional<Matrix>& gradient = explanation.adjoints[input.node];
    report.checks.emplace_back();
    for (std::size_t i = 0; gradient && i < gradient->size(); ++i) {
      Sweep swept = sweep(graph, explanation.output, start, input.node, i, (*gradient)[i]);
      report.checks.back().push_back(swept.check);
      if (!request.check_of || request.check_of->input != input.name || request.check_of->entry != i) continue;
      report.swept = request.check_of;
      report.sweep = std::move(swept);
    }
  }
  return report;
}

}  // namespace gradcircuit
