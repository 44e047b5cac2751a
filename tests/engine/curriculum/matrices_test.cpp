// Products of vectors and matrices, shapes, numbers of parameters and networks with a hidden layer.
#include "engine/diff/forward.hpp"
#include "engine/diff/jacobian.hpp"
#include "engine/diff/layout.hpp"
#include "engine/explain/shapes.hpp"
#include "tests/engine/curriculum/records.hpp"

using namespace gradcircuit;
using namespace gradcircuit::curriculum;

namespace {

/// An operand as the record calls it; what is called Y^T is given as Y, for the program to transpose.
struct Operand {
  std::string expression;
  std::string name;
  Matrix value;
};

Operand operand(const Record& record, const std::string& side) {
  Operand result{
      .expression = record.text((side + "_name").c_str()), .name = {}, .value = matrix_of(record[side.c_str()])};
  result.name = result.expression.substr(0, result.expression.find('^'));
  if (result.name == result.expression) return result;
  result.expression = result.name + ".T";
  Matrix turned(result.value.shape().transposed(), 0);
  const std::vector<MatrixView<const double>> views{result.value.view()};
  ops::Transpose::evaluate<double>(turned.view(), views, {});
  result.value = turned;
  return result;
}

Shape shape_of(const json& dimensions) {
  if (dimensions.empty()) return {};
  return {dimensions[0].get<std::uint32_t>(), dimensions.size() == 1 ? 1 : dimensions[1].get<std::uint32_t>()};
}

void compare_linalg(Record& record) {
  const Operand lhs = operand(record, "lhs");
  const Operand rhs = operand(record, "rhs");
  const InputValues at{{lhs.name, lhs.value}, {rhs.name, rhs.value}};
  const bool is_dot = record["op"] == "dot";
  const std::string product =
      is_dot ? "dot(" + lhs.expression + ", " + rhs.expression + ")" : lhs.expression + " @ " + rhs.expression;
  if (record["possible"] == false) {
    const std::string refused = to_string(lhs.value.shape()) + " @ " + to_string(rhs.value.shape()) +
                                ": the columns on the left must equal the rows on the right";
    auto parsed = parse(product, {.at = at});
    return record.check("refused products", !parsed && parsed.error().message().starts_with(refused),
                        "it was computed");
  }
  const auto explanation = record.run({.program = product, .at = at});
  if (!explanation) return;
  record.compare("products", "product", explanation->primals[explanation->output], record["result"]);
  record.check("shapes", explanation->graph[explanation->output].shape == shape_of(record["result_shape"]),
               "its shape");
  if (!record.has("terms")) return;
  if (const auto terms = record.run({.program = lhs.expression + " * " + rhs.expression, .at = at}))
    record.compare("products", "terms", terms->primals[terms->output], record["terms"]);
}

// ---- shapes

/// A shape in letters, such as [h, p*q], for numbers in their place.
Shape shape_for(const json& dimensions, const InputValues& letters) {
  json numbers = json::array();
  for (const json& dimension : dimensions) {
    if (dimension.is_number()) {
      numbers.push_back(dimension);
      continue;
    }
    const auto graph = parse(dimension.get<std::string>(), {.at = letters});
    numbers.push_back(*forward(*graph).at(graph->output()));
  }
  return shape_of(numbers);
}

struct ShapeCase {
  std::string program;
  ShapeRule rule;
};

const std::map<std::string, ShapeCase> shape_cases = {
    {"matmul", {"a @ b", ShapeRule::inner}},       {"scale", {"a * b", ShapeRule::scalar}},
    {"transpose", {"a.T", ShapeRule::transposed}}, {"elementwise", {"a * b", ShapeRule::entrywise}},
    {"add", {"a + b", ShapeRule::entrywise}},      {"flatten", {"vec(a)", ShapeRule::rearranged}},
};

void compare_layout(Record& record, const json& op, const InputValues& letters) {
  const LayoutShapes shapes = layout_shapes(shape_for(op["numerator"], letters), shape_for(op["denominator"], letters));
  record.check("shapes", shapes.numerator == shape_for(op["result_numerator"], letters), "numerator layout");
  record.check("shapes", shapes.denominator == shape_for(op["result_denominator"], letters), "denominator layout");
}

/// Of as many sums of all entries as the record wants.
void compare_jacobian_shape(Record& record, const json& op, const InputValues& letters) {
  const Shape of = shape_for(op["lhs"], letters);
  const Shape by = shape_for(op["rhs"], letters);
  const auto graph = parse("A @ x", {.at = {{"A", Matrix({of.rows, by.rows}, 1)}, {"x", Matrix(by, 1)}}});
  const auto found = jacobian(*graph, forward(*graph), graph->output(), *graph->find("x"));
  record.check("shapes", found && found->entries.shape() == shape_for(op["result"], letters), "a Jacobian's shape");
}

void compare_shape(Record& record, const json& op, const InputValues& letters) {
  const std::string name = op["op"];
  if (name == "layout") return compare_layout(record, op, letters);
  if (name == "jacobian") return compare_jacobian_shape(record, op, letters);
  if (!shape_cases.contains(name)) return record.differ("nobody knows the operation " + name);
  const auto& [program, rule] = shape_cases.at(name);
  InputValues at{{"a", Matrix(shape_for(op["lhs"], letters), 1)}};
  if (op.contains("rhs")) at.emplace_back("b", Matrix(shape_for(op["rhs"], letters), 1));
  const auto explanation = record.run({.program = program, .at = at});
  if (!explanation) return;
  const Graph& graph = explanation->graph;
  record.check("shapes", graph[graph.output()].shape == shape_for(op["result"], letters), name);
  const ShapeLedger ledger = shape_ledger(graph, activity(graph, graph.output()));
  record.check("reasons", ledger.values.back().why.rule == rule, ledger.values.back().why.message());
}

void compare_shapes(Record& record) {
  const json letters[] = {{{"h", 4}, {"d", 2}, {"l", 5}, {"m", 2}, {"n", 3}, {"p", 2}, {"q", 3}},
                          {{"h", 3}, {"d", 5}, {"l", 2}, {"m", 6}, {"n", 4}, {"p", 5}, {"q", 2}}};
  for (const json& choice : letters)
    for (const json& op : record["ops"]) compare_shape(record, op, values_in(choice));
}

// ---- numbers of parameters

void compare_count(Record& record) {
  const auto sizes = record["n"].get<std::vector<std::uint32_t>>();
  std::string program;
  InputValues at{{"a0", Matrix({sizes[0], 1}, 1)}};
  for (std::size_t layer = 1; layer < sizes.size(); ++layer) {
    const std::string number = std::to_string(layer);
    program += "a" + number + " = sigmoid(W" + number + " @ a" + std::to_string(layer - 1) + " + b" + number + ")\n";
    at.emplace_back("W" + number, Matrix({sizes[layer], sizes[layer - 1]}, 0));
    at.emplace_back("b" + number, Matrix({sizes[layer], 1}, 0));
  }
  const auto graph = parse(program, {.at = at});
  if (!graph) return record.differ(program);
  std::vector<std::uint64_t> per_layer;
  std::uint64_t weights = 0;
  std::uint64_t biases = 0;
  for (const Input& input : graph->inputs()) {
    if (input.name[0] == 'W') per_layer.push_back(input.value.size());
    if (input.name[0] == 'W') weights += input.value.size();
    if (input.name[0] == 'b') biases += input.value.size();
  }
  record.check("counts", per_layer == record["per_layer"].get<std::vector<std::uint64_t>>(), "per layer");
  record.check("counts", weights == record["weights"], std::to_string(weights) + " weights");
  record.check("counts", biases == record["biases"], std::to_string(biases) + " biases");
  record.check("counts", weights + biases == record["total_with_biases"], std::to_string(weights + biases) + " in all");
}

// ---- networks with a hidden layer

/// Its gradients have the shape of their parameters; that of the hidden layer is recorded in numerator layout.
void compare_mlp_gradient(Record& record, const Explanation& explanation, const std::string& name,
                          const json& expected) {
  const Graph& graph = explanation.graph;
  const NodeId id = record.node(graph, name);
  const LayoutShapes shapes = layout_shapes({}, graph[id].shape);
  const bool is_parameter = graph.is_input(id);
  const Matrix found(is_parameter ? shapes.denominator : shapes.numerator, explanation.adjoints[id]->entries());
  record.compare("gradients", "gradient " + name, found, expected);
}

void compare_mlp(Record& record) {
  InputValues at;
  for (const char* name : {"W0", "b0", "W1", "b1", "x"}) at.emplace_back(name, matrix_of(record[name]));
  const auto explanation =
      record.run({.program = "pre = W0 @ x + b0\nz = " + record.text("act") + "(pre)\ny = W1 @ z + b1", .at = at});
  if (!explanation) return;
  const Graph& graph = explanation->graph;
  for (const auto& [name, shape] : record["shapes"].items())
    record.check("shapes", graph[record.node(graph, name)].shape == shape_of(shape), "shape of " + name);
  for (const auto& [name, value] : record["forward"].items())
    record.compare("values", name, explanation->primals[record.node(graph, name)], value);
  for (const auto& [name, gradient] : record["grads_of_y"].items())
    if (name != "act_local") compare_mlp_gradient(record, *explanation, name, gradient);

  const Jacobian slope = *jacobian(graph, forward(graph), record.node(graph, "z"), record.node(graph, "pre"));
  const json& expected = record["grads_of_y"]["act_local"];
  json diagonal = json::array();
  for (std::size_t i = 0; i < expected.size(); ++i) {
    diagonal.push_back(json::array());
    for (std::size_t k = 0; k < expected.size(); ++k) diagonal.back().push_back(i == k ? expected[i] : json(0));
  }
  record.compare("slopes", "slope of the activation", slope.entries, diagonal);
}

}  // namespace

