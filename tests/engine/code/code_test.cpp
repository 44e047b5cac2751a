#include "engine/code/code.hpp"

#include "tests/engine/random_graph.hpp"
#include "tests/engine/text/programs.hpp"

using namespace gradcircuit;

namespace {

Code code_of(std::string_view program, Target target, const InputValues& at = {}) {
  const Graph graph = graph_of(program, {.at = at});
  auto code = generate(graph, graph.output(), target);
  if (!code) FAIL(code.error().message());
  return std::move(*code);
}

std::string text_of(std::string_view program, Target target, const InputValues& at = {}) {
  return "\n" + text(code_of(program, target, at));
}

/// The last lines, without what stands above them.
std::string passes_of(std::string_view program, Target target = Target::pseudocode) {
  const std::string text = text_of(program, target);
  return text.substr(text.find("# forward") - 1);
}

constexpr std::string_view two_layers =
    "W0 = [[0.5, -1], [1, 0.5]]\nb0 = [0, 0.5]\nW1 = [[1, -2]]\nx = [1, -2]\nz = sigmoid(W0 @ x + b0)\ny = W1 @ z + "
    "0.1";

}  // namespace

TEST_CASE("pseudo-code runs the stages forward and in mirror order backward, adding where a value fans out") {
  CHECK(text_of("g = x + y\nh = g * z\nf = h + x", Target::pseudocode) == R"(
# forward
g = x + y
h = g * z
f = h + x

# backward
df = 1
dh = df
dx = df
dg = dh * z
dz = dh * g
dx += dg
dy = dg
)");
}

TEST_CASE("a stage stays one line while its derivatives can be read") {
  CHECK(passes_of("z = w*x + b\na = sigmoid(z)\nL = (a - t)^2") == R"(
# forward
z = w * x + b
a = sigmoid(z)
L = (a - t)^2

# backward
dL = 1
da = dL * 2 * (a - t)
dt = -dL * 2 * (a - t)
dz = da * a * (1 - a)
db = dz
dw = dz * x
dx = dz * w
)");
}

TEST_CASE("a stage is cut where a line would repeat too much") {
  CHECK(passes_of("1 / (1 + exp(-(w0*x0 + w1*x1 + w2)))") == R"(
# forward
t1 = w0 * x0 + w1 * x1 + w2
t2 = exp(-t1)
f = 1 / (1 + t2)

# backward
df = 1
dt2 = -df / (1 + t2)^2
dt1 = -dt2 * t2
dw2 = dt1
dw1 = dt1 * x1
dx1 = dt1 * w1
dw0 = dt1 * x0
dx0 = dt1 * w0
)");
}

TEST_CASE("matrix products go back as matrix products, and what was broadcast is summed") {
  CHECK(passes_of("W = [[1, 2], [3, 4]]\nX = [[1, 2, 3], [4, 5, 6]]\nb = [1, 2]\nZ = W @ X + b") == R"(
# forward
Z = W @ X + b

# backward
dZ = ones(2, 3)
db = row_sums(dZ)
dW = dZ @ X.T
dX = W.T @ dZ
)");
  CHECK(passes_of("x = [1, 2]\nB = [[1, 3], [-1, 2]]\nf = x.T @ B @ x") == R"(
# forward
f = x.T @ B @ x

# backward
df = 1
dx = df * (B.T @ x)
dB = df * (x @ x.T)
dx += df * (B @ x)
)");
}

TEST_CASE("what entries of a matrix are given is added entry by entry") {
  CHECK(passes_of("w = [2, -3]\nf = w[0] * w[1]") == R"(
# forward
f = w[0] * w[1]

# backward
df = 1
dw = zeros(2, 1)
dw[1] += df * w[0]
dw[0] += df * w[1]
)");
}

TEST_CASE("the worksheet leaves out how each gradient is made, but for the first") {
  const Code code = code_of("g = x + y\nh = g * z\nf = h + x", Target::worksheet);
  CHECK("\n" + text(code) == R"(
# forward
g = x + y
h = g * z
f = h + x

# backward
df = 1
dh = df
dx ____ ____
dg ____ ____
dz ____ ____
dx ____ ____
dy ____ ____
)");
  std::string answers;
  for (const Line& line : code.lines)
    for (const Blank& blank : line.blanks) {
      CHECK(line.text.substr(blank.begin, 4) == "____");
      answers += blank.expected + "; ";
    }
  CHECK(answers == "=; df; =; dh * z; =; dh * g; +=; dg; =; dg; ");
}

