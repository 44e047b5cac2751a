#include "engine/explain/output.hpp"

#include "engine/base/suggest.hpp"

namespace gradcircuit {

Result<NodeId> find_output(const Graph& graph, const std::optional<std::string>& name) {
  if (!name) return graph.output();
  if (const auto node = graph.find(*name)) return *node;
  std::vector<std::string_view> names;
  for (const Stage& stage : graph.stages())
    if (!stage.name.empty()) names.push_back(stage.name);
  for (const Input& input : graph.inputs()) names.push_back(input.name);
  Error error{.code = "unknown_output", .arguments = {{"name", *name}}};
  if (const auto suggestion = suggest(*name, names))
    error.arguments.emplace_back("suggestion", std::string(*suggestion));
  return error;
}

std::optional<Error> check_output_adjoint(const Graph& graph, NodeId output,
                                          const std::optional<Matrix>& output_adjoint) {
  if (!output_adjoint || output_adjoint->shape() == graph[output].shape) return std::nullopt;
  return Error{
      .code = "output_adjoint_shape",
      .arguments = {{"found", to_string(output_adjoint->shape())}, {"expected", to_string(graph[output].shape)}},
      .span = graph[output].span};
}

}  // namespace gradcircuit
