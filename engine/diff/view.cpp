#include "engine/diff/view.hpp"

#include <algorithm>
#include <cmath>
#include <ranges>

namespace gradcircuit {
namespace {

struct Region {
  std::uint32_t group = none;
  std::uint32_t stage = none;
  friend bool operator==(Region, Region) = default;
  bool is_closed() const { return group != none || stage != none; }
};

/// The closed region a node lies in: its stage when stages are closed, otherwise the outermost closed group around it.
Region region_of(const Graph& graph, NodeId id, const Partition& partition) {
  const Scope scope = graph.scope_of(id);
  if (partition.stages && scope.stage != none) return {.group = none, .stage = scope.stage};
  Region region;
  for (std::uint32_t g = scope.group; g != none; g = graph.groups()[g].parent)
    if (std::ranges::find(partition.groups, g) != partition.groups.end()) region.group = g;
  return region;
}

NodeId output_of(const Graph& graph, Region region) {
  return region.stage != none ? graph.stages()[region.stage].node : graph.groups()[region.group].output;
}

Matrix times_adjoint(const Matrix& partial, double adjoint) {
  Matrix product = partial;
  for (std::size_t i = 0; i < product.size(); ++i) product[i] = adjoint == 0 ? 0 : adjoint * partial[i];
  return product;
}

/// Runs backward inside one closed box after the other, on one set of sums that is zero between the runs.
class BackwardInside {
 public:
  BackwardInside(const Graph& graph, const Tape& tape, const Activity& active)
      : graph_(graph), tape_(tape), active_(active), sums_(graph) {}

  /// All edges of a closed box, and the adjoints of its members.
  std::vector<WorkedEdge> edges(const Box& box, MatrixView<const double> adjoint, Values<double>& adjoints) {
    run(box, adjoint.flat());
    std::vector<WorkedEdge> edges;
    for (const NodeId source : box.inputs) edges.push_back({.partial = {}, .contribution = sum_at(source)});
    for (const NodeId member : box.members)
      if (member != box.node) std::ranges::copy(sums_.view(graph_, member).flat(), adjoints.at(member));
    clear(box);
    if (!adjoint.shape.is_scalar()) return edges;

    const double one = 1;
    run(box, {&one, 1});
    for (std::size_t i = 0; i < edges.size(); ++i) {
      edges[i].partial = sum_at(box.inputs[i]);
      // nothing along an infinite adjoint is nothing or no number: the pass inside knows
      if (std::isfinite(adjoint[0])) edges[i].contribution = times_adjoint(*edges[i].partial, adjoint[0]);
    }
    clear(box);
    return edges;
  }

 private:
  void run(const Box& box, std::span<const double> start) {
    std::ranges::copy(start, sums_.at(box.node));
    backward_along(graph_, tape_, box.members | std::views::reverse, active_, sums_);
  }
  void clear(const Box& box) {
    for (const NodeId member : box.members) std::ranges::fill(sums_.view(graph_, member).flat(), 0.0);
    for (const NodeId source : box.inputs) std::ranges::fill(sums_.view(graph_, source).flat(), 0.0);
  }
  Matrix sum_at(NodeId id) const { return Matrix(sums_.view(graph_, id)); }

