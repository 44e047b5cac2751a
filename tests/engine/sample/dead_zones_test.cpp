#include "engine/sample/dead_zones.hpp"

#include <catch_amalgamated.hpp>
#include <cmath>

#include "engine/text/parse.hpp"

using namespace gradcircuit;
using Catch::Matchers::WithinAbs;

namespace {

std::vector<Zone> zones_of(const char* program, double threshold, double from = -10, double to = 10,
                           std::uint32_t count = 401) {
  const auto graph = parse(program);
  REQUIRE(graph);
  const Samples curve =
      sample(*graph, graph->output(), {{.input = *graph->find("x"), .from = from, .to = to, .count = count}}, true);
  return dead_zones(curve, threshold);
}

}  // namespace

TEST_CASE("a sigmoid is dead on both sides, from where its derivative falls below the threshold") {
  const auto zones = zones_of("sigmoid(x)", 0.01);
  REQUIRE(zones.size() == 2);
  // σ(1 - σ) = 0.01
  const double edge = std::log((1 + std::sqrt(0.96)) / (1 - std::sqrt(0.96)));
  CHECK(zones[0].from == -10);
  CHECK_THAT(zones[0].to, WithinAbs(-edge, 1e-3));
  CHECK_THAT(zones[1].from, WithinAbs(edge, 1e-3));
  CHECK(zones[1].to == 10);
}

TEST_CASE("a relu is dead up to 0, and a leaky one nowhere") {
  const auto zones = zones_of("relu(x)", 0.005);
  REQUIRE(zones.size() == 1);
  CHECK(zones[0].from == -10);
  CHECK_THAT(zones[0].to, WithinAbs(0, 0.051));
  CHECK(zones_of("leaky_relu(x)", 0.005).empty());
}

TEST_CASE("a dead zone may lie inside, be everything, or end where there is no derivative") {
  const auto inside = zones_of("x^2", 0.5);
  REQUIRE(inside.size() == 1);
  CHECK_THAT(inside[0].from, WithinAbs(-0.25, 1e-12));
  CHECK_THAT(inside[0].to, WithinAbs(0.25, 1e-12));
  CHECK(zones_of("3 + 0*x", 1e-6) == std::vector<Zone>{{-10, 10}});
  CHECK(zones_of("sqrt(x)", 1, -1, 1, 5) == std::vector<Zone>{{0.5, 1}});
}
