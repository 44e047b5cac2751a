#include "engine/explain/explain.hpp"

#include <catch_amalgamated.hpp>
#include <limits>

using namespace gradcircuit;

namespace {

Explanation explained(const Request& request) {
  auto result = explain(request);
  INFO((result ? std::string() : result.error().message()));
  REQUIRE(result);
  return std::move(*result);
}

double gradient(const Explanation& explanation, std::string_view name) {
  const NodeId node = *explanation.graph.find(name);
  return (*explanation.adjoints[node])[0];
}

std::vector<std::string> note_codes(const Explanation& explanation) {
  std::vector<std::string> codes;
  for (const Note& note : explanation.notes) codes.emplace_back(note.code.name());
  return codes;
}

}  // namespace

TEST_CASE("the first circuit") {
  const Explanation e =
      explained({.program = "(x + y) * z", .at = {{"x", -2.0}, {"y", 5.0}, {"z", -4.0}}, .steps = true});
  CHECK(e.primals[e.output][0] == -12);
  CHECK(gradient(e, "x") == -4);
  CHECK(gradient(e, "y") == -4);
  CHECK(gradient(e, "z") == 3);
  CHECK(e.forward_steps.size() == 2);
  CHECK(e.backward_steps.size() == 4);
}

TEST_CASE("any stage can be the output") {
  const Request request{.program = "q = x * y\nf = q + x", .at = {{"x", 3.0}, {"y", 5.0}}, .output = "q"};
  const Explanation e = explained(request);
  CHECK(e.primals[e.output][0] == 15);
  CHECK(gradient(e, "x") == 5);
  CHECK(gradient(e, "f") == 0);  // q does not depend on f
  const auto unknown = explain({.program = "quick = x * y\nf = quick + x", .output = "quik"});
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().message() == "there is no stage named 'quik'; did you mean 'quick'?");
}

TEST_CASE("the backward pass can start with another number, or a matrix") {
  CHECK(gradient(explained({.program = "x^2", .at = {{"x", 3.0}}, .output_adjoint = Matrix(10.0)}), "x") == 60);
  const Request vector{.program = "x = [1, 2]\nf = x^2", .output_adjoint = Matrix(Shape{2, 1}, {1, -1})};
  const Explanation e = explained(vector);
  CHECK(*e.adjoints[0] == Matrix(Shape{2, 1}, {2, -4}));
  CHECK(note_codes(e).empty());
  CHECK(note_codes(explained({.program = "x = [1, 2]\nf = x^2"})) == std::vector<std::string>{"matrix_output"});
  const auto wrong = explain({.program = "x^2", .output_adjoint = Matrix(Shape{2, 1}, {1, -1})});
  REQUIRE_FALSE(wrong);
  CHECK(wrong.error().message() == "the backward pass starts with 2×1, but the output is 1×1");
}

TEST_CASE("a corner and the first number that is not finite are named") {
  const Explanation tie = explained({.program = "max(x, y) + abs(z)", .at = {{"x", 2.0}, {"y", 2.0}, {"z", 0.0}}});
  REQUIRE(note_codes(tie) == std::vector<std::string>{"kink", "kink"});
  CHECK(tie.notes[0].message() == "max has a corner here; the derivative is taken as an equal share for each");
  CHECK(tie.notes[1].message() == "abs has a corner here; the derivative is taken as 0");
  const Explanation overflow = explained({.program = "a = exp(x)\nb = a - a", .at = {{"x", 1000.0}}});
  REQUIRE(note_codes(overflow) == std::vector<std::string>{"first_non_finite"});
  CHECK(overflow.notes[0].node == overflow.graph.find("a"));
}

TEST_CASE("central differences confirm every gradient of a program") {
  const Explanation e = explained(
      {.program = "s(r) = 1/(1+exp(-r))\nw = [2, -3]; b = -3; x = [-1, -2]\nf = s(w.T @ x + b)", .check = true});
  REQUIRE(e.checks.size() == 3);
  for (const NumericCheck& check : e.checks) CHECK(check.relative_error < 1e-9);
}

TEST_CASE("work that would take too long is left out and said so") {
  std::string program = "f = x0";
  for (int i = 1; i < 3000; ++i) program += " + x" + std::to_string(i);
  const Explanation e = explained({.program = program, .steps = true, .paths = true, .check = true});
  CHECK(note_codes(e) == std::vector<std::string>{"too_many_steps", "check_left_out"});
  CHECK(e.backward_steps.empty());
  CHECK(e.paths.size() == 3000);
}

TEST_CASE("stages and closed groups change the picture, never the numbers") {
  const std::string program = "s(r) = 1/(1+exp(-r))\na = s(x*y) * s(x)\nf = a*a + x";
  const InputValues at{{"x", 0.5}, {"y", -2.0}};
  const Explanation gates = explained({.program = program, .at = at, .steps = true});
  const Explanation stages = explained({.program = program, .at = at, .zoom = Zoom::stages, .steps = true});
  const Explanation closed = explained({.program = program, .at = at, .closed = {0, 1}, .steps = true});
  for (const Explanation* other : {&stages, &closed})
    for (NodeId id = 0; id < gates.graph.size(); ++id) {
      CHECK(other->primals[id] == gates.primals[id]);
      REQUIRE(other->adjoints[id].has_value() == gates.adjoints[id].has_value());
      if (gates.adjoints[id])
        CHECK_THAT((*other->adjoints[id])[0], Catch::Matchers::WithinRel((*gates.adjoints[id])[0], 1e-14));
    }
  CHECK(stages.boxes.size() == 4);
  CHECK(stages.backward_steps.size() == 4);
  CHECK(closed.boxes.size() < gates.boxes.size());
  const auto missing = explain({.program = program, .closed = {7}});
  REQUIRE_FALSE(missing);
  CHECK(missing.error().message() == "there is no group 7");
}
