#include "engine/sample/corners.hpp"

#include <catch_amalgamated.hpp>

#include "engine/text/parse.hpp"

using namespace gradcircuit;
using Catch::Matchers::WithinAbs;

namespace {

std::vector<CurveCorner> corners_of(const char* program, double from = -1, double to = 1, std::uint32_t count = 101) {
  CAPTURE(program);
  const auto graph = parse(program);
  REQUIRE(graph);
  return find_corners(*graph, graph->output(), {.input = *graph->find("x"), .from = from, .to = to, .count = count});
}

}  // namespace

TEST_CASE("a corner is where a gate goes over to another piece, and the gate is named") {
  const auto corners = corners_of("y = 2*x\nmax(y, 0.246)");
  REQUIRE(corners.size() == 1);
  CHECK(corners[0].after == 56);
  CHECK_THAT(corners[0].at, WithinAbs(0.123, 1e-12));
  CHECK(corners[0].node == parse("y = 2*x\nmax(y, 0.246)")->output());
}

TEST_CASE("a corner on a point is exactly there, and on both sides of it where the point has a slope of its own") {
  const auto once = corners_of("relu(x)");
  REQUIRE(once.size() == 1);
  CHECK(once[0].after == 50);
  CHECK(once[0].at == 0);
  const auto twice = corners_of("abs(x)");
  REQUIRE(twice.size() == 2);
  CHECK((twice[0].after == 49 && twice[1].after == 50));
  CHECK((twice[0].at == 0 && twice[1].at == 0));
}

TEST_CASE("several corners between two points are found") {
  CHECK(corners_of("clamp(x, -0.001, 0.002)", -1, 1.01, 12).size() == 2);
  CHECK(corners_of("abs(x) + abs(x - 0.1) + abs(x - 0.2) + abs(x - 0.3) + abs(x - 0.4)", -1, 1, 2).size() == 5);
}

TEST_CASE("what is only bent, or jumps, or goes on as before, is no corner") {
  for (const char* program :
       {"sigmoid(1000*x)", "tanh(1e6*x)", "x^2", "1/x", "step(x)", "floor(3*x)", "if(x < 0.3, x, x + 1)",
        "if(x < 0.3, x, x*1)", "max(x, x)", "0*abs(x)", "relu(x) - relu(-x)", "relu(x)^2", "log(x)", "sqrt(x)"}) {
    CAPTURE(program);
    CHECK(corners_of(program).empty());
  }
}

TEST_CASE("a corner of an inner value is none where nothing of it arrives") {
  CHECK(corners_of("if(x < 0.5, 1, 2*x)").empty() == false);  // flat before, steep after, and it holds together
  CHECK(corners_of("if(x < 10, x, abs(x - 20))").empty());
}
