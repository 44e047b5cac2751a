// Every op in AllOps is held against itself: its partial, its tangent, its symbolic derivative and central differences must tell
// the same, at the samples it carries, for numbers and for lanes. A new op is tested by being listed.
#include <catch_amalgamated.hpp>

#include "engine/base/random.hpp"
#include "engine/diff/backward.hpp"
#include "engine/diff/differentiate.hpp"
#include "engine/diff/forward.hpp"
#include "engine/diff/numeric.hpp"
#include "engine/diff/replay.hpp"
#include "engine/diff/tangent.hpp"
#include "engine/text/parse.hpp"
#include "engine/text/print.hpp"

using namespace gradcircuit;
using Catch::Matchers::WithinRel;

namespace {

struct Case {
  Graph graph;
  std::vector<NodeId> inputs;
  NodeId output;
};

/// The op of its operands; for a matrix op times the last of them, so that no two entries of its result count the same.
template <class Op>
Case graph_of(const std::vector<Matrix>& operands) {
  Case made{.graph = Graph(), .inputs = {}, .output = none};
  for (const Matrix& value : operands) {
    const std::string name = "x" + std::to_string(made.inputs.size());
    made.inputs.push_back(input(made.graph, name, value).node());
  }
  if constexpr (is_elementwise<Op>) {
    made.output = *made.graph.append(op_id<Op>(), made.inputs, {});
  } else {
    const std::span<const NodeId> of_op = std::span(made.inputs).first(operands.size() - 1);
    const Expr result(made.graph, *made.graph.append(op_id<Op>(), of_op, {}, Op::sample_attributes));
    const Expr weights(made.graph, made.inputs.back());
    made.output = (result * weights).node();
  }
  return made;
}

/// The operands of every sample of an op.
template <class Op>
std::vector<std::vector<Matrix>> cases_of() {
  std::vector<std::vector<Matrix>> cases;
  if constexpr (is_elementwise<Op>) {
    for (const auto& sample : Op::samples) cases.emplace_back(std::begin(sample), std::end(sample));
  } else if constexpr (Op::arity != 0) {
    Random random(7);
    cases.emplace_back();
    std::vector<Shape> shapes(std::begin(Op::sample_shapes), std::end(Op::sample_shapes));
    shapes.push_back(*Op::shape(shapes, Op::sample_attributes));
    for (const Shape shape : shapes) {
      Matrix value(shape, 0);
      for (std::size_t i = 0; i < value.size(); ++i)
        value[i] = random.uniform(Op::sample_range[0], Op::sample_range[1]);
      cases.back().push_back(value);
    }
  }
  return cases;
}

template <class Op>
bool on_kink(const std::vector<Matrix>& operands) {
  if constexpr (requires(std::span<const double> x) { Op::kink(x); }) {
    std::vector<double> point;
    for (const Matrix& operand : operands) point.push_back(operand[0]);
    return Op::kink(point);
  }
  return false;
}

/// What of an op the checks need: they are written for all ops together, since one copy of them for each takes a minute to compile.
struct TestedOp {
  OpId id;
  Doc doc;
  int arity;
  bool (*differentiable)(int operand);
  std::vector<std::vector<Matrix>> (*cases)();
  Case (*graph)(const std::vector<Matrix>& operands);
  bool (*on_kink)(const std::vector<Matrix>& operands);
};

/// Close in units of the larger; values around a stable zero may differ by rounding of numbers of size 1.
void same(double found, double expected, double tolerance) {
  CAPTURE(found, expected);
  CHECK(std::fabs(found - expected) <= tolerance * std::max({1e-3, std::fabs(found), std::fabs(expected)}));
}

/// What a rule records is written in the language: its text can be read, and has the same value.
void check_text(const Graph& graph, NodeId node, const Tape& tape) {
  const auto text = print(graph, node);
  REQUIRE(text);
  CAPTURE(*text);
  ParseOptions options;
  for (const Input& input : graph.inputs()) options.at.emplace_back(input.name, input.value);
  const auto again = parse(*text, options);
  REQUIRE(again);
  const Tape run = forward(*again);
  CHECK(Matrix(run.view(*again, again->output())) == Matrix(tape.view(graph, node)));
}

void check_partials(const TestedOp& op, const std::vector<Matrix>& operands) {
  Case made = op.graph(operands);
  const Tape tape = forward(made.graph);
  const Activity active = activity(made.graph, made.output);
  const Values<double> adjoints = backward(made.graph, tape, made.output, active);
  const std::vector<double> ones(made.graph[made.output].shape.entries(), 1.0);
  const bool smooth = !op.on_kink(operands);

  for (std::size_t i = 0; i < made.inputs.size(); ++i) {
    if (!op.differentiable(static_cast<int>(i))) continue;
    CAPTURE(i);
    Graph symbols = made.graph;
    const auto derivative = differentiate(symbols, made.output, made.inputs[i]);
    REQUIRE(derivative);
    Graph twice = symbols;
    const auto second = differentiate(twice, *derivative, made.inputs[i]);
    REQUIRE(second);
    const std::vector<double> all_entries(operands[i].size(), 1.0);
    const Tape symbolic = forward(symbols);
    const Tape symbolic_twice = forward(twice);
    REQUIRE(symbols[*derivative].shape == operands[i].shape());
    check_text(symbols, *derivative, symbolic);

    for (std::size_t entry = 0; entry < operands[i].size(); ++entry) {
      const double exact = adjoints.at(made.inputs[i])[entry];
      Values<double> direction(made.graph);
      direction.at(made.inputs[i])[entry] = 1;
      const Values<double> moved = tangent(made.graph, tape, direction);
      double pushed = 0;
      for (std::size_t k = 0; k < ones.size(); ++k) pushed += moved.at(made.output)[k];
      same(pushed, exact, 1e-14);
      // the textbook form keeps fewer digits than the stable one: 1 - tanh(18)² has none left but the last
      same(symbolic.at(*derivative)[entry], exact, 1e-12);
      if (smooth) same(numeric_derivative(made.graph, made.output, ones, made.inputs[i], entry), exact, 1e-7);
      if (smooth)
        same(symbolic_twice.at(*second)[entry],
             numeric_derivative(symbols, *derivative, all_entries, made.inputs[i], entry), 1e-6);
    }
  }
}

/// Whether an op is made of exp, expm1 or tanh, or its derivative is.
bool has_exponential(std::string_view name) {
  constexpr std::string_view made_of_them[] = {
      "exp",  "exp2",     "expm1",   "sinh",        "cosh",      "tanh",       "sech",
      "csch", "coth",     "erf",     "erfc",        "sigmoid",   "elu",        "gelu",
      "silu", "softplus", "softmax", "log_softmax", "logsumexp", "bce_logits", "cross_entropy_logits"};
  return std::ranges::find(made_of_them, name) != std::end(made_of_them);
}

/// Every lane gives what a number gives: to the bit, or as near as the exponentials of lanes are to the C library's.
void check_lanes(const TestedOp& op, const std::vector<Matrix>& operands) {
  const Case made = op.graph(operands);
  const Tape tape = forward(made.graph);
  const Activity active = activity(made.graph, made.output);
  const Values<double> adjoints = backward(made.graph, tape, made.output, active);

  const double tolerance = has_exponential(op.doc.name) ? 2e-15 : 0;
  Replay<Lanes> lanes(made.graph, made.output);
  for (std::size_t i = 0; i < operands.size(); ++i)
    for (std::size_t entry = 0; entry < operands[i].size(); ++entry)
      lanes.input(made.inputs[i])[entry] = Lanes(operands[i][entry]);
  lanes.run();
  lanes.run_back();
  for (NodeId id = 0; id < made.graph.size(); ++id)
    for (std::size_t entry = 0; entry < made.graph[id].shape.entries(); ++entry)
      for (std::size_t lane = 0; lane < Lanes::count; ++lane) {
        same(lanes.primal(id)[entry][lane], tape.at(id)[entry], tolerance);
        same(lanes.adjoint(id)[entry][lane], adjoints.at(id)[entry], tolerance);
      }
}

void check_op(const TestedOp& op) {
  const std::string_view name = op.doc.name;
  CAPTURE(name);
  CHECK_FALSE(op.doc.summary.empty());
  CHECK_FALSE(op.doc.notation.empty());
  CHECK(find_op(name) == op.id);
  for (int i = 0; i < op.arity; ++i)
    if (op.differentiable(i)) CHECK_FALSE(op.doc.rules[static_cast<std::size_t>(i)].empty());
  const auto cases = op.cases();
  CHECK(cases.empty() == (op.arity == 0));
  for (const auto& operands : cases) {
    check_partials(op, operands);
    check_lanes(op, operands);
  }
}

}  // namespace

