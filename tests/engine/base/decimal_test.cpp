#include "engine/base/decimal.hpp"

#include <bit>
#include <catch_amalgamated.hpp>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <limits>

#include "engine/base/random.hpp"

using namespace gradcircuit;

namespace {

std::uint64_t bits(double value) { return std::bit_cast<std::uint64_t>(value); }

/// Doubles of all sizes, simple ones, powers of two, subnormals.
double any_double(Random& random) {
  switch (random.below(4)) {
    case 0:
      return random.uniform(0, 10);
    case 1:
      return std::ldexp(1.0, static_cast<int>(random.below(2098)) - 1074);
    case 2:
      return std::ldexp(random.uniform(), -1060);
    default:
      return std::fabs(std::bit_cast<double>(random.next()));
  }
}

struct Text {
  std::string digits;
  int exponent;
};

/// `value` as the C library writes it, `digits` of them.
Text written(double value, int digits) {
  char text[1200];
  std::snprintf(text, sizeof text, "%.*e", digits - 1, value);
  Text out{.digits = {}, .exponent = 0};
  const char* c = text;
  for (; *c != 'e'; ++c)
    if (*c != '.') out.digits += *c;
  out.exponent = std::atoi(c + 1) - digits + 1;
  return out;
}

double strtod_of(const Text& text) {
  return std::strtod((text.digits + "e" + std::to_string(text.exponent)).c_str(), nullptr);
}

double read(const Text& text) { return Decimal(text.digits, text.exponent).nearest_double(); }

}  // namespace

TEST_CASE("decimals read as the C library reads them") {
  Random random(7);
  for (int i = 0; i < 10'000; ++i) {
    const double value = any_double(random);
    if (!std::isfinite(value)) continue;
    const Text text = written(value, 1 + static_cast<int>(random.below(25)));
    CAPTURE(text.digits, text.exponent);
    REQUIRE(bits(read(text)) == bits(strtod_of(text)));
  }
}

TEST_CASE("a decimal half-way between two doubles goes to the even one, and a trace more or less to its own side") {
  Random random(8);
  for (int i = 0; i < 300; ++i) {
    const double low = any_double(random);
    const double high = std::nextafter(low, HUGE_VAL);
    if (!std::isfinite(high) || low < 1e-290) continue;
    Text middle = written(low, 800);
    const Text upper = written(high, 800);
    if (middle.exponent != upper.exponent) continue;
    int carry = 0;
    for (std::size_t k = middle.digits.size(); k-- > 0;) {
      const int sum = (middle.digits[k] - '0') + (upper.digits[k] - '0') + carry;
      middle.digits[k] = static_cast<char>('0' + sum % 10);
      carry = sum / 10;
    }
    middle.digits.insert(0, std::to_string(carry));  // the sum of both; halved by × 5 / 10
    carry = 0;
    for (std::size_t k = middle.digits.size(); k-- > 0;) {
      const int product = (middle.digits[k] - '0') * 5 + carry;
      middle.digits[k] = static_cast<char>('0' + product % 10);
      carry = product / 10;
    }
    middle.digits.insert(0, std::to_string(carry));
    --middle.exponent;

    const double even = bits(low) % 2 == 0 ? low : high;
    REQUIRE(bits(read(middle)) == bits(even));
    Text more = middle;
    more.digits += std::string(200, '0') + "1";  // beyond the digits that are kept
    more.exponent -= 201;
    REQUIRE(bits(read(more)) == bits(high));
    Text less = middle;
    less.digits.erase(less.digits.find_last_not_of('0') + 1);
    less.exponent += static_cast<int>(middle.digits.size() - less.digits.size());
    --less.digits.back();
    less.digits += "9";
    --less.exponent;
    REQUIRE(bits(read(less)) == bits(low));
  }
}

TEST_CASE("the ends of the range") {
  CHECK(Decimal("", 0).nearest_double() == 0);
  CHECK(Decimal("000", 5).nearest_double() == 0);
  CHECK(Decimal(std::string(900, '0') + "7", 0).nearest_double() == 7);
  CHECK(Decimal("24703282292062327", -340).nearest_double() == 0);  // just under half of the least
  CHECK(bits(Decimal("24703282292062328", -340).nearest_double()) == 1);
  CHECK(Decimal("17976931348623157", 292).nearest_double() == std::numeric_limits<double>::max());
  CHECK(Decimal("17976931348623158", 292).nearest_double() == std::numeric_limits<double>::max());
  CHECK(Decimal("17976931348623159", 292).nearest_double() == HUGE_VAL);
  CHECK(Decimal("1", 100'000'000).nearest_double() == HUGE_VAL);
  CHECK(Decimal("1", -100'000'000).nearest_double() == 0);
}

TEST_CASE("the shortest decimal reads back, and none that is shorter does") {
  Random random(9);
  for (int i = 0; i < 4'000; ++i) {
    const double value = any_double(random);
    if (!std::isfinite(value) || value == 0) continue;
    const Decimal shortest = Decimal::shortest(value);
    const int count = static_cast<int>(shortest.digits().size());
    CAPTURE(value, shortest.digits());
    REQUIRE(bits(shortest.nearest_double()) == bits(value));
    REQUIRE(count <= 17);
    if (count > 1) REQUIRE(bits(strtod_of(written(value, count - 1))) != bits(value));
    // as long as it, the C library has it too, but for powers of two, where the nearest need not read back
    const Text same = written(value, count);
    if (bits(strtod_of(same)) == bits(value)) REQUIRE(same.digits == shortest.digits());
  }
}

TEST_CASE("the shortest decimal of a tie is even, and a power of two takes the nearest that reads back") {
  CHECK(Decimal::shortest(std::ldexp(1.0, -25)).digits() == "29802322387695312");  // …125 exactly
  CHECK(Decimal::shortest(9007199254740993e0).digits() == "9007199254740992");
  CHECK(Decimal::shortest(std::ldexp(1.0, -44)).digits() ==
        "5684341886080802");  // …801486… is nearer, and another double
  CHECK(Decimal::shortest(5e-324).digits() == "5");
  CHECK(Decimal::shortest(0).digits().empty());
}
