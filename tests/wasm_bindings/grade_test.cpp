#include <cmath>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>

#include "engine/base/number.hpp"
#include "engine/gradcircuit.hpp"
#include "tests/wasm_bindings/documents.hpp"

/// Answers by the hundred: those that are right in other words, those that are nearly right, and the wrong ones that the course
/// inventory knows of.

using gradcircuit::grade_json;
using gradcircuit::print_number;
using gradcircuit::documents::json;
using gradcircuit::documents::parse;

namespace {

json read_data(const std::string& name) {
  std::ifstream file(GRADCIRCUIT_TEST_DATA "/" + name);
  return parse(std::string(std::istreambuf_iterator<char>(file), {}));
}

json grade(const json& exercise, const std::string& answer) {
  return parse(grade_json(json{{"exercise", exercise}, {"answer", answer}}.dump()));
}

/// Null when none is named.
json misconception_in(const json& reply, const char* field) {
  return reply.contains("misconception") ? reply["misconception"][field] : json();
}

/// One exercise of the inventory, as `grade` takes it.
json exercise_of(const json& entry, bool with_mistakes = true) {
  json exercise = {{"program", entry["program"]},
                   {"at", entry.value("at", json::object())},
                   {"ask", {{"expression", entry["expression"]}}}};
  if (with_mistakes)
    for (const json& mistake : entry["mistakes"])
      exercise["mistakes"].push_back({{"expression", mistake["expression"]}, {"text", mistake["text"]}});
  return exercise;
}

/// What an expression comes to in an exercise.
double value_of(json exercise, const json& expression) {
  exercise["ask"] = {{"expression", expression}};
  const json reply = grade(exercise, "0");
  CAPTURE(reply.dump());
  REQUIRE(reply["ok"] == true);
  return reply["expected"].get<double>();
}

std::string with_decimals(double value, int decimals) {
  char text[64];
  std::snprintf(text, sizeof text, "%.*f", decimals, value);
  return text;
}

bool agrees(double found, double expected) {
  return std::fabs(found - expected) <= 1e-9 * std::max(1.0, std::fabs(expected));
}

}  // namespace

TEST_CASE("equivalent forms of an answer are right, near misses are not, and planted misconceptions are named") {
  const json exercises = read_data("answers.json")["exercises"];
  int accepted = 0;
  int rejected = 0;
  int named = 0;
  int planted = 0;
  std::map<std::string, int> by_name;
  for (const json& entry : exercises) {
    const json& exercise = entry["exercise"];
    for (const json& answer : entry["equivalent"]) {
      const json reply = grade(exercise, answer);
      INFO(entry["name"].dump() << ": " << answer.dump() << " → " << reply.dump());
      CHECK(reply["verdict"] == "right");
      CHECK_FALSE(reply.contains("misconception"));
      accepted += reply["verdict"] == "right";
    }
    for (const json& near : entry["near"]) {
      const json reply = grade(exercise, near[0]);
      INFO(entry["name"].dump() << ": " << near.dump() << " → " << reply.dump());
      CHECK((reply["verdict"] == "wrong" || reply["verdict"] == "rounded"));
      rejected += reply["verdict"] != "right";
      CHECK(misconception_in(reply, "id") == near[1]);
      if (near[1].is_null()) continue;
      ++planted;
      named += misconception_in(reply, "id") == near[1];
      ++by_name[near[1]];
    }
  }
  CHECK(accepted >= 150);
  CHECK(rejected >= 150);
  CHECK(by_name.size() >= 24);
  std::printf(
      "answers: %d equivalent forms accepted, %d near misses rejected, %d of %d planted misconceptions named:\n",
      accepted, rejected, named, planted);
  for (const auto& [name, count] : by_name) std::printf("  %-26s %d\n", name.c_str(), count);
}

TEST_CASE("every wrong number that the course inventory knows of is explained, unless two mistakes come to it") {
  const json exercises = read_data("misconceptions.json")["exercises"];
  int numbers = 0;
  int named = 0;
  int shared = 0;
  int by_rules = 0;
  for (const json& entry : exercises) {
    const json exercise = exercise_of(entry);
    std::vector<double> wrong;
    for (const json& mistake : entry["mistakes"]) wrong.push_back(value_of(exercise, mistake["expression"]));
    for (std::size_t i = 0; i < wrong.size(); ++i) {
      const json& mistake = entry["mistakes"][i];
      const json reply = grade(exercise, print_number(wrong[i]));
      INFO(entry["item"].dump() << ", " << entry["quantity"].dump() << ": " << mistake.dump() << " → " << reply.dump());
      CHECK(agrees(wrong[i], mistake["wrong"].get<double>()));
      CHECK(reply["verdict"] == "wrong");
      const auto same = std::ranges::count_if(wrong, [&](double other) { return agrees(other, wrong[i]); });
      CHECK(misconception_in(reply, "message") == (same == 1 ? mistake["text"] : json()));
      ++numbers;
      shared += same > 1;
      named += misconception_in(reply, "message") == mistake["text"];
      by_rules += grade(exercise_of(entry, false), print_number(wrong[i])).contains("misconception");
    }
  }
  CHECK(numbers == 232);
  CHECK(named == 222);
  CHECK(shared == 10);
  std::printf(
      "misconceptions of the course inventory: %d with a number, %d named, %d shared; broken rules alone name %d\n",
      numbers, named, shared, by_rules);
}

