#include "engine/sample/breaks.hpp"

#include <catch_amalgamated.hpp>
#include <cmath>
#include <numbers>

#include "engine/text/parse.hpp"

using namespace gradcircuit;
using Catch::Matchers::WithinAbs;

namespace {

std::vector<Break> breaks_of(const char* program, double from, double to, std::uint32_t count = 101) {
  CAPTURE(program);
  const auto graph = parse(program);
  REQUIRE(graph);
  const Samples curve =
      sample(*graph, graph->output(), {{.input = *graph->find("x"), .from = from, .to = to, .count = count}}, false);
  return find_breaks(*graph, graph->output(), curve);
}

}  // namespace

TEST_CASE("a curve breaks where it jumps") {
  const auto breaks = breaks_of("step(x - 0.123)", -1, 1);
  REQUIRE(breaks.size() == 1);
  CHECK(breaks[0].after == 56);
  CHECK_THAT(breaks[0].at, WithinAbs(0.123, 1e-12));
  CHECK(breaks_of("floor(x)", 0.5, 5.5).size() == 5);
  CHECK(breaks_of("10*x + sign(x - 0.3)", -1, 1).size() == 1);
  CHECK(breaks_of("if(x < 0.25, x, x + 0.05)", -1, 1).size() == 1);
}

TEST_CASE("a curve breaks at a pole, whether it changes its sign there or not") {
  for (const char* program : {"1/(x - 0.123)", "1/(x - 0.123)^2", "1/sqrt(abs(x - 0.123))"}) {
    CAPTURE(program);
    const auto breaks = breaks_of(program, -1, 1);
    REQUIRE(breaks.size() == 1);
    CHECK(breaks[0].after == 56);
    CHECK_THAT(breaks[0].at, WithinAbs(0.123, 1e-12));
  }
  const auto breaks = breaks_of("tan(x)", -5, 5, 200);
  REQUIRE(breaks.size() == 4);
  CHECK_THAT(breaks[2].at, WithinAbs(std::numbers::pi / 2, 1e-12));
}

TEST_CASE("a curve breaks where it has no value between two points that have one") {
  CHECK(breaks_of("sqrt(x^2 - 0.000001)", -1, 1.01, 100).size() == 1);
  CHECK(breaks_of("x/x", -1, 1.01, 100).empty());  // the single point without a value is not met
}

TEST_CASE("a point without a value is a gap of its own") {
  CHECK(breaks_of("1/x", -1, 1).empty());
  CHECK(breaks_of("log(x)", -1, 1).empty());
}

TEST_CASE("a curve goes on where it is only steep, bent, flat or rounded") {
  for (const char* program :
       {"tanh(1000*x)", "abs(x)", "sqrt(abs(x))", "cbrt(x)", "relu(x)", "x^2", "sin(1000*x)", "1/(1 + 1e6*x^2)",
        "sigmoid(40*x)", "0*x + 3", "exp(20*x)", "tanh(100*x)^2", "x*step(x)", "sin(1/(x + 2))"}) {
    CAPTURE(program);
    CHECK(breaks_of(program, -1, 1, 64).empty());
    CHECK(breaks_of(program, -1.01, 1, 101).empty());
  }
}
