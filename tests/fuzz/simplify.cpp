// What is simplified keeps its value, wherever the original is finite.
#include "engine/diff/simplify.hpp"

#include "engine/diff/elementwise.hpp"
#include "engine/diff/forward.hpp"
#include "tests/engine/diff/conditioning.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace gradcircuit;

namespace {

constexpr double largest = 1e60;

/// The node and all it needs, with an input for every constant: what is computed from constants is rounded as well.
struct Opened {
  Graph graph{limits::api_nodes};
  NodeId output = none;

  Opened(const Graph& original, NodeId root) {
    const std::vector<bool> needed = needed_by(original, root);
    std::vector<NodeId> nodes(root + 1, none);
    for (NodeId id = 0; id <= root; ++id) {
      if (!needed[id]) continue;
      std::vector<NodeId> operands;
      for (const NodeId operand : original.operands(id)) operands.push_back(nodes[operand]);
      if (original.is_leaf(id))
        nodes[id] = *graph.append_input({.value = value_of(original, id)}, {});
      else
        nodes[id] = *graph.append(original[id].op, operands, {}, original.attributes(id));
    }
    output = nodes[root];
  }
  static Matrix value_of(const Graph& graph, NodeId leaf) {
    return graph.is_input(leaf) ? graph.input_of(leaf).value : Matrix(graph.constant_value(leaf));
  }
};

/// Whether an op jumps, and where it does is so near that rounding might decide on which side.
bool is_at_jump(const Graph& graph, const Tape& tape, NodeId id) {
  const OpId op = graph[id].op;
  if (graph.is_leaf(id) || !op_infos[op].elementwise) return false;
  const std::span<const NodeId> operands = graph.operands(id);
  if (std::ranges::all_of(operands, [&](NodeId operand) { return graph.is_leaf(operand); })) return false;
  const auto near = [](double a, double b) { return std::fabs(a - b) <= 1e-6 * (1 + std::fabs(a) + std::fabs(b)); };
  bool found = false;
  for_each_entry(graph, tape, id, [&](std::span<const double> at, std::uint32_t, std::uint32_t) {
    if (op_infos[op].kind == Kind::comparison) found |= near(at[0], at[1]);
    if (op == op_id<ops::Floor>()) found |= near(at[0], std::round(at[0]));
    if (op == op_id<ops::Sign>() || op == op_id<ops::Step>() || op == op_id<ops::Atan2>()) found |= near(at[0], 0);
  });
  return found;
}

/// The value and its conditioning; empty where something is not finite, vanishes, or jumps.
struct Valued {
  std::vector<double> entries;
  double scale = 0;

  explicit Valued(const Opened& opened) {
    const auto& [graph, output] = opened;
    const Tape tape = forward(graph);
    if (!is_tame(graph, tape, output, largest)) return;
    for (NodeId id = 0; id <= output; ++id)
      if (is_at_jump(graph, tape, id)) return;
    std::vector<double> weights(graph[output].shape.entries());
    for (std::size_t i = 0; i < weights.size(); ++i) weights[i] = 1 + 0.37 * static_cast<double>(i % 7);
    const auto adjoints = backward<double>(graph, tape, output, activity(graph, output), weights);
    scale = rounding_scale(graph, tape, adjoints, output);
    const auto flat = tape.view(graph, output).flat();
    if (std::isfinite(scale)) entries.assign(flat.begin(), flat.end());
  }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto graph = small_graph(text_of(data, size));
  if (!graph) return 0;
  const auto simple = simplify(*graph, graph->output());
  if (!simple) return 0;
  require((*simple)[simple->output()].shape == (*graph)[graph->output()].shape, "another shape");
  const Valued before(Opened(*graph, graph->output()));
  const Valued after(Opened(*simple, simple->output()));
  if (before.entries.empty() || after.entries.empty()) return 0;
  const double tolerance = 1e-10 * (before.scale + after.scale);
  for (std::size_t i = 0; i < before.entries.size(); ++i)
    require(std::fabs(before.entries[i] - after.entries[i]) <= tolerance, "another value");
  return 0;
}
