// A net against the circuit of the same net: the same program of the language, run by Replay, and against central differences.
#include <algorithm>
#include <cmath>
#include <memory>
#include <sstream>

#include "engine/diff/replay.hpp"
#include "engine/text/parse.hpp"
#include "tests/engine/train/nets.hpp"

using namespace gradcircuit;
using namespace gradcircuit::nets;

namespace {

/// `W0`, `b0` …, the names of a net's parameters in its program.
std::string name_of(const char* kind, std::size_t layer) { return kind + std::to_string(layer); }

/// The net as a program: samples are columns of X and T.
std::string program_of(const Net& net, std::string_view loss, std::uint32_t samples) {
  std::ostringstream text;
  std::string values = "X";
  for (std::size_t l = 0; l < net.layers(); ++l) {
    const std::string layer = std::to_string(l);
    text << "z" << layer << " = W" << layer << " @ " << values << (net.bias ? " + b" + layer : "") << "\n";
    const std::string_view name = op_infos[net.activations[l]].name();
    text << "a" << layer << " = " << (name == "neg" ? "-" : name == "identity" ? "" : name) << "(z" << layer << ")\n";
    values = "a" + layer;
  }
  const std::string n = std::to_string(samples);
  if (loss == "half_sse") text << "1/2 * sum((" << values << " - T)^2)";
  if (loss == "half_mse") text << "1/2 * sum((" << values << " - T)^2) / " << n;
  if (loss == "bce" || loss == "bce_logits") text << loss << "(" << values << ", T) * " << net.widths.back();
  if (loss == "mse" || loss == "cross_entropy_logits") text << loss << "(" << values << ", T)";
  return text.str();
}

Matrix transposed(const Matrix& rows) {
  Matrix columns(rows.shape().transposed(), 0.0);
  for (std::uint32_t r = 0; r < rows.shape().rows; ++r)
    for (std::uint32_t c = 0; c < rows.shape().columns; ++c) columns.view()(c, r) = rows.view()(r, c);
  return columns;
}

/// The circuit of a net, which gives the loss and its gradient at any parameters.
class Circuit {
 public:
  Circuit(const TrainRequest& request) : places_(places_of(request.net)) {
    ParseOptions options{.at = {{"X", transposed(request.data.inputs)}, {"T", transposed(request.data.targets)}}};
    for (std::size_t l = 0; l < places_.size(); ++l) {
      options.at.emplace_back(name_of("W", l), Matrix(Shape{places_[l].outputs, places_[l].inputs}, 0.0));
      if (request.net.bias) options.at.emplace_back(name_of("b", l), Matrix(Shape{places_[l].outputs, 1}, 0.0));
    }
    const std::string program = program_of(request.net, request.loss->doc.name, request.data.count());
    INFO(program);
    auto graph = parse(program, options);
    if (!graph) FAIL(graph.error().message());
    graph_ = std::make_unique<Graph>(std::move(*graph));
    replay_ = std::make_unique<Replay<double>>(*graph_, graph_->output());
  }

  double loss(std::span<const double> parameters) {
    for_each([&](NodeId node, std::size_t at, std::size_t count) {
      std::ranges::copy(parameters.subspan(at, count), replay_->input(node));
    });
    replay_->run();
    return *replay_->primal(graph_->output());
  }

  /// Of the last loss.
  std::vector<double> gradient() {
    std::vector<double> gradient(places_.back().end());
    replay_->run_back();
    for_each([&](NodeId node, std::size_t at, std::size_t count) {
      std::copy_n(replay_->adjoint(node), count, gradient.begin() + static_cast<std::ptrdiff_t>(at));
    });
    return gradient;
  }

 private:
  template <class Use>
  void for_each(Use use) {
    for (std::size_t l = 0; l < places_.size(); ++l) {
      use(*graph_->find(name_of("W", l)), places_[l].weights, places_[l].weight_count());
      if (places_[l].bias) use(*graph_->find(name_of("b", l)), places_[l].biases, places_[l].bias_count());
    }
  }

