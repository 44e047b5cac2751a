#include <algorithm>
#include <catch_amalgamated.hpp>
#include <cmath>

#include "tests/wasm_bindings/documents.hpp"

/// The figures that courses print, from the text of a program to the numbers in the reply.

using gradcircuit::documents::explain;
using gradcircuit::documents::gradient;
using gradcircuit::documents::input;
using gradcircuit::documents::json;

namespace {

double value(const std::string& program, const json& at = json::object()) {
  const json reply = explain({{"program", program}, {"at", at}});
  CAPTURE(reply.dump());
  REQUIRE(reply["ok"] == true);
  return reply["output"]["value"].get<double>();
}

/// What arrives at an input, one entry a step: contribution, total, arrived, of.
json ledger(const json& reply, std::string_view name) {
  json arrivals = json::array();
  for (const json& step : reply["steps"])
    if (step["phase"] == "backward" && step["target"] == input(reply, name)["node"])
      arrivals.push_back({step["contribution"], step["total"], step["arrived"], step["of"]});
  return arrivals;
}

std::string rounded(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2f", value);
  return text;
}

}  // namespace

TEST_CASE("powers bind tighter than the minus before them, and to the right") {
  CHECK(value("-x^2", {{"x", 3}}) == -9);
  CHECK(value("2^3^2") == 512);
  CHECK(value("2^-3") == 0.125);
}

TEST_CASE("x*x + x at 3 has one x, whose ledger adds up to 7") {
  const json reply = explain({{"program", "x*x+x"}, {"at", {{"x", 3}}}, {"include", {"steps"}}});
  CHECK(reply["inputs"].size() == 1);
  CHECK(reply["output"]["value"] == 12);
  CHECK(gradient(reply, "x") == 7);
  // the sum has the larger id, so its edge to x comes first; then the product's, left and right
  CHECK(ledger(reply, "x") == json({{1, 1, 1, 3}, {3, 4, 2, 3}, {3, 7, 3, 3}}));
}

TEST_CASE("(x + y) * z at (-2, 5, -4) hands -4, -4 and 3 back") {
  const json reply = explain({{"program", "(x + y) * z"}, {"at", {{"x", -2}, {"y", 5}, {"z", -4}}}});
  CHECK(reply["output"]["value"] == -12);
  CHECK(gradient(reply, "x") == -4);
  CHECK(gradient(reply, "y") == -4);
  CHECK(gradient(reply, "z") == 3);
}

TEST_CASE("(x + y) * z + x adds into x twice") {
  const json reply = explain(
      {{"program", "(x + y) * z + x"}, {"at", {{"x", -2}, {"y", 5}, {"z", -4}}}, {"include", {"steps", "paths"}}});
  CHECK(ledger(reply, "x") == json({{1, 1, 1, 2}, {-4, -3, 2, 2}}));
  CHECK(gradient(reply, "x") == -3);
  const json& paths = reply["paths"]["x"];
  REQUIRE(paths.size() == 2);
  CHECK(paths[0]["product"].get<double>() + paths[1]["product"].get<double>() == -3);
}

TEST_CASE("the course's program: a function of one's own, a column, a transpose") {
  const json reply = explain({{"program",
                               "s(r) = 1 / (1 + exp(-r))\n"
                               "w = [2, -3]; b = -3; x = [-1, -2]\n"
                               "z = w.T @ x + b\n"
                               "f = s(z)"}});
  const double slope = 0.19661193324148188;
  CHECK(reply["output"]["value"] == 0.7310585786300049);
  CHECK(gradient(reply, "w") == json({json::array({-slope}), json::array({-2 * slope})}));
  CHECK(gradient(reply, "b") == slope);
  CHECK(gradient(reply, "x") == json({json::array({2 * slope}), json::array({-3 * slope})}));
}