TEST_CASE("every product of the course inventory comes out as recorded, or is refused for its shapes") {
  require_all("linalg", 12, compare_linalg);
}

TEST_CASE("every shape of the course inventory is found, for the recorded reason") {
  require_all("shapes", 10, compare_shapes);
}

TEST_CASE("every network of the course inventory has as many parameters as recorded") {
  require_all("count", 9, compare_count);
}

TEST_CASE("every network with a hidden layer of the course inventory comes out as recorded") {
  require_all("mlp", 8, compare_mlp);
}

TEST_CASE("what the inventory might say wrongly of matrices is noticed") {
  json products = read_records("linalg");
  for (json& record : products) record["possible"] = record["possible"] == false;
  CHECK(compare_all(products, compare_linalg).differences.size() >= products.size());
  json shapes = read_records("shapes");
  for (json& record : shapes) record["ops"].push_back({{"op", "unheard of"}});
  CHECK(compare_all(shapes, compare_shapes).differences.size() == 2 * shapes.size());
  json counts = read_records("count");
  for (json& record : counts) record["biases"] = record["biases"].get<int>() + 1;
  CHECK(compare_all(counts, compare_count).differences.size() == counts.size());
  json networks = read_records("mlp");
  for (json& record : networks) record["grads_of_y"]["z"] = record["grads_of_y"]["z"][0];
  CHECK(compare_all(networks, compare_mlp).differences.size() == networks.size());
}
