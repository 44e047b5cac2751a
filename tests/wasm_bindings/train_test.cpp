#include <catch_amalgamated.hpp>

#include "tests/wasm_bindings/documents.hpp"

using namespace gradcircuit;
using documents::json;

namespace {

json xor_request() {
  return json::parse(R"({"layers": [2, 2, 1], "activations": ["tanh", "linear"], "loss": "bce_logits",
    "data": {"name": "xor"}, "initial": {"scheme": "xavier_normal", "seed": 3},
    "optimizer": {"name": "adam", "learning_rate": 0.05}, "steps": 4, "record": ["loss", "parameters"]})");
}

json reply_to(const json& request) { return documents::parse(train_json(request.dump()).document); }
std::string refusal(const json& request) { return reply_to(request)["error"]["message"]; }

/// A frame as a layout says where its numbers stand.
json frame_at(const json& layout, const double* frame) {
  if (layout.is_number()) return frame[layout.get<std::size_t>()];
  json filled = layout;
  if (layout.is_object() && layout.contains("shape")) {
    const auto at = layout["at"].get<std::size_t>();
    const auto rows = layout["shape"][0].get<std::size_t>();
    if (layout["shape"].size() == 1) return std::vector<double>(frame + at, frame + at + rows);
    const auto columns = layout["shape"][1].get<std::size_t>();
    filled = json::array();
    for (std::size_t row = 0; row < rows; ++row)
      filled.push_back(std::vector<double>(frame + at + row * columns, frame + at + (row + 1) * columns));
    return filled;
  }
  for (auto& part : filled) part = frame_at(json(part), frame);
  return filled;
}

json frames_of(const Reply& reply) {
  const json header = documents::parse(reply.document);
  json frames = json::array();
  for (std::size_t at = 0; at < reply.numbers.size(); at += header["frame_size"].get<std::size_t>())
    frames.push_back(frame_at(header["layout"], reply.numbers.data() + at));
  return frames;
}

}  // namespace

TEST_CASE("train: frames, the state to go on from, and why it stopped") {
  const json reply = reply_to(xor_request());
  REQUIRE(reply["ok"] == true);
  REQUIRE(reply["frames"].size() == 5);
  const json& last = reply["frames"][4];
  CHECK(last["step"] == 4);
  CHECK(last["loss"].get<double>() > 0);
  CHECK(last["layers"][0]["W"].size() == 2);
  CHECK(last["layers"][0]["W"][0].size() == 2);
  CHECK(last["layers"][1]["b"].size() == 1);
  CHECK(last["layers"][1]["b"][0].size() == 1);
  CHECK(reply["state"]["step"] == 4);
  CHECK(reply["state"]["layers"] == last["layers"]);
  CHECK(reply["state"]["slots"].size() == 2);
  CHECK(reply["state"]["order"]["generator"].size() == 4);
  CHECK(reply["stopped"] == nullptr);
}

TEST_CASE("train: both formats are one document") {
  json request = xor_request();
  request["record"] = {"loss", "parameters", "gradients", "gradient_norms", "activations", "outputs", "distinct_units"};
  request["batch"] = 3;
  const json nested = reply_to(request);
  request["format"] = "binary";
  const Reply binary = train_json(request.dump());
  json header = documents::parse(binary.document);
  CHECK(frames_of(binary) == nested["frames"]);
  CHECK(header["frames"] == 5);
  CHECK(header["state"] == nested["state"]);
  CHECK(nested["frames"][0]["activations"][0]["histogram"].size() == 24);
  CHECK(nested["frames"][0]["outputs"].size() == 4);
}

TEST_CASE("train: its own state goes in again, and the rest of the run is the same to the bit") {
  json request = xor_request();
  request["batch"] = 3;
  request["steps"] = 9;
  const json whole = reply_to(request);
  request["steps"] = 5;
  const json first = reply_to(request);
  request["steps"] = 4;
  request["state"] = first["state"];
  const json second = reply_to(request);
  CHECK(second["state"].dump() == whole["state"].dump());
  CHECK(second["frames"][0].dump() == first["frames"][5].dump());
  CHECK(second["frames"][4].dump() == whole["frames"][9].dump());
}

