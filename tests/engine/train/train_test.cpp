#include "engine/train/train.hpp"

#include <algorithm>
#include <limits>

#include "tests/engine/train/nets.hpp"

using namespace gradcircuit;
using namespace gradcircuit::nets;

namespace {

bool is_same(const TrainingRun& one, const TrainingRun& other) {
  return one.numbers == other.numbers && one.state.parameters == other.state.parameters &&
         one.state.slots == other.state.slots && one.state.step == other.state.step &&
         one.state.order == other.state.order;
}

}  // namespace

TEST_CASE("a net learns XOR, and its frames are its updates") {
  TrainRequest request = xor_request();
  request.steps = 1000;
  request.every = 100;
  const Training training = run(request);
  REQUIRE(training.runs.size() == 1);
  CHECK(training.runs[0].frames == 11);
  for (std::size_t k = 0; k <= 10; ++k) CHECK(frame(training, k)[0] == 100.0 * static_cast<double>(k));
  CHECK(loss(training, 0) > 0.2);
  CHECK(loss(training, 10) < 0.02);
  const auto last = parameters(training, 10);
  CHECK(std::ranges::equal(last, training.runs[0].state.parameters));
  CHECK(training.runs[0].state.step == 1000);
  CHECK(!training.runs[0].stopped);
}

TEST_CASE("the last update has a frame, whatever comes between") {
  TrainRequest request = xor_request();
  request.steps = 25;
  request.every = 10;
  const Training training = run(request);
  CHECK(training.runs[0].frames == 4);
  CHECK(frame(training, 3)[0] == 25);
}

TEST_CASE("a run that is taken up again goes on to the bit, with every optimiser, batch and order") {
  for (const Optimizer& optimizer : all_optimizers())
    for (const std::uint32_t batch : {0u, 1u, 3u, 7u, 10u}) {
      CAPTURE(optimizer.doc.name, batch);
      TrainRequest request{.net = net({2, 5, 3, 1}, {"tanh", "softplus", "linear"}),
                           .loss = find_loss("half_mse"),
                           .data = data("circle", 10),
                           .initial = scheme("he_uniform", 7),
                           .optimizer = {.optimizer = &optimizer, .settings = {.learning_rate = 0.01}},
                           .batch = batch,
                           .l1 = 0.001,
                           .l2 = 0.01,
                           .steps = 23,
                           .record = {.parameters = true, .gradients = true},
                           .every = 5};
      request.optimizer.schedule = {.rule = find_schedule("cosine"), .every = 30, .warm_up = 4};
      const Training whole = run(request);
      request.steps = 9;
      const Training first = run(request);
      request.state = first.runs[0].state;
      request.steps = 14;
      const Training second = run(request);
      CHECK(is_same({.seed = 0, .numbers = {}, .state = whole.runs[0].state},
                    {.seed = 0, .numbers = {}, .state = second.runs[0].state}));
      // frames 0 and 5, then the end of the first part, which is where the second starts
      const std::span<const double> later = std::span(second.runs[0].numbers).subspan(whole.layout.size);
      CHECK(std::ranges::equal(later, std::span(whole.runs[0].numbers).subspan(2 * whole.layout.size)));
    }
}

TEST_CASE("many seeds are as many runs, each as if it were alone") {
  TrainRequest request = xor_request();
  request.batch = 3;
  request.seeds = {4, 9, 4};
  const Training together = run(request);
  REQUIRE(together.runs.size() == 3);
  CHECK(is_same(together.runs[0], together.runs[2]));
  CHECK(together.runs[0].numbers != together.runs[1].numbers);
  request.seeds = {};
  request.initial = scheme("xavier_normal", 9);
  CHECK(is_same(run(request).runs[0], together.runs[1]));
}

TEST_CASE("without shuffling samples are taken in their own order, and the last batch is short") {
  // the gradient of w x - t is x (w x - t): one update a batch, worked out by hand
  const TrainRequest request{
      .net = net({1, 1}, {"linear"}, false),
      .loss = find_loss("half_mse"),
      .data = {.inputs = Matrix(Shape{3, 1}, {1, 2, 3}), .targets = Matrix(Shape{3, 1}, {1, 0, 0})},
      .initial = std::vector<Layer>{{.weights = 1.0}},
      .optimizer = optimizer("gd", 0.5),
      .batch = 2,
      .shuffle = false,
      .steps = 3,
      .record = {.parameters = true}};
  const Training training = run(request);
  CHECK(parameters(training, 0)[0] == 1);
  CHECK(parameters(training, 1)[0] == 0);     // (0 + 2·2) / 2 = 2
  CHECK(parameters(training, 2)[0] == 0);     // 3·0 alone
  CHECK(parameters(training, 3)[0] == 0.25);  // (-1 + 0) / 2 = -1/2
  CHECK(training.runs[0].state.order.taken == 2);
  CHECK(loss(training, 0) == (0 + 4 + 9) / 6.0);
}

