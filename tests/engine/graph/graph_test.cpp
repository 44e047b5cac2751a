#include "engine/graph/graph.hpp"

#include <catch_amalgamated.hpp>

#include "engine/graph/expr.hpp"

using namespace gradcircuit;

TEST_CASE("broadcasting takes scalars, columns and rows") {
  const auto shape = [](std::vector<Shape> shapes) {
    auto result = broadcast(shapes, "a + b");
    return result ? to_string(*result) : result.error().message();
  };
  CHECK(shape({{1, 1}, {2, 3}}) == "2×3");
  CHECK(shape({{2, 3}, {1, 1}}) == "2×3");
  CHECK(shape({{2, 1}, {2, 3}}) == "2×3");
  CHECK(shape({{2, 3}, {1, 3}}) == "2×3");
  CHECK(shape({{2, 1}, {2, 1}}) == "2×1");
  CHECK(shape({{2, 1}, {1, 3}}) ==
        "a column (2×1) and a row (1×3) do not go together in 'a + b'; for all products of their entries use a @ b");
  CHECK(shape({{1, 2}, {2, 1}}) ==
        "a column (2×1) and a row (1×2) do not go together in 'a + b'; for all products of their entries use a @ b");
  CHECK(shape({{2, 3}, {3, 2}}) == "2×3 and 3×2 do not fit together in 'a + b'");
  CHECK(shape({{2, 3}, {3, 1}}) == "2×3 and 3×1 do not fit together in 'a + b'");
}

TEST_CASE("a shape error names both operands") {
  Graph graph;
  const NodeId a = *graph.append_input({.name = "A", .value = Matrix(Shape{2, 3}, 0)}, {0, 1});
  const NodeId b = *graph.append_input({.name = "B", .value = Matrix(Shape{2, 3}, 0)}, {4, 5});
  const NodeId operands[] = {a, b};
  const auto product = graph.append(op_id<ops::MatMul>(), operands, {0, 5});
  REQUIRE_FALSE(product);
  CHECK(product.error().message() == "2×3 @ 2×3: the columns on the left must equal the rows on the right");
  CHECK(product.error().span == Span{0, 5});
  CHECK(product.error().related == std::vector<Span>{{0, 1}, {4, 5}});
}

TEST_CASE("limits are checked before anything is allocated") {
  Graph graph(2);
  const Expr x = input(graph, "x", 1.0);
  const Expr y = x + x;
  CHECK_FALSE(graph.failure());
  static_cast<void>(y + x);
  REQUIRE(graph.failure());
  CHECK(graph.failure()->message() == "this program needs more than 2 values");
  CHECK(graph.size() == 2);

  Graph large;
  const auto ones = large.append(op_id<ops::Ones>(), {}, {}, {.shape = {1'000'000, 1'000}});
  REQUIRE_FALSE(ones);
  CHECK(ones.error().message() == "a value has at most 150000 entries, this would have 1000000000");
}

TEST_CASE("scopes say in which stage and group a node was written") {
  Graph graph;
  const Expr x = input(graph, "x", 1.0);
  const std::uint32_t stage = graph.add_stage({.name = "a", .span = {}});
  graph.enter({.stage = stage, .group = none});
  const Expr a = x + x;
  const std::uint32_t outer = graph.add_group({.name = "s", .span = {}});
  graph.enter({.stage = stage, .group = outer});
  const Expr b = a * x;
  const std::uint32_t inner = graph.add_group({.name = "t", .span = {}, .parent = outer});
  graph.enter({.stage = stage, .group = inner});
  const Expr c = b * x;
  graph.enter({});
  const Expr d = c + x;
  CHECK(graph.scope_of(x.node()) == Scope{});
  CHECK(graph.scope_of(a.node()) == Scope{stage, none});
  CHECK(graph.in_group(c.node(), outer));
  CHECK_FALSE(graph.in_group(b.node(), inner));
  CHECK(graph.scope_of(d.node()) == Scope{});
}
