#pragma once

#include "engine/diff/backward.hpp"
#include "engine/diff/steps.hpp"

namespace gradcircuit {

/// Which nodes are drawn as one: `stages` closes every stage, `groups` the calls listed by id.
struct Partition {
  bool stages = false;
  std::vector<std::uint32_t> groups = {};
};

/// The picture of a graph under a partition: a box for every node that stands on its own and for every closed region, in
/// ascending order of the nodes they stand for. Partials are not filled in yet.
std::vector<Box> boxes(const Graph& graph, const Partition& partition);

/// Which of a box's inputs are stepped: those on a path to the output that leads through the box along edges with derivatives.
/// `reached` is all false, one entry a node, before and after.
std::vector<bool> stepped_inputs(const Graph& graph, const Box& box, const Activity& active,
                                 std::vector<bool>& reached);

/// One edge of a box, worked out: what arrives, and the partial where there is one.
struct WorkedEdge {
  std::optional<Matrix> partial;
  Matrix contribution;
};

/// An edge of a gate on its own: `work` fills in what arrives, in `shape`, and the partial unless it is null.
template <class Work>
WorkedEdge edge_of_gate(const Graph& graph, NodeId gate, Shape shape, Work work) {
  WorkedEdge edge{.partial = {}, .contribution = Matrix(shape, 0)};
  if (op_infos[graph[gate].op].elementwise) edge.partial = Matrix(graph[gate].shape, 0);
  MatrixView<double> partial;
  if (edge.partial) partial = edge.partial->view();
  work(edge.contribution.view(), edge.partial ? &partial : nullptr);
  return edge;
}

/// The backward pass over the boxes of a view, one step an edge, in the order in which it is animated.
struct ViewPass {
  Values<double> adjoints;  ///< of all nodes, those inside closed regions included
  std::vector<BackwardStep> steps;
};

/// Runs backward over `boxes` and fills in their partials. An edge out of a region is one step: the partial is a backward pass
/// inside it, started with 1. `output_adjoint` has the output's shape, all ones unless given. O(nodes + edges × region).
ViewPass backward_over(const Graph& graph, const Tape& tape, NodeId output, const Activity& active,
                       std::vector<Box>& boxes, std::span<const double> output_adjoint, bool record_steps);

}  // namespace gradcircuit
