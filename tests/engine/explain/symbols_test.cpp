#include "engine/explain/symbols.hpp"

#include "tests/engine/text/programs.hpp"

using namespace gradcircuit;

namespace {

Explanation explained(const Request& request) {
  auto explanation = explain(request);
  if (!explanation) FAIL(explanation.error().message());
  return std::move(*explanation);
}

/// Its only derivative.
SymbolicDerivative derived(Request request, std::string by) {
  request.by = {std::move(by)};
  auto found = symbolic_derivatives(explained(request), request);
  if (!found) FAIL(found.error().message());
  REQUIRE(found->size() == 1);
  return std::move(found->front());
}

constexpr std::string_view two_layers =
    "W0 = [[0.5, -1], [1, 0.5]]\nb0 = [0, 0.5]\nW1 = [[1, -2]]\nx = [1, -2]\nz = sigmoid(W0 @ x + b0)\ny = W1 @ z + "
    "0.1";

}  // namespace

TEST_CASE("a derivative is written from inputs alone, and as a course writes it, with the names of stages") {
  const SymbolicDerivative by_W0 = derived({.program = std::string(two_layers)}, "W0");
  CHECK(by_W0.in_inputs.program == "sigmoid(b0 + W0 @ x)*W1.T*(1 - sigmoid(b0 + W0 @ x)) @ x.T");
  REQUIRE(by_W0.in_stages);
  CHECK(by_W0.in_stages->program == "z*W1.T*(1 - z) @ x.T");
  CHECK(latex(*by_W0.in_stages->formula) == R"(\left(z \circ W_{1}^{\top} \circ \left(1-z\right)\right)x^{\top})");
  CHECK(derived({.program = std::string(two_layers)}, "W1").in_stages->program == "z.T");
}

TEST_CASE("no stage is named where none is needed") {
  CHECK_FALSE(derived({.program = "q = x + y\nf = q*z"}, "x").in_stages);
  CHECK(derived({.program = "q = x + y\nf = q*z"}, "z").in_stages->program == "q");
  CHECK_FALSE(derived({.program = "(x + y)*z"}, "z").in_stages);
}

TEST_CASE("a derivative can be taken by a stage, and by any node") {
  const SymbolicDerivative by_stage = derived({.program = "q = x + y\nf = q^2*x"}, "q");
  CHECK(by_stage.in_inputs.program == "2*x*(x + y)");
  CHECK(*by_stage.in_stages->program == "2*q*x");
  const Request request{.program = "(x + y)^2", .by = {NodeId{2}}};
  const auto by_node = symbolic_derivatives(explained(request), request);
  REQUIRE(by_node);
  CHECK(by_node->front().by == "2");
  CHECK(by_node->front().in_inputs.program == "2*(x + y)");
}

TEST_CASE("its value is the gradient") {
  const Request request{.program = std::string(two_layers)};
  const Explanation explanation = explained(request);
  const auto found = symbolic_derivatives(explanation, request);
  REQUIRE(found);
  REQUIRE(found->size() == explanation.graph.inputs().size());
  for (std::size_t i = 0; i < found->size(); ++i) {
    const Matrix& exact = *explanation.adjoints[explanation.graph.inputs()[i].node];
    CAPTURE((*found)[i].by);
    REQUIRE((*found)[i].value->shape() == exact.shape());
    for (std::size_t entry = 0; entry < exact.size(); ++entry)
      CHECK_THAT((*(*found)[i].value)[entry], Catch::Matchers::WithinRel(exact[entry], 1e-12));
  }
}

TEST_CASE("higher derivatives repeat the first") {
  CHECK(derived({.program = "x^4", .order = 3}, "x").in_inputs.program == "24*x");
  CHECK(derived({.program = "q = x + 1\nf = q^3", .order = 2}, "q").in_inputs.program == "6*u1");
}

TEST_CASE("what nobody could read has a value and a size") {
  std::string program = "sin(x + 1)";
  for (int i = 2; i <= 64; ++i) program += "*sin(x + " + std::to_string(i) + ")";
  const SymbolicDerivative sixth = derived({.program = program, .order = 6}, "x");
  CHECK_FALSE(sixth.in_inputs.program);
  CHECK_FALSE(sixth.in_inputs.formula);
  CHECK(*sixth.nodes > 100'000);
  CHECK(std::isfinite((*sixth.value)[0]));
}

TEST_CASE("closed stages and groups have local derivatives in the names of what they read") {
  const auto boxes = symbolic_boxes(explained({.program = "q = x*y\nf = q*q + sin(x)", .zoom = Zoom::stages}));
  REQUIRE(boxes);
  REQUIRE(boxes->size() == 2);
  CHECK((*boxes)[0].partials[0].in_inputs.program == "y");
  CHECK((*boxes)[1].partials[0].by == "q");
  CHECK((*boxes)[1].partials[0].in_inputs.program == "2*q");
  CHECK((*boxes)[1].partials[1].in_inputs.program == "cos(x)");
  const auto group = symbolic_boxes(explained({.program = "s(r) = r^2 + u1\ns(w*x)", .closed = {0}}));
  REQUIRE(group);
  CHECK(group->front().partials[0].by == "u2");  // u1 is taken
  CHECK(group->front().partials[0].in_inputs.program == "2*u2");
}

TEST_CASE("derivatives of nothing, and of too much, are refused") {
  const Request unknown{.program = "x*y", .by = {"q"}};
  CHECK(symbolic_derivatives(explained(unknown), unknown).error().message() == "there is no stage named 'q'");
  const Request no_node{.program = "x*y", .by = {NodeId{3}}};
  CHECK(symbolic_derivatives(explained(no_node), no_node).error().message() == "there is no stage named '3'");
  std::string sum = "x0";
  for (int i = 1; i < 300; ++i) sum += " + x" + std::to_string(i);
  const Request large{.program = sum};
  CHECK(symbolic_derivatives(explained(large), large).error().message() ==
        "300 derivatives of a program this large are too many at once; ask for one");
}