TEST_CASE("Python needs only its own library") {
  CHECK(text_of("s(r) = 1 / (1 + exp(-r))\nf = s(w*x) + relu(w)", Target::python, {{"w", 0.5}, {"x", -2}}) == R"(
import math


def relu(x):
    return max(0, x)


w = 0.5
x = -2.0

# forward
t1 = math.exp(-(w * x))
f = 1 / (1 + t1) + relu(w)

# backward
df = 1
dw = df * (w > 0)
dt1 = -df / (1 + t1)**2
dw += -dt1 * t1 * x
dx = -dt1 * t1 * w
)");
}

TEST_CASE("NumPy says what it has no function for, and copies what it would otherwise change twice") {
  CHECK(text_of(two_layers, Target::numpy) == R"(
import numpy as np


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


W0 = np.array([[0.5, -1.0], [1.0, 0.5]])
b0 = np.array([[0.0], [0.5]])
W1 = np.array([[1.0, -2.0]])
x = np.array([[1.0], [-2.0]])

# forward
t1 = W0 @ x + b0
z = sigmoid(t1)
y = W1 @ z + 0.1

# backward
dy = 1
dW1 = dy * z.T
dz = dy * W1.T
dt1 = dz * z * (1 - z)
db0 = dt1
dW0 = dt1 @ x.T
dx = W0.T @ dt1
)");
  CHECK(passes_of("x = [1, 2]\ny = x\nf = y * x + x", Target::numpy) == R"(
# forward
y = x
f = y * x + x

# backward
df = np.ones((2, 1))
dx = df.copy()
dy = df * x
dx += df * y
dx += dy
)");
}

TEST_CASE("JAX and PyTorch are asked for the gradient") {
  CHECK(text_of("g = x + y\nf = g * x", Target::jax, {{"x", -2}, {"y", 5}}) == R"(
import jax
import jax.numpy as jnp

jax.config.update("jax_enable_x64", True)


def circuit(x, y):
    g = x + y
    f = g * x
    return f


x = -2.0
y = 5.0

f, (dx, dy) = jax.value_and_grad(circuit, argnums=(0, 1))(x, y)
)");
  CHECK(text_of("z = w*x\nL = (relu(z) - 1)^2", Target::pytorch, {{"w", 0.5}, {"x", 2}}) == R"(
import torch

torch.set_default_dtype(torch.float64)

w = torch.tensor(0.5, requires_grad=True)
x = torch.tensor(2.0, requires_grad=True)

z = w * x
L = (torch.relu(z) - 1)**2

L.backward()
dw = w.grad
dx = x.grad
)");
}

TEST_CASE("C++ is a function that returns the value and its gradients") {
  CHECK(text_of("y = w0*x0 + w1\nf = sigmoid(y) / 2^y + 1 / 2", Target::cpp) == R"(
#include <cmath>

double sigmoid(double x) { return 1 / (1 + std::exp(-x)); }

struct Gradients {
  double f;
  double dw0;
  double dx0;
  double dw1;
};

Gradients circuit(double w0, double x0, double w1) {
  // forward
  const double y = w0 * x0 + w1;
  const double t1 = sigmoid(y);
  const double t2 = std::pow(2, y);
  const double f = t1 / t2 + 1.0 / 2.0;

  // backward
  const double df = 1;
  const double dt1 = df / t2;
  const double dt2 = -df * t1 / (t2 * t2);
  double dy = dt2 * std::log(2.0) * t2;
  dy += dt1 * t1 * (1 - t1);
  const double dw1 = dy;
  const double dw0 = dy * x0;
  const double dx0 = dy * w0;

  return {f, dw0, dx0, dw1};
}
)");
}

TEST_CASE("a name is changed only where the language gives it another meaning") {
  const auto [program, target, names] = GENERATE(table<std::string, Target, std::string>({
      {"lambda = in * np\nf = lambda + in", Target::pseudocode, "f din dnp"},
      {"lambda = in * np\nlambda + in", Target::python, "f din dnp"},
      {"double = int^2", Target::cpp, "double_ dint"},
      {"double = int^2", Target::python, "double dint"},
      {"max = x + y", Target::python, "max dx dy"},
      {"max = max(x, y)", Target::python, "max_ dx dy"},
      {"dx = x^2\nf = dx * x", Target::python, "f d_x"},
      {"d = o * o", Target::cpp, "d d_o"},
      {"f = g * t1\nexp(f * g * t1) ^ 2", Target::python, "out dg dt1"},
  }));
  INFO(program);
  const Code code = code_of(program, target);
  std::string found = code.output;
  for (const std::string& gradient : code.gradients) found += " " + gradient;
  CHECK(found == names);
}