TEST_CASE("every op agrees with itself in all the ways it can be run") {
  constexpr auto all_ops = table_of_ops<TestedOp>([]<class Op>() -> TestedOp {
    return {.id = op_id<Op>(),
            .doc = Op::doc,
            .arity = Op::arity,
            .differentiable = &Op::differentiable,
            .cases = &cases_of<Op>,
            .graph = &graph_of<Op>,
            .on_kink = &on_kink<Op>};
  });
  for (const TestedOp& op : all_ops) check_op(op);
}

TEST_CASE("every elementwise op is lifted to matrices and sums over what was broadcast") {
  const Matrix column(Shape{2, 1}, {0.5, -1.5});
  const Matrix matrix(Shape{2, 3}, {1, 2, 3, 4, 5, 6});
  Graph graph;
  const Expr b = input(graph, "b", column);
  const Expr m = input(graph, "m", matrix);
  const Expr product = m * b;
  const Tape tape = forward(graph);
  CHECK(Matrix(tape.view(graph, product.node())) == Matrix(Shape{2, 3}, {0.5, 1, 1.5, -6, -7.5, -9}));
  const auto adjoints = backward(graph, tape, product.node(), activity(graph, product.node()));
  CHECK(Matrix(adjoints.view(graph, b.node())) == Matrix(Shape{2, 1}, {6, 15}));
  CHECK(Matrix(adjoints.view(graph, m.node())) == Matrix(Shape{2, 3}, {0.5, 0.5, 0.5, -1.5, -1.5, -1.5}));
}

