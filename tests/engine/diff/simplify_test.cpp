#include "engine/diff/simplify.hpp"

#include "engine/diff/backward.hpp"
#include "engine/diff/derivative.hpp"
#include "engine/diff/differentiate.hpp"
#include "tests/engine/random_graph.hpp"
#include "tests/engine/text/programs.hpp"

using namespace gradcircuit;

namespace {

std::string simplified(const std::string& program) {
  const Graph graph = graph_of(program);
  const auto simple = simplify(graph, graph.output());
  if (!simple) FAIL(simple.error().message());
  return printed(*simple, simple->output());
}

std::string derivative_of(const std::string& program, const std::string& by, std::uint32_t order = 1) {
  const Graph graph = graph_of(program);
  const auto found = derivative(graph, graph.output(), *graph.find(by), order);
  if (!found) FAIL(found.error().message());
  CHECK(found->readable);
  return printed(found->graph, found->graph.output());
}

}  // namespace

TEST_CASE("an expression is simplified by the laws of sums, products and powers") {
  const auto [program, text] = GENERATE(table<std::string, std::string>({
      {"x + x", "2*x"},
      {"x - x", "0"},
      {"x*y*x", "x^2*y"},
      {"x/x", "1"},
      {"x + 1 + x^2 + 3", "x^2 + x + 4"},
      {"2*x*3", "6*x"},
      {"x/2 + x/3", "5*x/6"},
      {"0.1*x", "0.1*x"},
      {"-(a - b)", "b - a"},
      {"-x + 1", "1 - x"},
      {"-x*y", "-x*y"},
      {"-1/x", "-1/x"},
      {"x^2*x^-3", "1/x"},
      {"(x*y)^2", "x^2*y^2"},
      {"(2*x)^3", "8*x^3"},
      {"(x^2)^0.5", "(x^2)^0.5"},
      {"sqrt(x^2)", "sqrt(x^2)"},
      {"sqrt(x)^2", "x"},
      {"sqrt(x)*sqrt(x)*y", "x*y"},
      {"(x + y)*z", "z*(x + y)"},
      {"(x + y)*(x + y)", "(x + y)^2"},
      {"1/(2*sqrt(x))", "1/(2*sqrt(x))"},
      {"x*0", "0"},
      {"x^0", "1"},
      {"exp(0)*x", "x"},
      {"exp(1)*x", "x*exp(1)"},
      {"exp(log(x))", "x"},
      {"log(x^2)", "log(x^2)"},
      {"cos(x)*2*x", "2*x*cos(x)"},
      {"0*ones(2, 2)", "0*ones(2, 2)"},
      {"2*ones(2, 2) - ones(2, 2)", "ones(2, 2)"},
      {"w = [1, 2]; w/w", "ones(2, 1)"},
      {"w = [1, 2]; w - w + 3", "3*ones(2, 1)"},
      {"w = [1, 2]; (2*w).T", "2*w.T"},
      {"w = [1, 2]; w.T.T", "w"},
      {"w = [1, 2]; sum(3*w)", "3*sum(w)"},
      {"w = [1, 2]; [x, 3*y][1]", "3*y"},
      {"W = [[1, 2], [3, 4]]; w = [1, 2]; (2*W) @ (3*w)", "6*(W @ w)"},
      {"w = [1, 2]; w @ (x*y)", "w*x*y"},
      {"w = [1, 2]; sum(ones(2, 2))*w", "4*w"},
      {"1/0", "1/0"},
      {"if(x > 0, y, y)", "y"},
      {"max(x, y)", "max(x, y)"},
  }));
  CAPTURE(program);
  CHECK(simplified(program) == text);
}

