#include <catch_amalgamated.hpp>
#include <numbers>

#include "engine/gradcircuit.hpp"
#include "tests/wasm_bindings/documents.hpp"

using namespace gradcircuit;
using documents::json;

namespace {

json describe() { return documents::parse(describe_json()); }

json op(std::string_view name, const json& description = describe()) {
  for (const json& op : description["ops"])
    if (op["name"] == name) return op;
  return nullptr;
}

}  // namespace

TEST_CASE("every op is described, in order") {
  const json ops = describe()["ops"];
  REQUIRE(ops.size() == op_count);
  for (OpId id = 0; id < op_count; ++id) {
    CAPTURE(op_infos[id].name());
    CHECK(ops[id]["name"] == op_infos[id].name());
    CHECK(!ops[id]["notation"].get<std::string>().empty());
    CHECK(!ops[id]["summary"].get<std::string>().empty());
  }
}

TEST_CASE("an op with everything") {
  CHECK(op("sigmoid") == documents::parse(R"json({
    "name": "sigmoid", "aliases": ["σ", "logistic", "expit"], "arity": 1, "kind": "elementwise",
    "notation": "sigmoid(x)", "summary": "logistic function; squashes to (0, 1)", "rules": ["out * (1 - out)"],
    "kinks": "", "definition": "1 / (1 + exp(-x))", "samples": [[0], [1], [-2.5], [30], [-30]]})json"));
}

TEST_CASE("an op of any number of operands, and one without samples") {
  CHECK(op("max")["arity"].is_null());
  CHECK(op("max")["samples"][0].size() == 3);
  CHECK(op("matmul")["arity"] == 2);
  CHECK(op("matmul")["samples"] == json::array());
  CHECK(op("matmul")["rules"] == json::array({"adjoint @ b.T", "a.T @ adjoint"}));
  CHECK(!op("matmul").contains("definition"));
}

TEST_CASE("the workbench shows every matrix op at work, as a program with its shapes") {
  const json all = documents::parse(describe_all_json());
  const auto example = [&](std::string_view name) { return op(name, all)["example"]; };
  CHECK(example("matmul") == documents::parse(R"json({
    "program": "a @ b", "operands": {"a": [2, 3], "b": [3, 4]}, "shape": [2, 4]})json"));
  CHECK(example("reshape") == documents::parse(R"json({
    "program": "reshape(x, 3, 2)", "operands": {"x": [2, 3]}, "shape": [3, 2]})json"));
  CHECK(example("unit") == documents::parse(R"json({
    "program": "unit(3, 3, 1, 2)", "operands": {}, "shape": [3, 3]})json"));
  for (const json& op : all["ops"]) {
    CAPTURE(op["name"].get<std::string>());
    CHECK(op.contains("example") == (op["kind"] != "elementwise" && op["kind"] != "comparison"));
  }
  CHECK(!op("matmul").contains("example"));
}

TEST_CASE("every diagnostic, constant and limit is described") {
  const json description = describe();
  CHECK(description["version"] == 1);
  CHECK(description["ok"] == true);
  CHECK(description["constants"]["pi"] == std::numbers::pi);
  CHECK(description["constants"]["e"] == std::numbers::e);
  REQUIRE(description["diagnostics"].size() == std::size(all_diagnostics));
  for (std::size_t i = 0; i < std::size(all_diagnostics); ++i) {
    CHECK(description["diagnostics"][i]["code"] == all_diagnostics[i].code);
    CHECK(description["diagnostics"][i]["message"] == all_diagnostics[i].message);
    CHECK(description["diagnostics"][i]["hint"] == all_diagnostics[i].hint);
  }
  CHECK(description["limits"]["program_bytes"] == 65536);
  CHECK(description["limits"]["page_nodes"] == 20000);
}
