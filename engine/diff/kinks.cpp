#include "engine/diff/kinks.hpp"

#include <algorithm>
#include <cmath>

#include "engine/diff/elementwise.hpp"

namespace gradcircuit {
namespace {

using AtKink = bool (*)(std::span<const double>);
struct Kink {
  AtKink at;
  std::string_view chosen;
};

constexpr std::array<Kink, op_count> kinks = table_of_ops<Kink>([]<class Op>() -> Kink {
  if constexpr (requires(std::span<const double> operands) { Op::kink(operands); })
    return {&Op::kink, Op::at_kink};
  else
    return {nullptr, {}};
});

/// Flat pieces, which differ in height alone.
bool is_staircase(OpId op) { return is_any<ops::Sign, ops::Step, ops::Floor>(op); }

/// Pieces whose slopes are numbers.
bool has_pieces(OpId op) {
  return is_staircase(op) || is_any<ops::Abs, ops::Relu, ops::LeakyRelu, ops::Max, ops::Min, ops::Clamp, ops::If>(op);
}

bool on_same_piece(double before, double after) { return before == after || (std::isnan(before) && std::isnan(after)); }

}  // namespace

bool stands_on_kink(const Graph& graph, const Tape& tape, NodeId id) {
  const AtKink at = kinks[graph[id].op].at;
  if (at != nullptr && !op_infos[graph[id].op].elementwise) return at(tape.view(graph, graph.operands(id)[0]).flat());
  bool found = false;
  if (at != nullptr)
    for_each_entry(graph, tape, id, [&](std::span<const double> operands, std::uint32_t, std::uint32_t) {
      found = found || at(operands);
    });
  return found;
}

std::string_view chosen_at_kink(OpId op) { return kinks[op].chosen; }

Pieces::Pieces(const Graph& graph, NodeId output) : graph_(graph) {
  const std::vector<bool> on_path = activity(graph, output).on_path;
  for (NodeId id = 0; id <= output; ++id)
    if (!graph.is_leaf(id) && on_path[id] && has_pieces(graph[id].op)) nodes_.push_back(id);
}

Pieces::Taken Pieces::taken(const Tape& tape) const {
  Taken taken;
  for (const NodeId id : nodes_) {
    const OpId op = graph_[id].op;
    const MatrixView<const double> out = tape.view(graph_, id);
    for_each_entry(graph_, tape, id, [&](std::span<const double> in, std::uint32_t row, std::uint32_t column) {
      if (is_staircase(op)) return taken.push_back(out(row, column));
      for (std::size_t i = 0; i < in.size(); ++i)
        taken.push_back(entry_rules<double>[op].partial(i, in, out(row, column)));
    });
  }
  return taken;
}

bool Pieces::same(const Taken& before, const Taken& after) { return std::ranges::equal(before, after, on_same_piece); }

NodeId Pieces::first_change(const Taken& before, const Taken& after) const {
  const auto change = std::ranges::mismatch(before, after, on_same_piece);
  std::size_t left = static_cast<std::size_t>(change.in1 - before.begin());
  for (const NodeId id : nodes_) {
    const std::size_t entries = graph_[id].shape.entries() * (is_staircase(graph_[id].op) ? 1 : graph_[id].arity);
    if (left < entries) return id;
    left -= entries;
  }
  return none;
}

}  // namespace gradcircuit
