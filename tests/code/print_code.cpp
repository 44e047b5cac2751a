#include <algorithm>
#include <cmath>
#include <cstdio>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "engine/base/random.hpp"
#include "engine/code/code.hpp"
#include "engine/diff/backward.hpp"
#include "engine/diff/forward.hpp"
#include "engine/text/parse.hpp"
#include "tests/engine/random_graph.hpp"

/// Reads a JSON list of `{"program", "at"}` and writes, for each and then for every op there is, the engine's numbers and the
/// code in every target.
namespace {

using namespace gradcircuit;
using nlohmann::json;

json to_json(MatrixView<const double> value) {
  json rows = json::array();
  for (std::uint32_t r = 0; r < value.shape.rows; ++r) {
    rows.push_back(json::array());
    for (std::uint32_t c = 0; c < value.shape.columns; ++c) rows.back().push_back(value(r, c));
  }
  return rows;
}

Matrix to_matrix(const json& value) {
  if (value.is_number()) return value.get<double>();
  std::vector<double> entries;
  for (const json& row : value)
    for (const json& entry : row) entries.push_back(entry.get<double>());
  return {{static_cast<std::uint32_t>(value.size()), static_cast<std::uint32_t>(value[0].size())}, std::move(entries)};
}

json to_json(const Code& code) {
  return {{"text", text(code)}, {"output", code.output}, {"gradients", code.gradients}};
}

json run(const Graph& graph, NodeId output) {
  const Tape tape = forward(graph);
  const auto adjoints = backward(graph, tape, output, activity(graph, output));
  json reply{{"value", to_json(tape.view(graph, output))}, {"inputs", json::array()}, {"code", json::object()}};
  for (const Input& input : graph.inputs())
    reply["inputs"].push_back({{"name", input.name},
                               {"value", to_json(tape.view(graph, input.node))},
                               {"gradient", to_json(adjoints.view(graph, input.node))}});
  for (std::size_t i = 0; i < std::size(target_names); ++i) {
    const auto code = generate(graph, output, static_cast<Target>(i));
    if (!code) return {{"error", code.error().message()}};
    reply["code"][std::string(target_names[i])] = to_json(*code);
  }
  return reply;
}

json run(const json& circuit) {
  ParseOptions options;
  const json at = circuit.value("at", json::object());
  for (const auto& [name, value] : at.items()) options.at.emplace_back(name, to_matrix(value));
  const std::string program = circuit["program"];
  const auto graph = parse(program, options);
  json reply = graph ? run(*graph, graph->output()) : json{{"error", graph.error().message()}};
  reply["program"] = program;
  reply["corner"] = circuit.value("corner", false);
  return reply;
}

template <class Op>
json run_op(const std::vector<Matrix>& operands, const Attributes& attributes, const char* what) {
  Graph graph;
  std::vector<NodeId> nodes;
  constexpr const char* names[] = {"a", "b", "c", "d", "p", "q"};
  for (const Matrix& operand : operands)
    nodes.push_back(*graph.append_input({.name = names[nodes.size()], .value = operand}, {}));
  json reply = run(graph, *graph.append(op_id<Op>(), nodes, {}, attributes));
  reply["program"] = std::string(Op::doc.name) + " of " + what;
  reply["corner"] = Op::kind == Kind::comparison;
  return reply;
}

/// An elementwise op on its first sample and on a column of all; a matrix op on random entries.
template <class Op>
void run_op(json& replies) {
  if constexpr (is_elementwise<Op>) {
    std::vector<Matrix> numbers;
    std::vector<Matrix> columns;
    for (std::size_t i = 0; i < std::size(Op::samples[0]); ++i) {
      std::vector<double> entries;
      for (const auto& sample : Op::samples) entries.push_back(sample[i]);
      numbers.emplace_back(entries[0]);
      columns.emplace_back(Shape{static_cast<std::uint32_t>(entries.size()), 1}, entries);
    }
    replies.push_back(run_op<Op>(numbers, {}, "numbers"));
    replies.push_back(run_op<Op>(columns, {}, "columns"));
  } else if constexpr (Op::arity == 0) {
    replies.push_back(run_op<Op>({}, {.shape = {2, 2}, .row = 0, .column = 1}, "nothing"));
  } else {
    Random random(1);
    std::vector<Matrix> operands;
    for (const Shape shape : Op::sample_shapes) {
      operands.emplace_back(shape, 0);
      for (std::size_t i = 0; i < operands.back().size(); ++i)
        operands.back()[i] = random.uniform(Op::sample_range[0], Op::sample_range[1]);
    }
    replies.push_back(run_op<Op>(operands, Op::sample_attributes, "matrices"));
  }
}

/// Whether nothing is infinite or so large that a sum in another order differs, nor a power of 0: there the engine chooses 0 where
/// the rule as it is written would be 0 times infinity.
bool is_tame(const Graph& graph, NodeId output) {
  const Tape tape = forward(graph);
  const auto adjoints = backward(graph, tape, output, activity(graph, output));
  const auto tame = [](double entry) { return std::fabs(entry) < 1e6; };
  for (NodeId id = 0; id < graph.size(); ++id) {
    if (!std::ranges::all_of(tape.view(graph, id).flat(), tame) ||
        !std::ranges::all_of(adjoints.view(graph, id).flat(), tame))
      return false;
    if (graph[id].op == op_id<ops::Pow>() && std::ranges::count(tape.view(graph, graph.operands(id)[0]).flat(), 0) > 0)
      return false;
  }
  return true;
}

void run_random(json& replies) {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    RandomGraph random(seed);
    const NodeId output = random.grow(12);
    if (!is_tame(random.graph(), output)) continue;
    replies.push_back(run(random.graph(), output));
    replies.back()["program"] = "random " + std::to_string(seed);
    replies.back()["corner"] = true;
  }
}

}  // namespace

int main() {
  const std::string request(std::istreambuf_iterator<char>(std::cin), {});
  json replies = json::array();
  for (const json& circuit : json::parse(request)) replies.push_back(run(circuit));
  [&]<std::size_t... I>(std::index_sequence<I...>) {
    (run_op<std::tuple_element_t<I, AllOps>>(replies), ...);
  }(std::make_index_sequence<op_count>{});
  run_random(replies);
  std::puts(replies.dump(-1, ' ', false, json::error_handler_t::replace).c_str());
}
