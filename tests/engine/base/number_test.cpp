#include "engine/base/number.hpp"

#include <bit>
#include <catch_amalgamated.hpp>
#include <cmath>
#include <limits>

using gradcircuit::print_number;
using gradcircuit::read_number;

TEST_CASE("numbers read as strtod reads them") {
  const auto [text, value] = GENERATE(table<std::string, double>({
      {"0", 0},
      {"2", 2},
      {".5", 0.5},
      {"5.", 5},
      {"1E3", 1000},
      {"1e+3", 1000},
      {"2.5e-3", 0.0025},
      {"0.1", 0.1},
      {"007", 7},
      {"9007199254740993", 9007199254740992},
      {"1.7976931348623157e308", std::numeric_limits<double>::max()},
      {"5e-324", std::numeric_limits<double>::denorm_min()},
      {"2e-324", 0},
      {"1e-400", 0},
      {"0e999999999999999999999", 0},
      {"1e-99999999999999999999", 0},
      {std::string(400, '0') + "1", 1},
      {"0." + std::string(400, '0') + "1e401", 1},
      {"1" + std::string(400, '0') + "e-400", 1},
  }));
  CAPTURE(text);
  CHECK(read_number(text) == value);
}

TEST_CASE("a number that is too large reads as infinity") {
  const std::string text =
      GENERATE(as<std::string>(), "1e400", "1.8e308", "1e99999999999999999999", std::string(400, '9'));
  CHECK(read_number(text) == std::numeric_limits<double>::infinity());
}

TEST_CASE("what is not a whole number text is none") {
  const std::string text = GENERATE(as<std::string>(), "", ".", "e3", ".e3", "1e", "1e+", "1.2.3", "1,5", " 1", "1 ",
                                    "-1", "+1", "0x10", "inf", "nan", "1e5.", "1e5e5", "1_000");
  CAPTURE(text);
  CHECK_FALSE(read_number(text).has_value());
}

TEST_CASE("numbers print with the fewest digits, laid out as in JavaScript") {
  const auto [value, text] = GENERATE(table<double, std::string>({
      {0, "0"},
      {-0.0, "-0"},
      {0.1, "0.1"},
      {-2, "-2"},
      {1.0 / 3, "0.3333333333333333"},
      {0.1 + 0.2, "0.30000000000000004"},
      {100, "100"},
      {123456.789, "123456.789"},
      {1e20, "100000000000000000000"},
      {1e21, "1e+21"},
      {1.5e300, "1.5e+300"},
      {0.000001, "0.000001"},
      {1e-7, "1e-7"},
      {-1.25e-9, "-1.25e-9"},
      {0.7310585786300049, "0.7310585786300049"},
      {std::numeric_limits<double>::max(), "1.7976931348623157e+308"},
      {std::numeric_limits<double>::min(), "2.2250738585072014e-308"},
      {std::numeric_limits<double>::denorm_min(), "5e-324"},
      {std::numeric_limits<double>::infinity(), "Infinity"},
      {-std::numeric_limits<double>::infinity(), "-Infinity"},
      {std::numeric_limits<double>::quiet_NaN(), "NaN"},
  }));
  CHECK(print_number(value) == text);
}

TEST_CASE("every printed number reads back as itself") {
  std::uint64_t state = 1;
  int finite = 0;
  for (int i = 0; i < 20'000; ++i) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    const double value = std::fabs(std::bit_cast<double>(state ^ (state >> 29)));
    if (!std::isfinite(value)) continue;
    ++finite;
    const std::string text = print_number(value);
    if (read_number(text) == value) continue;
    FAIL(text);
  }
  CHECK(finite > 19'000);
  for (int exponent = -1074; exponent < 1024; ++exponent) {
    const double value = std::ldexp(1.0, exponent);
    CHECK(read_number(print_number(value)) == value);
  }
}
