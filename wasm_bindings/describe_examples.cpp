#include <span>
#include <string>
#include <vector>

#include "engine/gradcircuit.hpp"
#include "wasm_bindings/api.hpp"
#include "wasm_bindings/to_json.hpp"

namespace gradcircuit {
namespace {

/// Shapes that a matrix op takes, those it is tested at.
struct Example {
  bool exists = false;
  std::span<const Shape> shapes;
  Attributes attributes;
};

template <class Op>
consteval Example example_of() {
  if constexpr (requires { Op::sample_shapes; })
    return {true, Op::sample_shapes, Op::sample_attributes};
  else if constexpr (Op::arity == 0)
    return {true, {}, {.shape = {3, 3}, .row = 1, .column = 2}};
  else
    return {};
}

constexpr std::array<Example, op_count> examples = table_of_ops<Example>([]<class Op>() { return example_of<Op>(); });

/// `x` alone, otherwise `a`, `b` …
std::string operand_name(std::size_t operand, std::size_t count) {
  return {static_cast<char>(count == 1 ? 'x' : 'a' + static_cast<int>(operand))};
}

void write_example(JsonWriter& json, OpId op) {
  const auto& [exists, shapes, attributes] = examples[op];
  if (!exists) return;
  Graph graph;
  std::vector<NodeId> operands;
  for (std::size_t i = 0; i < shapes.size(); ++i) {
    const auto operand =
        graph.append_input({.name = operand_name(i, shapes.size()), .value = Matrix(shapes[i], 0)}, {});
    if (operand) operands.push_back(*operand);
  }
  const auto result = graph.append(op, operands, {}, attributes);
  if (!result) return;
  const auto program = print(graph, *result);
  if (!program) return;
  json.key("example");
  json.object([&] {
    json.field("program", *program);
    json.key("operands");
    json.object([&] {
      for (const Input& operand : graph.inputs()) json.field(operand.name, operand.value.shape());
    });
    json.field("shape", graph[*result].shape);
  });
}

}  // namespace

std::string describe_all_json() { return describe_json(write_example); }

}  // namespace gradcircuit
