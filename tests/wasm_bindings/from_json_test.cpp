#include "wasm_bindings/from_json.hpp"

#include <catch_amalgamated.hpp>
#include <cmath>

#include "tests/wasm_bindings/documents.hpp"

using namespace gradcircuit;

namespace {

std::string reason(std::string_view request) {
  const auto read = read_request(request, read_workbench_fields);
  if (read) return "";
  CHECK(read.error().code.name() == "bad_request");
  return read.error().arguments.at(0).second;
}

Matrix value_of_x(const std::string& value) {
  const auto request = read_request(R"({"program": "x", "at": {"x": )" + value + "}}");
  REQUIRE(request);
  return request->at.at(0).second;
}

std::string reason_for_x(const std::string& value) { return reason(R"({"program": "x", "at": {"x": )" + value + "}}"); }

std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  while (times-- > 0) all += text;
  return all;
}

}  // namespace

TEST_CASE("a request has one required field and defaults for the rest") {
  const auto request = read_request(R"({"program": "x*y"})");
  REQUIRE(request);
  CHECK(request->program == "x*y");
  CHECK(request->at.empty());
  CHECK(!request->output);
  CHECK(!request->output_adjoint);
  CHECK(request->expand.empty());
  CHECK(request->zoom == Zoom::gates);
  CHECK(request->closed.empty());
  CHECK(!(request->steps || request->paths || request->check));
}

TEST_CASE("every field of a request is read") {
  const auto request = read_request(
      R"({"program": "f", "at": {"x": -2, "w": [2, -3]}, "output": "f", "output_adjoint": [[1, 2]], "expand": ["sigmoid"],
          "zoom": "stages", "closed": [0, 4294967295], "include": ["steps", "paths", "check"]})");
  REQUIRE(request);
  REQUIRE(request->at.size() == 2);
  CHECK(request->at[0] == std::pair<std::string, Matrix>("w", Matrix({2, 1}, {2, -3})));
  CHECK(request->at[1] == std::pair<std::string, Matrix>("x", Matrix(-2)));
  CHECK(request->output == "f");
  CHECK(request->output_adjoint == Matrix({1, 2}, {1, 2}));
  CHECK(request->expand == std::vector<std::string>{"sigmoid"});
  CHECK(request->zoom == Zoom::stages);
  CHECK(request->closed == std::vector<std::uint32_t>{0, 4294967295});
  CHECK((request->steps && request->paths && request->check));
}

TEST_CASE("values: a number, a column, rows, and what JSON has no number for") {
  CHECK(value_of_x("2") == Matrix(2));
  CHECK(value_of_x("18446744073709551615") == Matrix(18446744073709551615.0));
  CHECK(value_of_x("[1, 2, 3]") == Matrix({3, 1}, {1, 2, 3}));
  CHECK(value_of_x("[[1, 2, 3]]") == Matrix({1, 3}, {1, 2, 3}));
  CHECK(value_of_x("[[1], [\"-Infinity\"]]") == Matrix({2, 1}, {1, -HUGE_VAL}));
  CHECK(value_of_x("\"Infinity\"") == Matrix(HUGE_VAL));
  CHECK(std::isnan(value_of_x("[\"NaN\"]")[0]));
  for (const char* zero : {"\"-0\"", "-0", "-0.0"}) {
    CAPTURE(zero);
    CHECK(value_of_x(zero)[0] == 0);
    CHECK(std::signbit(value_of_x(zero)[0]));
  }
  CHECK(!std::signbit(value_of_x("0")[0]));
}

TEST_CASE("what is wrong with a request is named with its place") {
  const auto [request, expected] = GENERATE(table<std::string, std::string>({
      {"", "it is not JSON at byte 1"},
      {"{\"program\": \"x\"", "it is not JSON at byte 16"},
      {"{\"program\": \"x\"} {}", "it is not JSON at byte 18"},
      {"{\"program\": \"\\ud800\"}", "it is not JSON at byte 20"},
      {"{\"program\": \"\xff\"}", "it is not JSON at byte 14"},
      {"[]", "it must be an object, not a list"},
      {"null", "it must be an object, not null"},
      {"{}", "it lacks the field \"program\""},
      {R"({"program": 1})", "program must be a string, not a number"},
      {R"({"program": "x", "progam": 1})", "it has the unknown field \"progam\""},
      {R"({"program": "x", "": 1})", "it has the unknown field \"\""},
      {R"({"program": "x", "at": [1]})", "at must be an object, not a list"},
      {R"({"program": "x", "at": {"": 1}})", "at. is not the name of an input: it needs 1 to 64 characters"},
      {R"({"program": "x", "output": null})", "output must be a string, not null"},
      {R"({"program": "x", "output_adjoint": true})",
       "output_adjoint must be a number, a list of numbers or a list of rows, not a boolean"},
      {R"({"program": "x", "expand": "sigmoid"})", "expand must be a list, not a string"},
      {R"({"program": "x", "expand": ["tanh", {}]})", "expand[1] must be a string, not an object"},
      {R"({"program": "x", "zoom": "nodes"})", "zoom must be \"gates\" or \"stages\""},
      {R"({"program": "x", "closed": [0, -1]})", "closed[1] must be a whole number from 0 to 4294967295"},
      {R"({"program": "x", "closed": [4294967296]})", "closed[0] must be a whole number from 0 to 4294967295"},
      {R"({"program": "x", "closed": [1.5]})", "closed[0] must be a whole number from 0 to 4294967295"},
      {R"({"program": "x", "closed": ["0"]})", "closed[0] must be a whole number, not a string"},
      {R"({"program": "x", "include": ["steps", "stpes"]})",
       "include[1] must be one of \"steps\", \"paths\", \"check\", \"check_sweep\", \"derivatives\", \"code\", "
       "\"jacobian\", "
       "\"shapes\", \"cost\", \"tangents\", \"bugs\", \"suspects\""},
  }));
  CAPTURE(request);
  CHECK(reason(request) == expected);
}

