#include "engine/diff/view.hpp"

#include <algorithm>

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

/// The interior of a closed box, as ids in [first, box.node]. Nodes of other regions may lie between.
struct Interior {
  NodeId first;
  std::vector<bool> inside;  ///< by id - first
  bool contains(NodeId id) const { return id >= first && id - first < inside.size() && inside[id - first]; }
};

Interior interior_of(const Graph& graph, const Box& box) {
  Interior interior{.first = box.node, .inside = {}};
  const auto belongs = [&](NodeId id) {
    return box.stage != none ? graph.scope_of(id).stage == box.stage : graph.in_group(id, box.group);
  };
  for (NodeId id = box.node + 1; id-- > 0;)
    if (belongs(id)) interior.first = id;
  for (NodeId id = interior.first; id <= box.node; ++id) interior.inside.push_back(belongs(id));
  return interior;
}

Matrix scaled(const Matrix& partial, double adjoint) {
  Matrix product = partial;
  for (std::size_t i = 0; i < product.size(); ++i) product[i] = adjoint == 0 ? 0 : adjoint * partial[i];
  return product;
}

/// One edge of a box, worked out: what arrives, and the partial where there is one.
struct Edge {
  std::optional<Matrix> partial;
  Matrix contribution;
};

Edge edge_of_node(const Graph& graph, const Tape& tape, NodeId id, std::size_t operand, MatrixView<const double> adjoint) {
  Edge edge{.partial = {}, .contribution = Matrix(graph[graph.operands(id)[operand]].shape, 0)};
  if (op_infos[graph[id].op].elementwise) edge.partial = Matrix(graph[id].shape, 0);
  MatrixView<double> partial;
  if (edge.partial) partial = edge.partial->view();
  pull<double>(graph, id, operand, tape, adjoint, edge.contribution.view(), edge.partial ? &partial : nullptr);
  return edge;
}

/// What a backward pass inside the box leaves at each node outside it.
Values<double> pass_inside(const Graph& graph, const Tape& tape, const Box& box, const Interior& interior,
                           const Activity& active, std::span<const double> start) {
  Values<double> sums(graph);
  std::ranges::copy(start, sums.at(box.node));
  backward_within(graph, tape, interior.first, box.node, active, sums, [&](NodeId id) { return interior.contains(id); });
  return sums;
}

std::vector<Edge> edges_of_region(const Graph& graph, const Tape& tape, const Box& box, const Activity& active,
                                  MatrixView<const double> adjoint, Values<double>& adjoints) {
  const Interior interior = interior_of(graph, box);
  const Values<double> full = pass_inside(graph, tape, box, interior, active, adjoint.flat());
  for (NodeId id = interior.first; id < box.node; ++id)
    if (interior.contains(id)) std::ranges::copy(full.view(graph, id).flat(), adjoints.at(id));

  std::vector<Edge> edges;
  const double one = 1;
  const bool scalar = adjoint.shape.is_scalar();
  const Values<double> unit = scalar ? pass_inside(graph, tape, box, interior, active, {&one, 1}) : full;
  for (const NodeId source : box.inputs) {
    Edge edge{.partial = {}, .contribution = Matrix(full.view(graph, source))};
    if (scalar) {
      edge.partial = Matrix(unit.view(graph, source));
      edge.contribution = scaled(*edge.partial, adjoint[0]);
    }
    edges.push_back(std::move(edge));
  }
  return edges;
}

bool is_stepped(const Graph& graph, const Box& box, std::size_t input, const Activity& active) {
  if (!active.on_path[box.node] || !active.on_path[box.inputs[input]]) return false;
  const bool region = box.group != none || box.stage != none;
  return region || is_differentiable(graph[box.node].op, input);
}

}  // namespace

