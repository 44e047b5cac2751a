#include "engine/diff/jacobian.hpp"

#include <catch_amalgamated.hpp>
#include <limits>
#include <ranges>

#include "engine/diff/forward.hpp"
#include "engine/diff/numeric.hpp"
#include "engine/diff/tangent.hpp"
#include "engine/text/parse.hpp"
#include "tests/engine/random_graph.hpp"

using namespace gradcircuit;

namespace {

Jacobian jacobian_in(const Graph& graph, const char* of, const char* by) {
  return *jacobian(graph, forward(graph), *graph.find(of), *graph.find(by));
}

Matrix product(const Matrix& a, const Matrix& b) {
  Matrix out(Shape{a.shape().rows, b.shape().columns}, 0);
  const std::vector<MatrixView<const double>> operands{a.view(), b.view()};
  ops::MatMul::evaluate<double>(out.view(), operands, {});
  return out;
}

Matrix transposed(const Matrix& a) {
  Matrix out(a.shape().transposed(), 0);
  const std::vector<MatrixView<const double>> operands{a.view()};
  ops::Transpose::evaluate<double>(out.view(), operands, {});
  return out;
}

/// All entries of both, to 1e-10 of the larger.
void check_close(const Matrix& found, const Matrix& expected, double tolerance = 1e-10) {
  REQUIRE(found.shape() == expected.shape());
  for (std::size_t i = 0; i < found.size(); ++i) {
    CAPTURE(i, found[i], expected[i]);
    CHECK(std::fabs(found[i] - expected[i]) <=
          tolerance * std::max({1.0, std::fabs(found[i]), std::fabs(expected[i])}));
  }
}

/// ⟨w, Jv⟩ by tangents, ⟨Jᵀw, v⟩ by adjoints and wᵀJv by the entries are one number.
void check_duality(const Graph& graph, const Tape& tape, const Jacobian& found, std::uint64_t seed) {
  const auto [rows, columns] = found.entries.shape();
  Random random(seed);
  std::vector<double> w(rows);
  for (double& weight : w) weight = random.uniform(-1, 1);
  Values<double> direction(graph);
  for (std::uint32_t c = 0; c < columns; ++c) direction.at(found.by)[c] = random.uniform(-1, 1);
  const Values<double> moved = tangent(graph, tape, direction);
  const Matrix pulled = vector_jacobian_product(graph, tape, found.of, found.by, w);
  double forwards = 0;
  double backwards = 0;
  double between = 0;
  for (std::uint32_t r = 0; r < rows; ++r) forwards += w[r] * moved.at(found.of)[r];
  for (std::uint32_t c = 0; c < columns; ++c) backwards += pulled[c] * direction.at(found.by)[c];
  for (std::size_t i = 0; i < found.entries.size(); ++i)
    between += w[i / columns] * found.entries[i] * direction.at(found.by)[i % columns];
  check_close(forwards, backwards);
  check_close(between, backwards);
}

bool is_moderate(std::span<const double> numbers) {
  return std::ranges::all_of(numbers, [](double number) { return std::fabs(number) < 1e4; });
}

/// Whether differences find a derivative: no corner to step across and nothing infinite.
bool is_smooth(const Graph& graph, const Tape& tape, NodeId of) {
  return std::ranges::all_of(std::views::iota(NodeId{0}, of + 1), [&](NodeId id) {
    const bool has_corner = graph[id].op == op_id<ops::Max>() || graph[id].op == op_id<ops::If>();
    return !has_corner && is_moderate(tape.view(graph, id).flat());
  });
}

void check_differences(const Graph& graph, const Jacobian& found) {
  const auto [rows, columns] = found.entries.shape();
  std::vector<double> row(rows, 0.0);
  for (std::size_t i = 0; i < found.entries.size(); ++i) {
    row[i / columns] = 1;
    check_close(found.entries[i], numeric_derivative(graph, found.of, row, found.by, i % columns), 1e-6);
    row[i / columns] = 0;
  }
}

}  // namespace

