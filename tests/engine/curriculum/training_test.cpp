// What the course's networks and objectives do when they are trained, update by update.
#include <numbers>

#include "tests/engine/curriculum/records.hpp"

using namespace gradcircuit;
using namespace gradcircuit::curriculum;

namespace {

/// To 1e-10 relative, or to 1e-13 where rounding errors of larger numbers are all that is left.
bool follows(double found, double expected) {
  return std::fabs(found - expected) <= 1e-10 * std::fabs(expected) + 1e-13;
}

void compare_to(Record& record, const char* kind, const std::string& what, std::span<const double> found,
                const json& expected) {
  const Matrix should = matrix_of(expected);
  bool same = found.size() == should.size();
  for (std::size_t i = 0; same && i < should.size(); ++i) same = follows(found[i], should[i]);
  record.check(
      kind, same,
      what + ": " + json(std::vector<double>(found.begin(), found.end())).dump() + " instead of " + expected.dump());
}

Layer layer_of(const json& weights, const json& biases) {
  Matrix column = matrix_of(biases);
  return {.weights = matrix_of(weights), .biases = std::move(column)};
}

TrainingData samples_of(const json& data) {
  json inputs = json::array();
  std::vector<double> targets;
  for (const json& sample : data) {
    inputs.push_back(sample["x"]);
    targets.push_back(sample["t"].get<double>());
  }
  const auto count = static_cast<std::uint32_t>(targets.size());
  return {.inputs = matrix_of(inputs), .targets = Matrix(Shape{count, 1}, std::move(targets))};
}

OptimizerChoice gradient_descent(double learning_rate) {
  return {.optimizer = find_optimizer("gd"), .settings = {.learning_rate = learning_rate}};
}

void compare_net(Record& record) {
  const json& start = record["init"];
  const TrainingData data = samples_of(record["data"]);
  std::vector<Layer> layers = {layer_of(start["W0"], start["b0"]), layer_of(start["W1"], start["b1"])};
  const std::uint32_t hidden = layers[0].weights.shape().rows;
  const auto training =
      train({.net = {.widths = {data.inputs.shape().columns, hidden, 1},
                     .activations = {*find_activation(record.text("act")), *find_activation("linear")}},
             .loss = find_loss("mse"),
             .data = data,
             .initial = std::move(layers),
             .optimizer = gradient_descent(record["lr"].get<double>()),
             .steps = record["steps"].get<std::uint32_t>(),
             .record = {.parameters = true, .gradients = true, .outputs = true}});
  if (!training) return record.differ(training.error().message());
  const auto& [layout, runs] = *training;
  for (const json& moment : record["trace"]) {
    const auto k = moment["k"].get<std::size_t>();
    const std::span<const double> frame = std::span(runs[0].numbers).subspan(k * layout.size, layout.size);
    const std::string update = "after " + std::to_string(k) + " updates ";
    record.check("frames", frame[layout.step] == static_cast<double>(k), update + "stands another frame");
    compare_to(record, "losses", update + "the loss", frame.subspan(*layout.loss, 1), moment["loss"]);
    compare_to(record, "outputs", update + "the outputs", frame.subspan(*layout.outputs, data.count()),
               moment["outputs"]);
    for (std::size_t l = 0; l < 2; ++l) {
      const LayerPlace& place = layout.layers[l];
      const auto compare_layer = [&](const char* kind, std::size_t from, const json& expected) {
        for (const auto& [name, at, count] :
             {std::tuple("W", place.weights, place.weight_count()), std::tuple("b", place.biases, place.bias_count())})
          compare_to(record, kind, update + kind + " " + name + std::to_string(l), frame.subspan(from + at, count),
                     expected[name + std::to_string(l)]);
      };
      compare_layer("parameters", *layout.parameters, moment);
      compare_layer("gradients", *layout.gradients, moment["grad"]);
    }
  }
}

void compare_objective(Record& record) {
  InputValues at = values_in(record["consts"]);
  std::vector<std::string> names;
  for (const auto& [name, value] : record["init"].items()) {
    at.emplace_back(name, matrix_of(value));
    names.push_back(name);
  }
  const auto graph = parse(record.text("objective"), {.at = at});
  if (!graph) return record.differ(graph.error().message());
  const auto descent = descend(*graph, {.output = graph->output(),
                                        .parameters = names,
                                        .optimizer = gradient_descent(record["lr"].get<double>()),
                                        .steps = record["steps"].get<std::uint32_t>(),
                                        .values = true,
                                        .gradients = true});
  if (!descent) return record.differ(descent.error().message());
  for (const json& moment : record["trace"]) {
    const auto k = moment["k"].get<std::size_t>();
    const std::span<const double> frame =
        std::span(descent->run.numbers).subspan(k * descent->layout.size, descent->layout.size);
    const std::string update = "after " + std::to_string(k) + " updates ";
    compare_to(record, "objectives", update + "the objective", frame.subspan(descent->layout.loss, 1),
               moment["objective"]);
    for (std::size_t i = 0; i < names.size(); ++i) {
      const std::size_t place = descent->layout.parameters[i].at;
      compare_to(record, "parameters", update + names[i], frame.subspan(*descent->layout.values + place, 1),
                 moment["params"][names[i]]);
      compare_to(record, "gradients", update + "gradient of " + names[i],
                 frame.subspan(*descent->layout.gradients + place, 1), moment["grad"][names[i]]);
    }
  }
}

/// The generator that the record names: normal numbers by Box and Muller's transform.
class CourseNormals {
 public:
  explicit CourseNormals(std::uint32_t seed) : state_(seed) {}
  double next() {
    const double radius = uniform();
    const double angle = uniform();
    return std::sqrt(-2 * std::log(radius)) * std::cos(2 * std::numbers::pi * angle);
  }