  std::vector<LayerPlace> places_;
  std::unique_ptr<Graph> graph_;
  std::unique_ptr<Replay<double>> replay_;
};

/// The largest difference, relative to the largest number there.
double distance(std::span<const double> found, std::span<const double> expected) {
  double most = 0;
  double size = 0;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    most = std::max(most, std::fabs(found[i] - expected[i]));
    size = std::max(size, std::fabs(expected[i]));
  }
  return most == 0 ? 0 : most / size;
}

/// A net with that activation in its hidden layers, of random widths, and weights at which it is smooth.
TrainRequest random_request(OpId activation, std::size_t number, Random& random) {
  const Loss& loss = all_losses()[number % all_losses().size()];
  Net net;
  net.bias = number % 4 != 3;
  for (std::size_t hidden = 0; hidden < 1 + number % 2; ++hidden) {
    net.widths.push_back(1 + random.below(5));
    net.activations.push_back(activation);
  }
  net.widths.push_back(1 + random.below(5));
  net.widths.push_back(loss.doc.name == "cross_entropy_logits" ? 3 : 1 + random.below(2));
  net.activations.push_back(*find_activation(loss.doc.name == "bce" ? "sigmoid" : "linear"));
  const std::uint32_t samples = 1 + random.below(19);
  return {.net = net,
          .loss = &loss,
          .data = made_data(net, samples, random, 0.2, 0.9),
          .initial = scheme("uniform", number, 0.4),
          .optimizer = {.optimizer = &all_optimizers()[number % all_optimizers().size()],
                        .settings = {.learning_rate = 1e-4}},
          .steps = 3,
          .record = {.parameters = true, .gradients = true}};
}

}  // namespace

TEST_CASE("a dense net is its circuit: every activation, loss and optimiser") {
  Random random(20);
  std::size_t number = 0;
  std::size_t compared = 0;
  for (OpId activation = 0; activation < op_count; ++activation) {
    if (!is_activation(activation)) continue;
    for (std::size_t repetition = 0; repetition < 2; ++repetition, ++number) {
      const TrainRequest request = random_request(activation, number, random);
      CAPTURE(op_infos[activation].name(), request.loss->doc.name, request.net.widths, request.data.count());
      const Training training = run(request);
      Circuit circuit(request);
      for (std::size_t k = 0; k < training.runs[0].frames; ++k) {
        const double expected = circuit.loss(parameters(training, k));
        const std::vector<double> gradient = circuit.gradient();
        const auto found = frame(training, k).subspan(*training.layout.gradients, gradient.size());
        if (!std::isfinite(expected) || !std::ranges::all_of(gradient, [](double g) { return std::isfinite(g); }))
          break;
        CHECK(std::fabs(loss(training, k) - expected) <= 1e-12 * std::fabs(expected));
        CHECK(distance(found, gradient) < 1e-12);
        ++compared;
      }
    }
  }
  CHECK(number >= 80);
  CHECK(compared > 2 * number);  // of four frames each; some activations have no value there
}

TEST_CASE("a gradient is what central differences measure") {
  Random random(3);
  for (std::size_t number = 0; number < all_losses().size() * 2; ++number) {
    const TrainRequest request = random_request(*find_activation(number % 2 == 0 ? "tanh" : "silu"), number, random);
    CAPTURE(request.loss->doc.name, request.net.widths);
    const Training training = run(request);
    const auto at = parameters(training, 0);
    const auto gradient = frame(training, 0).subspan(*training.layout.gradients, at.size());
    Mlp passes(request.net, *request.loss, request.data.count());
    std::vector<std::uint32_t> indices(request.data.count());
    for (std::uint32_t i = 0; i < indices.size(); ++i) indices[i] = i;
    passes.load(request.data.inputs.view(), request.data.targets.view(), indices);
    std::vector<double> moved(at.begin(), at.end());
    const auto loss_with = [&](std::size_t i, double value) {
      moved[i] = value;
      passes.forward(moved);
      const double loss = passes.loss();
      moved[i] = at[i];
      return loss;
    };
    constexpr double h = 1e-5;
    for (std::size_t i = 0; i < at.size(); ++i) {
      const double slope = (loss_with(i, at[i] + h) - loss_with(i, at[i] - h)) / (2 * h);
      CHECK(std::fabs(slope - gradient[i]) < 1e-8 * std::max(1.0, std::fabs(slope)));
    }
  }
}