TEST_CASE("train: many seeds are a list of runs") {
  json request = xor_request();
  request["seeds"] = {1, 2};
  const json nested = reply_to(request);
  REQUIRE(nested["runs"].size() == 2);
  CHECK(nested["runs"][1]["seed"] == 2);
  request["format"] = "binary";
  const Reply binary = train_json(request.dump());
  const json frames = frames_of(binary);
  CHECK(frames.size() == 10);
  CHECK(frames[7] == nested["runs"][1]["frames"][2]);
}

TEST_CASE("train: a diverging run says where, and its numbers have names") {
  const json reply = reply_to(json::parse(R"({"layers": [1, 1], "activations": ["exp"], "loss": "mse",
    "data": {"inputs": [[1]], "targets": [[0]]}, "initial": {"layers": [{"W": [[800]], "b": [0]}]},
    "optimizer": {"name": "gd"}, "steps": 3})"));
  CHECK(reply["frames"].size() == 1);
  CHECK(reply["frames"][0]["loss"] == "Infinity");
  CHECK(reply["stopped"] == json::parse(R"({"step": 0, "layer": 0, "what": "activations",
    "why": "exp of a weighted sum of layer 1 is Infinity"})"));
}

TEST_CASE("train: a program is walked down, and goes on from its state") {
  json request = json::parse(R"({"program": "sum((w - [3, 1])^2) + b^2", "at": {"w": [0, 0], "b": 2},
    "parameters": ["w"], "optimizer": {"name": "momentum", "learning_rate": 0.1}, "steps": 6,
    "record": ["parameters", "gradients"]})");
  const json whole = reply_to(request);
  REQUIRE(whole["ok"] == true);
  CHECK(whole["frames"][0].dump() ==
        R"({"step":0,"loss":14,"parameters":{"w":[[0],[0]]},"gradients":{"w":[[-6],[-2]]}})");
  CHECK(whole["frames"][1]["parameters"]["w"][0][0].get<double>() == Catch::Approx(0.6));
  request["steps"] = 2;
  const json first = reply_to(request);
  request["state"] = first["state"];
  request["steps"] = 4;
  CHECK(reply_to(request)["state"].dump() == whole["state"].dump());
  request.erase("state");
  request["format"] = "binary";
  request["steps"] = 6;
  CHECK(frames_of(train_json(request.dump())) == whole["frames"]);
}

TEST_CASE("train: a program that leaves the numbers says which value did") {
  const json reply = reply_to(json::parse(R"({"program": "z = exp(w)\nz*z", "at": {"w": 1},
    "optimizer": {"name": "gd", "learning_rate": -1}, "steps": 20})"));
  CHECK(reply["stopped"]["what"] == "values");
  CHECK(reply["stopped"]["why"] == "z is Infinity");
  CHECK(reply["stopped"]["layer"] == nullptr);
  CHECK(reply["frames"].size() == reply["stopped"]["step"].get<std::size_t>() + 1);
}

