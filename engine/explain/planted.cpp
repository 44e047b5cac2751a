#include "engine/explain/planted.hpp"

#include <algorithm>
#include <map>

#include "engine/diff/forward.hpp"

namespace gradcircuit {
namespace {

constexpr WrongRule nothing_wrong{.id = "", .text = ""};

RecordedPass record(const Explanation& explanation, const Tape& tape, const Activity& active,
                    const std::optional<Bug>& bug) {
  const NodeId gates[] = {bug ? bug->node : none};
  return record_backward(explanation.graph, tape, explanation.output, active,
                         {.rule = bug ? *bug->rule : nothing_wrong, .gates = gates},
                         explanation.output_adjoint.entries());
}

/// The backward half of a picture, put together from the single edges of a recorded pass.
class Redrawn {
 public:
  Redrawn(Explanation& explanation, const RecordedPass& pass, const Bug& bug)
      : explanation_(explanation), pass_(pass), bug_(bug) {}

  void run() {
    for (Box& box : explanation_.boxes)
      for (std::uint32_t i = 0; i < box.inputs.size(); ++i)
        if (box.partials[i]) box.partials[i] = partial_of(box, i);
    for (BackwardStep& step : explanation_.backward_steps) redo(step);
  }

 private:
  static bool holds(const Box& box, NodeId node) {
    return box.is_region() ? std::ranges::binary_search(box.members, node) : box.node == node;
  }

  /// Calls `use` for every edge that this wire of the picture stands for.
  template <class Use>
  void each_edge(const Box& box, std::uint32_t input, Use use) const {
    for (const BackwardStep& edge : pass_.edges)
      if (holds(box, edge.node) && edge.target == box.inputs[input] && (box.is_region() || edge.input == input))
        use(edge);
  }

  Matrix contribution_of(const Box& box, std::uint32_t input) const {
    Matrix sum(explanation_.graph[box.inputs[input]].shape, 0);
    each_edge(box, input, [&](const BackwardStep& edge) {
      for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += edge.contribution[i];
    });
    return sum;
  }

  /// What the wire used for its local derivative. Of a region around the bug that is what it handed back for each unit that arrived.
  Matrix partial_of(const Box& box, std::uint32_t input) const {
    Matrix partial = *box.partials[input];
    if (!box.is_region())
      each_edge(box, input, [&](const BackwardStep& edge) { partial = edge.partial.value_or(partial); });
    const double adjoint = pass_.adjoints.at(box.node)[0];
    if (!box.is_region() || !holds(box, bug_.node) || adjoint == 0) return partial;
    partial = contribution_of(box, input);
    for (std::size_t i = 0; i < partial.size(); ++i) partial[i] /= adjoint;
    return partial;
  }

  void redo(BackwardStep& step) {
    const auto box = std::ranges::find(explanation_.boxes, step.node, &Box::node);
    const Matrix before = step.arrived == 1 ? Matrix(step.total.shape(), 0) : totals_[step.target];
    step.adjoint = Matrix(pass_.adjoints.view(explanation_.graph, step.node));
    if (step.partial) step.partial = box->partials[step.input];
    step.contribution = contribution_of(*box, step.input);
    step.total = before;
    for (std::size_t i = 0; i < before.size(); ++i) step.total[i] += step.contribution[i];
    if (bug_.rule->arrival != Arrival::add && step.target == bug_.node)
      each_edge(*box, step.input, [&](const BackwardStep& edge) { step.total = edge.total; });
    if (step.arrived == step.of) step.total = Matrix(pass_.adjoints.view(explanation_.graph, step.target));
    totals_.insert_or_assign(step.target, step.total);
  }

  Explanation& explanation_;
  const RecordedPass& pass_;
  const Bug& bug_;
  std::map<NodeId, Matrix> totals_;
};

/// What was measured stays; what is held against it has changed.
void check_again(Explanation& explanation) {
  for (std::size_t k = 0; k < explanation.checks.size(); ++k) {
    NumericCheck& check = explanation.checks[k];
    const std::optional<Matrix>& gradient = explanation.adjoints[explanation.graph.inputs()[k].node];
    check.relative_error = 0;
    for (std::size_t i = 0; i < check.numeric.size(); ++i) {
      const double error = relative_difference(check.numeric[i], gradient ? (*gradient)[i] : 0);
      if (!(error <= check.relative_error)) check.relative_error = error;  // keeps NaN
    }
  }
}

}  // namespace

std::optional<Error> plant(const Request& request, Explanation& explanation) {
  if (!request.bug) return std::nullopt;
  const Graph& graph = explanation.graph;
  if (request.bug->node >= graph.size())
    return Error{.code = "unknown_output", .arguments = {{"name", std::to_string(request.bug->node)}}};
  const Tape tape = forward(graph);
  const RecordedPass pass = record(explanation, tape, activity(graph, explanation.output), request.bug);
  Redrawn(explanation, pass, *request.bug).run();
  for (NodeId id = 0; id < graph.size(); ++id)
    if (explanation.adjoints[id]) explanation.adjoints[id] = Matrix(pass.adjoints.view(graph, id));
  if (!explanation.paths.empty()) {
    PathFinder finder(explanation.boxes, explanation.output);
    explanation.paths.clear();
    for (const Input& input : graph.inputs()) explanation.paths.push_back(finder.from(input.node));
  }
  check_again(explanation);
  return std::nullopt;
}

Result<std::vector<Bug>> plantable_bugs(const Explanation& explanation) {
  const Graph& graph = explanation.graph;
  std::uint64_t entries = 0;
  for (NodeId id = 0; id < graph.size(); ++id) entries += graph[id].shape.entries();
  // every rule is broken at every node, and each time the whole pass is run
  if (4 * wrong_rules().size() * graph.size() * entries > limits::checked_work) return Error{.code = "check_left_out"};
  return plantable_bugs(graph, forward(graph), explanation.output, activity(graph, explanation.output),
                        explanation.output_adjoint.entries());
}

Result<std::vector<LocalCheck>> check_gates(const Explanation& explanation, const Request& request) {
  const Graph& graph = explanation.graph;
  const Tape tape = forward(graph);
  const RecordedPass pass = record(explanation, tape, activity(graph, explanation.output), request.bug);
  if (work_of_edges(graph, pass) > limits::checked_work) return Error{.code = "check_left_out"};
  return check_edges(graph, tape, pass);
}

}  // namespace gradcircuit