TEST_CASE("each line knows the gates it computes or goes back through") {
  const Graph graph = graph_of("z = w*x + b\nf = tanh(z)");
  const auto code = generate(graph, graph.output(), Target::numpy);
  REQUIRE(code);
  std::string links;
  for (const Line& line : code->lines) {
    if (line.target == none) continue;
    links += line.text + ":";
    for (const NodeId gate : line.gates) links += " " + std::string(op_name(graph[gate].op));
    links += " -> " + (graph.is_input(line.target) ? graph.input_of(line.target).name
                                                   : std::string(op_name(graph[line.target].op)));
    links += "\n";
  }
  CHECK("\n" + links == R"(
w = 1.0: -> w
x = 1.0: -> x
b = 1.0: -> b
z = w * x + b: mul add -> add
f = np.tanh(z): tanh -> tanh
df = 1: -> tanh
dz = df * (1 - f**2): tanh -> add
db = dz: add -> b
dw = dz * x: add mul -> w
dx = dz * w: add mul -> x
)");
}

TEST_CASE("what a gate is written as belongs to it, over however many lines") {
  const Graph graph = graph_of("z = [1, 2]; t = [0, 1]; f = cross_entropy_logits(z, t) + mse(z, t)");
  const auto code = generate(graph, graph.output(), Target::numpy);
  REQUIRE(code);
  std::string links;
  for (const Line& line : code->lines) {
    if (line.part == Line::Part::setup || line.text.empty() || line.text.starts_with("#")) continue;
    links += line.text + ":";
    for (const NodeId gate : line.gates) links += " " + std::string(op_name(graph[gate].op));
    links += "\n";
  }
  CHECK("\n" + links == R"(
t1 = z - t: mse
f = -(t * log_softmax(z)).sum() + (t1**2).mean(): cross_entropy_logits mse add
df = 1:
dt1 = df / 2 * 2 * t1: add mse
dz = dt1.copy(): mse
dt = -dt1: mse
dt += -df * log_softmax(z): add cross_entropy_logits
dz += -df * t - softmax(z) * (-df * t).sum(axis=0, keepdims=True): add cross_entropy_logits
)");
}

namespace {

/// An op on operands of its own, of the shapes that it is tested at.
template <class Op>
Graph alone() {
  Graph graph;
  std::vector<NodeId> operands;
  const auto take = [&](const Shape& shape) {
    const std::string name(1, static_cast<char>('p' + operands.size()));
    operands.push_back(*graph.append_input({.name = name, .value = Matrix(shape, 0.5)}, {}));
  };
  Attributes attributes;
  if constexpr (requires { Op::sample_shapes; }) {
    std::ranges::for_each(Op::sample_shapes, take);
    attributes = Op::sample_attributes;
  } else if constexpr (Op::arity == 0) {
    attributes = {.shape = {3, 3}, .row = 1, .column = 2};
  } else {
    for (int i = 0; i < (Op::arity == variadic ? 3 : Op::arity); ++i) take({});
  }
  graph.set_output(*graph.append(op_id<Op>(), operands, {}, attributes));
  return graph;
}

}  // namespace

TEST_CASE("every line of every op in every language belongs to nodes of the program") {
  using Alone = Graph (*)();
  constexpr auto programs = table_of_ops<Alone>([]<class Op>() -> Alone { return &alone<Op>; });
  for (const Alone program : programs) {
    const Graph graph = program();
    for (std::size_t target = 0; target < std::size(target_names); ++target) {
      const auto code = generate(graph, graph.output(), static_cast<Target>(target));
      CAPTURE(op_name(graph[graph.output()].op), target_names[target]);
      REQUIRE(code);
      int of_the_gate = 0;
      for (const Line& line : code->lines) {
        CAPTURE(line.text);
        CHECK((line.target == none || line.target < graph.size()));
        for (const NodeId gate : line.gates) CHECK(gate < graph.size());
        // a line that computes is linked
        CHECK((line.gates.empty() || line.target != none));
        of_the_gate += std::ranges::count(line.gates, graph.output()) == 1;
      }
      // what hands its value on has no line of its own
      CHECK((of_the_gate >= 1 || program == &alone<ops::Identity>));
    }
  }
}

TEST_CASE("whatever the graph, there is code for it") {
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    RandomGraph random(seed);
    const NodeId output = random.grow(40);
    for (std::size_t target = 0; target < std::size(target_names); ++target) {
      const auto code = generate(random.graph(), output, static_cast<Target>(target));
      INFO(seed << " " << target_names[target]);
      REQUIRE(code);
      CHECK(code->gradients.size() == random.graph().inputs().size());
    }
  }
}

TEST_CASE("nobody reads thousands of lines") {
  std::string program = "x";
  for (int i = 0; i < 3000; ++i) program += " + x";
  const Graph graph = graph_of(program);
  const auto code = generate(graph, graph.output(), Target::numpy);
  REQUIRE_FALSE(code);
  CHECK(code.error().code == DiagnosticCode("program_too_large"));
}