TEST_CASE("the Jacobian of a layer by its input is the weights, row by row scaled by the activation's slope") {
  const auto graph = parse("W = [[1, -1], [2, 1]]; x = [1, 0.5]; b = [0, -1]\nz = W @ x + b\na = sigmoid(z)");
  REQUIRE(graph);
  const Jacobian inner = jacobian_in(*graph, "z", "x");
  CHECK(inner.entries == Matrix(Shape{2, 2}, {1, -1, 2, 1}));
  const Jacobian slope = jacobian_in(*graph, "a", "z");
  CHECK(slope.entries[1] == 0);
  CHECK(slope.entries[2] == 0);
  check_close(jacobian_in(*graph, "a", "x").entries, product(slope.entries, inner.entries), 1e-15);
}

TEST_CASE("the Jacobian by a matrix has a column for each of its entries, row by row") {
  const auto graph = parse("W = [[1, 0, -1], [2, 1, 0]]; x = [1, 2, 3]; y = W @ x");
  REQUIRE(graph);
  const Jacobian by_weights = jacobian_in(*graph, "y", "W");
  CHECK(by_weights.entries == Matrix(Shape{2, 6}, {1, 2, 3, 0, 0, 0, 0, 0, 0, 1, 2, 3}));
  CHECK(by_weights.mode == Mode::reverse);
  CHECK(by_weights.passes == 2);
  CHECK(by_weights.multiplications == 2 * 6);
}

TEST_CASE("the Jacobian of a matrix by a matrix has a row and a column for each entry") {
  const auto graph = parse("A = [[1, 2], [3, 4]]; B = [[5, 6], [7, 8]]; C = A @ B");
  REQUIRE(graph);
  CHECK(jacobian_in(*graph, "C", "A").entries == Matrix(Shape{4, 4}, {5, 7, 0, 0, 6, 8, 0, 0, 0, 0, 5, 7, 0, 0, 6, 8}));
  CHECK(jacobian_in(*graph, "C", "B").entries == Matrix(Shape{4, 4}, {1, 0, 2, 0, 0, 1, 0, 2, 3, 0, 4, 0, 0, 3, 0, 4}));
}

TEST_CASE("forward mode is taken where that needs fewer passes") {
  const auto graph = parse("x = 2; y = [x, x^2, x^3]; f = sum(y)");
  REQUIRE(graph);
  const Jacobian wide = jacobian_in(*graph, "y", "x");
  CHECK(wide.mode == Mode::forward);
  CHECK(wide.passes == 1);
  CHECK(wide.entries == Matrix(Shape{3, 1}, {1, 4, 12}));
  const Jacobian tall = jacobian_in(*graph, "f", "y");
  CHECK(tall.mode == Mode::reverse);
  CHECK(tall.entries == Matrix(Shape{1, 3}, {1, 1, 1}));
}

TEST_CASE("a node moves on its own, whatever it is computed from, and a constant may move too") {
  const auto graph = parse("x = 3; y = x * x; f = y * x + 5 * y");
  REQUIRE(graph);
  CHECK(jacobian_in(*graph, "f", "y").entries[0] == 8);
  CHECK(jacobian_in(*graph, "f", "x").entries[0] == 3 * 9 + 5 * 6);
  const auto operands = graph->operands(*graph->find("f"));
  const NodeId five = graph->operands(operands[1])[0];
  REQUIRE(graph->is_constant(five));
  CHECK(jacobian(*graph, forward(*graph), *graph->find("f"), five)->entries[0] == 9);
}