TEST_CASE("derivatives read as in a course") {
  const auto [program, by, text] = GENERATE(table<std::string, std::string, std::string>({
      {"(x + y)*z", "x", "z"},
      {"(x + y)*z", "z", "x + y"},
      {"x*x + x", "x", "2*x + 1"},
      {"x^3 + x^2 + x", "x", "3*x^2 + 2*x + 1"},
      {"sin(x^2)", "x", "2*x*cos(x^2)"},
      {"sigmoid(x)", "x", "sigmoid(x)*(1 - sigmoid(x))"},
      {"tanh(3*x)", "x", "3*(1 - tanh(3*x)^2)"},
      {"exp(-x)", "x", "-exp(-x)"},
      {"log(x)", "x", "1/x"},
      {"sqrt(x)", "x", "1/(2*sqrt(x))"},
      {"x/y", "y", "-x/y^2"},
      {"1/x", "x", "-1/x^2"},
      {"x^y", "y", "x^y*log(x)"},
      {"2^x", "x", "2^x*log(2)"},
      {"(a*x + b - y)^2", "a", "2*x*(a*x + b - y)"},
      {"abs(x)", "x", "sign(x)"},
      {"w = [1, 2]; x = [3, 4]; w.T @ x", "w", "x"},
      {"w = [1, 2]; x = [3, 4]; sigmoid(w.T @ x)", "w", "x*sigmoid(w.T @ x)*(1 - sigmoid(w.T @ x))"},
      {"W = [[1, 2], [3, 4]]; x = [5, 6]; sum(tanh(W @ x))", "W", "(1 - tanh(W @ x)^2) @ x.T"},
      {"W = [[1, 2], [3, 4]]; x = [5, 6]; sum(W @ x)", "x", "W.T @ ones(2, 1)"},
      {"x = [1, 2]; x.T @ x", "x", "2*x"},
  }));
  CAPTURE(program, by);
  CHECK(derivative_of(program, by) == text);
}

namespace {

/// The largest number met on the way to a value, at least 1: rounding errors are as large as some units in its last place. Infinite
/// when one of them is not finite.
double largest(const Graph& graph, const Values<double>& values) {
  double most = 1;
  for (NodeId id = 0; id < graph.size(); ++id)
    for (const double entry : values.view(graph, id).flat())
      most = std::isfinite(entry) ? std::max(most, std::fabs(entry)) : INFINITY;
  return most;
}

}  // namespace

TEST_CASE("what is simplified keeps its value wherever all of it is finite") {
  int compared = 0;
  for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
    RandomGraph random(seed);
    const Graph& graph = random.graph();
    const NodeId node = random.grow(14);
    const auto simple = simplify(graph, node);
    if (!simple) FAIL(simple.error().message());
    REQUIRE((*simple)[simple->output()].shape == graph[node].shape);
    const Tape before = forward(graph);
    const Tape after = forward(*simple);
    const double scale = largest(graph, before);
    if (scale > 1e12) continue;
    for (std::size_t i = 0; i < graph[node].shape.entries(); ++i) {
      CAPTURE(seed, printed(graph, node), printed(*simple, simple->output()), scale);
      CHECK(std::fabs(after.at(simple->output())[i] - before.at(node)[i]) <= 1e-13 * scale);
      ++compared;
    }
  }
  CHECK(compared > 2000);
}

TEST_CASE("the simplified derivative is what backward computes") {
  int compared = 0;
  for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
    RandomGraph random(seed);
    const NodeId output = random.grow(10);
    Graph graph = random.graph();
    const Tape tape = forward(graph);
    const Values<double> adjoints = backward<double>(graph, tape, output, activity(graph, output));
    const double scale = std::max(largest(graph, tape), largest(graph, adjoints));
    if (scale > 1e8) continue;
    for (const Input& input : std::vector<Input>(graph.inputs().begin(), graph.inputs().end())) {
      const auto raw = differentiate(graph, output, input.node);
      if (!raw) FAIL(raw.error().message());
      const auto simple = simplify(graph, *raw);
      if (!simple) FAIL(simple.error().message());
      const Tape derivative = forward(*simple);
      const double whole = std::max(scale, largest(*simple, derivative));
      if (whole > 1e12) continue;
      for (std::size_t i = 0; i < input.value.size(); ++i) {
        CAPTURE(seed, input.name, i, printed(graph, output), printed(*simple, simple->output()), whole);
        CHECK(std::fabs(derivative.at(simple->output())[i] - adjoints.at(input.node)[i]) <= 1e-12 * whole * whole);
        ++compared;
      }
    }
  }
  CHECK(compared > 5000);
}