TEST_CASE("what is wrong with a value is named with its place") {
  const auto [value, expected] = GENERATE(table<std::string, std::string>({
      {"\"2\"", "at.x must be a number, a list of numbers or a list of rows, not a string"},
      {"\"-NaN\"", "at.x must be a number, a list of numbers or a list of rows, not a string"},
      {"null", "at.x must be a number, a list of numbers or a list of rows, not null"},
      {"[]", "at.x has no entries"},
      {"[[]]", "at.x has no entries"},
      {"[1, \"a\"]", "at.x[1] must be a number, not a string"},
      {"[1, [2]]", "at.x[1] must be a number, not a list"},
      {"[[1], 2]", "at.x[1] must be a row, like the first entry, not a number"},
      {"[[1, 2], [3]]", "at.x[1] must have 2 entries like the first row, not 1"},
      {"[[1, 2], [3, null]]", "at.x[1][1] must be a number, not null"},
      {"[[[1]]]", "at.x[0][0] must be a number, not a list"},
  }));
  CHECK(reason_for_x(value) == expected);
}

TEST_CASE("a number that does not fit is refused by name") {
  const auto request = read_request(R"({"program": "x", "at": {"x": -1e400}})");
  REQUIRE(!request);
  CHECK(request.error().code.name() == "number_out_of_range");
  CHECK(request.error().message() == "-1e400 does not fit a number; the largest is about 1.8e308");
}

TEST_CASE("parts of the reply that only the workbench has are refused by the smaller module") {
  using documents::json;
  for (const std::string part : {"check_sweep", "derivatives", "code", "jacobian", "shapes", "cost"}) {
    const std::string request = R"({"program": "x", "include": ["steps", ")" + part + "\"]}";
    const json refused = documents::parse(explain_json(request));
    CHECK(refused["error"]["code"] == "not_supported");
    CHECK(refused["error"]["message"] == "'" + part + "' is not available in this version");
    CHECK(documents::parse(explain_all_json(request)).contains(part));
  }
}

TEST_CASE("derivatives are asked for by name or node, up to six times each") {
  const auto request = read_request(R"({"program": "x", "by": ["x", 3], "order": 6})", read_workbench_fields);
  REQUIRE(request);
  CHECK(request->by == std::vector<Pick>{"x", NodeId{3}});
  CHECK(request->order == 6);
  CHECK(reason(R"({"program": "x", "order": 7})") == "order must be from 1 to 6");
  CHECK(reason(R"({"program": "x", "order": 0})") == "order must be from 1 to 6");
  CHECK(reason(R"({"program": "x", "by": [true]})") == "by[0] must be a string, not a boolean");
}

TEST_CASE("the entry whose differences are swept is named by its input") {
  const auto request =
      read_request(R"({"program": "x", "check_of": {"input": "w", "entry": 3}})", read_workbench_fields);
  REQUIRE(request);
  CHECK(request->check_of->input == "w");
  CHECK(request->check_of->entry == 3);
  CHECK(reason(R"({"program": "x", "check_of": {"entry": 3}})") == "check_of lacks the field \"input\"");
}

TEST_CASE("the first thing that is wrong is reported, in the order of the fields") {
  CHECK(reason(R"({"zoom": 1, "at": 2, "program": 3})") == "program must be a string, not a number");
}

TEST_CASE("limits hold before anything is built") {
  const std::string deep = R"({"program": )" + repeated("[", 200'000);
  CHECK(reason(deep) == "it is nested more than 16 deep");
  CHECK(reason(repeated("[{\"a\":", 9)) == "it is nested more than 16 deep");
  CHECK(reason(repeated(" ", limits::request_bytes + 1)) == "it has more than 4194304 bytes");

  const std::string row = "[" + repeated("0,", 999) + "0]";
  CHECK(reason_for_x("[" + repeated(row + ",", 150) + row + "]") == "at.x has more than 150000 entries");
  CHECK(reason_for_x("[" + repeated("0,", 150'000) + "0]") == "at.x has more than 150000 entries");
  CHECK(reason(R"({"program": "x", "closed": [)" + repeated("0,", limits::page_nodes) + "0]}") ==
        "closed has more than 20000 entries");
  CHECK(reason(R"({"program": "x", ")" + repeated("é", 5000) + "\": 1}").size() < 200);
}
