#include <catch_amalgamated.hpp>
#include <cmath>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "engine/base/number.hpp"
#include "tests/engine/text/programs.hpp"

using namespace gradcircuit;
using nlohmann::json;
using namespace std::literals;

namespace {

std::string utf8(unsigned unit) {
  if (unit >= 0xd800 && unit <= 0xdfff) unit = 0xfffd;  // as the page writes a lone surrogate
  const auto tail = [](unsigned bits) { return static_cast<char>(0x80 | (bits & 0x3f)); };
  if (unit < 0x80) return {static_cast<char>(unit)};
  if (unit < 0x800) return {static_cast<char>(0xc0 | unit >> 6), tail(unit)};
  return {static_cast<char>(0xe0 | unit >> 12), tail(unit >> 6), tail(unit)};
}

std::string replaced(std::string text, std::string_view what, std::size_t number) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what))
    text.replace(at, what.size(), std::to_string(number));
  return text;
}

/// A program is a text or a list of parts: a text, {"unit": a UTF-16 code unit}, or {"repeat": [text, times]}, in which {i} is
/// the number of the time, from 0, and {j} the next one.
std::string program_of(const json& part) {
  if (part.is_string()) return part.get<std::string>();
  std::string text;
  if (part.is_array()) {
    for (const json& each : part) text += program_of(each);
  } else if (part.contains("unit")) {
    text = utf8(part["unit"].get<unsigned>());
  } else {
    const auto repeated = part["repeat"][0].get<std::string>();
    const auto times = part["repeat"][1].get<std::size_t>();
    const bool numbered = repeated.find('{') != std::string::npos;
    for (std::size_t i = 0; i < times; ++i)
      text += numbered ? replaced(replaced(repeated, "{i}", i), "{j}", i + 1) : repeated;
  }
  return text;
}

}  // namespace

TEST_CASE("hostile programs get a value or an error with its place") {
  std::ifstream file(GRADCIRCUIT_TEST_DATA "/hostile_programs.json");
  const std::string text(std::istreambuf_iterator<char>(file), {});
  const json cases = json::parse(text, nullptr, false);
  REQUIRE(cases.is_array());
  CHECK(cases.size() >= 60);
  for (const json& hostile : cases) {
    CAPTURE(hostile["name"].get<std::string>());
    const auto graph = parse(program_of(hostile["program"]));
    if (hostile.contains("error")) {
      const json& expected = hostile["error"];
      if (graph) FAIL("this is read without an error");
      CHECK(graph.error().code.name() == expected["code"].get<std::string>());
      CHECK(graph.error().span ==
            Span{expected["span"][0].get<std::uint32_t>(), expected["span"][1].get<std::uint32_t>()});
      CHECK(graph.error().message() == expected["message"].get<std::string>());
    } else {
      if (!graph) FAIL(line_of(graph.error()));
      REQUIRE((*graph)[graph->output()].shape.is_scalar());
      const double value = *forward(*graph).at(graph->output());
      const json& expected = hostile["value"];
      if (expected.is_string())
        CHECK(print_number(value) == expected.get<std::string>());
      else
        CHECK(value == expected.get<double>());
    }
  }
}

TEST_CASE("no cut or change of a program brings the parser down") {
  const std::string program =
      "s(r) = 1 / (1 + exp(-r))\nw = [2, −3]; b = .5e1; x = [[-1], [-2]]\nz = w.T @ x + b^2 # sum\n"
      "f = if(s(z) >= 0.5, max(z, w[0], x[1, 0]), |θ₁|)";
  for (std::size_t i = 0; i <= program.size(); ++i) {
    const auto begin = parse(std::string_view(program).substr(0, i));
    const auto end = parse(std::string_view(program).substr(i));
    if (!begin) CHECK_FALSE(begin.error().message().empty());
    if (!end) CHECK_FALSE(end.error().message().empty());
  }
  const std::uint32_t length = units_of(program);
  for (std::size_t i = 0; i < program.size(); ++i)
    for (const char c : "()[],;|=^.T-+\n#9e\xce\xff\0 "sv) {
      std::string changed = program;
      changed[i] = c;
      const auto graph = parse(changed);
      // a byte that is no UTF-8 any more can add units
      if (!graph) CHECK(graph.error().span.end <= length + 4);
    }
}
