#include "engine/explain/planted.hpp"

#include <catch_amalgamated.hpp>

using namespace gradcircuit;

namespace {

Explanation planted(Request request, std::string_view rule, std::string_view name) {
  auto explanation = explain(request);
  REQUIRE(explanation);
  request.bug = Bug{.rule = find_wrong_rule(rule), .node = *explanation->graph.find(name)};
  REQUIRE_FALSE(plant(request, *explanation));
  return std::move(*explanation);
}

double gradient(const Explanation& explanation, std::string_view name) {
  return (*explanation.adjoints[*explanation.graph.find(name)])[0];
}

const Request staged{.program = "g = x + y\nh = g*z\nf = h + x",
                     .at = {{"x", -2.0}, {"y", 5.0}, {"z", -4.0}},
                     .steps = true,
                     .paths = true,
                     .check = true};

}  // namespace

TEST_CASE("under a bug the whole backward half is that of the broken rule") {
  const Explanation e = planted(staged, "own_factor", "h");
  CHECK(gradient(e, "z") == -4);
  CHECK(gradient(e, "y") == 3);
  CHECK(gradient(e, "x") == 4);
  CHECK(e.checks[0].relative_error > 0.1);
  REQUIRE(e.backward_steps.size() == 6);
  const BackwardStep& step = e.backward_steps[2];
  CHECK(step.adjoint == Matrix(1));
  CHECK(step.partial == Matrix(3));
  CHECK(step.contribution == Matrix(3));
  CHECK(e.boxes[step.node].partials == std::vector<std::optional<Matrix>>{Matrix(3), Matrix(-4)});
  CHECK(e.backward_steps[4].contribution == Matrix(3));
  CHECK(e.backward_steps[4].total == Matrix(4));
  REQUIRE(e.paths[0]);
  CHECK(e.paths[0]->paths.size() == 2);
  CHECK(e.paths[0]->paths[0].product + e.paths[0]->paths[1].product == 4);
}

TEST_CASE("a broken sum shows in the total of its last arrival") {
  const Explanation e = planted(staged, "multiplies_paths", "x");
  CHECK(gradient(e, "x") == -4);
  const BackwardStep& last = e.backward_steps[4];
  CHECK(last.arrived == 2);
  CHECK(last.contribution == Matrix(-4));
  CHECK(last.total == Matrix(-4));
  CHECK(gradient(e, "y") == -4);
}

TEST_CASE("a bug inside of a closed stage is what the stage hands back for each unit that arrives") {
  Request request = staged;
  request.program = "g = (x + y)*y\nh = 2*g\nf = h + x";
  request.zoom = Zoom::stages;
  const Explanation e = planted(request, "splits_sum", "g");  // no sum at the end of g: nothing is broken
  CHECK(gradient(e, "y") == 16);
  const auto explanation = explain(request);
  REQUIRE(explanation);
  request.bug = Bug{.rule = find_wrong_rule("splits_sum"), .node = 2};
  Explanation broken = *explanation;
  REQUIRE_FALSE(plant(request, broken));
  CHECK(gradient(broken, "x") == 6);
  CHECK(gradient(broken, "y") == 11);
  for (const BackwardStep& step : broken.backward_steps) {
    REQUIRE(step.partial);
    CHECK((*step.partial)[0] * step.adjoint[0] == step.contribution[0]);
  }
}

TEST_CASE("without a bug nothing changes, and a node that is not there is named") {
  auto explanation = explain(staged);
  REQUIRE(explanation);
  Request request = staged;
  CHECK_FALSE(plant(request, *explanation));
  CHECK(gradient(*explanation, "x") == -3);
  request.bug = Bug{.rule = find_wrong_rule("own_factor"), .node = 99};
  const auto error = plant(request, *explanation);
  REQUIRE(error);
  CHECK(error->message() == "there is no stage named '99'");
}

TEST_CASE("a bug and its search stay within the limits of a check") {
  std::string program = "W = [";
  for (int row = 0; row < 60; ++row) {
    program += row == 0 ? "[" : ", [";
    for (int column = 0; column < 60; ++column) program += column == 0 ? "1" : ", 1";
    program += "]";
  }
  const Request request{.program = program + "]\nsum(W @ W)"};
  const auto explanation = explain(request);
  REQUIRE(explanation);
  const auto checked = check_gates(*explanation, request);
  REQUIRE_FALSE(checked);
  CHECK(checked.error().message() == "too many values to check them all by differences");
}
