#include "engine/diff/derivative.hpp"

#include "engine/diff/differentiate.hpp"
#include "engine/diff/simplify.hpp"

namespace gradcircuit {

Result<Derivative> derivative(const Graph& graph, NodeId output, std::string_view input, std::uint32_t order) {
  Derivative result{.graph = graph, .readable = true};
  result.graph.set_node_limit(limits::derivative_nodes);
  result.graph.set_output(output);
  const Input by = graph.input_of(*graph.find(input));
  for (; order > 0; --order) {
    // a simplified graph has only the inputs that it still needs
    auto found = result.graph.find(input);
    const auto at = found ? Result<NodeId>(*found) : result.graph.append_input(by, {});
    if (!at) return at.error();
    const auto node = differentiate(result.graph, result.graph.output(), *at);
    if (!node) return node.error();
    result.graph.set_output(*node);
    if (!result.readable) continue;
    auto simple = simplify(result.graph, *node);
    result.readable = bool(simple);
    // what is shorter to read may be longer to compute: it shares less
    if (simple && (order == 1 || simple->size() <= result.graph.size())) result.graph = std::move(*simple);
  }
  return result;
}

}  // namespace gradcircuit