TEST_CASE("the sigmoid neuron, opened, prints what the course prints") {
  const json reply = explain({{"program", "sigmoid(w0*x0 + w1*x1 + w2)"},
                              {"at", {{"w0", 2}, {"w1", -3}, {"w2", -3}, {"x0", -1}, {"x1", -2}}},
                              {"expand", {"sigmoid"}}});
  CHECK(reply["graph"]["groups"].size() == 1);
  CHECK(rounded(reply["output"]["value"]) == "0.73");
  CHECK(rounded(gradient(reply, "w0")) == "-0.20");
  CHECK(rounded(gradient(reply, "x0")) == "0.39");
  CHECK(rounded(gradient(reply, "w1")) == "-0.39");
  CHECK(rounded(gradient(reply, "x1")) == "-0.59");
  CHECK(rounded(gradient(reply, "w2")) == "0.20");
  CHECK(gradient(reply, "w2") == 0.19661193324148188);
}

TEST_CASE("a missing operator is an error whose fix reads back") {
  const json reply = explain({{"program", "5x+3"}});
  REQUIRE(reply["ok"] == false);
  const json& error = reply["error"];
  CHECK(error["code"] == "missing_operator");
  CHECK(error["span"] == json({1, 2}));
  std::string program = "5x+3";
  const json& fix = error["fix"];
  const std::size_t begin = fix["span"][0];
  const std::size_t end = fix["span"][1];
  program.replace(begin, end - begin, fix["text"].get<std::string>());
  CHECK(program == "5*x + 3");
  CHECK(value(program, {{"x", 2}}) == 13);
}

TEST_CASE("moving an input moves the output as its gradient predicts, or nearly") {
  const auto change = [](const std::string& program, json at, double step) {
    const double before = value(program, at);
    const double slope = gradient(explain({{"program", program}, {"at", at}}), "x");
    at["x"] = at["x"].get<double>() + step;
    return std::pair(slope * step, value(program, at) - before);
  };
  const auto [predicted, actual] = change("(x + y) * z", {{"x", -2}, {"y", 5}, {"z", -4}}, 0.1);
  CHECK(std::fabs(predicted + 0.4) < 1e-12);
  CHECK(std::fabs(actual + 0.4) < 1e-12);
  const auto [straight, curved] = change("x * x", {{"x", 3}}, 0.1);
  CHECK(std::fabs(straight - 0.6) < 1e-12);
  CHECK(std::fabs(curved - 0.61) < 1e-12);
}

TEST_CASE("what nobody would watch or wait for is left out, and a note says so") {
  const auto codes = [](const json& reply) {
    std::vector<std::string> codes;
    for (const json& note : reply["notes"]) codes.push_back(note["code"]);
    return codes;
  };
  std::string many = "x";
  std::string ones = "1";
  std::string names = "a";
  for (int i = 0; i < 2000; ++i) {
    many += ", x";
    ones += ", 1";
    names += " + a" + std::to_string(i);
  }

  const json wide = explain({{"program", "sum([" + many + "])"}, {"include", {"steps"}}});
  CHECK(codes(wide) == std::vector<std::string>{"too_many_steps"});
  CHECK(wide["notes"][0]["args"]["limit"] == "400000");
  CHECK(!wide.contains("steps"));
  CHECK(gradient(wide, "x") == 2001);

  const json column = explain({{"program", "w = [" + ones + "]\nsum(w)"}, {"include", {"check"}}});
  CHECK(codes(column) == std::vector<std::string>{"check_left_out"});
  CHECK(!column.contains("check"));

  const json chain = explain({{"program", names}, {"include", {"paths"}}});
  const auto truncated = chain["truncated_paths"].get<std::vector<std::string>>();
  CHECK(std::ranges::find(truncated, "a") == truncated.end());
  CHECK(std::ranges::find(truncated, "a1999") != truncated.end());
  std::size_t nodes = 0;
  for (const json& list : chain["paths"])
    for (const json& path : list) nodes += path["nodes"].size();
  CHECK(nodes <= 200'000);
}
