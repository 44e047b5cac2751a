#include "engine/diff/suspects.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gradcircuit {
namespace {

/// One gate as a program of its own: its operands are the inputs, but for the numbers that are written there.
struct Alone {
  Graph graph;
  std::vector<NodeId> operands = {};
};

Alone gate_alone(const Graph& graph, const Tape& tape, NodeId gate) {
  Alone alone{.graph = Graph(limits::api_nodes, std::numeric_limits<std::uint64_t>::max())};
  for (const NodeId operand : graph.operands(gate)) {
    const auto place = graph.is_constant(operand)
                           ? alone.graph.append_constant(graph.constant_value(operand), {})
                           : alone.graph.append_input({.name = {}, .value = Matrix(tape.view(graph, operand))}, {});
    alone.operands.push_back(*place);
  }
  alone.graph.set_output(*alone.graph.append(graph[gate].op, alone.operands, {}, graph.attributes(gate)));
  return alone;
}

bool is_worse(const LocalCheck& check, const LocalCheck& than) {
  const bool differs = check.finding == Finding::differs;
  if (differs != (than.finding == Finding::differs)) return differs;
  return check.relative_error > than.relative_error;
}

/// The sum of what arrived at a node, and what was taken for it.
LocalCheck check_sum(NodeId node, const Matrix& sum, std::span<const double> adjoint) {
  LocalCheck worst{.node = node, .used = adjoint[0], .measured = sum[0]};
  for (std::uint32_t i = 0; i < adjoint.size(); ++i) {
    LocalCheck check{.node = node, .entry = i, .used = adjoint[i], .measured = sum[i]};
    check.relative_error = relative_difference(check.used, check.measured);
    if (!std::isfinite(check.measured) || !std::isfinite(check.used))
      check.finding = Finding::not_finite;
    else if (check.relative_error > numeric_tolerance)
      check.finding = Finding::differs;
    if (i == 0 || is_worse(check, worst)) worst = check;
  }
  return worst;
}

bool is_finite(const Graph& graph, const Values<double>& adjoints) {
  for (const Input& input : graph.inputs())
    for (const double entry : adjoints.view(graph, input.node).flat())
      if (!std::isfinite(entry)) return false;
  return true;
}

bool gives_the_same(const Graph& graph, const Values<double>& found, const Values<double>& right) {
  for (const Input& input : graph.inputs())
    for (std::size_t i = 0; i < graph[input.node].shape.entries(); ++i)
      if (!(relative_difference(found.at(input.node)[i], right.at(input.node)[i]) <= numeric_tolerance)) return false;
  return true;
}

/// Whether measuring the gate that was broken, or the sum, shows it.
bool is_found(const Graph& graph, const Tape& tape, const RecordedPass& pass, const Bug& bug) {
  if (bug.rule->arrival != Arrival::add) return true;  // the gradients differ, and nothing else was touched
  return std::ranges::any_of(pass.edges, [&](const BackwardStep& edge) {
    if (edge.node != bug.node) return false;
    const auto check = check_edge(graph, tape, edge);
    return check && check->finding == Finding::differs;
  });
}

}  // namespace

std::optional<LocalCheck> check_edge(const Graph& graph, const Tape& tape, const BackwardStep& edge) {
  const std::vector<double>& adjoint = edge.adjoint.entries();
  if (std::ranges::all_of(adjoint, [](double x) { return x == 0; })) return std::nullopt;
  if (!std::ranges::all_of(adjoint, [](double x) { return std::isfinite(x); })) return std::nullopt;
  const Alone alone = gate_alone(graph, tape, edge.node);
  // the local derivative is easier to read than what it was multiplied by
  const bool is_local = edge.partial && edge.partial->size() == 1 && edge.contribution.size() == 1;
  const double one[] = {1};
  const Matrix& used = is_local ? *edge.partial : edge.contribution;
  std::optional<LocalCheck> worst;
  for (std::uint32_t i = 0; i < used.size(); ++i) {
    const EntryCheck found = sweep(alone.graph, alone.graph.output(), is_local ? std::span(one) : std::span(adjoint),
                                   alone.operands[edge.input], i, used[i])
                                 .check;
    const LocalCheck check{.node = edge.node,
                           .input = edge.input,
                           .entry = i,
                           .finding = found.finding,
                           .used = used[i],
                           .measured = found.numeric,
                           .relative_error = found.relative_error};
    if (!worst || is_worse(check, *worst)) worst = check;
  }
  return worst;
}

std::vector<LocalCheck> check_edges(const Graph& graph, const Tape& tape, const RecordedPass& pass) {
  std::vector<std::optional<Matrix>> sums(graph.size());
  for (const BackwardStep& edge : pass.edges) {
    if (edge.of < 2) continue;
    std::optional<Matrix>& sum = sums[edge.target];
    if (!sum) sum = Matrix(edge.contribution.shape(), 0);
    for (std::size_t i = 0; i < sum->size(); ++i) (*sum)[i] += edge.contribution[i];
  }
  std::vector<LocalCheck> checks;
  std::size_t next = 0;
  for (NodeId id = static_cast<NodeId>(graph.size()); id-- > 0;) {
    if (sums[id]) checks.push_back(check_sum(id, *sums[id], pass.adjoints.view(graph, id).flat()));
    for (; next < pass.edges.size() && pass.edges[next].node == id; ++next)
      if (const auto check = check_edge(graph, tape, pass.edges[next])) checks.push_back(*check);
  }
  return checks;
}

std::uint64_t work_of_edges(const Graph& graph, const RecordedPass& pass) {
  std::uint64_t work = 0;
  for (const BackwardStep& edge : pass.edges) {
    std::uint64_t computed = graph[edge.node].shape.entries();
    for (const NodeId operand : graph.operands(edge.node)) computed += graph[operand].shape.entries();
    work += sweep_runs * edge.contribution.size() * computed;
  }
  return work;
}

std::vector<LocalCheck> suspects_of(std::span<const LocalCheck> checks) {
  std::vector<LocalCheck> suspects;
  for (const LocalCheck& check : checks)
    if (check.finding == Finding::differs) suspects.push_back(check);
  std::ranges::sort(suspects, [](const LocalCheck& a, const LocalCheck& b) {
    if (a.relative_error != b.relative_error) return a.relative_error > b.relative_error;
    return a.node != b.node ? a.node > b.node : a.input < b.input;
  });
  return suspects;
}

std::vector<Bug> plantable_bugs(const Graph& graph, const Tape& tape, NodeId output, const Activity& active,
                                std::span<const double> output_adjoint) {
  const Values<double> right = backward<double>(graph, tape, output, active, output_adjoint);
  std::vector<Bug> bugs;
  for (NodeId node = output + 1; node-- > 0;) {
    if (!active.on_path[node]) continue;
    for (const WrongRule& rule : wrong_rules()) {
      if (!rule.breaks_one_gate() || (graph.is_leaf(node) && rule.arrival == Arrival::add)) continue;
      const NodeId gates[] = {node};
      const RecordedPass pass =
          record_backward(graph, tape, output, active, {.rule = rule, .gates = gates}, output_adjoint);
      const Bug bug{.rule = &rule, .node = node};
      if (is_finite(graph, pass.adjoints) && !gives_the_same(graph, pass.adjoints, right) &&
          is_found(graph, tape, pass, bug))
        bugs.push_back(bug);
    }
  }
  return bugs;
}

}  // namespace gradcircuit
