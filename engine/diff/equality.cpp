#include "engine/diff/equality.hpp"

#include <algorithm>
#include <limits>

#include "engine/diff/forward.hpp"
#include "engine/diff/simplify.hpp"

namespace gradcircuit {
namespace {

constexpr double relative_tolerance = 1e-9;
/// Rounding that hides no difference worth speaking of.
constexpr double harmless = 1e-6;
/// Below it, numbers lose digits on their way to 0.
constexpr double vanishing = 1e-290;
/// Above so many entries sizes are taken of all together.
constexpr std::size_t single_sizes = 32;

enum class Verdict : std::uint8_t { agree, zero, differ, nothing };

Verdict compare_entries(double a, double b, double noise_a, double noise_b) {
  const double scale = std::max(std::fabs(a), std::fabs(b));
  const double noise = noise_a + noise_b;
  const bool are_zero = scale <= vanishing || (std::fabs(a) <= noise_a && std::fabs(b) <= noise_b);
  if (are_zero) return noise <= relative_tolerance ? Verdict::zero : Verdict::nothing;
  if (std::fabs(a - b) > relative_tolerance * scale + noise) return Verdict::differ;
  return noise <= harmless * scale ? Verdict::agree : Verdict::nothing;
}

bool is_zero(const Graph& graph) {
  const NodeId output = graph.output();
  if (graph.is_constant(output)) return graph.constant_value(output) == 0;
  const auto operands = graph.operands(output);
  return graph[output].op == op_id<ops::Mul>() && graph.is_constant(operands[0]) &&
         graph.constant_value(operands[0]) == 0 && graph[operands[1]].op == op_id<ops::Ones>();
}

/// Whether their difference simplifies to nothing.
bool cancel(const Graph& graph, NodeId a, NodeId b) {
  Graph both = graph;
  both.set_node_limit(limits::derivative_nodes);
  const NodeId operands[] = {a, b};
  const auto difference = both.append(op_id<ops::Sub>(), operands, {});
  if (!difference) return false;
  const auto simple = simplify(both, *difference);
  return simple && is_zero(*simple);
}

}  // namespace

Tape forward_at(const Graph& graph, const Point& point) {
  Tape tape(graph);
  set_leaves(graph, tape);
  for (std::size_t i = 0; i < point.size(); ++i) std::ranges::copy(point[i].entries(), tape.at(graph.inputs()[i].node));
  for (NodeId id = 0; id < graph.size(); ++id)
    if (!graph.is_leaf(id)) run_node(graph, id, tape);
  return tape;
}

Point Points::next() {
  Point point;
  const std::size_t way = count_++ % 6;
  for (const Input& input : graph_.inputs()) {
    Matrix value = input.value;
    for (std::size_t i = 0; i < value.size(); ++i) {
      const double given = std::isfinite(value[i]) ? value[i] : 0;
      const double size = std::max(1.0, std::fabs(given));
      switch (way) {
        case 0:
          value[i] = given + 0.02 * size * random_.uniform(-1, 1);
          break;
        case 1:
          value[i] = given + 0.3 * size * random_.uniform(-1, 1);
          break;
        case 2:
          value[i] = random_.uniform(0.05, 0.95);
          break;
        case 3:
          value[i] = random_.uniform(-2, 2);
          break;
        case 4:
          value[i] = random_.uniform(0.5, 4);
          break;
        default:
          value[i] = random_.uniform(-5, 5);
      }
    }
    point.push_back(std::move(value));
  }
  return point;
}

bool Measuring::is_finite_at(const Point& point) {
  const std::span<const Input> inputs = graph_.inputs();
  for (std::size_t i = 0; i < inputs.size(); ++i) std::ranges::copy(point[i].entries(), replay_.input(inputs[i].node));
  replay_.run();
  return std::ranges::all_of(value().flat(), [](double entry) { return std::isfinite(entry); });
}

std::optional<Measured> Measuring::at(const Point& point) {
  if (!is_finite_at(point)) return std::nullopt;
  Measured measured{.value = value()};
  const std::size_t entries = measured.value.size();
  std::vector<double> chosen(entries, 1);
  if (entries > single_sizes) {
    measured.sizes.assign(entries, size_of(chosen));
  } else {
    for (std::size_t i = 0; i < entries; ++i) {
      std::ranges::fill(chosen, 0);
      chosen[i] = 1;
      measured.sizes.push_back(size_of(chosen));
    }
  }
  if (std::ranges::any_of(measured.sizes, [](double size) { return !std::isfinite(size); })) return std::nullopt;
  return measured;
}

double Measuring::size_of(std::span<const double> output_adjoint) {
  replay_.run_back(output_adjoint);
  double size = 0;
  for (NodeId id = 0; id <= node_; ++id) {
    if (graph_.is_leaf(id)) continue;
    const double* const primal = replay_.primal(id);
    const double* const adjoint = replay_.adjoint(id);
    for (std::size_t i = 0; i < graph_[id].shape.entries(); ++i)
      if (adjoint[i] != 0) size += std::fabs(adjoint[i] * primal[i]);
  }
  return size;
}

double Measured::noise(std::size_t entry) const {
  // a sum of rounded values is seldom off by more
  constexpr double rounding = 64 * std::numeric_limits<double>::epsilon();
  return sizes.empty() ? 0 : rounding * sizes[entry];
}

void Evidence::add(const Measured& a, const Measured& b) {
  bool informs = false;
  bool decided = true;
  ++seen_;
  for (std::size_t i = 0; i < differs_.size(); ++i) {
    const Verdict finding = compare_entries(a.value[i], b.value[i], a.noise(i), b.noise(i));
    if (finding == Verdict::differ) differs_[i] = true;
    informs = informs || finding == Verdict::agree;
    decided = decided && finding != Verdict::nothing;
  }
  if (!decided) return;
  if (informs)
    ++agreeing_;
  else
    ++zeros_;
}

bool Evidence::is_different() const {
  return std::ranges::any_of(differs_, [](bool differs) { return differs; });
}

Equality Evidence::verdict() const {
  if (is_different()) return Equality::different;
  // zero at some points says little, zero at all of them much
  const bool enough = agreeing_ >= needed || (agreeing_ == 0 && zeros_ >= needed);
  return enough ? Equality::equal : Equality::undecided;
}

Compared compare(const Graph& graph, NodeId a, NodeId b, NodeId domain) {
  const Shape shape = graph[a].shape;
  if (shape != graph[b].shape) return {Equality::different};
  if (a == b || cancel(graph, a, b)) return {Equality::equal};
  Points points(graph);
  Measuring first(graph, a);
  Measuring second(graph, b);
  Measuring whole(graph, domain);
  Evidence evidence(shape);
  for (int i = 0; i < Evidence::most && !evidence.is_complete(); ++i) {
    const Point point = points.next();
    const auto left = first.at(point);
    const auto right = left ? second.at(point) : std::nullopt;
    if (right && whole.is_finite_at(point)) evidence.add(*left, *right);
  }
  return {evidence.verdict(), evidence.differs()};
}

}  // namespace gradcircuit
