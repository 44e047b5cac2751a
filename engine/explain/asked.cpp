#include "engine/explain/asked.hpp"

namespace gradcircuit {

Result<Asked> asked(const Graph& graph, const Pick& pick) {
  const NodeId* const id = std::get_if<NodeId>(&pick);
  const std::string name = id != nullptr ? std::to_string(*id) : *std::get_if<std::string>(&pick);
  const std::optional<NodeId> node = id == nullptr        ? graph.find(name)
                                     : *id < graph.size() ? std::optional(*id)
                                                          : std::nullopt;
  if (!node) return Error{.code = "unknown_output", .arguments = {{"name", name}}};
  return Asked{name, *node};
}

Error derivatives_left_out(std::size_t count) {
  return {.code = "derivatives_left_out", .arguments = {{"count", std::to_string(count)}}};
}

Result<std::vector<Asked>> asked_by(const Graph& graph, const Request& request) {
  std::vector<Asked> all;
  for (const Pick& pick : request.by) {
    auto one = asked(graph, pick);
    if (!one) return one.error();
    all.push_back(std::move(*one));
  }
  if (all.empty())
    for (const Input& input : graph.inputs()) all.push_back({input.name, input.node});
  if (all.size() * graph.size() > limits::derived_nodes) return derivatives_left_out(all.size());
  return all;
}

}  // namespace gradcircuit
