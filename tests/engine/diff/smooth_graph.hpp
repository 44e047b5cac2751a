#pragma once

#include <algorithm>
#include <cmath>

#include "engine/base/random.hpp"
#include "engine/diff/elementwise.hpp"
#include "engine/diff/matrix_rules.hpp"
#include "engine/graph/expr.hpp"

namespace gradcircuit {

/// Random expressions over every op, where nothing comes near a kink, a pole or the edge of a domain: an operand that lies outside
/// of where its op is smooth and tame is led back into it by a sine. So every derivative exists, and none has to be left out.
class SmoothGraph {
 public:
  /// Of single numbers, or of matrices of up to three rows and columns as well.
  SmoothGraph(std::uint64_t seed, bool matrices) : random_(seed), matrices_(matrices) {
    for (const char* name : {"x", "y", "z"})
      if (nodes_.empty() || draw(2) == 0) keep(input(graph_, name, random_matrix(random_shape())).node());
  }

  NodeId grow(int steps) {
    NodeId last = 0;
    for (int i = 0; i < steps; ++i) last = keep(step());
    return last;
  }
  Graph& graph() { return graph_; }
  Matrix random_matrix(Shape shape) {
    Matrix value(shape, 0);
    for (std::size_t i = 0; i < value.size(); ++i) value[i] = random_.uniform(0.5, 2) * (draw(2) == 0 ? 1 : -1);
    return value;
  }

 private:
  struct Interval {
    double low;
    double high;
    bool holds(double x) const { return low <= x && x <= high; }
  };
  using Domain = std::vector<Interval>;
  static constexpr std::uint64_t most_entries = 9;

  std::uint32_t draw(std::size_t bound) { return random_.below(static_cast<std::uint32_t>(bound)); }
  Shape random_shape() { return matrices_ ? Shape{1 + draw(3), 1 + draw(3)} : Shape{}; }

  // ---- nodes and their values

  NodeId keep(NodeId id) {
    nodes_.push_back(id);
    return id;
  }
  const Matrix& value(NodeId id) {
    while (values_.size() <= id) values_.push_back(compute(static_cast<NodeId>(values_.size())));
    return values_[id];
  }
  Matrix compute(NodeId id) {
    if (graph_.is_input(id)) return graph_.input_of(id).value;
    if (graph_.is_constant(id)) return graph_.constant_value(id);
    Matrix out(graph_[id].shape, 0);
    std::vector<MatrixView<const double>> in;
    for (const NodeId operand : graph_.operands(id)) in.push_back(std::as_const(values_[operand]).view());
    const OpId op = graph_[id].op;
    if (!op_infos[op].elementwise) {
      evaluations<double>[op](out.view(), in, graph_.attributes(id));
      return out;
    }
    std::vector<double> at(in.size());
    for (std::uint32_t r = 0; r < out.shape().rows; ++r)
      for (std::uint32_t c = 0; c < out.shape().columns; ++c) {
        for (std::size_t i = 0; i < in.size(); ++i) at[i] = in[i][broadcast_index(in[i].shape, r, c)];
        out.view()(r, c) = entry_rules<double>[op].value(at);
      }
    return out;
  }

  /// One of the nodes so far, of those that fit; recent ones more often, so that the trees grow deep.
  template <class Fits>
  std::optional<NodeId> pick(Fits fits) {
    std::vector<NodeId> fitting;
    for (const NodeId id : nodes_)
      if (fits(graph_[id].shape)) fitting.push_back(id);
    if (fitting.empty()) return std::nullopt;
    return fitting[fitting.size() - 1 - std::min(draw(fitting.size()), draw(fitting.size()))];
  }
  NodeId any() {
    return *pick([](Shape) { return true; });
  }
  NodeId scalar() {
    if (const auto found = pick([](Shape shape) { return shape.is_scalar(); })) return *found;
    return entry_of(any());
  }
  NodeId entry_of(NodeId of) {
    const Shape shape = graph_[of].shape;
    return add(op_id<ops::Index>(), {of}, {.shape = {}, .row = draw(shape.rows), .column = draw(shape.columns)});
  }
  /// A node that fits, or numbers stacked to that shape.
  template <class Fits>
  NodeId pick_or_stack(Shape shape, Fits fits) {
    if (const auto found = pick([&](Shape of) { return !of.is_scalar() && fits(of); })) return *found;
    return stack(shape);
  }
  NodeId stack(Shape shape) {
    std::vector<NodeId> entries;
    for (std::uint64_t i = 0; i < shape.entries(); ++i) entries.push_back(scalar());
    return add(op_id<ops::Stack>(), entries, {.shape = shape});
  }
  NodeId add(OpId op, const std::vector<NodeId>& operands, const Attributes& attributes = {}) {
    return *graph_.append(op, operands, {}, attributes);
  }

  // ---- domains

