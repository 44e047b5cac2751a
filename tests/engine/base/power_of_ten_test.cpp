#include "engine/base/power_of_ten.hpp"

#include <bit>
#include <catch_amalgamated.hpp>
#include <cmath>
#include <cstdlib>
#include <string>

#include "engine/base/random.hpp"

using namespace gradcircuit;

TEST_CASE("an integer times a power of ten is the nearest double, or is left open") {
  Random random(11);
  int open = 0;
  constexpr int count = 50'000;
  for (int i = 0; i < count; ++i) {
    const std::uint64_t integer = random.next() >> random.below(64);
    const int range = i % 2 == 0 ? 350 : 20;
    const int power = static_cast<int>(random.below(static_cast<std::uint32_t>(2 * range + 1))) - range;
    const auto found = times_power_of_ten(integer, power);
    open += !found;
    if (!found) continue;
    const std::string text = std::to_string(integer) + "e" + std::to_string(power);
    CAPTURE(text);
    REQUIRE(std::bit_cast<std::uint64_t>(*found) == std::bit_cast<std::uint64_t>(std::strtod(text.c_str(), nullptr)));
  }
  CHECK(open > 0);
  CHECK(open < count / 20);
}

TEST_CASE("ties are left open, and what is far out of range") {
  CHECK_FALSE(times_power_of_ten(9007199254740993, 0).has_value());  // 2^53 + 1
  CHECK_FALSE(times_power_of_ten(1, 512).has_value());
  CHECK_FALSE(times_power_of_ten(1, -400).has_value());
  CHECK(times_power_of_ten(0, 511) == 0);
  CHECK(times_power_of_ten(1, 309) == HUGE_VAL);
  CHECK(times_power_of_ten(5, -1) == 0.5);
}
