#include "wasm_bindings/json_writer.hpp"

#include <algorithm>
#include <bit>
#include <catch_amalgamated.hpp>
#include <cmath>
#include <cstdlib>
#include <limits>

#include "engine/base/number.hpp"
#include "engine/base/random.hpp"

using namespace gradcircuit;

namespace {

std::string number(double value) {
  JsonWriter json;
  json.number(value);
  return json.take();
}

std::string text(std::string_view value) {
  JsonWriter json;
  json.text(value);
  return json.take();
}

/// How many digits it takes, wherever the point and the exponent are.
std::size_t digits(std::string written) {
  written.resize(std::min(written.find('e'), written.size()));
  std::erase_if(written, [](char c) { return c == '.' || c == '-'; });
  const std::size_t first = written.find_first_not_of('0');
  return written.find_last_not_of('0') + 1 - first;
}

}  // namespace

TEST_CASE("commas stand between entries and fields, and nowhere else") {
  JsonWriter json;
  json.object([&] {
    json.field("a", 1u);
    json.key("b");
    json.array([&] {
      json.array([] {});
      json.object([] {});
      json.text("[");
      json.text("{");
      json.text(":");
      json.null();
    });
    json.field("c", "d");
    json.field("e", std::optional<double>());
    json.field("f", std::optional(0.5));
  });
  CHECK(json.take() == R"({"a":1,"b":[[],{},"[","{",":",null],"c":"d","e":null,"f":0.5})");
}

TEST_CASE("text is escaped where JSON wants it and nowhere else") {
  CHECK(text("") == "\"\"");
  CHECK(text("a\"b\\c/d") == R"("a\"b\\c/d")");
  CHECK(text(std::string_view("\0\n\x1f\x7f", 4)) == "\"\\u0000\\u000a\\u001f\x7f\"");
  CHECK(text("σ ≤ 𝟙 é") == "\"σ ≤ 𝟙 é\"");
}

TEST_CASE("what is no UTF-8 becomes U+FFFD, byte by byte") {
  const auto [invalid, written] = GENERATE(table<std::string, std::string>({
      {"a\x80z", "\"a\uFFFDz\""},                            // a continuation of nothing
      {"\xc3", "\"\uFFFD\""},                                // cut off
      {"\xe2\x82", "\"\uFFFD\uFFFD\""},                      // cut off
      {"\xf0\x9d\x9f", "\"\uFFFD\uFFFD\uFFFD\""},            // cut off
      {"\xc0\xaf", "\"\uFFFD\uFFFD\""},                      // overlong
      {"\xe0\x80\xaf", "\"\uFFFD\uFFFD\uFFFD\""},            // overlong
      {"\xed\xa0\x80", "\"\uFFFD\uFFFD\uFFFD\""},            // a surrogate
      {"\xf4\x90\x80\x80", "\"\uFFFD\uFFFD\uFFFD\uFFFD\""},  // above U+10FFFF
      {"\xff\"", "\"\uFFFD\\\"\""},
  }));
  CHECK(text(invalid) == written);
}

TEST_CASE("numbers without a JSON form travel as strings") {
  CHECK(number(std::nan("")) == "\"NaN\"");
  CHECK(number(std::numeric_limits<double>::infinity()) == "\"Infinity\"");
  CHECK(number(-std::numeric_limits<double>::infinity()) == "\"-Infinity\"");
  CHECK(number(-0.0) == "\"-0\"");
  CHECK(number(0) == "0");
}

TEST_CASE("numbers are written briefly") {
  CHECK(number(1) == "1");
  CHECK(number(-12) == "-12");
  CHECK(number(0.1) == "0.1");
  CHECK(number(-4.5e-10) == "-4.5e-10");
  CHECK(number(1e100) == "1e+100");
  CHECK(number(5e-324) == "5e-324");
  CHECK(number(0.7310585786300049) == "0.7310585786300049");
  CHECK(number(123456789012345) == "123456789012345");
  CHECK(number(9007199254740992) == "9.007199254740992e+15");
}

TEST_CASE("every number reads back as the same bits, at most one digit longer than the shortest") {
  Random random(20);
  int longer = 0;
  constexpr int count = 100'000;
  for (int i = 0; i < count; ++i) {
    const auto value = std::bit_cast<double>(random.next());
    if (!std::isfinite(value)) continue;
    const std::string written = number(value);
    const double read = std::strtod(written.c_str(), nullptr);
    REQUIRE(std::bit_cast<std::uint64_t>(read) == std::bit_cast<std::uint64_t>(value));
    if (i >= count / 20) continue;  // the shortest is slow to find
    const std::size_t shortest = digits(print_number(value));
    REQUIRE(digits(written) <= shortest + 1);
    longer += digits(written) > shortest;
  }
  CHECK(longer < 50);  // about one in a thousand
}
