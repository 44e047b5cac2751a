#include "engine/train/train.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "engine/train/check.hpp"
#include "engine/train/stop.hpp"

namespace gradcircuit {
namespace {

/// Room for the runs of one request. After it is made a run allocates what it returns, and nothing in its loop.
class Trainer {
 public:
  Trainer(const TrainRequest& request, const FrameLayout& layout)
      : request_(request),
        layout_(layout),
        is_whole_(request.batch == 0 || request.batch >= request.data.count()),
        all_(request.net, *request.loss, request.data.count()),
        gradient_(layout.layers.back().end()) {
    std::vector<std::uint32_t> indices(request.data.count());
    std::iota(indices.begin(), indices.end(), 0u);
    load(all_, indices);
    if (is_whole_) return;
    batches_.emplace_back(request.net, *request.loss, request.batch);
    if (const std::uint32_t rest = request.data.count() % request.batch; rest > 0)
      batches_.emplace_back(request.net, *request.loss, rest);
  }

  TrainingRun run(std::uint64_t seed, TrainState state) {
    TrainingRun run{.seed = seed, .state = std::move(state)};
    TrainState& now = run.state;
    const std::uint64_t end = now.step + request_.steps;
    const auto frames = request_.steps / request_.every + 2;
    run.numbers.reserve(std::size_t{frames} * layout_.size);
    slots_.clear();
    for (std::vector<double>& slot : now.slots) slots_.push_back(slot.data());
    Order order(request_.data.count(), request_.batch, request_.shuffle && !is_whole_, now.order);
    add_frame(run);
    while (now.step < end && !run.stopped) {
      const std::uint64_t framed = now.step;
      const std::uint64_t next = framed - framed % request_.every + request_.every;
      run.stopped = update(now, order, std::min(next, end));
      if (now.step > framed) add_frame(run);
    }
    return run;
  }

 private:
  void load(Mlp& passes, std::span<const std::uint32_t> indices) {
    passes.load(request_.data.inputs.view(), request_.data.targets.view(), indices);
  }

  Mlp& batch_of(std::span<const std::uint32_t> indices) {
    Mlp& passes = indices.size() == batches_.front().samples() ? batches_.front() : batches_.back();
    load(passes, indices);
    return passes;
  }

  /// From a frame on, up to that step; or to one after which a parameter would no longer be a number, and why.
  std::optional<Stop> update(TrainState& now, Order& order, std::uint64_t end) {
    // what the frame has found of all samples
    bool has_values = is_whole_ && request_.record.needs_forward();
    bool has_gradient = is_whole_ && request_.record.needs_gradient();
    for (; now.step < end; ++now.step) {
      Mlp& passes = is_whole_ ? all_ : batch_of(order.next());
      if (!std::exchange(has_values, false)) passes.forward(now.parameters);
      if (!std::exchange(has_gradient, false)) find_gradient(passes, now.parameters);
      if (!all_finite(gradient_)) return reason_of(now.step, request_.net, passes, now.parameters, gradient_);
      request_.optimizer.optimizer->update(gradient_.size(), now.parameters.data(), gradient_.data(), slots_.data(),
                                           request_.optimizer.rates_at(now.step + 1));
      if (!is_whole_) now.order = order.state();
    }
    return std::nullopt;
  }

  /// Of the loss, and of what pulls the weights to 0.
  void find_gradient(Mlp& passes, std::span<const double> parameters) {
    passes.backward(parameters, gradient_);
    if (request_.l1 == 0 && request_.l2 == 0) return;
    for (const LayerPlace& place : layout_.layers)
      for (std::size_t i = place.weights; i < place.biases; ++i) {
        const double weight = parameters[i];
        const double sign = weight > 0 ? 1 : weight < 0 ? -1 : 0;
        gradient_[i] += request_.l2 * weight + request_.l1 * sign;
      }
  }

  void add_frame(TrainingRun& run) {
    if (request_.record.needs_forward()) all_.forward(run.state.parameters);
    if (request_.record.needs_gradient()) find_gradient(all_, run.state.parameters);
    run.numbers.resize(run.numbers.size() + layout_.size);
    write_frame(layout_, request_.record,
                {.step = run.state.step, .parameters = run.state.parameters, .gradient = gradient_, .passes = all_},
                std::span(run.numbers).last(layout_.size));
    ++run.frames;
  }

  const TrainRequest& request_;
  const FrameLayout& layout_;
  bool is_whole_;             ///< whether every update takes all samples
  Mlp all_;                   ///< of all samples
  std::vector<Mlp> batches_;  ///< of a batch, and of the short one that ends an epoch
  std::vector<double> gradient_;
  std::vector<double*> slots_;  ///< of the run's state
};

TrainState state_at_start(const TrainRequest& request, std::optional<std::uint64_t> seed) {
  if (request.state) return *request.state;
  TrainState state;
  std::uint64_t order_seed = 1;
  if (const auto* const layers = std::get_if<std::vector<Layer>>(&request.initial)) {
    state.parameters = *parameters_of(request.net, *layers, "initial.layers");  // checked before
  } else {
    const Scheme& scheme = std::get<Scheme>(request.initial);
    order_seed = seed.value_or(scheme.seed);
    state.parameters = initial_parameters(request.net, *scheme.initializer, scheme.scale, order_seed);
  }
  state.order = Order::start(seed ? order_seed : request.order_seed.value_or(order_seed));
  state.slots.assign(request.optimizer.optimizer->doc.slots, std::vector<double>(state.parameters.size()));
  return state;
}

}  // namespace

Result<Training> train(const TrainRequest& request) {
  if (auto problem = check(request)) return std::move(*problem);
  Training training{.layout = FrameLayout(request.net, request.data.count(), request.record), .runs = {}};
  Trainer trainer(request, training.layout);
  if (request.seeds.empty()) {
    const auto* const scheme = std::get_if<Scheme>(&request.initial);
    training.runs.push_back(trainer.run(scheme == nullptr ? 0 : scheme->seed, state_at_start(request, std::nullopt)));
  }
  for (const std::uint64_t seed : request.seeds)
    training.runs.push_back(trainer.run(seed, state_at_start(request, seed)));
  return training;
}

}  // namespace gradcircuit
