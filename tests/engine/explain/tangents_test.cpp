#include "engine/explain/tangents.hpp"

#include <catch_amalgamated.hpp>

using namespace gradcircuit;

namespace {

Result<Tangents> along(const Request& request) {
  const auto explanation = explain(request);
  REQUIRE(explanation);
  return tangents(*explanation, request);
}

}  // namespace

TEST_CASE("forward mode moves the first entry of the first input unless told otherwise") {
  const auto found = along({.program = "x = [1, 2]; y = 3; f = sum(x) * y", .tangent_steps = true});
  REQUIRE(found);
  CHECK(found->along->input == "x");
  CHECK(found->along->entry == 0);
  CHECK(found->values[found->start] == Matrix(Shape{2, 1}, {1, 0}));
  CHECK(found->values.back() == Matrix(3.0));
  CHECK(found->steps.size() == 2);
}

TEST_CASE("what does not move has tangent 0, and a constant has none") {
  const auto found = along({.program = "x = 1; y = 2; c = 3 * 4; q = y * c; f = x + q", .tangent_steps = true});
  REQUIRE(found);
  const auto explanation = explain({.program = "x = 1; y = 2; c = 3 * 4; q = y * c; f = x + q"});
  const auto value = [&](const char* name) { return found->values[*explanation->graph.find(name)]; };
  CHECK(value("q") == Matrix(0.0));
  CHECK_FALSE(value("c"));
  CHECK(value("f") == Matrix(1.0));
}

TEST_CASE("a program without inputs has no forward mode, and nothing moves in it") {
  const auto found = along({.program = "2 * 3", .tangent_steps = true});
  REQUIRE(found);
  CHECK_FALSE(found->along);
  CHECK(found->steps.empty());
  CHECK(std::ranges::none_of(found->values, [](const auto& value) { return value.has_value(); }));
}

TEST_CASE("an input that is not there, or has no such entry, is an error") {
  const auto unknown = along({.program = "x = 1; f = x * 2", .along = EntryOf{.input = "w", .entry = 0}});
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().message() == "there is no stage named 'w'");
  const auto outside = along({.program = "x = [1, 2]; f = sum(x)", .along = EntryOf{.input = "x", .entry = 2}});
  REQUIRE_FALSE(outside);
  CHECK(outside.error().message() == "index 2 is outside a 2×1 value; the last is 1");
}
