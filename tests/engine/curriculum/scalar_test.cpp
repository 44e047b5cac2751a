// Every scalar record: the whole expression, and its stages as the course writes them.
#include "tests/engine/curriculum/records.hpp"

using namespace gradcircuit;
using namespace gradcircuit::curriculum;

namespace {

void compare_gradients(Record& record, const Explanation& explanation) {
  for (const auto& [name, expected] : record["grad"].items())
    record.compare("gradients", "gradient " + name, explanation.adjoints[record.node(explanation.graph, name)],
                   expected);
}

void compare_whole(Record& record) {
  const auto explanation = record.run({.program = record.text("expr"), .at = values_in(record["point"])});
  if (!explanation) return;
  record.compare("values", "value", explanation->primals[explanation->output], record["value"]);
  compare_gradients(record, *explanation);
}

std::optional<Matrix> partial(const Explanation& explanation, NodeId of, NodeId by) {
  for (const Box& box : explanation.boxes)
    for (std::size_t i = 0; i < box.inputs.size(); ++i)
      if (box.node == of && box.inputs[i] == by) return box.partials[i];
  return std::nullopt;
}

void compare_stage(Record& record, const Explanation& explanation, const json& stage) {
  const std::string name = stage["name"];
  const NodeId id = record.node(explanation.graph, name);
  record.compare("values", "value " + name, explanation.primals[id], stage["value"]);
  record.compare("adjoints", "adjoint " + name, explanation.adjoints[id], stage["adjoint"]);
  for (const auto& [operand, expected] : stage["local"].items())
    record.compare("partials", "partial of " + name + " by " + operand,
                   partial(explanation, id, record.node(explanation.graph, operand)), expected);
}

void compare_contribution(Record& record, const Explanation& explanation, const std::string& input, const json& amount,
                          std::size_t arrivals) {
  const std::string via = amount["via"];
  const NodeId from = record.node(explanation.graph, via);
  const NodeId to = record.node(explanation.graph, input);
  std::optional<Matrix> contribution;
  for (const BackwardStep& step : explanation.backward_steps)
    if (step.node == from && step.target == to) {
      contribution = step.contribution;
      if (step.of != arrivals) record.differ(input + " expects " + std::to_string(step.of) + " arrivals");
    }
  record.compare("contributions", "contribution to " + input + " via " + via, contribution, amount["amount"]);
}

void compare_stages(Record& record) {
  if (!record.has("staged")) return;
  std::string program;
  for (const json& stage : record["staged"])
    program += stage["name"].get<std::string>() + " = " + stage["expr"].get<std::string>() + "\n";
  const auto explanation =
      record.run({.program = program, .at = values_in(record["point"]), .zoom = Zoom::stages, .steps = true});
  if (!explanation) return;
  compare_gradients(record, *explanation);
  for (const json& stage : record["staged"]) compare_stage(record, *explanation, stage);
  if (!record.has("path_contributions")) return;
  for (const auto& [input, amounts] : record["path_contributions"].items())
    for (const json& amount : amounts) compare_contribution(record, *explanation, input, amount, amounts.size());
}

void compare_scalar(Record& record) {
  compare_whole(record);
  compare_stages(record);
}

}  // namespace

TEST_CASE("every scalar record of the course inventory comes out as recorded") {
  require_all("scalar", 63, compare_scalar);
}

TEST_CASE("a record that is wrong in the twelfth digit, or not quite zero, is noticed") {
  const json records = read_records("scalar");
  const json& right =
      *std::ranges::find_if(records, [](const json& record) { return record["item"] == "s4-ffn-expression"; });
  REQUIRE(compare_all(json::array({right}), compare_scalar).differences.empty());

  const std::string place =
      GENERATE("/value", "/grad/w11", "/grad/x2", "/staged/3/adjoint", "/staged/0/local/x1", "/staged/0/local/x2",
               "/path_contributions/x1/0/amount", "/path_contributions/x1/1/amount");
  json wrong = right;
  json& number = wrong[json::json_pointer(place)];
  number = number == 0 ? 1e-300 : number.get<double>() * (1 + 2e-12);
  CAPTURE(place);
  CHECK(compare_all(json::array({wrong}), compare_scalar).differences.size() >= 1);
}
