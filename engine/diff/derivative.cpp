#include "engine/diff/derivative.hpp"

#include "engine/diff/differentiate.hpp"
#include "engine/diff/simplify.hpp"

namespace gradcircuit {

namespace {

/// Where an input stands now: a simplified graph has only those that it still needs.
Result<NodeId> find_input(Graph& graph, const Input& input) {
  const auto found = graph.find(input.name);
  return found ? Result<NodeId>(*found) : graph.append_input(input, {});
}

}  // namespace

Result<Derivative> derivative(const Graph& graph, NodeId output, NodeId by, std::uint32_t order) {
  Derivative result{.graph = graph, .readable = true};
  result.graph.set_node_limit(limits::derivative_nodes);
  result.graph.set_output(output);
  for (std::uint32_t taken = 0; taken < order; ++taken) {
    const auto at = taken == 0 ? Result<NodeId>(by) : find_input(result.graph, graph.input_of(by));
    if (!at) return at.error();
    const auto node = differentiate(result.graph, result.graph.output(), *at);
    if (!node) return node.error();
    result.graph.set_output(*node);
    if (!result.readable) continue;
    auto simple = simplify(result.graph, *node);
    result.readable = bool(simple);
    // what is shorter to read may be longer to compute: it shares less
    if (simple && (taken + 1 == order || simple->size() <= result.graph.size())) result.graph = std::move(*simple);
  }
  return result;
}

}  // namespace gradcircuit