TEST_CASE("a matrix between a row and a column has derivatives by both bounds") {
  Graph graph;
  const Expr x = input(graph, "x", Matrix(Shape{2, 2}, {0, 5, 1, 5}));
  const Expr low = input(graph, "low", Matrix(Shape{1, 2}, {2, 3}));
  const Expr high = input(graph, "high", Matrix(Shape{2, 1}, {4, 1}));
  const Expr clamped = call<ops::Clamp>(x, low, high);
  const auto by_low = differentiate(graph, clamped.node(), low.node());
  const auto by_high = differentiate(graph, clamped.node(), high.node());
  REQUIRE(by_low);
  REQUIRE(by_high);
  const Tape tape = forward(graph);
  CHECK(Matrix(tape.view(graph, clamped.node())) == Matrix(Shape{2, 2}, {2, 4, 1, 1}));
  CHECK(Matrix(tape.view(graph, *by_low)) == Matrix(Shape{1, 2}, {1, 0}));
  CHECK(Matrix(tape.view(graph, *by_high)) == Matrix(Shape{2, 1}, {1, 2}));
}

TEST_CASE("stable partials keep their digits where the textbook form has none left") {
  const auto derivative = [](auto op, double x) {
    using Op = decltype(op);
    Graph graph;
    const Expr y = call<Op>(input(graph, "x", x));
    return *backward(graph, forward(graph), y.node(), activity(graph, y.node())).at(0);
  };
  // sech²(20), σ'(40) and sinc'(2 - 1/1024) from 50-digit arithmetic
  CHECK_THAT(derivative(ops::Tanh{}, 20), WithinRel(1.6993417021166355e-17, 1e-14));
  CHECK_THAT(derivative(ops::Sigmoid{}, 40), WithinRel(4.2483542552915889e-18, 1e-14));
  CHECK_THAT(derivative(ops::Sinc{}, 2 - 0x1p-10), WithinRel(-0.43537886224596456, 1e-15));
  CHECK(derivative(ops::Tanh{}, 800) == 0);
  CHECK(derivative(ops::Tanh{}, -800) == 0);
  CHECK(derivative(ops::Sigmoid{}, -800) == 0);
}