TEST_CASE("optimisers do what their formulas say, update by update") {
  for (const Optimizer& optimizer : all_optimizers()) {
    CAPTURE(optimizer.doc.name);
    TrainRequest request = xor_request();
    request.optimizer = {.optimizer = &optimizer, .settings = {.learning_rate = 0.05}};
    request.optimizer.schedule = {.rule = find_schedule("exponential"), .by = 0.9};
    request.record.gradients = true;
    request.steps = 12;
    const Training training = run(request);
    const std::size_t count = parameters(training, 0).size();
    const Settings& s = request.optimizer.settings;
    std::vector<double> w(parameters(training, 0).begin(), parameters(training, 0).end());
    std::vector<double> m(count);
    std::vector<double> v(count);
    for (std::size_t t = 1; t <= request.steps; ++t) {
      const auto gradient = frame(training, t - 1).subspan(*training.layout.gradients, count);
      const double rate = 0.05 * std::pow(0.9, static_cast<double>(t - 1));
      const auto time = static_cast<double>(t);
      for (std::size_t i = 0; i < count; ++i) {
        const double g = gradient[i];
        const std::string_view name = optimizer.doc.name;
        if (name == "gd") w[i] -= rate * g;
        if (name == "momentum") w[i] -= rate * (m[i] = 0.9 * m[i] + g);
        if (name == "nesterov") {
          m[i] = 0.9 * m[i] + g;
          w[i] -= rate * (g + 0.9 * m[i]);
        }
        if (name == "adagrad") w[i] -= rate * g / (std::sqrt(m[i] += g * g) + s.epsilon);
        if (name == "rmsprop") w[i] -= rate * g / (std::sqrt(m[i] = 0.99 * m[i] + 0.01 * g * g) + s.epsilon);
        if (name == "adamw") w[i] -= rate * 0.01 * w[i];
        if (name == "adam" || name == "adamw") {
          m[i] = 0.9 * m[i] + 0.1 * g;
          v[i] = 0.999 * v[i] + 0.001 * g * g;
          const double mean = m[i] / (1 - std::pow(0.9, time));
          w[i] -= rate * mean / (std::sqrt(v[i] / (1 - std::pow(0.999, time))) + s.epsilon);
        }
      }
      CHECK(distance(parameters(training, t), w) < 1e-12);
    }
  }
}

TEST_CASE("l1 and l2 pull weights, never biases") {
  TrainRequest request = xor_request();
  request.steps = 0;
  request.record.gradients = true;
  const Training plain = run(request);
  request.l1 = 0.01;
  request.l2 = 0.1;
  const Training pulled = run(request);
  const auto at = parameters(plain, 0);
  for (const LayerPlace& place : plain.layout.layers)
    for (std::size_t i = place.weights; i < place.end(); ++i) {
      const std::size_t in_frame = *plain.layout.gradients + i;
      const double expected = i < place.biases ? 0.1 * at[i] + (at[i] > 0 ? 0.01 : -0.01) : 0;
      CHECK(std::fabs(frame(pulled, 0)[in_frame] - frame(plain, 0)[in_frame] - expected) < 1e-15);
    }
  CHECK(loss(pulled, 0) == loss(plain, 0));
}
