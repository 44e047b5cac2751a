#include "engine/diff/jacobian.hpp"

#include <algorithm>
#include <ranges>

#include "engine/diff/multiplications.hpp"
#include "engine/diff/tangent.hpp"

namespace gradcircuit {
namespace {

/// Passes over what lies between two nodes, on one set of values.
class Passes {
 public:
  Passes(const Graph& graph, const Tape& tape, NodeId of, NodeId by, const Activity& active)
      : graph_(graph), tape_(tape), of_(of), by_(by), active_(active), values_(graph) {}

  /// What arrives at `by` when backward starts from `of` with what is in `start`.
  std::span<const double> pull(std::span<const double> start) {
    values_.clear();
    std::ranges::copy(start, values_.at(of_));
    if (active_.on_path[of_]) backward_along(graph_, tape_, between() | std::views::reverse, active_, values_);
    return std::as_const(values_).view(graph_, by_).flat();
  }

  /// How `of` moves when a single entry of `by` does.
  std::span<const double> push_entry(std::size_t entry) {
    values_.clear();
    values_.at(by_)[entry] = 1;
    for (const NodeId id : between())
      if (active_.on_path[id]) push(graph_, id, tape_, values_);
    return std::as_const(values_).view(graph_, of_).flat();
  }

 private:
  std::ranges::iota_view<NodeId, NodeId> between() const { return {by_ + 1, of_ + 1}; }

  const Graph& graph_;
  const Tape& tape_;
  NodeId of_;
  NodeId by_;
  const Activity& active_;
  Values<double> values_;
};

/// Writes one row or column of a matrix.
void set_line(Matrix& entries, std::size_t begin, std::size_t step, std::span<const double> line) {
  for (std::size_t i = 0; i < line.size(); ++i) entries[begin + i * step] = line[i] + 0.0;  // without −0
}

void fill(Jacobian& jacobian, Passes& passes) {
  const auto [rows, columns] = jacobian.entries.shape();
  if (jacobian.mode == Mode::forward) {
    for (std::uint32_t c = 0; c < columns; ++c) set_line(jacobian.entries, c, columns, passes.push_entry(c));
    return;
  }
  std::vector<double> start(rows, 0.0);
  for (std::uint32_t r = 0; r < rows; ++r) {
    start[r] = 1;
    set_line(jacobian.entries, std::size_t{r} * columns, 1, passes.pull(start));
    start[r] = 0;
  }
}

std::uint64_t entries_of(const Graph& graph) {
  std::uint64_t entries = 0;
  for (NodeId id = 0; id < graph.size(); ++id) entries += graph[id].shape.entries();
  return entries;
}

}  // namespace

Result<Jacobian> jacobian(const Graph& graph, const Tape& tape, NodeId of, NodeId by) {
  const std::uint64_t rows = graph[of].shape.entries();
  const std::uint64_t columns = graph[by].shape.entries();
  const Activity active = activity(graph, of, by);
  const Mode mode = rows <= columns ? Mode::reverse : Mode::forward;
  const std::uint64_t passes = active.on_path[of] ? std::min(rows, columns) : 0;
  const std::uint64_t each = multiplications(graph, active);
  const bool too_long = passes > 1 && (passes - 1) * (entries_of(graph) + each) > limits::checked_work;
  const Shape shape{static_cast<std::uint32_t>(rows), static_cast<std::uint32_t>(columns)};
  if (too_long || rows * columns > limits::matrix_entries)
    return Error{.code = "jacobian_too_large", .arguments = {{"shape", to_string(shape)}}};

  Jacobian result{.of = of,
                  .by = by,
                  .entries = Matrix(shape, 0),
                  .mode = mode,
                  .passes = passes,
                  .multiplications = passes * each};
  Passes between(graph, tape, of, by, active);
  if (passes > 0) fill(result, between);
  return result;
}

Matrix vector_jacobian_product(const Graph& graph, const Tape& tape, NodeId of, NodeId by,
                               std::span<const double> adjoint) {
  const Activity active = activity(graph, of, by);
  Passes passes(graph, tape, of, by, active);
  const std::span<const double> product = passes.pull(adjoint);
  return Matrix(graph[by].shape, {product.begin(), product.end()});
}

std::vector<NodeId> waypoints(const Graph& graph, NodeId of, NodeId by) {
  const Activity active = activity(graph, of, by);
  std::vector<NodeId> found;
  NodeId lowest = of;  // where the edges end that begin above; one that ends below a node leads around it
  for (NodeId id = of + 1; id-- > by;) {
    if (!active.on_path[id]) continue;
    if (lowest >= id) found.push_back(id);
    const std::span<const NodeId> operands = graph.operands(id);
    for (std::size_t i = 0; i < operands.size(); ++i)
      if (active.on_path[operands[i]] && is_differentiable(graph[id].op, i)) lowest = std::min(lowest, operands[i]);
  }
  return found;
}

}  // namespace gradcircuit