TEST_CASE("a branch that is not taken stays out of the derivative, even where its own is infinite") {
  const auto [program, by, text] = GENERATE(table<std::string, std::string, std::string>({
      {"x = -1; if(x > 0, log(x), x)", "x", "if(x > 0, 1/x, 1)"},
      {"x = 0; if(x > 0, log(x), x)", "x", "if(x > 0, 1/x, 1)"},
      {"x = 0; if(x > 0, sqrt(x), 0)", "x", "if(x > 0, 1/(2*sqrt(x)), 0)"},
      {"x = 0; if(x <= 0, 3*x^2 + x, 1/x)", "x", "if(x <= 0, 6*x + 1, -1/x^2)"},
      {"x = 0; 3*if(x > 0, sqrt(x), 0) + x", "x", "if(x > 0, 3/(2*sqrt(x)), 0) + 1"},
      {"x = 0; y = log(x); if(x > 0, y, 0) + if(x > 0, y^2, x)", "x", "if(x > 0, (2*log(x) + 1)/x, 1)"},
      {"x = 0; y = 2; z = sqrt(x); if(x > 0, z, 0) + if(y < 0, z^2, y)", "x",
       "if(y < 0, 1, 0) + if(x > 0, 1/(2*sqrt(x)), 0)"},
      {"x = 0; y = 2; if(x > 0, if(y > 0, sqrt(x), x), 0)", "x", "if(x > 0, if(y > 0, 1/(2*sqrt(x)), 1), 0)"},
      {"x = 0; y = 2; if(x > 0, x*y, 0)", "y", "if(x > 0, x, 0)"},
      {"x = [0, 0]; sum(if(x > 0, sqrt(x), 3*x))", "x", "if(x > 0, 1/(2*sqrt(x)), 3*ones(2, 1))"},
      {"s = 0; x = [0, 0]; sum(if(x > 0, x*sqrt(s), 0))", "s",
       "if(sum(if(x > 0, x, 0)) == 0, 0, sum(if(x > 0, x, 0))/(2*sqrt(s)))"},
      {"x = -1; if(x > 0, x^2, x)", "x", "if(x > 0, 2*x, 1)"},
  }));
  CAPTURE(program, by);
  CHECK(derivative_of(program, by) == text);
  const Graph graph = graph_of(program);
  const NodeId input = *graph.find(by);
  const Values<double> adjoints =
      backward<double>(graph, forward(graph), graph.output(), activity(graph, graph.output()));
  const auto found = derivative(graph, graph.output(), input);
  REQUIRE(found);
  const Tape tape = forward(found->graph);
  for (std::size_t i = 0; i < graph[input].shape.entries(); ++i)
    CHECK(tape.at(found->graph.output())[i] == adjoints.at(input)[i]);
}

TEST_CASE("switches behind one another stay as small as their program") {
  std::string program = "y0 = sqrt(x)";
  for (int i = 1; i <= 200; ++i)
    program += "; y" + std::to_string(i) + " = if(x > " + std::to_string(i) + ", y" + std::to_string(i - 1) + "^2, 0)";
  const Graph graph = graph_of("x = 0; " + program);
  const auto found = derivative(graph, graph.output(), *graph.find("x"));
  REQUIRE(found);
  CHECK(found->graph.size() < 20'000);
  CHECK(*forward(found->graph).at(found->graph.output()) == 0);
}

TEST_CASE("higher derivatives are derivatives of derivatives") {
  const auto [program, order, text] = GENERATE(table<std::string, std::uint32_t, std::string>({
      {"x^5", 0, "x^5"},
      {"x^5", 3, "60*x^2"},
      {"x^5", 5, "120"},
      {"x^5", 6, "0"},
      {"x^5", 9, "0"},
      {"sin(x)", 4, "sin(x)"},
      {"exp(2*x)", 3, "8*exp(2*x)"},
      {"log(x)", 2, "-1/x^2"},
      {"1/x", 3, "-6/x^4"},
  }));
  CAPTURE(program, order);
  CHECK(derivative_of(program, "x", order) == text);
}

TEST_CASE("a derivative that is too large to be shown has a value all the same") {
  std::string program = "sin(x + 1)";
  for (int i = 2; i <= 64; ++i) program += "*sin(x + " + std::to_string(i) + ")";
  const Graph graph = graph_of(program);
  const auto third = derivative(graph, graph.output(), *graph.find("x"), 3);
  REQUIRE(third);
  const auto sixth = derivative(graph, graph.output(), *graph.find("x"), 6);
  REQUIRE(sixth);
  CHECK_FALSE(sixth->readable);
  CHECK(sixth->graph.size() < 200'000);
  // f = f*(s^3 + 3*s*s' + s''), where f' = f*s and s is the sum of cotangents
  double f = 1;
  double s = 0;
  double s1 = 0;
  double s2 = 0;
  for (int i = 1; i <= 64; ++i) {
    const double sine = std::sin(1.0 + i);
    const double cotangent = std::cos(1.0 + i) / sine;
    f *= sine;
    s += cotangent;
    s1 -= 1 / (sine * sine);
    s2 += 2 * cotangent / (sine * sine);
  }
  const Tape tape = forward(third->graph);
  CHECK_THAT(*tape.at(third->graph.output()), Catch::Matchers::WithinRel(f * (s * s * s + 3 * s * s1 + s2), 1e-9));
}
