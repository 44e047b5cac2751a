#include "engine/explain/notes.hpp"

#include <algorithm>
#include <cmath>

#include "engine/base/number.hpp"
#include "engine/diff/kinks.hpp"

namespace gradcircuit {
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
           {{"operation", std::string(op_name(graph[id].op))}, {"chosen", std::string(chosen_at_kink(graph[id].op))}});
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
