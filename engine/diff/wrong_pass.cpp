#include "engine/diff/wrong_pass.hpp"

#include <algorithm>

#include "engine/diff/elementwise.hpp"
#include "engine/diff/forward.hpp"
#include "engine/diff/matrix_rules.hpp"
#include "engine/diff/needed.hpp"
#include "engine/diff/tangent.hpp"

namespace gradcircuit {
namespace {

/// A backward pass under a broken rule.
class Pass {
 public:
  Pass(const Graph& graph, const Tape& tape, const Activity& active, const WrongPass& wrong)
      : graph_(graph),
        tape_(tape),
        active_(active),
        wrong_(wrong),
        adjoints_(graph),
        arrived_(graph.size(), 0),
        expected_(graph.size(), 0) {
    if (wrong.by) move(*wrong.by);
    find_inside();
    for (NodeId id = 0; id < graph.size(); ++id)
      for (std::size_t i = 0; i < graph.operands(id).size(); ++i)
        if (is_stepped(id, i)) ++expected_[graph.operands(id)[i]];
  }

  Values<double> run(NodeId output, std::span<const double> output_adjoint) {
    set_output_adjoint(graph_, output, output_adjoint, adjoints_);
    for (NodeId id = output + 1; id-- > 0;) {
      if (active_.on_path[id] && !graph_.is_leaf(id)) pull_node(id);
    }
    return std::move(adjoints_);
  }
  RecordedPass record(NodeId output, std::span<const double> output_adjoint) {
    RecordedPass pass{.adjoints = Values<double>(graph_), .edges = {}};
    edges_ = &pass.edges;
    pass.adjoints = run(output, output_adjoint);
    return pass;
  }

 private:
  bool is_stepped(NodeId id, std::size_t operand) const {
    return active_.on_path[id] && !forgotten_[id] && active_.on_path[graph_.operands(id)[operand]] &&
           is_differentiable(graph_[id].op, operand);
  }

  bool is_broken(NodeId gate) const {
    return wrong_.gates.empty() || std::ranges::find(wrong_.gates, gate) != wrong_.gates.end();
  }

  void move(NodeId by) {
    if (!graph_.is_input(by) || !graph_[by].shape.is_scalar()) return;
    Values<double> direction(graph_);
    *direction.at(by) = 1;
    moves_ = tangent(graph_, tape_, direction);
  }

  void find_inside() {
    inside_.assign(graph_.size(), false);
    forgotten_.assign(graph_.size(), false);
    std::vector<bool> outside(graph_.size(), false);
    for (NodeId id = static_cast<NodeId>(graph_.size()); id-- > 0;) {
      if (!active_.on_path[id]) continue;
      const bool holds = has_inside(graph_, id);
      const bool forgets = forgotten_[id] || (wrong_.rule.forgets_inside && holds && is_broken(id));
      for (const NodeId operand : graph_.operands(id)) {
        if (inside_[id] || holds) inside_[operand] = true;
        (forgets ? forgotten_ : outside)[operand] = true;
      }
      // an argument that is used elsewhere too has a derivative that nobody forgets
      if (forgotten_[id] && outside[id] && !graph_.is_leaf(id)) return forgotten_.assign(graph_.size(), false);
    }
  }
  void pull_node(NodeId id) {
    const std::span<const NodeId> operands = graph_.operands(id);
    for (std::size_t i = 0; i < operands.size(); ++i) {
      if (!is_stepped(id, i)) continue;
      Matrix contribution(graph_[operands[i]].shape, 0);
      std::optional<Matrix> partial;
      if (op_infos[graph_[id].op].elementwise) partial = Matrix(graph_[id].shape, 0);
      pull_edge(id, i, contribution.view(), partial);
      arrive(operands[i], contribution);
      if (edges_ != nullptr) note_edge(id, i, std::move(partial), contribution);
      if (forgotten_[operands[i]]) spread(operands[i], contribution);
    }
  }

  void note_edge(NodeId id, std::size_t operand, std::optional<Matrix> partial, const Matrix& contribution) {
    const NodeId target = graph_.operands(id)[operand];
    edges_->push_back({.node = id,
                       .input = static_cast<std::uint32_t>(operand),
                       .target = target,
                       .adjoint = Matrix(std::as_const(adjoints_).view(graph_, id)),
                       .partial = std::move(partial),
                       .rule = pull_rule(graph_[id].op, operand),
                       .contribution = contribution,
                       .total = Matrix(std::as_const(adjoints_).view(graph_, target)),
                       .arrived = arrived_[target],
                       .of = expected_[target]});
  }

  /// Hands what arrives at a function's argument to all that lies inside of it.
  void spread(NodeId argument, const Matrix& contribution) {
    const std::vector<bool> inside = needed_by(graph_, argument);
    for (NodeId id = 0; id < argument; ++id)
      if (inside[id] && active_.on_path[id] && graph_[id].shape == contribution.shape()) arrive(id, contribution);
  }

  void pull_edge(NodeId id, std::size_t operand, MatrixView<double> contribution, std::optional<Matrix>& partial) {
    const MatrixView<const double> adjoint = std::as_const(adjoints_).view(graph_, id);
    if (is_broken(id)) {
      if (partial && wrong_.rule.breaks_entries()) return pull_entries(id, operand, adjoint, contribution, *partial);
      if (!partial && wrong_.rule.matrix != nullptr && pull_matrix(id, operand, adjoint, contribution)) return;
    }
    MatrixView<double> partials;
    if (partial) partials = partial->view();
    pull<double>(graph_, id, operand, tape_, adjoint, contribution, partial ? &partials : nullptr);
  }

