// Values of matrix functions: what they are by definition, and where a plain formula overflows or loses its digits.
#include <catch_amalgamated.hpp>

#include "engine/diff/backward.hpp"
#include "tests/engine/text/programs.hpp"

using namespace gradcircuit;
using Catch::Matchers::WithinRel;

namespace {

Matrix column(std::vector<double> entries) {
  const Shape shape{static_cast<std::uint32_t>(entries.size()), 1};
  return {shape, std::move(entries)};
}

/// The gradient of a program's output by its first input.
Matrix gradient_of(std::string_view program) {
  const Graph graph = graph_of(program);
  const NodeId output = graph.output();
  const auto adjoints = backward(graph, forward(graph), output, activity(graph, output));
  return Matrix(adjoints.view(graph, graph.inputs()[0].node));
}

void same(const Matrix& found, const std::vector<double>& expected) {
  REQUIRE(found.size() == expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) CHECK_THAT(found[i], WithinRel(expected[i], 1e-14));
}

}  // namespace

TEST_CASE("functions that move entries about") {
  const std::string_view x = "x = [[1, 2, 3], [4, 5, 6]]; ";
  const auto value = [&](std::string_view call) { return value_of(std::string(x) + std::string(call)); };
  CHECK(value("vec(x)") == column({1, 4, 2, 5, 3, 6}));
  CHECK(value("reshape(x, 3, 2)") == Matrix(Shape{3, 2}, {1, 5, 4, 3, 2, 6}));
  CHECK(value("reshape(vec(x), 2, 3)") == value("x"));
  CHECK(value("concatenate(x, [[7, 8, 9]])") == Matrix(Shape{3, 3}, {1, 2, 3, 4, 5, 6, 7, 8, 9}));
  CHECK(value("rows(x, 1, 1)") == Matrix(Shape{1, 3}, {4, 5, 6}));
  CHECK(value("eye(2)") == Matrix(Shape{2, 2}, {1, 0, 0, 1}));
  CHECK(value("zeros(1, 2)") == Matrix(Shape{1, 2}, {0, 0}));
}

TEST_CASE("functions that sum entries up") {
  const std::string_view x = "x = [[1, 2, 3], [4, 5, 6]]; ";
  const auto value = [&](std::string_view call) { return value_of(std::string(x) + std::string(call)); };
  CHECK(value("mean(x)") == Matrix(3.5));
  CHECK(value("row_sums(x)") == column({6, 15}));
  CHECK(value("column_sums(x)") == Matrix(Shape{1, 3}, {5, 7, 9}));
  CHECK(value("dot(x, x)") == Matrix(91.0));
  CHECK(value("trace(x @ x.T)") == Matrix(91.0));
  CHECK(value("outer([1, 2], x.T @ [1, 0])") == Matrix(Shape{2, 3}, {1, 2, 3, 2, 4, 6}));
  CHECK(value("outer([[1, 2]], [3, 4])") == Matrix(Shape{2, 2}, {3, 4, 6, 8}));
}

TEST_CASE("a norm neither overflows nor vanishes, and at 0 its derivative is 0") {
  CHECK(number_of("norm([3, 4])") == 5);
  CHECK(number_of("norm([[1, 2], [2, 4]])") == 5);
  CHECK_THAT(number_of("norm([3e200, 4e200])"), WithinRel(5e200, 1e-15));
  CHECK_THAT(number_of("norm([3e-200, 4e-200])"), WithinRel(5e-200, 1e-15));
  CHECK(number_of("norm([0, -inf])", {.at = {{"inf", std::numeric_limits<double>::infinity()}}}) ==
        std::numeric_limits<double>::infinity());
  CHECK(gradient_of("x = [0, 0]; norm(x)") == column({0, 0}));
  same(gradient_of("x = [3, -4]; norm(x)"), {0.6, -0.8});
}

TEST_CASE("softmax and its logarithm keep their digits far out") {
  same(value_of("softmax([1, 2, 3])"), {0.09003057317038046, 0.24472847105479764, 0.6652409557748219});
  same(value_of("softmax([1000, 1001])"), {0.2689414213699951, 0.7310585786300049});
  same(value_of("softmax([[1, 1000], [1, 1000]])"), {0.5, 0.5, 0.5, 0.5});
  same(value_of("softmax([[1000, 1001]])"), {0.2689414213699951, 0.7310585786300049});
  same(value_of("log_softmax([0, 40])"), {-40, -4.248354255291589e-18});
  same(value_of("log_softmax([-1000, 0])"), {-1000, -0.0});
  CHECK(number_of("logsumexp([1000, 1000])") == 1000 + std::log(2));
  CHECK_THAT(number_of("logsumexp([0, -40])"), WithinRel(4.248354255291589e-18, 1e-14));
  CHECK(number_of("logsumexp([3, 3, 3])") == 3 + std::log1p(2));
  CHECK(number_of("logsumexp([1, inf])", {.at = {{"inf", std::numeric_limits<double>::infinity()}}}) ==
        std::numeric_limits<double>::infinity());
}

TEST_CASE("losses are means over entries, or over samples, and 0 log 0 is 0") {
  CHECK(number_of("mse([1, 2], [3, 5])") == 6.5);
  CHECK_THAT(number_of("bce([0.25, 0.75], [0, 1])"), WithinRel(-std::log(0.75), 1e-15));
  CHECK(number_of("bce([0, 1], [0, 1])") == 0);
  CHECK_THAT(number_of("bce(1e-20, 0)"), WithinRel(1e-20, 1e-15));
  CHECK_THAT(number_of("bce_logits(40, 1)"), WithinRel(4.248354255291589e-18, 1e-14));
  CHECK(number_of("bce_logits(-800, 1)") == 800);
  CHECK_THAT(number_of("cross_entropy([[0.5, 0.25], [0.5, 0.75]], [[1, 1], [0, 0]])"),
             WithinRel((std::log(2) + std::log(4)) / 2, 1e-15));
  CHECK(number_of("cross_entropy([1, 0], [1, 0])") == 0);
  CHECK_THAT(number_of("cross_entropy_logits([1000, 1001], [1, 0])"), WithinRel(1.3132616875182228, 1e-15));
  CHECK(number_of("cross_entropy_logits([-1000, 0], [0, 1])") == 0);
}

TEST_CASE("the gradient of a loss at a certain output is finite where the target agrees") {
  same(gradient_of("p = [0, 1]; bce(p, [0, 1])"), {0.5, -0.5});
  same(gradient_of("p = [1, 0]; cross_entropy(p, [1, 0])"), {-1, 0});
  same(gradient_of("z = [1000, 0]; cross_entropy_logits(z, [0, 1])"), {1, -1});
  same(gradient_of("z = 2; bce_logits(z, 1)"), {-0.11920292202211755});
}

TEST_CASE("a program with written numbers is printed as it was written") {
  for (const std::string_view program :
       {"reshape(x, 1, 1)", "rows(x, 0, 1)", "eye(3)", "zeros(2, 3)", "concatenate(x, rows(x, 0, 1))"}) {
    const Graph graph = graph_of(program);
    CHECK(printed(graph, graph.output()) == program);
  }
}