TEST_CASE("a batch of all samples is the full batch, and a larger one too") {
  TrainRequest request = xor_request();
  const Training whole = run(request);
  for (const std::uint32_t batch : {4u, 5u, 1000u}) {
    request.batch = batch;
    CHECK(run(request).runs[0].numbers == whole.runs[0].numbers);
  }
  request.batch = 3;
  CHECK(run(request).runs[0].numbers != whole.runs[0].numbers);
}

TEST_CASE("what is recorded changes nothing of what is learnt") {
  TrainRequest request = xor_request();
  const auto learnt = run(request).runs[0].state.parameters;
  request.record = {.loss = false};
  CHECK(run(request).runs[0].state.parameters == learnt);
  request.record = {.gradients = true, .gradient_norms = true, .activations = true, .outputs = true};
  request.every = 7;
  CHECK(run(request).runs[0].state.parameters == learnt);
  request.batch = 3;
  const auto of_batches = run(request).runs[0].state.parameters;
  request.record = {.loss = false};
  CHECK(run(request).runs[0].state.parameters == of_batches);
}

TEST_CASE("a run that diverges stops, and names what was too large first") {
  TrainRequest request{.net = net({1, 1, 1}, {"linear", "linear"}, false),
                       .loss = find_loss("half_sse"),
                       .data = {.inputs = Matrix(1.0), .targets = Matrix(0.0)},
                       .initial = std::vector<Layer>{{.weights = 1e100}, {.weights = 1e250}},
                       .optimizer = optimizer("gd", 0.1),
                       .steps = 10,
                       .record = {.parameters = true}};
  const auto stop_of = [&] {
    const Training training = run(request);
    REQUIRE(training.runs[0].stopped);
    CHECK(training.runs[0].state.step == training.runs[0].stopped->step);
    return *training.runs[0].stopped;
  };
  Stop stop = stop_of();
  CHECK(stop.step == 0);
  CHECK(stop.layer == 1);
  CHECK(stop.what == "sums");
  CHECK(stop.why == "a weighted sum of layer 2 is Infinity");

  request.net.activations[0] = *find_activation("exp");
  request.initial = std::vector<Layer>{{.weights = 800.0}, {.weights = 1.0}};
  stop = stop_of();
  CHECK(stop.layer == 0);
  CHECK(stop.what == "activations");
  CHECK(stop.why == "exp of a weighted sum of layer 1 is Infinity");

  request.net.activations[0] = *find_activation("linear");
  request.initial = std::vector<Layer>{{.weights = 1e100}, {.weights = 1e150}};
  stop = stop_of();  // 1e250² is too large for a number
  CHECK(!stop.layer);
  CHECK(stop.what == "loss");
  CHECK(stop.why == "the loss is Infinity");

  request.initial = std::vector<Layer>{{.weights = 1.0}, {.weights = 3.0}};
  request.optimizer = optimizer("gd", 1e3);
  stop = stop_of();
  CHECK(stop.step > 1);
  CHECK(stop.step < 9);
  const Training training = run(request);
  CHECK(training.runs[0].frames == stop.step + 1);
  request.optimizer = optimizer("gd", 0.01);
  CHECK(!run(request).runs[0].stopped);
}