  void pull_entries(NodeId id, std::size_t operand, MatrixView<const double> adjoint, MatrixView<double> contribution,
                    Matrix& partials) {
    const OpId op = graph_[id].op;
    const MatrixView<const double> out = tape_.view(graph_, id);
    const bool with_number =
        std::ranges::any_of(graph_.operands(id), [&](NodeId it) { return graph_.is_constant(it); });
    std::vector<double> moves;
    for_each_entry(graph_, tape_, id, [&](std::span<const double> in, std::uint32_t row, std::uint32_t column) {
      if (moves_) moves = moves_at(id, row, column);
      const double partial = entry_rules<double>[op].partial(operand, in, out(row, column));
      const Edge edge{.op = op,
                      .operand = operand,
                      .in = in,
                      .out = out(row, column),
                      .adjoint = adjoint(row, column),
                      .partial = partial,
                      .inside = inside_[id],
                      .with_number = with_number,
                      .moves = moves};
      const double handed = wrong_.rule.handed(edge);
      partials.view()(row, column) = wrong_.rule.used(edge);
      double& total = contribution[broadcast_index(contribution.shape, row, column)];
      total = wrong_.rule.forgets_sum ? handed : total + handed;
    });
  }

  std::vector<double> moves_at(NodeId id, std::uint32_t row, std::uint32_t column) const {
    std::vector<double> moves;
    for (const auto& view : operand_views(graph_, *moves_, id))
      moves.push_back(view[broadcast_index(view.shape, row, column)]);
    return moves;
  }

  bool pull_matrix(NodeId id, std::size_t operand, MatrixView<const double> adjoint, MatrixView<double> contribution) {
    RecordedRule recorded;
    std::vector<MatrixView<const double>> values = operand_views(graph_, tape_, id);
    std::vector<Expr> operands;
    for (const auto& value : values) operands.push_back(recorded.take(value.shape));
    const Expr incoming = recorded.take(adjoint.shape);
    values.push_back(adjoint);
    const auto result = wrong_.rule.matrix(graph_[id].op, operand, operands, incoming);
    if (!result || result->graph().failure() || result->shape() != contribution.shape) return false;
    recorded.run<double>(*result, values, contribution.entries);
    return true;
  }

  void arrive(NodeId target, const Matrix& contribution) {
    const Arrival arrival = is_broken(target) ? wrong_.rule.arrival : Arrival::add;
    const bool first = arrived_[target]++ == 0;
    const std::span<double> total = adjoints_.view(graph_, target).flat();
    for (std::size_t i = 0; i < total.size(); ++i) {
      if (first || arrival == Arrival::overwrite)
        total[i] = contribution[i];
      else if (arrival == Arrival::multiply)
        total[i] *= contribution[i];
      else if (arrival != Arrival::keep_first)
        total[i] += contribution[i];
      if (arrival == Arrival::average && arrived_[target] == expected_[target]) total[i] /= expected_[target];
    }
  }

  const Graph& graph_;
  const Tape& tape_;
  const Activity& active_;
  const WrongPass& wrong_;
  Values<double> adjoints_;
  std::optional<Values<double>> moves_;
  std::vector<bool> inside_;     ///< by node, whether it is part of a function's argument
  std::vector<bool> forgotten_;  ///< and whether that has no derivative under this rule
  std::vector<std::uint32_t> arrived_;
  std::vector<std::uint32_t> expected_;
  std::vector<BackwardStep>* edges_ = nullptr;  ///< where each is written down, if that is wanted
};

}  // namespace

bool has_inside(const Graph& graph, NodeId id) {
  if (graph.is_leaf(id) || graph.operands(id).empty()) return false;
  const bool power = graph[id].op == op_id<ops::Pow>() && graph.is_constant(graph.operands(id)[1]);
  const bool function = power || Edge{.op = graph[id].op, .operand = 0}.is_function();
  return function && !graph.is_leaf(graph.operands(id)[0]);
}

Tape forward_wrongly(const Graph& graph, const Tape& tape, const WrongRule& rule) {
  Tape wrong = tape;
  for (NodeId id = 0; id < graph.size(); ++id) {
    if (graph.is_leaf(id)) continue;
    run_node(graph, id, wrong);
    if (rule.value == nullptr || !op_infos[graph[id].op].elementwise) continue;
    const MatrixView<double> out = wrong.view(graph, id);
    for_each_entry(graph, wrong, id, [&](std::span<const double> in, std::uint32_t row, std::uint32_t column) {
      out(row, column) = rule.value(graph[id].op, in).value_or(out(row, column));
    });
  }
  return wrong;
}

Values<double> backward_wrongly(const Graph& graph, const Tape& tape, NodeId output, const Activity& active,
                                const WrongPass& wrong, std::span<const double> output_adjoint) {
  return Pass(graph, tape, active, wrong).run(output, output_adjoint);
}

RecordedPass record_backward(const Graph& graph, const Tape& tape, NodeId output, const Activity& active,
                             const WrongPass& wrong, std::span<const double> output_adjoint) {
  return Pass(graph, tape, active, wrong).record(output, output_adjoint);
}

}  // namespace gradcircuit