std::vector<Box> boxes(const Graph& graph, const Partition& partition) {
  const auto size = static_cast<NodeId>(graph.size());
  std::vector<Region> regions;
  for (NodeId id = 0; id < size; ++id) regions.push_back(region_of(graph, id, partition));

  std::vector<std::vector<NodeId>> read_by_region(size);  // by the region's output
  std::vector<Box> boxes;
  for (NodeId id = 0; id < size; ++id) {
    const Region region = regions[id];
    const std::span<const NodeId> operands = graph.operands(id);
    if (!region.is_closed()) {
      const std::size_t inputs = operands.size();
      boxes.push_back({.node = id,
                       .inputs = {operands.begin(), operands.end()},
                       .partials = std::vector<std::optional<Matrix>>(inputs)});
      continue;
    }
    const NodeId output = output_of(graph, region);
    std::vector<NodeId>& reads = read_by_region[output];
    for (const NodeId operand : operands)
      if (regions[operand] != region && std::ranges::find(reads, operand) == reads.end()) reads.push_back(operand);
    if (id != output) continue;
    const std::size_t inputs = reads.size();
    boxes.push_back({.node = id,
                     .inputs = std::move(reads),
                     .partials = std::vector<std::optional<Matrix>>(inputs),
                     .group = region.group,
                     .stage = region.stage});
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
  for (const Box& box : boxes)
    for (std::size_t i = 0; i < box.inputs.size(); ++i)
      if (is_stepped(graph, box, i, active)) ++expected[box.inputs[i]];
  std::vector<std::uint32_t> arrived(graph.size(), 0);

  for (auto box = boxes.rbegin(); box != boxes.rend(); ++box) {
    if (!active.on_path[box->node] || box->inputs.empty()) continue;
    const bool region = box->group != none || box->stage != none;
    const MatrixView<const double> adjoint = std::as_const(pass.adjoints).view(graph, box->node);
    std::vector<Edge> edges;
    if (region) edges = edges_of_region(graph, tape, *box, active, adjoint, pass.adjoints);

    for (std::size_t i = 0; i < box->inputs.size(); ++i) {
      if (!is_stepped(graph, *box, i, active)) continue;
      const NodeId target = box->inputs[i];
      Edge edge = region ? std::move(edges[i]) : edge_of_node(graph, tape, box->node, i, adjoint);
      const std::span<double> total = pass.adjoints.view(graph, target).flat();
      for (std::size_t k = 0; k < total.size(); ++k) total[k] += edge.contribution[k];
      ++arrived[target];
      box->partials[i] = edge.partial;
      if (!record_steps) continue;
      pass.steps.push_back({.node = box->node,
                            .input = static_cast<std::uint32_t>(i),
                            .target = target,
                            .adjoint = Matrix(adjoint),
                            .partial = std::move(edge.partial),
                            .rule = region ? std::string_view{} : pull_rule(graph[box->node].op, i),
                            .contribution = std::move(edge.contribution),
                            .total = Matrix(std::as_const(pass.adjoints).view(graph, target)),
                            .arrived = arrived[target],
                            .of = expected[target]});
    }
  }
  return pass;
}

std::optional<std::vector<Path>> paths(const std::vector<Box>& boxes, NodeId from, NodeId output, bool& truncated) {
  struct Use {
    std::size_t box;
    std::size_t input;
  };
  // Users of each node on the way to the output, by descending box, so that only edges that arrive are followed.
  const std::size_t size = boxes.empty() ? 0 : boxes.back().node + 1;
  std::vector<std::vector<Use>> users(size);
  std::vector<bool> arrives(size, false);
  arrives[output] = true;
  for (std::size_t b = boxes.size(); b-- > 0;) {
    if (!arrives[boxes[b].node]) continue;
    for (std::size_t i = 0; i < boxes[b].inputs.size(); ++i) {
      if (!boxes[b].partials[i]) continue;
      users[boxes[b].inputs[i]].push_back({b, i});
      arrives[boxes[b].inputs[i]] = true;
    }
  }
  for (auto& list : users) std::ranges::reverse(list);

  std::vector<Path> found;
  truncated = false;
  if (!arrives[from]) return found;
  struct Frame {
    NodeId node;
    std::size_t next = 0;
    double product = 1;
  };
  std::vector<Frame> stack{{.node = from}};
  while (!stack.empty()) {
    Frame& top = stack.back();
    if (top.node == output) {
      if (found.size() == limits::paths_per_input) {
        truncated = true;
        return found;
      }
      Path path{.nodes = {}, .product = top.product};
      for (const Frame& frame : stack) path.nodes.push_back(frame.node);
      found.push_back(std::move(path));
      stack.pop_back();
      continue;
    }
    if (top.next == users[top.node].size()) {
      stack.pop_back();
      continue;
    }
    const Use use = users[top.node][top.next++];
    const Matrix& partial = *boxes[use.box].partials[use.input];
    if (!partial.shape().is_scalar()) return std::nullopt;
    stack.push_back({.node = boxes[use.box].node, .next = 0, .product = top.product * partial[0]});
  }
  return found;
}

}  // namespace gradcircuit