  NodeId within(NodeId id, const Domain& domain) {
    const auto inside = [&](double x) {
      return std::ranges::any_of(domain, [&](const Interval& interval) { return interval.holds(x); });
    };
    if (std::ranges::all_of(value(id).entries(), inside)) return id;
    const auto [low, high] = domain[draw(domain.size())];
    const Expr middle = constant((low + high) / 2, {graph_, id});
    const Expr radius = constant((high - low) / 2, {graph_, id});
    return (middle + radius * call<ops::Sin>(Expr(graph_, id))).node();
  }

  /// Where an operand is smooth and neither it nor the derivative is large.
  static Domain domain_of(OpId op, std::size_t operand) {
    const auto is = [op]<class... Op>(std::type_identity<std::tuple<Op...>>) { return ((op == op_id<Op>()) || ...); };
    const auto among = [&]<class... Op>() { return is(std::type_identity<std::tuple<Op...>>{}); };
    using namespace ops;
    if (among.operator()<Relu, LeakyRelu, Elu, Softsign, Abs, Sign, Step, Sinc>()) return {{0.1, 2}, {-2, -0.1}};
    if (among.operator()<Floor>()) return {{0.1, 0.9}, {-0.9, -0.1}, {1.1, 1.9}};
    if (among.operator()<Cbrt, Hypot, Acsch, Coth, Csch>()) return {{0.3, 2}, {-2, -0.3}};
    if (among.operator()<Asec, Acsc, Acoth>()) return {{1.3, 3}, {-3, -1.3}};
    if (among.operator()<Sqrt, Log, Log2, Log10>()) return {{0.3, 3}};
    if (among.operator()<Asin, Acos, Atanh>()) return {{-0.8, 0.8}};
    if (among.operator()<Tan, Sec>()) return {{-1, 1}, {2.1, 4.1}};
    if (among.operator()<Cot, Csc>()) return {{0.5, 2.6}, {-2.6, -0.5}};
    if (among.operator()<Log1p>()) return {{-0.6, 2}};
    if (among.operator()<Acosh>()) return {{1.3, 3}};
    if (among.operator()<Asech>()) return {{0.2, 0.8}};
    if (among.operator()<Bce, CrossEntropy>()) return {{0.1, 0.9}};
    if (among.operator()<LogBase>()) return operand == 0 ? Domain{{0.3, 3}} : Domain{{1.5, 4}, {0.2, 0.6}};
    if (among.operator()<Pow>() && operand == 0) return {{0.4, 2}};
    if (among.operator()<Div>() && operand == 1) return {{0.4, 2}, {-2, -0.4}};
    if (among.operator()<Atan2>() && operand == 0) return {{0.3, 2}, {-2, -0.3}};
    return {{-2.5, 2.5}};
  }

  // ---- steps

  NodeId step() {
    const auto op = static_cast<OpId>(draw(op_count));
    if (op_infos[op].kind == Kind::comparison) return choice(op);
    if (op_infos[op].elementwise) return elementwise(op);
    return matrices_ ? matrix(op) : step();
  }

  /// Shapes that are broadcast together.
  std::vector<NodeId> operands_for(OpId op, std::size_t count) {
    std::vector<NodeId> operands;
    std::vector<Shape> shapes;
    for (std::size_t i = 0; i < count; ++i) {
      const auto fits = [&](Shape shape) {
        std::vector<Shape> all = shapes;
        all.push_back(shape);
        return bool(broadcast(all, {}));
      };
      const Domain domain = domain_of(op, i);
      const auto found = draw(8) == 0 ? std::nullopt : pick(fits);
      operands.push_back(found ? within(*found, domain) : constant_in(domain));
      shapes.push_back(graph_[operands.back()].shape);
    }
    return operands;
  }
  NodeId constant_in(const Domain& domain) {
    const auto [low, high] = domain[draw(domain.size())];
    return *graph_.append_constant(random_.uniform(low, high), {});
  }

  NodeId elementwise(OpId op) {
    if (op == op_id<ops::If>()) return choice(static_cast<OpId>(op_id<ops::Less>() + draw(6)));
    if (op == op_id<ops::Max>() || op == op_id<ops::Min>()) return add(op, apart(2 + draw(2)));
    if (op == op_id<ops::Clamp>()) return add(op, apart(3));
    if (op == op_id<ops::Pow>() && draw(3) == 0) return whole_power();
    return add(op, operands_for(op, static_cast<std::size_t>(op_infos[op].arity)));
  }

  /// A whole power is smooth below 0 too.
  NodeId whole_power() {
    constexpr double exponents[] = {-2, -1, 0, 1, 2, 3};
    const NodeId base = within(any(), {{0.4, 2}, {-2, -0.4}});
    return add(op_id<ops::Pow>(), {base, *graph_.append_constant(exponents[draw(std::size(exponents))], {})});
  }

