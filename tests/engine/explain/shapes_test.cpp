#include "engine/explain/shapes.hpp"

#include <catch_amalgamated.hpp>

#include "engine/graph/expr.hpp"
#include "engine/text/parse.hpp"

using namespace gradcircuit;

namespace {

ShapeLedger ledger_of(const Graph& graph) { return shape_ledger(graph, activity(graph, graph.output())); }

/// Why the output of a program has its shape.
std::string why(const char* program) {
  const auto graph = parse(program);
  REQUIRE(graph);
  for (const ValueShape& value : ledger_of(*graph).values)
    if (value.node == graph->output()) return value.why.message();
  return "";
}

const GradientShape& gradient(const ShapeLedger& ledger, NodeId node) {
  return *std::ranges::find(ledger.gradients, node, &GradientShape::node);
}

}  // namespace

TEST_CASE("every value says why it has its shape") {
  const std::string values = "A = [[1, 2], [3, 4], [5, 6]]; x = [1, 2]; b = [1, 2, 3]; r = x.T; k = 2\n";
  const std::pair<const char*, const char*> cases[] = {
      {"A @ x", "3×2 @ 2×1 = 3×1: the 2 columns on the left meet the 2 rows on the right"},
      {"A + k", "3×2 + 1×1 = 3×2: the scalar goes with every entry"},
      {"k / A", "1×1 / 3×2 = 3×2: the scalar goes with every entry"},
      {"A * b", "3×2 * 3×1 = 3×2: the column goes with every column"},
      {"A - r", "3×2 - 1×2 = 3×2: the row goes with every row"},
      {"max(A, b, k)", "max(3×2, 3×1, 1×1) = 3×2: what is smaller goes with every entry, column or row"},
      {"A ^ A", "3×2 ^ 3×2 = 3×2: entry by entry"},
      {"tanh(b)", "tanh(3×1) = 3×1: entry by entry"},
      {"k * k", "1×1 * 1×1 = 1×1: a number made of numbers"},
      {"A.T", "transpose(3×2) = 2×3: rows become columns"},
      {"sum(A)", "sum(3×2) = 1×1: all entries together make one number"},
      {"mse(b, b)", "mse(3×1, 3×1) = 1×1: all entries together make one number"},
      {"row_sums(A)", "row_sums(3×2) = 3×1: a number for each row"},
      {"logsumexp(A)", "logsumexp(3×2) = 1×2: a number for each column"},
      {"logsumexp(r)", "logsumexp(1×2) = 1×1: all entries together make one number"},
      {"outer(b, x)",
       "outer(3×1, 2×1) = 3×2: a row for each entry of the first, a column for each entry of the second"},
      {"A[2, 1]", "index(3×2) = 1×1: one of the entries"},
      {"rows(A, 0, 2)", "rows(3×2) = 2×2: some of the rows"},
      {"[k, k + 1]", "stack(1×1, 1×1) = 2×1: an entry for each number"},
      {"[k, 1, 2, 3, k]", "stack(1×1, …, 1×1) = 5×1: an entry for each number"},
      {"concatenate(A, r)", "concatenate(3×2, 1×2) = 4×2: one below the other, so the rows add up"},
      {"vec(A)", "vec(3×2) = 6×1: the same 6 entries in other rows and columns"},
      {"softmax(b)", "softmax(3×1) = 3×1: the entries of a sample change together, the shape stays"},
      {"ones(2, 3)", "2×3: as it is asked for"},
  };
  for (const auto& [expression, message] : cases) CHECK(why((values + expression).c_str()) == message);
  CHECK(why("W = [[1, 2, 3]]; W") == "1×3: as it is given");
}

TEST_CASE("a gradient has the shape of its value, and says what is summed because it was broadcast") {
  const auto graph = parse(
      "W = [[1, 2], [3, 4], [5, 6]]; X = [[1, 2, 3, 4], [5, 6, 7, 8]]; b = [1, 2, 3]; s = 2\n"
      "Z = W @ X + b\nr = ones(1, 4) * s\nf = sum((Z - r) * s)");
  REQUIRE(graph);
  const ShapeLedger ledger = ledger_of(*graph);
  const auto reasons = [&](const char* name) {
    std::vector<std::string> messages{gradient(ledger, *graph->find(name)).why.message()};
    for (const HandedBack& back : gradient(ledger, *graph->find(name)).arriving) messages.push_back(back.why.message());
    return messages;
  };
  CHECK(reasons("W") == std::vector<std::string>{"3×2: a derivative for each entry of the value",
                                                 "3×4 @ 4×2 = 3×2: the one product of the arriving gradient and the "
                                                 "transposed other that fits"});
  CHECK(reasons("X")[1] ==
        "2×3 @ 3×4 = 2×4: the one product of the arriving gradient and the transposed other that fits");
  CHECK(reasons("b") == std::vector<std::string>{"3×1: a derivative for each entry of the value",
                                                 "3×4 → 3×1: the columns are summed, for the column went with each of "
                                                 "them"});
  CHECK(reasons("r")[1] == "3×4 → 1×4: the rows are summed, for the row went with each of them");
  CHECK(reasons("s")[2] == "3×4 → 1×1: all entries are summed, for the scalar went with each of them");
  CHECK(reasons("Z") == std::vector<std::string>{"3×4: a derivative for each entry of the value"});

  const LayoutShapes shapes = gradient(ledger, *graph->find("W")).shapes;
  CHECK(shapes.denominator == Shape{3, 2});
  CHECK(shapes.numerator == Shape{2, 3});
}

TEST_CASE("constants have no place in the ledger, and what no derivative reaches has no gradient in it") {
  const auto graph = parse("x = 2; unused = [1, 2] + x; f = x * 3");
  REQUIRE(graph);
  const ShapeLedger ledger = ledger_of(*graph);
  for (const ValueShape& value : ledger.values) CHECK_FALSE(graph->is_constant(value.node));
  std::vector<NodeId> with_gradient;
  for (const GradientShape& one : ledger.gradients) with_gradient.push_back(one.node);
  CHECK(with_gradient == std::vector{*graph->find("x"), *graph->find("f")});
}

TEST_CASE("every reason has a text of its own") {
  std::vector<std::string_view> codes;
  for (int rule = 0; rule <= static_cast<int>(ShapeRule::product); ++rule)
    codes.push_back(shape_text(static_cast<ShapeRule>(rule)).code);
  std::ranges::sort(codes);
  CHECK(std::ranges::adjacent_find(codes) == codes.end());
}
