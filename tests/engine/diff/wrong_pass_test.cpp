#include "engine/diff/wrong_pass.hpp"

#include <set>

#include "tests/engine/random_graph.hpp"
#include "tests/engine/text/programs.hpp"

using namespace gradcircuit;

namespace {

constexpr const char* programs[] = {
    "g = x + y; h = g*z; f = h + 3*x",
    "f = 1/(1 + exp(-(w*x - b)))",
    "f = (3*x - 2)^2*log(y) + sqrt(x)*tanh(y) - x/(y + 2)",
    "f = max(x, y)*relu(z) + abs(x - 4)*sin(y)",
    "f = sum((W @ [x, y]) * softmax([z, x])) + mean([x*y, z])",
};

std::vector<NodeId> wrong_nodes(const Graph& graph, const Values<double>& found, const Values<double>& right) {
  std::vector<NodeId> nodes;
  for (NodeId id = 0; id < graph.size(); ++id)
    if (!std::ranges::equal(found.view(graph, id).flat(), right.view(graph, id).flat())) nodes.push_back(id);
  return nodes;
}

}  // namespace

TEST_CASE("a rule that breaks nothing gives the backward pass to the bit") {
  const WrongRule nothing{.id = "nothing", .text = ""};
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    RandomGraph random(seed);
    const NodeId output = random.grow(20);
    const Graph& graph = random.graph();
    const Tape tape = forward(graph);
    const Activity active = activity(graph, output);
    const auto right = backward<double>(graph, tape, output, active);
    const auto found = backward_wrongly(graph, tape, output, active, {.rule = nothing});
    for (NodeId id = 0; id <= output; ++id)
      for (std::size_t i = 0; i < graph[id].shape.entries(); ++i) {
        const double a = found.at(id)[i];
        const double b = right.at(id)[i];
        CHECK((a == b || (std::isnan(a) && std::isnan(b))));
      }
  }
}

TEST_CASE("a bug that is planted at a gate shows first in what the gate reads") {
  int planted = 0;
  std::set<std::string_view> shown;
  for (const char* const program : programs) {
    const Graph graph = graph_of(
        program,
        {.at = {{"x", 1.5}, {"y", 0.75}, {"z", 0.25}, {"w", -0.5}, {"b", 2.0}, {"W", Matrix({2, 2}, {1, 2, 3, -1})}}});
    const Tape tape = forward(graph);
    const Activity active = activity(graph, graph.output());
    const auto right = backward<double>(graph, tape, graph.output(), active);
    for (const WrongRule& rule : wrong_rules()) {
      if (!rule.breaks_backward() || rule.arrival != Arrival::add || rule.forgets_inside) continue;
      for (NodeId gate = 0; gate < graph.size(); ++gate) {
        const NodeId gates[] = {gate};
        const auto found = backward_wrongly(graph, tape, graph.output(), active,
                                            {.rule = rule, .gates = gates, .by = *graph.find("x")});
        const std::vector<NodeId> wrong = wrong_nodes(graph, found, right);
        if (wrong.empty()) continue;
        INFO(program << ", " << rule.id << " at " << gate);
        CHECK(std::ranges::count(graph.operands(gate), wrong.back()) > 0);
        ++planted;
        shown.insert(rule.id);
      }
    }
  }
  CHECK(planted > 100);
  CHECK(shown.size() >= 30);
}

TEST_CASE("where paths meet, contributions can be lost, multiplied and averaged") {
  const Graph graph = graph_of("g = x + y; h = g*z; f = h + 3*x", {.at = {{"x", -2.0}, {"y", 5.0}, {"z", -4.0}}});
  const Tape tape = forward(graph);
  const Activity active = activity(graph, graph.output());
  const NodeId x = *graph.find("x");
  const auto gradient = [&](std::string_view rule) {
    return *backward_wrongly(graph, tape, graph.output(), active, {.rule = *find_wrong_rule(rule)}).at(x);
  };
  CHECK(gradient("overwrites_paths") == -4);
  CHECK(gradient("first_path_only") == 3);
  CHECK(gradient("multiplies_paths") == -12);
  CHECK(gradient("averages_paths") == -0.5);
}

TEST_CASE("an inner derivative that is forgotten counts as 1, however often a name stands inside") {
  const auto gradient = [](std::string_view program) {
    const Graph graph = graph_of(program, {.at = {{"x", 0.5}}});
    const Tape tape = forward(graph);
    const Activity active = activity(graph, graph.output());
    return *backward_wrongly(graph, tape, graph.output(), active, {.rule = *find_wrong_rule("forgets_inside")})
                .at(*graph.find("x"));
  };
  CHECK(gradient("exp(x^2 + x)") == std::exp(0.75));
  CHECK(gradient("exp(2*x) + 5*x") == std::exp(1.0) + 5);
  CHECK(gradient("g = 3*x; f = exp(g) + g") == 3 * std::exp(1.5) + 3);  // g is needed outside too
}

TEST_CASE("every rule has a name and a text of its own") {
  std::set<std::string_view> ids;
  std::set<std::string_view> texts;
  for (const WrongRule& rule : wrong_rules()) {
    ids.insert(rule.id);
    texts.insert(rule.text);
    CHECK(find_wrong_rule(rule.id) == &rule);
  }
  CHECK(ids.size() >= 24);
  CHECK(ids.size() == wrong_rules().size());
  CHECK(texts.size() == wrong_rules().size());
  CHECK(find_wrong_rule("none") == nullptr);
}