  /// Operands of which no two are equal, nor soon will be.
  std::vector<NodeId> apart(std::size_t count) {
    std::vector<NodeId> operands = operands_for(op_id<ops::Add>(), count);
    std::vector<Interval> intervals{{-2.5, -1}, {-0.7, 0.7}, {1, 2.5}};
    for (NodeId& operand : operands) {
      const auto of_this = intervals.begin() + draw(intervals.size());
      operand = within(operand, {*of_this});
      intervals.erase(of_this);
    }
    return operands;
  }

  NodeId choice(OpId comparison) {
    const NodeId condition = add(comparison, apart(2));
    const Shape shape = graph_[condition].shape;
    const auto branch = [&](bool is_taken) {
      const auto found = pick([&](Shape of) { return of == shape; });
      const NodeId smooth = found ? *found : scalar();
      return is_taken || draw(2) == 0 ? smooth : singular(smooth);
    };
    const std::span<const double> holds = value(condition).entries();
    const NodeId yes = branch(std::ranges::count(holds, 0) != std::ssize(holds));
    const NodeId no = branch(std::ranges::count(holds, 1) != std::ssize(holds));
    return add(op_id<ops::If>(), {condition, yes, no});
  }

  /// What is infinite or no number here, or has such a derivative, for a branch that nobody takes.
  NodeId singular(NodeId of) {
    const Expr x(graph_, of);
    const Expr here = constant(value(of)[0], x);
    const Expr zero = x - here;
    switch (draw(5)) {
      case 0:
        return call<ops::Sqrt>(zero).node();
      case 1:
        return (x / zero).node();
      case 2:
        return (x * call<ops::Log>(zero)).node();
      case 3:
        return call<ops::Pow>(zero, constant(0.5, x)).node();
      default:
        return call<ops::Asin>(call<ops::Log>(-(zero * zero) - constant(1, x))).node();
    }
  }

  NodeId matrix(OpId op) {
    if (op_infos[op].arity == 0) return created(op);
    const NodeId first = first_operand(op);
    const Shape shape = graph_[first].shape;
    std::vector<NodeId> operands{within(first, domain_of(op, 0))};
    if (op == op_id<ops::Stack>()) return stack(random_shape());
    if (op == op_id<ops::Index>()) return entry_of(first);
    if (op == op_id<ops::MatMul>()) operands.push_back(right_factor(shape));
    if (op == op_id<ops::Outer>())
      operands.push_back(pick_or_stack({2, 1}, [](Shape of) { return of.is_vector() && of.entries() <= 3; }));
    if (op == op_id<ops::Concatenate>())
      operands.push_back(pick([&](Shape of) { return of.columns == shape.columns; }).value_or(first));
    if (op_infos[op].arity == 2 && op != op_id<ops::MatMul>() && op != op_id<ops::Outer>())
      operands.push_back(within(pick([&](Shape of) { return of == shape; }).value_or(first), domain_of(op, 1)));
    const NodeId node = add(op, operands, attributes_for(op, shape));
    // large ones are of use for one step only
    return graph_[node].shape.entries() <= most_entries ? node : entry_of(node);
  }

  NodeId first_operand(OpId op) {
    if (op == op_id<ops::Trace>()) return pick_or_stack({2, 2}, [](Shape of) { return of.rows == of.columns; });
    if (op == op_id<ops::Outer>())
      return pick_or_stack({1, 3}, [](Shape of) { return of.is_vector() && of.entries() <= 3; });
    return pick_or_stack({2, 3}, [](Shape) { return true; });
  }

  NodeId right_factor(Shape left) {
    return pick_or_stack({left.columns, 2}, [&](Shape of) { return of.rows == left.columns; });
  }

  Attributes attributes_for(OpId op, Shape of) {
    if (op == op_id<ops::Rows>()) {
      const std::uint32_t first = draw(of.rows);
      return {.shape = {}, .row = first, .column = 1 + draw(of.rows - first)};
    }
    if (op == op_id<ops::Reshape>()) {
      const auto entries = static_cast<std::uint32_t>(of.entries());
      std::uint32_t rows = 1 + draw(entries);
      while (entries % rows != 0) --rows;
      return {.shape = {rows, entries / rows}};
    }
    return {};
  }

  /// What has no operands, times a number that has.
  NodeId created(OpId op) {
    Attributes made{.shape = random_shape()};
    if (op == op_id<ops::Eye>()) made.shape.columns = made.shape.rows;
    if (op == op_id<ops::Unit>()) made = {made.shape, draw(made.shape.rows), draw(made.shape.columns)};
    const NodeId factor = scalar();
    return add(op_id<ops::Mul>(), {factor, add(op, {}, made)});
  }

  Random random_;
  bool matrices_;
  Graph graph_;
  std::vector<NodeId> nodes_;
  std::vector<Matrix> values_;
};

}  // namespace gradcircuit