TEST_CASE("every wrong request is refused by its field, before anything is computed") {
  const std::string begins = "the request cannot be read: ";
  const auto with = [&](auto change) {
    TrainRequest request = xor_request();
    change(request);
    return refusal(request);
  };
  constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  constexpr double infinity = std::numeric_limits<double>::infinity();
  CHECK(with([](TrainRequest&) {}).empty());
  CHECK(with([](TrainRequest& r) { r.optimizer.settings.learning_rate = -0.1; }).empty());
  CHECK(with([](TrainRequest& r) { r.optimizer.settings.learning_rate = nan; }) ==
        begins + "optimizer.learning_rate must be finite");
  CHECK(with([](TrainRequest& r) { r.optimizer.settings.learning_rate = infinity; }) ==
        begins + "optimizer.learning_rate must be finite");
  CHECK(with([](TrainRequest& r) { r.optimizer.settings.momentum = 1; }) ==
        begins + "optimizer.momentum must be from 0 to less than 1");
  CHECK(with([](TrainRequest& r) { r.optimizer.settings.epsilon = -1; }) ==
        begins + "optimizer.epsilon must be at least 0 and finite");
  CHECK(with([](TrainRequest& r) { r.optimizer.schedule.every = 0; }) ==
        begins + "optimizer.schedule.every must be at least 1");
  CHECK(with([](TrainRequest& r) { r.every = 0; }) == begins + "every must be at least 1");
  CHECK(with([](TrainRequest& r) { r.l1 = nan; }) == begins + "l1 must be at least 0 and finite");
  CHECK(with([](TrainRequest& r) { r.l2 = -1; }) == begins + "l2 must be at least 0 and finite");
  CHECK(with([](TrainRequest& r) { r.net.widths = {2}; }) ==
        begins + "layers needs the number of inputs and of the units of each layer");
  CHECK(with([](TrainRequest& r) { r.net.widths = {2, 1}; }) ==
        begins + "activations needs 1 names, one a layer after the inputs, not 2");
  CHECK(with([](TrainRequest& r) { r.net.widths = {2, 0, 1}; }) == begins + "layers[1] must be at least 1");
  CHECK(with([](TrainRequest& r) { r.net.widths = {2, 1'000'000'000, 1}; }) ==
        begins + "layers makes the parameters 4000000001; there may be 1000000");
  CHECK(with([](TrainRequest& r) { r.net.widths = {3, 4, 1}; }) ==
        begins + "data.inputs has rows of 2, but layers[0] is 3");
  CHECK(with([](TrainRequest& r) { r.net.widths = {2, 4, 2}; }) ==
        begins + "data.targets has rows of 1, but layers[2] is 2");
  CHECK(with([](TrainRequest& r) { r.data.targets = Matrix(Shape{3, 1}, 0.0); }) ==
        begins + "data has 4 inputs, but 3 targets");
  CHECK(with([](TrainRequest& r) { r.data.inputs[5] = nan; }) == begins + "data.inputs[2][1] must be finite");
  CHECK(with([](TrainRequest& r) {
          r.loss = find_loss("bce");
          r.data.targets[3] = 1.5;
        }) == begins + "data.targets[3][0] is 1.5; bce needs targets from 0 to 1");
  CHECK(with([](TrainRequest& r) { r.initial = std::vector<Layer>{{.weights = 1.0}}; }) ==
        begins + "initial.layers has 1 layers, not 2");
  CHECK(with([](TrainRequest& r) { r.initial = std::vector<Layer>{{.weights = Matrix(Shape{2, 4}, 0.0)}, {}}; }) ==
        begins + "initial.layers[0].W must be 4×2, not 2×4");
  CHECK(with([](TrainRequest& r) { r.initial = std::vector<Layer>{{.weights = Matrix(Shape{4, 2}, 0.0)}, {}}; }) ==
        begins + "initial.layers[0].b must be 4×1, not 1×1");
  CHECK(with([](TrainRequest& r) { r.initial = scheme("normal", 1, infinity); }) ==
        begins + "initial.scale must be finite");
  CHECK(with([](TrainRequest& r) { r.state = TrainState{.parameters = {1, 2}}; }) ==
        begins + "state is that of another net or optimizer");
  CHECK(with([](TrainRequest& r) { r.record.histogram_to = -2; }) ==
        begins + "histogram must go up: \"from\" is less than \"to\"");
  CHECK(with([](TrainRequest& r) { r.steps = 1'000'001; }) == begins + "steps is 1000001; there may be 1000000");
  CHECK(with([](TrainRequest& r) { r.steps = 1'000'000; }) ==
        begins + "it records 19000038 numbers; there may be 4000000: a larger \"every\" makes fewer");
  CHECK(with([](TrainRequest& r) {
          r.net = net({2, 300, 300, 1}, {"relu", "relu", "linear"});
          r.data = data("circle", 1000);
          r.steps = 1000;
        }) ==
        begins +
            "it asks for 184392208000 multiplications; there may be 20000000000: take fewer steps, samples or units");
}