  const Graph& graph_;
  const Tape& tape_;
  const Activity& active_;
  Values<double> sums_;
};

}  // namespace

std::vector<bool> stepped_inputs(const Graph& graph, const Box& box, const Activity& active,
                                 std::vector<bool>& reached) {
  std::vector<bool> stepped(box.inputs.size(), false);
  if (!active.on_path[box.node]) return stepped;
  const auto mark_operands = [&](NodeId id, auto mark) {
    const std::span<const NodeId> operands = graph.operands(id);
    for (std::size_t i = 0; i < operands.size(); ++i)
      if (active.on_path[operands[i]] && is_differentiable(graph[id].op, i)) mark(i, operands[i]);
  };
  if (!box.is_region()) {
    mark_operands(box.node, [&](std::size_t i, NodeId) { stepped[i] = true; });
    return stepped;
  }
  reached[box.node] = true;
  for (const NodeId id : box.members | std::views::reverse)
    if (reached[id]) mark_operands(id, [&](std::size_t, NodeId operand) { reached[operand] = true; });
  for (std::size_t i = 0; i < box.inputs.size(); ++i) stepped[i] = reached[box.inputs[i]];
  for (const NodeId id : box.members) reached[id] = false;
  for (const NodeId id : box.inputs) reached[id] = false;
  return stepped;
}

std::vector<Box> boxes(const Graph& graph, const Partition& partition) {
  const auto size = static_cast<NodeId>(graph.size());
  std::vector<Region> regions;
  for (NodeId id = 0; id < size; ++id) regions.push_back(region_of(graph, id, partition));

  std::vector<Box> closed(size);  // by the region's output
  std::vector<Box> boxes;
  for (NodeId id = 0; id < size; ++id) {
    const Region region = regions[id];
    const std::span<const NodeId> operands = graph.operands(id);
    if (!region.is_closed()) {
      boxes.push_back({.node = id, .inputs = {operands.begin(), operands.end()}, .partials = {}});
    } else {
      Box& box = closed[output_of(graph, region)];
      box.members.push_back(id);
      for (const NodeId operand : operands)
        if (regions[operand] != region && std::ranges::find(box.inputs, operand) == box.inputs.end())
          box.inputs.push_back(operand);
      if (id != output_of(graph, region)) continue;
      box.node = id;
      box.group = region.group;
      box.stage = region.stage;
      boxes.push_back(std::move(box));
    }
    boxes.back().partials.resize(boxes.back().inputs.size());
  }
  return boxes;
}

ViewPass backward_over(const Graph& graph, const Tape& tape, NodeId output, const Activity& active,
                       std::vector<Box>& boxes, std::span<const double> output_adjoint, bool record_steps) {
  ViewPass pass{Values<double>(graph), {}};
  const std::span<double> start = pass.adjoints.view(graph, output).flat();
  if (output_adjoint.empty())
    std::ranges::fill(start, 1.0);
  else
    std::ranges::copy(output_adjoint, start.begin());

  std::vector<std::uint32_t> expected(graph.size(), 0);
  std::vector<std::vector<bool>> stepped;
  std::vector<bool> reached(graph.size(), false);
  for (const Box& box : boxes) {
    stepped.push_back(stepped_inputs(graph, box, active, reached));
    for (std::size_t i = 0; i < box.inputs.size(); ++i) expected[box.inputs[i]] += stepped.back()[i];
  }
  std::vector<std::uint32_t> arrived(graph.size(), 0);
  BackwardInside regions(graph, tape, active);

  for (std::size_t b = boxes.size(); b-- > 0;) {
    Box& box = boxes[b];
    if (!active.on_path[box.node] || box.inputs.empty()) continue;
    const MatrixView<const double> adjoint = std::as_const(pass.adjoints).view(graph, box.node);
    std::vector<WorkedEdge> edges;
    if (box.is_region()) edges = regions.edges(box, adjoint, pass.adjoints);

    for (std::size_t i = 0; i < box.inputs.size(); ++i) {
      if (!stepped[b][i]) continue;
      const NodeId target = box.inputs[i];
      WorkedEdge edge = box.is_region()
                            ? std::move(edges[i])
                            : edge_of_gate(graph, box.node, graph[target].shape, [&](auto contribution, auto* partial) {
                                pull<double>(graph, box.node, i, tape, adjoint, contribution, partial);
                              });
      const std::span<double> total = pass.adjoints.view(graph, target).flat();
      for (std::size_t k = 0; k < total.size(); ++k) total[k] += edge.contribution[k];
      ++arrived[target];
      box.partials[i] = edge.partial;
      if (!record_steps) continue;
      pass.steps.push_back({.node = box.node,
                            .input = static_cast<std::uint32_t>(i),
                            .target = target,
                            .adjoint = Matrix(adjoint),
                            .partial = std::move(edge.partial),
                            .rule = box.is_region() ? std::string_view{} : pull_rule(graph[box.node].op, i),
                            .contribution = std::move(edge.contribution),
                            .total = Matrix(std::as_const(pass.adjoints).view(graph, target)),
                            .arrived = arrived[target],
                            .of = expected[target]});
    }
  }
  return pass;
}

}  // namespace gradcircuit
