#include "engine/diff/suspects.hpp"

#include <iostream>
#include <set>

#include "tests/engine/random_graph.hpp"
#include "tests/engine/text/programs.hpp"

using namespace gradcircuit;

namespace {

constexpr WrongRule nothing{.id = "nothing", .text = ""};

constexpr const char* programs[] = {
    "(x + y)*z",
    "1/(1 + exp(-(w*x - b)))",
    "x^2*y^3",
    "x*sqrt(y)",
    "u = 3*x - 2\ny = u^2 + 1",
    "g = x + y\nh = g*z\nf = h + x",
    "c = x + y\nd = y + 1\ne = c*d",
    "x^2*(3*x) + exp(x)",
    "a = (w + x + y)^2\nv = z*(a - (x - y - z)^2)^2",
    "f = (3*x - 2)^2*log(y) + sqrt(x)*tanh(y) - x/(y + 2)",
    "f = max(x, y)*relu(z) + abs(x - 4)*sin(y) + min(x, w)*relu(-z)",
    "h = relu(w*x + b)\nL = (h - y)^2 + 0.5*w^2",
    "p = sigmoid(w*x + b)\nL = -(y*log(p) + (1 - y)*log(1 - p))",
    "h = tanh(W @ [x, y] + [z, b])\nL = mse(h, [0.5, -1])",
    "f = sum((W @ [x, y])*softmax([z, x])) + mean([x*y, z]) + norm([x, y])",
    "f = sum(W*x + [y, z]) + dot([x, y], [z, b])",
    "f = 2^x + cos(x*y)*tan(z) + if(x > y, x*y, x + y)",
    "s(r) = 1/(1 + exp(-r))\nf = s(x)*s(y) + s(x*y)",
};

struct Point {
  Graph graph;
  Tape tape;
  Activity active;

  explicit Point(std::string_view program)
      : graph(graph_of(program, {.at = {{"x", 1.5},
                                        {"y", 0.75},
                                        {"z", 0.25},
                                        {"w", -0.5},
                                        {"b", 2.0},
                                        {"W", Matrix({2, 2}, {1, 2, 3, -1})}}})),
        tape(forward(graph)),
        active(activity(graph, graph.output())) {}

  RecordedPass pass(const WrongRule& rule = nothing, std::vector<NodeId> gates = {}) const {
    return record_backward(graph, tape, graph.output(), active, {.rule = rule, .gates = gates});
  }
  std::vector<LocalCheck> suspects(const WrongRule& rule = nothing, std::vector<NodeId> gates = {}) const {
    return suspects_of(check_edges(graph, tape, pass(rule, std::move(gates))));
  }
  std::vector<Bug> bugs() const { return plantable_bugs(graph, tape, graph.output(), active); }
};

double largest_error(const Point& point, const Values<double>& found) {
  const auto right = backward<double>(point.graph, point.tape, point.graph.output(), point.active);
  double largest = 0;
  for (const Input& input : point.graph.inputs())
    for (std::size_t i = 0; i < point.graph[input.node].shape.entries(); ++i)
      largest = std::max(largest, relative_difference(found.at(input.node)[i], right.at(input.node)[i]));
  return largest;
}

std::vector<NodeId> nodes_of_checks(std::span<const LocalCheck> checks) {
  std::set<NodeId> nodes;
  for (const LocalCheck& check : checks) nodes.insert(check.node);
  return {nodes.begin(), nodes.end()};
}

}  // namespace

TEST_CASE("without a bug there is no suspect") {
  for (const char* const program : programs) {
    INFO(program);
    CHECK(Point(program).suspects().empty());
  }
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    RandomGraph random(seed);
    const NodeId output = random.grow(20);
    const Graph& graph = random.graph();
    const Tape tape = forward(graph);
    const auto pass = record_backward(graph, tape, output, activity(graph, output), {.rule = nothing});
    INFO("seed " << seed);
    CHECK(suspects_of(check_edges(graph, tape, pass)).empty());
  }
}

