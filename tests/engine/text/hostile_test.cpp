#include <catch_amalgamated.hpp>
#include <cmath>

#include "engine/base/number.hpp"
#include "tests/engine/text/hostile_programs.hpp"
#include "tests/engine/text/programs.hpp"

using namespace gradcircuit;
using nlohmann::json;
using namespace std::literals;

TEST_CASE("hostile programs get a value or an error with its place") {
  const json cases = read_hostile_programs(GRADCIRCUIT_TEST_DATA);
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
