// Derivatives and identities in symbols: equal by simplification where that sees it, and at random points in any case.
#include "engine/base/random.hpp"
#include "engine/diff/derivative.hpp"
#include "engine/diff/forward.hpp"
#include "engine/diff/simplify.hpp"
#include "engine/text/print.hpp"
#include "tests/engine/curriculum/records.hpp"

using namespace gradcircuit;
using namespace gradcircuit::curriculum;

namespace {

constexpr int points = 16;

/// NaN when it cannot be read, which no number equals.
double value_at(const std::string& expression, const InputValues& at) {
  const auto graph = parse(expression, {.at = at});
  return graph ? *forward(*graph).at(graph->output()) : std::nan("");
}

bool is_close(double a, double b) { return std::fabs(a - b) <= 1e-9 * std::max({1.0, std::fabs(a), std::fabs(b)}); }

/// Whether simplifying the difference leaves nothing of it.
bool is_same_in_symbols(const std::string& a, const std::string& b) {
  const auto difference = parse("(" + a + ") - (" + b + ")");
  if (!difference) return false;
  const auto simple = simplify(*difference, difference->output());
  return simple && simple->is_constant(simple->output()) && simple->constant_value(simple->output()) == 0;
}

/// Points within the domain of a record, or else between −2 and 2.
class RandomPoints {
 public:
  RandomPoints(const Record& record, std::vector<std::string> names) : record_(record), names_(std::move(names)) {}

  InputValues next() {
    InputValues point;
    for (const std::string& name : names_) {
      const bool bounded = record_.has("domain") && record_["domain"].contains(name);
      const json range = bounded ? record_["domain"][name] : json{-2, 2};
      point.emplace_back(name, random_.uniform(range[0], range[1]));
    }
    return point;
  }

 private:
  const Record& record_;
  std::vector<std::string> names_;
  Random random_{1};
};

void compare_at_points(Record& record, const std::string& found, const std::string& expected,
                       const std::vector<std::string>& names) {
  RandomPoints random(record, names);
  for (int i = 0; i < points; ++i) {
    const InputValues at = random.next();
    const double is = value_at(found, at);
    const double should = value_at(expected, at);
    record.check("random points", is_close(is, should),
                 found + " is " + std::to_string(is) + " where " + expected + " is " + std::to_string(should));
  }
}

std::vector<std::string> names_in(const json& point) {
  std::vector<std::string> names;
  for (const auto& [name, value] : point.items()) names.push_back(name);
  return names;
}

/// The expression with all names of a point as inputs, those that it does not need included.
std::string with_inputs(const std::string& expression, const json& point) {
  std::string program;
  for (const auto& [name, value] : point.items()) program += name + " = " + value.dump() + "\n";
  return program + expression;
}

/// The derivative of a record as text of the language.
std::optional<std::string> derived(Record& record) {
  const auto graph = parse(with_inputs(record.text("expr"), record["samples"][0]["point"]));
  if (!graph) return std::nullopt;
  const auto found = derivative(*graph, graph->output(), *graph->find(record.text("var")));
  if (!found || !found->readable) return std::nullopt;
  const auto text = print(found->graph, found->graph.output());
  return text ? std::optional(*text) : std::nullopt;
}

void compare_symbolic(Record& record) {
  const auto text = derived(record);
  if (!text) return record.differ("there is no derivative to be read");
  if (is_same_in_symbols(*text, record.text("answer"))) record.check("equal when simplified", true, {});
  compare_at_points(record, *text, record.text("answer"), names_in(record["samples"][0]["point"]));
  for (const json& sample : record["samples"]) {
    const InputValues at = values_in(sample["point"]);
    record.compare("samples", "derivative", value_at(*text, at), sample["derivative"]);
    const auto explanation = record.run({.program = with_inputs(record.text("expr"), sample["point"])});
    if (!explanation) return;
    const NodeId by = record.node(explanation->graph, record.text("var"));
    record.compare("samples", "gradient", explanation->adjoints[by], sample["derivative"]);
    record.compare("samples", "value", explanation->primals[explanation->output], sample["value"]);
  }
}

void compare_identity(Record& record) {
  const std::string lhs = record.text("lhs");
  const std::string rhs = record.text("rhs");
  const bool same = is_same_in_symbols(lhs, rhs);
  if (record["holds"] == true) {
    if (same) record.check("equal when simplified", true, {});
    return compare_at_points(record, lhs, rhs, record["vars"].get<std::vector<std::string>>());
  }
  record.check("counterexamples", !same, "it was simplified to an identity");
  const json& counterexample = record["counterexample"];
  const InputValues at = values_in(counterexample["point"]);
  // recorded with 15 digits
  record.check("counterexamples", is_close(value_at(lhs, at), counterexample["lhs"]), lhs);
  record.check("counterexamples", is_close(value_at(rhs, at), counterexample["rhs"]), rhs);
  record.check("counterexamples", !is_close(value_at(lhs, at), value_at(rhs, at)), "both sides are equal");
}

}  // namespace

TEST_CASE("every derivative of the course inventory is the recorded one") {
  require_all("symbolic", 60, compare_symbolic);
}

TEST_CASE("every identity of the course inventory holds, or fails where it is said to") {
  require_all("identity", 13, compare_identity);
}

TEST_CASE("a derivative or an identity that is nearly right is noticed") {
  json derivatives = read_records("symbolic");
  for (json& record : derivatives) record["answer"] = record["answer"].get<std::string>() + " + 0.0001";
  CHECK(compare_all(derivatives, compare_symbolic).differences.size() >= derivatives.size());
  json identities = read_records("identity");
  for (json& record : identities) record["holds"] = record["holds"] == false;
  for (json& record : identities) record["counterexample"] = identities[11]["counterexample"];
  CHECK(compare_all(identities, compare_identity).differences.size() >= identities.size());
}
