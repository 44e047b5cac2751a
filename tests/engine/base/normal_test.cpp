#include "engine/base/normal.hpp"

#include <catch_amalgamated.hpp>
#include <cmath>
#include <numbers>

using namespace gradcircuit;

TEST_CASE("logarithm, sine and cosine of exact operations are those of the C library, to the last digits") {
  Random random(5);
  for (int i = 0; i < 20'000; ++i) {
    const double x = std::ldexp(random.uniform(0.5, 1), static_cast<int>(random.below(200)) - 100);
    CHECK(std::fabs(exact::log(x) - std::log(x)) <= 4.5e-16 * std::max(std::fabs(std::log(x)), 1e-300));
    const double turns = random.uniform(-3, 3);
    const exact::Turned at = exact::turned(turns);
    CHECK(std::fabs(at.cosine - std::cos(2 * std::numbers::pi * turns)) < 5e-15);
    CHECK(std::fabs(at.sine - std::sin(2 * std::numbers::pi * turns)) < 5e-15);
    CHECK(std::fabs(at.cosine * at.cosine + at.sine * at.sine - 1) < 1e-15);
  }
  CHECK(exact::log(1) == 0);
  for (int quarter = 0; quarter < 4; ++quarter) {
    const exact::Turned at = exact::turned(quarter / 4.0);
    CHECK(std::fabs(at.cosine - (quarter == 0 ? 1 : quarter == 2 ? -1 : 0)) < 1e-16);
    CHECK(std::fabs(at.sine - (quarter == 1 ? 1 : quarter == 3 ? -1 : 0)) < 1e-16);
  }
}

TEST_CASE("powers by squaring") {
  CHECK(exact::power(3, 0) == 1);
  CHECK(exact::power(3, 13) == 1594323);
  CHECK(exact::power(0.5, 1000) == std::ldexp(1.0, -1000));
  CHECK(exact::power(0.999, 4'000'000'000) == 0);
}

TEST_CASE("normal numbers have the moments of N(0, 1), and are the same for ever") {
  Random random(1);
  double sums[5] = {};
  constexpr int count = 200'000;
  for (int i = 0; i < count; ++i) {
    const double x = exact::normal(random);
    double power = 1;
    for (double& sum : sums) sum += (power *= x);
  }
  CHECK(std::fabs(sums[0] / count) < 0.01);
  CHECK(std::fabs(sums[1] / count - 1) < 0.015);
  CHECK(std::fabs(sums[2] / count) < 0.04);
  CHECK(std::fabs(sums[3] / count - 3) < 0.1);
}
