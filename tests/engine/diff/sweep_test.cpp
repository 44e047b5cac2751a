#include "engine/diff/sweep.hpp"

#include "tests/engine/text/programs.hpp"

using namespace gradcircuit;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

constexpr double one[] = {1};

/// By the first input of a program, the gradient that backpropagation finds or another one.
Sweep swept(std::string_view program, std::optional<double> gradient = {}) {
  const Graph graph = graph_of(program);
  Along along(graph, graph.output(), one, graph.inputs()[0].node, 0);
  along.value(along.at());
  return sweep(graph, graph.output(), one, graph.inputs()[0].node, 0, gradient.value_or(along.slope()));
}

EntryCheck checked(std::string_view program, std::optional<double> gradient = {}) {
  return swept(program, gradient).check;
}

std::string summary(const EntryCheck& check) {
  std::string text(finding_names[static_cast<std::size_t>(check.finding)]);
  return check.node == none ? text : text + " at " + std::to_string(check.node);
}

const SweepPoint& point(const Sweep& sweep, double h) {
  for (const SweepPoint& point : sweep.points)
    if (point.h == h) return point;
  FAIL("no point at this h");
  return sweep.points.front();
}

}  // namespace

TEST_CASE("a sweep goes from 1e-1 to 1e-13 in half decades") {
  const Sweep sweep = swept("x = 1; x*x");
  REQUIRE(sweep.points.size() == 25);
  CHECK(sweep.points[0].h == 1e-1);
  CHECK(sweep.points[1].h == 3e-2);
  CHECK(sweep.points[2].h == 1e-2);
  CHECK(sweep.points[24].h == 1e-13);
}

TEST_CASE("the error of sin at 1 falls with the square of h until about 1e-5, and then rises") {
  const Sweep sweep = swept("x = 1; sin(x)");
  CHECK_THAT(point(sweep, 1e-2).slope, WithinAbs(std::cos(1.0), 1e-5));
  for (const double h : {1e-1, 1e-2, 1e-3})
    CHECK_THAT(point(sweep, h).difference, WithinRel(std::cos(1.0) / 6 * h * h, 1e-2));
  CHECK(sweep.points[sweep.best].h <= 1e-4);
  CHECK(sweep.points[sweep.best].h >= 1e-7);
  CHECK(point(sweep, 1e-13).difference > 1e4 * sweep.points[sweep.best].difference);
  CHECK(summary(sweep.check) == "agrees");
}

TEST_CASE("theory bounds what is measured: truncation is f'''/6, rounding what every operation adds") {
  for (const char* program : {"x = 1; sin(x)", "x = 2; exp(x)/x", "x = 0.5; tanh(x)*x^3", "x = 3; log(x)*sqrt(x)"}) {
    const Sweep sweep = swept(program);
    CAPTURE(program, sweep.truncation, sweep.rounding);
    CHECK(sweep.truncation > 0);
    for (const auto& [h, slope, left, right, difference, corner] : sweep.points)
      CHECK(difference <= 1.2 * sweep.truncation * h * h + 2 * sweep.rounding / h);
  }
  CHECK_THAT(swept("x = 1; sin(x)").truncation, WithinRel(std::cos(1.0) / 6, 1e-2));
}

TEST_CASE("a central difference of a square is exact, but for rounding") {
  CHECK(swept("x = 3; x^2").truncation == 0);
  CHECK(swept("x = 3; 5*x - 1").truncation == 0);
}

TEST_CASE("one-sided differences come with every point") {
  const SweepPoint square = point(swept("x = 3; x^2"), 1e-3);
  CHECK_THAT(square.left, WithinAbs(5.999, 1e-9));
  CHECK_THAT(square.right, WithinAbs(6.001, 1e-9));
}

TEST_CASE("a corner is named, with its slopes to both sides") {
  const EntryCheck check = checked("x = 0; abs(x)");
  CHECK(summary(check) == "corner at 1");
  CHECK(check.left == -1);
  CHECK(check.right == 1);
  CHECK(summary(checked("x = 0; relu(x)")) == "corner at 1");
  CHECK(summary(checked("x = 2; y = 2; max(x, y)")) == "corner at 2");
  CHECK(summary(checked("x = 2; clamp(x, 0, 2)")) == "corner at 3");
  CHECK(summary(checked("x = 0; if(x < 0, -x, 3*x)")) == "corner at 6");
  CHECK(summary(checked("x = 0; norm([x, 0])")) == "corner at 3");
}

TEST_CASE("a jump is named too, an infinite slope is not finite") {
  CHECK(summary(checked("x = 0; 2*step(x)")) == "jump at 2");
  CHECK(summary(checked("x = 3; floor(x)")) == "jump at 1");
  CHECK(summary(checked("x = 0; sqrt(x)")) == "not_finite at 1");
  CHECK(summary(checked("x = 0; 1/x")) == "not_finite at 2");
}

TEST_CASE("where a corner makes no difference to the output nothing is said of it") {
  CHECK(summary(checked("x = 0; x*abs(x)")) == "agrees");
  CHECK(summary(checked("x = 1; y = 0; x + relu(y)")) == "agrees");
  CHECK(summary(checked("x = 0; relu(x)*0")) == "agrees");
}

TEST_CASE("step widths that reach across a corner are marked, and the gradient agrees all the same") {
  const Sweep sweep = swept("x = 0.002; abs(x)");
  CHECK(point(sweep, 3e-3).corner == 1);
  CHECK(point(sweep, 1e-3).corner == none);
  CHECK(summary(sweep.check) == "agrees");
  CHECK(summary(checked("x = 0.0005; relu(x)")) == "agrees");
}

TEST_CASE("theory sees no bending where differences reach across a corner") {
  for (const char* program :
       {"x = 0.002; abs(x)", "x = 0.0005; relu(x)", "x = 0.05; 3*abs(x)", "x = 0.00002; max(x, 0)"}) {
    CAPTURE(program);
    CHECK(swept(program).truncation == 0);
  }
  const double bends = swept("x = 0.02; abs(x) + sin(x + 1)").truncation;
  CHECK_THAT(bends, WithinRel(std::cos(1.02) / 6, 0.05));
}

TEST_CASE("steep, flat, large and small functions agree with their gradients") {
  for (const char* program :
       {"x = 0.001; 1/x", "x = 30; tanh(x)", "x = 1000000; x*x", "x = 0.00001; log(x)", "x = 0; x^3", "x = 40; exp(x)",
        "x = 5; exp(-1000*x*x)", "x = 0; cos(x)", "x = -2; if(x > 0, log(x), x)", "x = 0.3; sin(200*x)",
        "x = 1; (100000000 + x) - 100000000"}) {
    CAPTURE(program);
    CHECK(summary(checked(program)) == "agrees");
  }
}

TEST_CASE("a wrong gradient differs, on a corner when it lies outside of both slopes") {
  CHECK(summary(checked("x = 3; x^2", 3.0)) == "differs");
  CHECK(summary(checked("x = 3; x^2", 6.0001)) == "differs");
  CHECK(summary(checked("x = 1; sin(x)", -std::cos(1.0))) == "differs");
  CHECK(summary(checked("x = 0; relu(x)", 1.5)) == "differs");
  CHECK(summary(checked("x = 0; relu(x)", 0.5)) == "corner at 1");
  CHECK(summary(checked("x = 1; x", HUGE_VAL)) == "not_finite");
}