TEST_CASE("the right answers of the course inventory are right, at the decimals that a course shows") {
  int answers = 0;
  const auto check_right = [&](const json& exercise, double right) {
    for (const int decimals : {2, 4}) {
      json shown = exercise;
      shown["decimals"] = decimals;
      const json reply = grade(shown, with_decimals(right, decimals));
      INFO(shown.dump() << " → " << reply.dump());
      CHECK(reply["verdict"] == "right");
      CHECK_FALSE(reply.contains("misconception"));
    }
    const json reply = grade(exercise, print_number(right));
    INFO(exercise.dump() << " → " << reply.dump());
    CHECK(reply["verdict"] == "right");
    ++answers;
  };
  const json misconceptions = read_data("misconceptions.json");
  for (const json& entry : misconceptions["exercises"]) check_right(exercise_of(entry), entry["right"].get<double>());
  const json curriculum = read_data("curriculum.json");
  for (const json& record : curriculum["scalar"]) {
    const json exercise = {{"program", record["expr"]}, {"at", record["point"]}};
    for (const auto& [name, gradient] : record["grad"].items()) {
      json asking = exercise;
      asking["ask"] = {{"gradient", name}};
      check_right(asking, gradient.get<double>());
    }
  }
  std::printf("right answers of the course inventory: %d accepted\n", answers);
}

TEST_CASE("the request of an answer is checked as every other, and the reply says what was read and what is right") {
  const json exercise = {{"program", "f = x*y"}, {"at", {{"x", 2}, {"y", 3}}}, {"ask", {{"gradient", "x"}}}};
  CHECK(grade(exercise, "2") == parse(R"({"version": 1, "ok": true, "verdict": "wrong",
      "misconception": {"id": "own_factor", "source": "general", "name": "x", "wrong": 2, "right": 3,
                        "message": "a product hands each factor its own value; it gets the other's"},
      "found": 2, "expected": 3, "wrong_entries": [[0, 0]]})"));
  json edge = exercise;
  edge["ask"] = {{"contribution", 2}, {"input", 0}};
  edge["output_adjoint"] = 10;
  CHECK(grade(edge, "30")["verdict"] == "right");
  CHECK(grade(exercise, "3x") == parse(R"({"version": 1, "ok": true, "verdict": "unreadable",
      "error": {"code": "missing_operator", "args": {"suggestion": "3*x"}, "span": [1, 2], "hint": "write 3*x",
                "fix": {"span": [0, 2], "text": "3*x"}, "message": "an operator is missing; write 3*x"}})"));

  const auto refusal = [&](const char* field, const json& value) {
    json wrong = exercise;
    wrong[field] = value;
    return grade(wrong, "1")["error"]["args"]["reason"].get<std::string>();
  };
  CHECK(refusal("ask", {{"gradient", "x"}, {"value", "f"}}) ==
        R"(exercise.ask must have one of "value", "gradient", "partial", "contribution" and "expression")");
  CHECK(refusal("ask", {{"partial", "f"}}) ==
        R"(exercise.ask must have "by" with the name of a "partial" or "contribution", and only there)");
  CHECK(refusal("ask", {{"contribution", 2}}) ==
        R"(exercise.ask must have "input" with the id of a "partial" or "contribution", and only there)");
  CHECK(refusal("ask", {{"expression", 2}}) == "exercise.ask.expression must be a string, not a number");
  CHECK(refusal("zoom", "near") == "exercise.zoom must be \"gates\" or \"stages\"");
  CHECK(refusal("form", "text") == "exercise.form must be \"number\" or \"formula\"");
  CHECK(refusal("decimals", 16) == "exercise.decimals must be at most 15");
  CHECK(refusal("tolerance", 1) == "exercise.tolerance must be at least 0 and less than 1");
  CHECK(refusal("mistakes", json::array({{{"text", "none"}}})) ==
        "exercise.mistakes[0] lacks the field \"expression\"");
  CHECK(refusal("hint", "none") == "exercise has the unknown field \"hint\"");
}
