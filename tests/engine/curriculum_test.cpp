#include <catch_amalgamated.hpp>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "engine/gradcircuit.hpp"

/// Every scalar record of the course inventory: the whole expression, and its stages as the course writes them.
namespace {

using namespace gradcircuit;
using nlohmann::json;

json read_records() {
  std::ifstream file(GRADCIRCUIT_TEST_DATA "/curriculum.json");
  const std::string text(std::istreambuf_iterator<char>(file), {});
  return json::parse(text, nullptr, false)["records"];
}

/// How much was compared, and what differs.
struct Tally {
  int records = 0;
  int values = 0;
  int gradients = 0;
  int adjoints = 0;
  int partials = 0;
  int contributions = 0;
  std::vector<std::string> differences = {};
};

/// To 1e-12 relative, and exactly where 0 is expected.
bool agrees(double found, double expected) {
  return expected == 0 ? found == 0 : std::fabs(found - expected) <= 1e-12 * std::fabs(expected);
}

class Comparison {
 public:
  Comparison(const json& record, Tally& tally) : record_(record), tally_(tally) { ++tally.records; }

  void whole() {
    const auto explanation = run(record_["expr"].get<std::string>(), Zoom::gates);
    if (!explanation) return;
    compare("value", explanation->primals[explanation->output], record_["value"], tally_.values);
    compare_gradients(*explanation);
  }

  void stages() {
    if (!record_.contains("staged")) return;
    std::string program;
    for (const json& stage : record_["staged"])
      program += stage["name"].get<std::string>() + " = " + stage["expr"].get<std::string>() + "\n";
    const auto explanation = run(program, Zoom::stages);
    if (!explanation) return;
    compare_gradients(*explanation);
    for (const json& stage : record_["staged"]) compare_stage(*explanation, stage);
    compare_contributions(*explanation);
  }

 private:
  std::optional<Explanation> run(const std::string& program, Zoom zoom) {
    Request request{.program = program, .zoom = zoom, .steps = true};
    for (const auto& [name, value] : record_["point"].items()) request.at.emplace_back(name, value.get<double>());
    auto explanation = explain(request);
    if (!explanation) {
      differ(program + ": " + explanation.error().message());
      return std::nullopt;
    }
    return std::move(*explanation);
  }

  void compare_gradients(const Explanation& explanation) {
    for (const auto& [name, expected] : record_["grad"].items())
      compare("gradient " + name, explanation.adjoints[node(explanation, name)], expected, tally_.gradients);
  }

  void compare_stage(const Explanation& explanation, const json& stage) {
    const std::string name = stage["name"];
    const NodeId id = node(explanation, name);
    compare("value " + name, explanation.primals[id], stage["value"], tally_.values);
    compare("adjoint " + name, explanation.adjoints[id], stage["adjoint"], tally_.adjoints);
    for (const auto& [operand, expected] : stage["local"].items())
      compare("partial of " + name + " by " + operand, partial(explanation, id, node(explanation, operand)), expected,
              tally_.partials);
  }

  void compare_contributions(const Explanation& explanation) {
    if (!record_.contains("path_contributions")) return;
    for (const auto& [input, amounts] : record_["path_contributions"].items())
      for (const json& amount : amounts) {
        const std::string via = amount["via"];
        std::optional<Matrix> contribution;
        for (const BackwardStep& step : explanation.backward_steps)
          if (step.node == node(explanation, via) && step.target == node(explanation, input)) {
            contribution = step.contribution;
            if (step.of != amounts.size()) differ(input + " expects " + std::to_string(step.of) + " arrivals");
          }
        compare("contribution to " + input + " via " + via, contribution, amount["amount"], tally_.contributions);
      }
  }

  NodeId node(const Explanation& explanation, const std::string& name) {
    if (const auto id = explanation.graph.find(name)) return *id;
    differ("nothing is named " + name);
    return explanation.output;
  }

  static std::optional<Matrix> partial(const Explanation& explanation, NodeId of, NodeId by) {
    for (const Box& box : explanation.boxes)
      for (std::size_t i = 0; i < box.inputs.size(); ++i)
        if (box.node == of && box.inputs[i] == by) return box.partials[i];
    return std::nullopt;
  }

  void compare(const std::string& what, const std::optional<Matrix>& found, const json& expected, int& count) {
    ++count;
    if (found && found->shape().is_scalar() && agrees((*found)[0], expected.get<double>())) return;
    differ(what + ": " + (found ? json((*found)[0]).dump() : "nothing") + " instead of " + expected.dump());
  }

  void differ(const std::string& difference) {
    const std::string record = record_["item"].get<std::string>() + ", " + record_["name"].get<std::string>();
    tally_.differences.push_back(record + ": " + difference);
  }

  const json& record_;
  Tally& tally_;
};

Tally compare(const json& records) {
  Tally tally;
  for (const json& record : records) {
    Comparison comparison(record, tally);
    comparison.whole();
    comparison.stages();
  }
  return tally;
}

}  // namespace

TEST_CASE("every scalar record of the course inventory comes out as recorded") {
  const json records = read_records();
  REQUIRE(records.size() == 63);
  const Tally tally = compare(records);
  for (const std::string& difference : tally.differences) UNSCOPED_INFO(difference);
  CHECK(tally.differences.empty());
  std::printf("course inventory: %d records, %d values, %d gradients, %d adjoints, %d partials, %d contributions\n",
              tally.records, tally.values, tally.gradients, tally.adjoints, tally.partials, tally.contributions);
}

TEST_CASE("a record that is wrong in the twelfth digit, or not quite zero, is noticed") {
  const json records = read_records();
  const json& right =
      *std::ranges::find_if(records, [](const json& record) { return record["item"] == "s4-ffn-expression"; });
  REQUIRE(compare(json::array({right})).differences.empty());

  const std::string place =
      GENERATE("/value", "/grad/w11", "/grad/x2", "/staged/3/adjoint", "/staged/0/local/x1", "/staged/0/local/x2",
               "/path_contributions/x1/0/amount", "/path_contributions/x1/1/amount");
  json wrong = right;
  json& number = wrong[json::json_pointer(place)];
  number = number == 0 ? 1e-300 : number.get<double>() * (1 + 2e-12);
  CAPTURE(place);
  CHECK(compare(json::array({wrong})).differences.size() >= 1);
}