 private:
  double uniform() {
    state_ = 1664525 * state_ + 1013904223;
    return (state_ + 0.5) / 4294967296.0;
  }
  std::uint32_t state_;
};

void compare_batches(Record& record) {
  CourseNormals normals(7);
  Matrix inputs(Shape{64, 2}, 0.0);
  Matrix targets(Shape{64, 1}, 0.0);
  for (std::size_t i = 0; i < inputs.size(); ++i) inputs[i] = normals.next();
  for (std::size_t i = 0; i < targets.size(); ++i)
    targets[i] = 2 * inputs[2 * i] - inputs[2 * i + 1] + 0.5 + 0.1 * normals.next();
  for (const json& expected : record["runs"]) {
    const auto batch = expected["batch"].get<std::uint32_t>();
    const auto training = train({.net = {.widths = {2, 1}, .activations = {*find_activation("linear")}},
                                 .loss = find_loss("mse"),
                                 .data = {.inputs = inputs, .targets = targets},
                                 .initial = Scheme{.initializer = find_initializer("zero")},
                                 .optimizer = gradient_descent(0.05),
                                 .batch = batch,
                                 .shuffle = false,
                                 .steps = 20 * 64 / batch,
                                 .record = {.parameters = true}});
    if (!training) return record.differ(training.error().message());
    const auto& [layout, runs] = *training;
    const auto frame = [&](std::size_t update) {
      return std::span(runs[0].numbers).subspan(update * layout.size, layout.size);
    };
    for (const json& row : expected["rows"]) {
      const auto update = row["updates"].get<std::size_t>();
      const std::string what = "batches of " + std::to_string(batch) + ", update " + std::to_string(update) + ", ";
      compare_to(record, "losses", what + "loss", frame(update).subspan(*layout.loss, 1), row["loss"]);
      compare_to(record, "parameters", what + "w", frame(update).subspan(*layout.parameters, 3), row["w"]);
    }
    std::size_t reached = 0;
    while (reached < runs[0].frames && frame(reached)[*layout.loss] >= 0.02) ++reached;
    const json& should = expected["reached_loss_below_0.02"];
    record.check("arrivals",
                 should.is_null() ? reached == runs[0].frames : reached == should["updates"].get<std::size_t>(),
                 "batches of " + std::to_string(batch) + " arrived after " + std::to_string(reached));
  }
}

double number_of(const json& value) {
  return value.is_string() ? std::stod(value.get<std::string>()) : value.get<double>();
}

/// A perceptron by hand: weighted sums, what the units make of them, and the output.
void compare_gate(Record& record) {
  const bool is_step = record.text("act") == "step";
  std::vector<double> biases;
  for (const json& bias : record["b1"]) biases.push_back(number_of(bias));
  const auto hidden = static_cast<std::uint32_t>(biases.size());
  // 2z is no activation of the language: the identity with weights twice as large
  const double scale = is_step ? 1 : 2;
  Matrix output = matrix_of(record["W2"]);
  for (std::size_t i = 0; i < output.size(); ++i) output[i] *= scale;
  json rows = json::array();
  for (const json& row : record["rows"]) rows.push_back({{"x", row["x"]}, {"t", row["target"]}});
  const Net net{.widths = {2, hidden, 1},
                .activations = {*find_activation(is_step ? "step" : "linear"), *find_activation("linear")}};
  const TrainingData data = samples_of(rows);
  Mlp passes(net, *find_loss("mse"), data.count());
  const std::vector<std::uint32_t> indices = {0, 1, 2, 3};
  passes.load(data.inputs.view(), data.targets.view(), indices);
  std::vector<double> parameters = matrix_of(record["W1"]).entries();
  parameters.insert(parameters.end(), biases.begin(), biases.end());
  parameters.insert(parameters.end(), output.entries().begin(), output.entries().end());
  parameters.push_back(number_of(record["b2"]));
  passes.forward(parameters);
  bool solves = true;
  for (std::uint32_t s = 0; s < data.count(); ++s) {
    const json& row = record["rows"][s];
    std::vector<double> sums;
    std::vector<double> units;
    for (std::uint32_t unit = 0; unit < hidden; ++unit) {
      sums.push_back(passes.sums(0).at(unit, s));
      units.push_back(scale * passes.values(0).at(unit, s));
    }
    const double result = passes.values(1).at(0, s);
    compare_to(record, "sums", "sums", sums, row["pre"]);
    compare_to(record, "units", "units", units, row["h"]);
    compare_to(record, "outputs", "output", std::span(&result, 1), row["y"]);
    solves = solves && result == row["target"].get<double>();
  }
  record.check("verdicts", solves == record["solves"].get<bool>(), "whether it solves the task");
}

}  // namespace

TEST_CASE("every network of the course inventory is trained as recorded") {
  require_all("mlp_training", 13, compare_net);
}

TEST_CASE("every objective of the course inventory is descended as recorded") {
  require_all("training", 20, compare_objective);
}

TEST_CASE("full batch, mini-batch and single samples go as the course inventory has it") {
  require_all("sgd", 1, compare_batches);
}

TEST_CASE("every perceptron of the course inventory puts out what is recorded") {
  require_all("gate", 7, compare_gate);
}