TEST_CASE("train: what is wrong is named with its place, and with what was meant") {
  const std::string begins = "the request cannot be read: ";
  const auto with = [&](const char* place, const json& value) {
    json request = xor_request();
    request[json::json_pointer(place)] = value;
    return refusal(request);
  };
  CHECK(with("/activations/0", "sigmoit") == begins + "activations[0] is not known; did you mean \"sigmoid\"?");
  CHECK(with("/activations/0", "hypot").starts_with(begins + "activations[0] "));
  CHECK(with("/activations/1", "softmax") ==
        begins + "activations[1] cannot be softmax: cross_entropy_logits applies it to a linear layer");
  CHECK(with("/loss", "bce_logit") == begins + "loss is not known; did you mean \"bce_logits\"?");
  CHECK(with("/optimizer/name", "adan") == begins + "optimizer.name is not known; did you mean \"adam\"?");
  CHECK(with("/optimizer/momentum", 0.5) == begins + "optimizer.momentum is no setting of adam");
  CHECK(with("/optimizer/learning_rate", "NaN") == begins + "optimizer.learning_rate must be finite");
  CHECK(with("/optimizer/schedule", {{"name", "cosin"}, {"every", 3}}) ==
        begins + "optimizer.schedule.name is not known; did you mean \"cosine\"?");
  CHECK(with("/initial/scheme", "he_norma") == begins + "initial.scheme is not known; did you mean \"he_normal\"?");
  CHECK(with("/data/name", "spirals") == begins + "data.name is not known; did you mean \"spiral\"?");
  CHECK(with("/data/samples", 0) == begins + "data.samples must be from 1 to 20000");
  CHECK(with("/data/noise", "Infinity") == begins + "data.noise must be at least 0 and finite");
  CHECK(with("/record/0", "weights").starts_with(begins + "record[0] must be one of \"loss\", \"parameters\""));
  CHECK(with("/format", "text") == begins + "format must be \"nested\" or \"binary\"");
  CHECK(with("/bias", 1) == begins + "bias must be true or false, not a number");
  CHECK(with("/layers", {2, 1'000'000'000, 1}) ==
        begins + "layers makes the parameters 4000000001; there may be 1000000");
  CHECK(with("/data", json::parse(R"({"inputs": [[0, 1], [2]], "targets": [[0], [1]]})")) ==
        begins + "data.inputs[1] must have 2 entries like the first row, not 1");
  CHECK(with("/data", json::parse(R"({"inputs": [[0, 1]], "targets": [[2]]})")) ==
        begins + "data.targets[0][0] is 2; bce_logits needs targets from 0 to 1");
  CHECK(with("/colour", 1) == begins + "it has the unknown field \"colour\"");
  json state = reply_to(xor_request())["state"];
  state["order"]["generator"][0] = "-1";
  CHECK(with("/state", state) == begins + "state.order.generator[0] must be digits of a 64-bit number");
  state = reply_to(xor_request())["state"];
  state["layers"].erase(1);
  CHECK(with("/state", state) == begins + "state.layers has 1 layers, not 2");
  state = reply_to(xor_request())["state"];
  state["slots"].erase(1);
  CHECK(with("/state", state) == begins + "state is that of another net or optimizer");
  CHECK(refusal({{"program", "x^2"}, {"parameters", {"rate"}}, {"optimizer", {{"name", "gd"}}}, {"steps", 1}}) ==
        begins + "parameters[0]: the program has no input 'rate'");
  CHECK(refusal({{"program", "[x, 1]"}, {"optimizer", {{"name", "gd"}}}, {"steps", 1}}) ==
        begins + "the output must be a single number, not 2×1; choose one of its entries");
  CHECK(refusal({{"program", "x +"}, {"optimizer", {{"name", "gd"}}}, {"steps", 1}}) ==
        "expected a value, but the line ends here");
}

TEST_CASE("describe names all that train knows") {
  const json training = documents::parse(describe_training_json())["training"];
  for (const char* table : {"initializers", "losses", "optimizers", "schedules", "data"}) {
    CHECK(training[table].size() >= 4);
    for (const json& entry : training[table]) {
      CHECK(!entry["name"].get<std::string>().empty());
      CHECK(!entry["formula"].get<std::string>().empty());
      CHECK(!entry["summary"].get<std::string>().empty());
    }
  }
  CHECK(training["optimizers"][5]["settings"] == json({{"beta1", 0.9}, {"beta2", 0.999}, {"epsilon", 1e-8}}));
  CHECK(!documents::parse(describe_all_json()).contains("training"));
}