TEST_CASE("there is exactly nothing where no path leads, and it takes no pass") {
  const auto graph = parse("x = [1, 2]; u = 3; y = x * 2; z = y + u; c = if(u > 2, y, 0 * y)");
  REQUIRE(graph);
  for (const auto& [of, by] : {std::pair("y", "u"), {"x", "y"}, {"y", "z"}, {"c", "u"}}) {
    CAPTURE(of, by);
    const Jacobian nothing = jacobian_in(*graph, of, by);
    CHECK(std::ranges::all_of(nothing.entries.entries(), [](double x) { return x == 0 && !std::signbit(x); }));
    CHECK(nothing.passes == 0);
    CHECK(nothing.multiplications == 0);
  }
  CHECK(jacobian_in(*graph, "y", "y").entries == Matrix(Shape{2, 2}, {1, 0, 0, 1}));
}

TEST_CASE("what does not move stays, even where its derivative is infinite") {
  const auto graph = parse("x = 4; z = 0; v = [x, z, -1]; y = sqrt(v); p = outer(v, v)");
  REQUIRE(graph);
  const Jacobian by_x = jacobian_in(*graph, "y", "x");
  REQUIRE(by_x.mode == Mode::forward);
  CHECK(by_x.entries[0] == 0.25);
  CHECK(by_x.entries[1] == 0);
  CHECK(jacobian_in(*graph, "y", "v").entries[4] == std::numeric_limits<double>::infinity());
  const Jacobian of_p = jacobian_in(*graph, "p", "x");
  for (const double entry : of_p.entries.entries()) CHECK_FALSE((entry == 0 && std::signbit(entry)));
}

TEST_CASE("all paths pass through the same stages, and their Jacobians multiply to the whole") {
  const auto graph = parse(
      "W = [[1, -1], [2, 1], [0, 1]]; x = [1, 0.5]; V = [[1, 2, 3]]\n"
      "z = W @ x\na = tanh(z)\nleft = V @ a\nright = sum(a * a)\nf = left * right");
  REQUIRE(graph);
  const auto at = [&](const char* name) { return *graph->find(name); };
  CHECK(waypoints(*graph, at("f"), at("x")) == std::vector{at("f"), at("a"), at("z"), at("x")});
  CHECK(waypoints(*graph, at("x"), at("f")).empty());
  CHECK(waypoints(*graph, at("z"), at("z")) == std::vector{at("z")});

  const Matrix whole = jacobian_in(*graph, "f", "x").entries;
  const Matrix outer = jacobian_in(*graph, "f", "a").entries;
  const Matrix slope = jacobian_in(*graph, "a", "z").entries;
  const Matrix inner = jacobian_in(*graph, "z", "x").entries;
  check_close(whole, product(product(outer, slope), inner), 1e-14);
  // in denominator layout every factor is transposed, and so is their order
  check_close(transposed(whole), product(transposed(inner), product(transposed(slope), transposed(outer))), 1e-14);
}

TEST_CASE("a Jacobian that is too large is refused before anything is allocated") {
  const auto graph = parse("x = 1; A = ones(200, 200) * x; B = A + 1; s = ones(40, 40) * x; t = exp(s @ s)");
  REQUIRE(graph);
  const Tape tape = forward(*graph);
  const auto by = [&](const char* of, const char* name) {
    return jacobian(*graph, tape, *graph->find(of), *graph->find(name));
  };
  auto huge = by("B", "A");
  REQUIRE_FALSE(huge);
  CHECK(huge.error().message() == "a Jacobian of 40000×40000 is too large to be worked out");
  CHECK_FALSE(by("t", "s"));
  CHECK(by("B", "x"));
}

TEST_CASE("both modes and central differences find the same Jacobian of random programs") {
  int compared = 0;
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    RandomGraph random(seed);
    const NodeId of = random.grow(12);
    const Graph& graph = random.graph();
    const Tape tape = forward(graph);
    const Jacobian found = *jacobian(graph, tape, of, *graph.find(seed % 2 == 0 ? "M" : "v"));
    if (found.passes == 0 || !is_moderate(found.entries.entries())) continue;
    CAPTURE(seed);
    ++compared;
    check_duality(graph, tape, found, seed);
    if (is_smooth(graph, tape, of)) check_differences(graph, found);
  }
  CHECK(compared > 100);
}
