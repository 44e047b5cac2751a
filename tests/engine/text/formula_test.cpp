#include "engine/text/formula.hpp"

#include "tests/engine/text/programs.hpp"

using namespace gradcircuit;

TEST_CASE("formulas are set as on paper") {
  const auto [program, expected] = GENERATE(table<std::string, std::string>({
      {"(x + y)*z", R"(\left(x + y\right)z)"},
      {"2*x*y", "2xy"},
      {"2*3", R"(2 \cdot 3)"},
      {"x*2", R"(x \cdot 2)"},
      {"rate*x", R"(\mathit{rate} \cdot x)"},
      {"2*rate", R"(2\mathit{rate})"},
      {"theta*x1", R"(\theta x_{1})"},
      {"-x^2", "-x^{2}"},
      {"(-x)^2", R"(\left(-x\right)^{2})"},
      {"x - (-y)", R"(x-\left(-y\right))"},
      {"x/(y + 1)", R"(\frac{x}{y + 1})"},
      {"1/(1 + exp(-x))", R"(\frac{1}{1 + e^{-x}})"},
      {"exp(x)^2", R"(\left(e^{x}\right)^{2})"},
      {"(x/y)^2", R"(\left(\frac{x}{y}\right)^{2})"},
      {"x/y*z", R"(\frac{x}{y}z)"},
      {"x*(y/z)", R"(x\frac{y}{z})"},
      {"sqrt(x + 1)", R"(\sqrt{x + 1})"},
      {"abs(x)", "|x|"},
      {"sigmoid(w*x)", R"(\sigma\left(wx\right))"},
      {"relu(x)", R"(\operatorname{relu}\left(x\right))"},
      {"sin(x)*cos(x)", R"(\sin\left(x\right)\cos\left(x\right))"},
      {"max(x, 0)", R"(\max\left(x, 0\right))"},
      {"1e-7*x", R"(1 \cdot 10^{-7}x)"},
      {"w = [1, 2]; x = [3, 4]; w.T @ x", R"(w^{\top}x)"},
      {"w = [1, 2]; x = [3, 4]; w*x", R"(w \circ x)"},
      {"w = [1, 2]; x = [3, 4]; (w*x) @ x.T", R"(\left(w \circ x\right)x^{\top})"},
      {"w = [1, 2]; x = [3, 4]; 2*((w*x) @ x.T)", R"(2\left(w \circ x\right)x^{\top})"},
      {"w = [1, 2]; x = [3, 4]; (w @ x.T)*x", R"(wx^{\top} \circ x)"},
      {"w = [1, 2]; 3*w[1]", "3w_{1}"},
      {"[[a, b], [c, d]] @ [x, y]", R"(\begin{bmatrix}a & b \\ c & d\end{bmatrix}\begin{bmatrix}x \\ y\end{bmatrix})"},
      {"ones(2, 1)*x", R"(1_{2 \times 1}x)"},
  }));
  CAPTURE(program);
  const Graph graph = graph_of(program);
  const auto set = formula(graph, graph.output());
  REQUIRE(set);
  CHECK(latex(*set) == expected);
}

TEST_CASE("a formula that nobody would read is not set") {
  std::string sum = "x";
  for (int i = 0; i < 1000; ++i) sum += " + x";
  const Graph graph = graph_of(sum);
  const auto set = formula(graph, graph.output());
  REQUIRE_FALSE(set);
  CHECK(set.error().message() == "a program has at most 2000 bytes");
}
