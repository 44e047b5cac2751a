#include "engine/diff/multiplications.hpp"

#include <catch_amalgamated.hpp>

#include "engine/base/random.hpp"
#include "engine/diff/forward.hpp"
#include "engine/diff/jacobian.hpp"
#include "engine/graph/expr.hpp"
#include "engine/text/parse.hpp"

using namespace gradcircuit;

namespace {

GradientCost cost_of(const char* program) {
  const auto graph = parse(program);
  return gradient_cost(*graph, graph->output(), activity(*graph, graph->output()));
}

/// The partial derivatives of a matrix op that are not zero, at a point where none of them is by chance.
template <class Op>
void check_partials() {
  if constexpr (!is_elementwise<Op> && Op::arity != 0) {
    CAPTURE(Op::doc.name);
    Graph graph;
    Random random(1);
    std::vector<NodeId> operands;
    for (const Shape shape : Op::sample_shapes) {
      Matrix value(shape, 0);
      for (std::size_t i = 0; i < value.size(); ++i) value[i] = random.uniform(0.2, 0.8);
      operands.push_back(input(graph, "x", value).node());
    }
    const NodeId node = *graph.append(op_id<Op>(), operands, {}, Op::sample_attributes);
    const Tape tape = forward(graph);
    for (std::size_t i = 0; i < operands.size(); ++i) {
      const Jacobian partials = *jacobian(graph, tape, node, operands[i]);
      const auto zeros = static_cast<std::uint64_t>(std::ranges::count(partials.entries.entries(), 0.0));
      CHECK(partials_along(graph, node, i) == partials.entries.size() - zeros);
    }
  }
}

}  // namespace

TEST_CASE("e = (a + b)(b + 1) takes two passes forward and one back") {
  const GradientCost cost = cost_of("a = 2; b = 1\nc = a + b\nd = b + 1\ne = c * d");
  // a→c, b→c, b→d, c→e, d→e; the constant has no edge
  CHECK(cost.forward.passes == 2);
  CHECK(cost.forward.multiplications == 10);
  CHECK(cost.reverse.passes == 1);
  CHECK(cost.reverse.multiplications == 5);
}

TEST_CASE("forward mode wins where few inputs make many outputs") {
  const GradientCost cost = cost_of("t = 0.5; y = [sin(t), cos(t), exp(t)]");
  CHECK(cost.forward.multiplications == 6);
  CHECK(cost.reverse.multiplications == 18);
}

TEST_CASE("a matrix product multiplies by every entry of the other operand") {
  // 4·3 by W, 4·3 by x, 4 by b and 4 by the product, 4 by the activation, 4 by the sum
  const GradientCost cost = cost_of("W = ones(4, 3) * w; x = [1, 2, 3]; b = [0, 0, 0, 0]\nf = sum(tanh(W @ x + b))");
  const std::uint64_t each = 12 + 12 + 4 + 4 + 4 + 4 + 12;  // and 12 by what fills W
  CHECK(cost.reverse.passes == 1);
  CHECK(cost.reverse.multiplications == each);
  CHECK(cost.forward.passes == 1 + 3 + 4);
  CHECK(cost.forward.multiplications == 8 * each);
}

TEST_CASE("what an output does not depend on costs nothing") {
  CHECK(cost_of("x = 2; y = 3; unused = y * y; f = x * x").forward.passes == 1);
  const GradientCost nothing = cost_of("x = 2; f = if(x > 1, 2, 3)");
  CHECK(nothing.reverse.multiplications == 0);
}

TEST_CASE("every matrix op is counted with as many partial derivatives as it has") {
  using Check = void (*)();
  constexpr auto checks = table_of_ops<Check>([]<class Op>() -> Check { return &check_partials<Op>; });
  for (const Check check : checks) check();
}
