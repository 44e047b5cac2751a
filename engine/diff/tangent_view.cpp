#include "engine/diff/tangent_view.hpp"

#include <algorithm>

#include "engine/diff/tangent.hpp"

namespace gradcircuit {
namespace {

Matrix times_move(const Matrix& partial, double move) {
  Matrix product(partial.shape(), 0);
  for (std::size_t i = 0; i < product.size(); ++i)
    if (partial[i] != 0 && move != 0) product[i] = partial[i] * move;
  return product;
}

/// Runs forward inside one closed box after the other, on one set of tangents that is zero between the runs.
class ForwardInside {
 public:
  ForwardInside(const Graph& graph, const Tape& tape) : graph_(graph), tape_(tape), moves_(graph) {}

  WorkedEdge edge(const Box& box, NodeId source, MatrixView<const double> move) {
    if (!move.shape.is_scalar()) return {.partial = {}, .contribution = moved(box, source, move.flat())};
    const double one = 1;
    WorkedEdge edge{.partial = moved(box, source, {&one, 1}), .contribution = {}};
    edge.contribution = times_move(*edge.partial, move[0]);
    return edge;
  }

 private:
  /// How the box moves when what it reads at `source` does.
  Matrix moved(const Box& box, NodeId source, std::span<const double> move) {
    std::ranges::copy(move, moves_.at(source));
    for (const NodeId member : box.members)
      if (!graph_.is_leaf(member)) push(graph_, member, tape_, moves_);
    Matrix result(std::as_const(moves_).view(graph_, box.node));
    for (const NodeId member : box.members) std::ranges::fill(moves_.view(graph_, member).flat(), 0.0);
    std::ranges::fill(moves_.view(graph_, source).flat(), 0.0);
    return result;
  }

  const Graph& graph_;
  const Tape& tape_;
  Values<double> moves_;
};

/// Steps one box after the other, once what it reads has moved.
class Stepper {
 public:
  Stepper(const Graph& graph, const Tape& tape, const Activity& active, TangentPass& pass)
      : graph_(graph), tape_(tape), active_(active), pass_(pass), regions_(graph, tape), reached_(graph.size()) {}

  void step(const Box& box) {
    const std::vector<bool> stepped = stepped_inputs(graph_, box, active_, reached_);
    const auto expected = static_cast<std::uint32_t>(std::ranges::count(stepped, true));
    if (expected == 0) return;
    Matrix total(graph_[box.node].shape, 0);
    std::uint32_t arrived = 0;
    for (std::uint32_t i = 0; i < box.inputs.size(); ++i) {
      if (!stepped[i]) continue;
      const NodeId source = box.inputs[i];
      const MatrixView<const double> move = std::as_const(pass_.tangents).view(graph_, source);
      WorkedEdge edge = box.is_region()
                            ? regions_.edge(box, source, move)
                            : edge_of_gate(graph_, box.node, total.shape(), [&](auto contribution, auto* partial) {
                                push_edge(graph_, box.node, i, tape_, move, contribution, partial);
                              });
      for (std::size_t k = 0; k < total.size(); ++k) total[k] += edge.contribution[k];
      pass_.steps.push_back({.node = box.node,
                             .input = i,
                             .source = source,
                             .tangent = Matrix(move),
                             .partial = std::move(edge.partial),
                             .rule = box.is_region() ? std::string_view{} : push_rule(graph_[box.node].op, i),
                             .contribution = std::move(edge.contribution),
                             .total = total,
                             .arrived = ++arrived,
                             .of = expected});
    }
    // the sum that was shown is the one that travels on
    std::ranges::copy(total.entries(), pass_.tangents.at(box.node));
  }

 private:
  const Graph& graph_;
  const Tape& tape_;
  const Activity& active_;
  TangentPass& pass_;
  ForwardInside regions_;
  std::vector<bool> reached_;
};

}  // namespace

TangentPass tangent_over(const Graph& graph, const Tape& tape, const Activity& active, const std::vector<Box>& boxes,
                         const Values<double>& direction, bool record_steps) {
  TangentPass pass{Values<double>(graph), {}};
  Stepper stepper(graph, tape, active, pass);
  const auto move = [&](NodeId id) {
    if (graph.is_input(id))
      std::ranges::copy(direction.view(graph, id).flat(), pass.tangents.at(id));
    else if (!graph.is_leaf(id))
      push(graph, id, tape, pass.tangents);
  };
  for (const Box& box : boxes) {
    if (box.is_region())
      std::ranges::for_each(box.members, move);
    else
      move(box.node);
    if (record_steps) stepper.step(box);
  }
  return pass;
}

}  // namespace gradcircuit
