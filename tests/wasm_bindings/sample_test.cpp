#include <catch_amalgamated.hpp>

#include "tests/wasm_bindings/documents.hpp"

using namespace gradcircuit;
using documents::json;

namespace {

json axis(std::string_view input, double from, double to, int count) {
  return {{"input", input}, {"from", from}, {"to", to}, {"count", count}};
}

json axes(std::initializer_list<json> list) { return json(json::array_t(list)); }

/// The document; what is beside it must be empty when it says that something is wrong.
json header(const json& request) {
  const Reply reply = sample_json(request.dump());
  json document = documents::parse(reply.document);
  if (document["ok"] == false) CHECK(reply.numbers.empty());
  return document;
}

std::string refusal(const json& request) { return header(request)["error"]["message"]; }

}  // namespace

TEST_CASE("a curve: its shape in the document, its numbers beside it") {
  const Reply reply = sample_json(
      json({{"program", "y = x^2\n3*y"}, {"output", "y"}, {"axes", {axis("x", 0, 2, 3)}}, {"include", {"gradient"}}})
          .dump());
  CHECK(documents::parse(reply.document) == documents::parse(R"({"version": 1, "ok": true, "shape": [2, 1, 3]})"));
  CHECK(reply.numbers == std::vector<double>{0, 1, 4, 0, 2, 4});
}

TEST_CASE("a surface of two inputs at a point of the others") {
  const Reply reply = sample_json(
      json({{"program", "w.T @ [x, 1] + b"},
            {"at", {{"w", {2, 0}}, {"b", 1}}},
            {"axes", {axis("x", 0, 1, 2), {{"input", "w"}, {"entry", 1}, {"from", 5}, {"to", 7}, {"count", 3}}}}})
          .dump());
  CHECK(documents::parse(reply.document)["shape"] == json({1, 3, 2}));
  CHECK(reply.numbers == std::vector<double>{6, 8, 7, 9, 8, 10});
}

TEST_CASE("breaks, corners and dead zones come in the document") {
  const json corner = header({{"program", "abs(x - 0.5)"}, {"axes", {axis("x", -1, 2, 4)}}, {"include", {"corners"}}});
  REQUIRE(corner["corners"].size() == 1);
  CHECK(corner["corners"][0]["after"] == 1);
  CHECK(corner["corners"][0]["at"] == 0.5);
  CHECK(corner["corners"][0]["node"] == 3);
  const json breaks = header({{"program", "1/x"}, {"axes", {axis("x", -1, 2, 4)}}, {"include", {"breaks"}}});
  CHECK(breaks["breaks"] == json::array());
  const json jump = header({{"program", "step(x)"}, {"axes", {axis("x", -1, 2, 3)}}, {"include", {"breaks"}}});
  REQUIRE(jump["breaks"].size() == 1);
  CHECK(jump["breaks"][0]["after"] == 0);
  CHECK(std::fabs(jump["breaks"][0]["at"].get<double>()) < 1e-12);
  const json dead =
      header({{"program", "relu(x)"}, {"axes", {axis("x", -1, 1, 3)}}, {"include", {"gradient"}}, {"dead_below", 0.5}});
  CHECK(dead["dead_zones"] == json::parse("[[-1, 0.5]]"));
}

TEST_CASE("a request that cannot be fulfilled says where and why, before anything is computed") {
  const json good = {{"program", "x * y + sum(w)"}, {"at", {{"w", {1, 2}}}}, {"axes", {axis("x", 0, 1, 2)}}};
  REQUIRE(header(good)["ok"] == true);
  const auto with = [&](const char* field, const json& value) {
    json request = good;
    request[field] = value;
    return refusal(request);
  };
  const std::string begins = "the request cannot be read: ";
  CHECK(refusal({{"program", "x"}}) == begins + "it lacks the field \"axes\"");
  CHECK(with("axes", json::array()) == begins + "axes needs an axis");
  CHECK(with("axes", axes({axis("x", 0, 1, 2), axis("y", 0, 1, 2), axis("w", 0, 1, 2)})) ==
        begins + "axes has more than 2 entries");
  CHECK(with("axes", axes({axis("q", 0, 1, 2)})) == begins + "axes[0].input: the program has no input 'q'");
  CHECK(with("axes", axes({axis("x", 1, 1, 2)})) == begins + "axes[0] must go up: \"from\" is less than \"to\"");
  CHECK(with("axes", axes({axis("x", -1e308, 1e308, 2)})) == begins + "axes[0] is too long for a number");
  CHECK(with("axes", axes({axis("x", 0, 1, 1)})) == begins + "axes[0].count must be from 2 to 300000");
  CHECK(with("axes", axes({axis("x", 0, 1, 300'001)})) == begins + "axes[0].count must be from 2 to 300000");
  CHECK(with("axes", axes({axis("x", 0, 1, 2), axis("x", 0, 1, 2)})) == begins + "axes[1] moves what axes[0] moves");
  json third = axis("w", 0, 1, 2);
  third["entry"] = 2;
  CHECK(with("axes", axes({third})) == begins + "axes[0].entry must be less than 2, the entries of 'w'");
  json endless = axis("x", 0, 1, 2);
  endless["from"] = "-Infinity";
  CHECK(with("axes", axes({endless})) == begins + "axes[0].from must be finite");
  CHECK(with("axes", axes({axis("x", 0, 1, 1000), axis("y", 0, 1, 1000)})) ==
        begins + "it asks for 1000000 points; there may be 300000 of this program");
  CHECK(with("include", {"steps"}) == begins + "include[0] must be \"gradient\", \"breaks\" or \"corners\"");
  CHECK(with("dead_below", 1) == begins + "dead_below is for a curve with its gradient");
  CHECK(with("output", "w") == begins + "the output must be a single number, not 2×1; choose one of its entries");
  CHECK(with("output", "z") == "there is no stage named 'z'");
  CHECK(with("program", "x +") == "expected a value, but the line ends here");
  json surface = good;
  surface["axes"] = {axis("x", 0, 1, 2), axis("y", 0, 1, 2)};
  surface["include"] = {"breaks"};
  CHECK(refusal(surface) == begins + "include[0] is for a curve, which has one axis");
}

TEST_CASE("a large program has fewer points") {
  std::string program = "x";
  for (int i = 0; i < 9'999; ++i) program += "+x";
  const json many = {{"program", program}, {"axes", {axis("x", 0, 1, 30'000)}}, {"include", {"gradient"}}};
  CHECK(refusal(many) == "the request cannot be read: it asks for 30000 points; there may be 13333 of this program");
}
