#include "engine/diff/view.hpp"

#include <catch_amalgamated.hpp>

#include "engine/diff/forward.hpp"
#include "engine/diff/paths.hpp"
#include "engine/graph/expr.hpp"

using namespace gradcircuit;

namespace {

/// q = (x + y) squared inside a group that is read by two later nodes: f = q * z + q, with q a stage.
struct Program {
  Graph graph;
  NodeId x, y, z, q, f;
  std::uint32_t group;
};

Program program() {
  Program made{.graph = Graph(), .x = 0, .y = 0, .z = 0, .q = 0, .f = 0, .group = 0};
  Graph& graph = made.graph;
  const Expr x = input(graph, "x", 2.0);
  const Expr y = input(graph, "y", -5.0);
  const Expr z = input(graph, "z", 4.0);
  const std::uint32_t first = graph.add_stage({.name = "q", .span = {}});
  graph.enter({.stage = first, .group = none});
  made.group = graph.add_group({.name = "square", .span = {}});
  graph.enter({.stage = first, .group = made.group});
  const Expr sum = x + y;
  const Expr q = sum * sum;
  graph.set_stage_node(first, q.node());
  graph.set_group_output(made.group, q.node());
  const std::uint32_t second = graph.add_stage({.name = "f", .span = {}});
  graph.enter({.stage = second, .group = none});
  const Expr product = q * z;
  const Expr f = product + q;
  graph.set_stage_node(second, f.node());
  graph.set_output(f.node());
  made.x = x.node(), made.y = y.node(), made.z = z.node(), made.q = q.node(), made.f = f.node();
  return made;
}

ViewPass run(const Program& made, std::vector<Box>& picture) {
  return backward_over(made.graph, forward(made.graph), made.f, activity(made.graph, made.f), picture, {}, true);
}

}  // namespace

TEST_CASE("a closed group is one box, one step a leaving edge, and its inside still has adjoints") {
  const Program made = program();
  auto picture = boxes(made.graph, {.stages = false, .groups = {made.group}});
  const ViewPass pass = run(made, picture);
  REQUIRE(picture.size() == 6);  // x, y, z, the group, the product, the sum
  const Box& group = picture[3];
  CHECK(group.node == made.q);
  CHECK(group.inputs == std::vector<NodeId>{made.x, made.y});
  CHECK((*group.partials[0])[0] == -6);  // 2 (x + y)
  REQUIRE(pass.steps.size() == 6);
  CHECK(pass.steps[4].node == made.q);
  CHECK(pass.steps[4].adjoint[0] == 5);  // z + 1
  CHECK(pass.steps[4].contribution[0] == -30);
  CHECK(*pass.adjoints.at(made.q - 1) == -30);  // x + y, inside
}

TEST_CASE("stages make a coarser picture of the same program, whose paths add up") {
  const Program made = program();
  auto picture = boxes(made.graph, {.stages = true, .groups = {}});
  const ViewPass pass = run(made, picture);
  REQUIRE(picture.size() == 5);  // x, y, z, q, f
  const Box& f = picture[4];
  CHECK(f.inputs == std::vector<NodeId>{made.q, made.z});  // q is read twice, listed once
  CHECK((*f.partials[0])[0] == 5);
  CHECK((*f.partials[1])[0] == 9);
  CHECK(*pass.adjoints.at(made.x) == -30);
  const auto found = PathFinder(picture, made.f).from(made.x);
  REQUIRE(found);
  CHECK_FALSE(found->truncated);
  REQUIRE(found->paths.size() == 1);
  CHECK(found->paths.front().nodes == std::vector<NodeId>{made.x, made.q, made.f});
  CHECK(found->paths.front().product == -30);
}

TEST_CASE("paths are listed over gates, and cut at the limit") {
  Program made = program();
  auto picture = boxes(made.graph, {});
  run(made, picture);
  const auto found = PathFinder(picture, made.f).from(made.x);
  REQUIRE(found);
  REQUIRE(found->paths.size() == 4);  // through either factor of the square, then through either reader of q
  double sum = 0;
  for (const Path& path : found->paths) sum += path.product;
  CHECK(sum == -30);

  Graph graph;  // seven doublings: 128 paths
  Expr x = input(graph, "x", 1.0);
  for (int i = 0; i < 7; ++i) x = x + x;
  auto doubled = boxes(graph, {});
  backward_over(graph, forward(graph), x.node(), activity(graph, x.node()), doubled, {}, false);
  const auto many = PathFinder(doubled, x.node()).from(0);
  CHECK(many->paths.size() == limits::paths_per_input);
  CHECK(many->truncated);
}

TEST_CASE("an input that a region reads only as a condition gets no step from it") {
  Graph graph;
  const Expr x = input(graph, "x", 2.0);
  const Expr y = input(graph, "y", 3.0);
  const std::uint32_t stage = graph.add_stage({.name = "a", .span = {}});
  graph.enter({.stage = stage, .group = none});
  const Expr a = call<ops::If>(call<ops::Less>(x, y), y, y);
  graph.set_stage_node(stage, a.node());
  graph.enter({});
  const Expr f = a * x;
  auto picture = boxes(graph, {.stages = true, .groups = {}});
  const ViewPass pass = backward_over(graph, forward(graph), f.node(), activity(graph, f.node()), picture, {}, true);
  CHECK(pass.steps.size() == 3);
  for (const BackwardStep& step : pass.steps)
    if (step.target == x.node()) CHECK(step.of == 1);
}