TEST_CASE("the first and the last rows hand back no empty matrix") {
  for (const std::uint32_t first : {0U, 2U}) {
    Graph graph;
    const Expr x = input(graph, "x", Matrix(Shape{3, 2}, 1));
    const Expr row = call_with<ops::Rows>({.shape = {}, .row = first, .column = 1}, x);
    const auto derivative = differentiate(graph, call<ops::Sum>(row).node(), x.node());
    REQUIRE(derivative);
    check_text(graph, *derivative, forward(graph));
  }
}

TEST_CASE("sinc is smooth at 0, in symbols too") {
  Graph graph;
  const Expr x = input(graph, "x", 0);
  const auto first = differentiate(graph, call<ops::Sinc>(x).node(), x.node());
  REQUIRE(first);
  const Tape tape = forward(graph);
  CHECK(*tape.at(*first) == 0);
  CHECK_THAT(*backward(graph, tape, *first, activity(graph, *first)).at(x.node()), WithinRel(-1. / 3, 1e-15));
}

TEST_CASE("corners take the derivative that we publish") {
  const double infinity = std::numeric_limits<double>::infinity();
  const auto partial = [](OpId op, std::vector<double> at, std::size_t operand) {
    Graph graph;
    std::vector<NodeId> inputs;
    for (double value : at) inputs.push_back(input(graph, "x", value).node());
    const NodeId output = *graph.append(op, inputs, {});
    return *backward(graph, forward(graph), output, activity(graph, output)).at(inputs[operand]);
  };
  CHECK(partial(op_id<ops::Relu>(), {0}, 0) == 0);
  CHECK(partial(op_id<ops::Abs>(), {0}, 0) == 0);
  CHECK(partial(op_id<ops::Step>(), {0}, 0) == 0);
  CHECK(partial(op_id<ops::Sqrt>(), {0}, 0) == infinity);
  CHECK(partial(op_id<ops::Log>(), {0}, 0) == infinity);
  CHECK(partial(op_id<ops::Max>(), {2, 2}, 0) == 0.5);
  CHECK(partial(op_id<ops::Max>(), {2, 2}, 1) == 0.5);
  CHECK(partial(op_id<ops::Max>(), {3, 1, 3}, 1) == 0);
  CHECK(partial(op_id<ops::Min>(), {3, 1}, 1) == 1);
  CHECK(partial(op_id<ops::Pow>(), {0, 0}, 0) == 0);
  CHECK(partial(op_id<ops::Pow>(), {0, 1}, 0) == 1);
  CHECK(partial(op_id<ops::Pow>(), {-2, 3}, 0) == 12);
  CHECK(partial(op_id<ops::Pow>(), {0, 2}, 1) == 0);
  CHECK(partial(op_id<ops::Pow>(), {0, 0}, 1) == -infinity);
  CHECK(partial(op_id<ops::Pow>(), {0, -1}, 1) == -infinity);
  CHECK(partial(op_id<ops::Hypot>(), {0, 0}, 0) == 0);
  CHECK(partial(op_id<ops::Hypot>(), {3, 0}, 0) == 1);
  CHECK(partial(op_id<ops::Clamp>(), {1, 2, 2}, 1) == 0);
  CHECK(partial(op_id<ops::Clamp>(), {1, 2, 2}, 2) == 1);
}

TEST_CASE("what is certain to be wrong has an infinite cross-entropy, and an infinite derivative") {
  Graph graph;
  const Expr output = input(graph, "output", Matrix(Shape{3, 1}, {0, 0.5, 0}));
  const Expr target = input(graph, "target", Matrix(Shape{3, 1}, {1, 0.5, 0}));
  const Expr loss = call<ops::CrossEntropy>(output, target);
  const auto adjoints = backward(graph, forward(graph), loss.node(), activity(graph, loss.node()));
  const double infinity = std::numeric_limits<double>::infinity();
  CHECK(Matrix(adjoints.view(graph, output.node())) == Matrix(Shape{3, 1}, {-infinity, -1, 0}));
}
