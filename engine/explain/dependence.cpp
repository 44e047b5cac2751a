#include "engine/explain/dependence.hpp"

#include <algorithm>

#include "engine/diff/forward.hpp"
#include "engine/explain/asked.hpp"

namespace gradcircuit {
namespace {

/// Both ends, and the stages that all paths between them pass.
std::vector<NodeId> stages_between(const Graph& graph, NodeId of, NodeId by) {
  std::vector<NodeId> nodes = waypoints(graph, of, by);
  std::erase_if(nodes, [&](NodeId id) {
    return id != of && id != by && std::ranges::find(graph.stages(), id, &Stage::node) == graph.stages().end();
  });
  return nodes;
}

Result<std::vector<Jacobian>> chain_between(const Graph& graph, const Tape& tape, NodeId of, NodeId by) {
  const std::vector<NodeId> nodes = stages_between(graph, of, by);
  std::vector<Jacobian> chain;
  if (nodes.size() > chained_stages + 1) return chain;
  for (std::size_t i = 1; i < nodes.size(); ++i) {
    auto factor = jacobian(graph, tape, nodes[i - 1], nodes[i]);
    if (!factor) return factor.error();
    chain.push_back(std::move(*factor));
  }
  return chain;
}

}  // namespace

Result<Dependence> dependence(const Explanation& explanation, NodeId of, NodeId by) {
  const Graph& graph = explanation.graph;
  const Tape tape = forward(graph);
  auto whole = jacobian(graph, tape, of, by);
  if (!whole) return whole.error();
  auto chain = chain_between(graph, tape, of, by);
  if (!chain) return chain.error();
  Dependence result{
      .jacobian = std::move(*whole), .adjoint = explanation.adjoints[of], .product = {}, .chain = std::move(*chain)};
  if (result.adjoint) result.product = vector_jacobian_product(graph, tape, of, by, result.adjoint->entries());
  return result;
}

Result<std::vector<Dependence>> dependences(const Explanation& explanation, const Request& request) {
  const auto of = asked(explanation.graph, request.of.value_or(explanation.output));
  if (!of) return of.error();
  const auto by = asked_by(explanation.graph, request);
  if (!by) return by.error();
  std::vector<Dependence> found;
  for (const Asked& one : *by) {
    auto its = dependence(explanation, of->node, one.node);
    if (!its) return its.error();
    found.push_back(std::move(*its));
  }
  return found;
}

}  // namespace gradcircuit