TEST_CASE("every bug that can be planted is found: its gate, and no other") {
  int found = 0;
  int sums = 0;
  std::set<std::string_view> rules;
  for (const char* const program : programs) {
    const Point point(program);
    for (const Bug& bug : point.bugs()) {
      const std::vector<LocalCheck> suspects = point.suspects(*bug.rule, {bug.node});
      INFO(program << ", " << bug.rule->id << " at " << bug.node);
      CHECK(nodes_of_checks(suspects) == std::vector{bug.node});
      for (const LocalCheck& suspect : suspects)
        CHECK(suspect.input.has_value() == (bug.rule->arrival == Arrival::add));
      ++found;
      sums += bug.rule->arrival != Arrival::add;
      rules.insert(bug.rule->id);
    }
  }
  std::cout << "found " << found << " bugs, " << sums << " of them in sums, by " << rules.size() << " rules\n";
  CHECK(found > 500);
  CHECK(sums > 40);
  CHECK(rules.size() >= 40);
}

TEST_CASE(
    "a bug that makes a difference is left out only where measuring cannot tell: on a corner, or where numbers are not "
    "finite") {
  int left_out = 0;
  for (const char* const program : programs) {
    const Point point(program);
    const std::vector<Bug> bugs = point.bugs();
    for (const WrongRule& rule : wrong_rules()) {
      if (!rule.breaks_one_gate()) continue;
      for (NodeId node = 0; node < point.graph.size(); ++node) {
        const auto is_this = [&](const Bug& bug) { return bug.rule == &rule && bug.node == node; };
        if (std::ranges::any_of(bugs, is_this)) continue;
        const RecordedPass pass = point.pass(rule, {node});
        const double error = largest_error(point, pass.adjoints);
        INFO(program << ", " << rule.id << " at " << node << ": " << error);
        CHECK_FALSE((error > 1e-6 && std::isfinite(error)));
        ++left_out;
      }
    }
  }
  CHECK(left_out > 0);
  const Point corner("z*0 + relu(x - 1.5) + x*0");
  for (const Bug& bug : corner.bugs()) CHECK(bug.rule->id != "relu_always_open");
}

TEST_CASE("a suspect says what was used and what was measured, the worst one first") {
  const Point point("g = x + y\nh = g*z\nf = h + x");
  const NodeId h = *point.graph.find("h");
  const auto suspects = point.suspects(*find_wrong_rule("own_factor"), {h});
  REQUIRE(suspects.size() == 2);  // 2.25 × 0.25
  CHECK(suspects[0].node == h);
  CHECK(suspects[0].used == (suspects[0].input == 0u ? 2.25 : 0.25));
  CHECK_THAT(suspects[0].measured, Catch::Matchers::WithinRel(suspects[0].input == 0u ? 0.25 : 2.25, 1e-9));
  CHECK(suspects[0].relative_error >= suspects[1].relative_error);

  const NodeId x = *point.graph.find("x");
  const auto lost = point.suspects(*find_wrong_rule("overwrites_paths"), {x});
  REQUIRE(lost.size() == 1);
  CHECK(lost[0].node == x);
  CHECK_FALSE(lost[0].input);
  CHECK(lost[0].used == 0.25);
  CHECK(lost[0].measured == 1.25);
}

TEST_CASE("checks come in the order of the backward pass, a sum before what its node hands on") {
  const Point point("g = x + y\nh = g*z\nf = h + x");
  std::string order;
  for (const LocalCheck& check : check_edges(point.graph, point.tape, point.pass()))
    order += std::string(point.graph.name_of(check.node)) + (check.input ? std::to_string(*check.input) : "+") + " ";
  CHECK(order == "f0 f1 h0 h1 g0 g1 x+ ");
}

TEST_CASE("a corner is called one, whichever of its slopes was used") {
  const Point point("relu(x - 1.5)*y");
  const auto checks = check_edges(point.graph, point.tape, point.pass());
  const auto corner = std::ranges::find(checks, Finding::corner, &LocalCheck::finding);
  REQUIRE(corner != checks.end());
  CHECK(op_name(point.graph[corner->node].op) == "relu");
}

TEST_CASE("a recorded pass holds what each edge used and what arrived") {
  const Point point("g = x + y\nh = g*z\nf = h + x");
  const NodeId x = *point.graph.find("x");
  const RecordedPass pass = point.pass(*find_wrong_rule("averages_paths"), {x});
  REQUIRE(pass.edges.size() == 6);
  const BackwardStep& last = pass.edges[4];
  CHECK(last.target == x);
  CHECK(last.arrived == 2);
  CHECK(last.of == 2);
  CHECK(last.contribution == Matrix(0.25));
  CHECK(last.total == Matrix(0.625));
  CHECK(*pass.adjoints.at(x) == 0.625);
}
