#include "engine/explain/notes.hpp"

#include <algorithm>
#include <cmath>

#include "engine/base/number.hpp"
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

/// Whether any entry of an elementwise node stands on a corner of its op, or a matrix op's operand as a whole.
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

}  // namespace

std::vector<Note> notes_of(const Graph& graph, const Tape& tape, NodeId output, const Activity& active,
                           const Request& request) {
  std::vector<Note> notes(graph.notes().begin(), graph.notes().end());
  const auto note = [&](DiagnosticCode code, NodeId id, std::vector<Diagnostic::Argument> arguments) {
    notes.push_back({.code = code, .arguments = std::move(arguments), .span = graph[id].span, .node = id});
  };
  if (!graph[output].shape.is_scalar() && !request.output_adjoint)
    note("matrix_output", output, {{"shape", to_string(graph[output].shape)}});
  bool finite = true;
  for (NodeId id = 0; id < graph.size(); ++id) {
    if (!graph.is_leaf(id) && active.on_path[id] && stands_on_kink(graph, tape, id))
      note("kink", id,
           {{"operation", std::string(op_name(graph[id].op))}, {"chosen", std::string(kinks[graph[id].op].chosen)}});
    const auto entries = tape.view(graph, id).flat();
    const auto culprit = std::ranges::find_if_not(entries, [](double x) { return std::isfinite(x); });
    if (finite && culprit != entries.end()) {
      finite = false;
      note("first_non_finite", id, {{"value", print_number(*culprit)}});
    }
  }
  return notes;
}

}  // namespace gradcircuit
