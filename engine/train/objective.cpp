#include "engine/train/objective.hpp"

#include <algorithm>
#include <cmath>

#include "engine/base/number.hpp"
#include "engine/base/suggest.hpp"
#include "engine/diff/replay.hpp"
#include "engine/train/check.hpp"
#include "engine/train/stop.hpp"

namespace gradcircuit {
namespace {

Result<std::vector<DescentLayout::Parameter>> find_parameters(const Graph& graph, const DescentRequest& request) {
  std::vector<std::string_view> inputs;
  for (const Input& input : graph.inputs()) inputs.push_back(input.name);
  std::vector<DescentLayout::Parameter> parameters;
  std::size_t next = 0;
  const auto add = [&](const Input& input) {
    parameters.push_back({.name = input.name, .node = input.node, .shape = input.value.shape(), .at = next});
    next += input.value.size();
  };
  if (request.parameters.empty())
    for (const Input& input : graph.inputs()) add(input);
  for (std::size_t i = 0; i < request.parameters.size(); ++i) {
    const std::string& name = request.parameters[i];
    const std::string place = "parameters[" + std::to_string(i) + "]";
    const auto found = std::ranges::find(inputs, name);
    if (found == inputs.end()) {
      const auto suggestion = suggest(name, inputs);
      std::string what = place;
      what.append(": the program has no input '").append(name).append("'");
      if (suggestion) what.append("; did you mean '").append(*suggestion).append("'?");
      return bad_training(what);
    }
    if (std::ranges::find(parameters, name, &DescentLayout::Parameter::name) != parameters.end())
      return bad_training(std::string(place).append(" names '").append(name).append("' again"));
    add(graph.inputs()[static_cast<std::size_t>(found - inputs.begin())]);
  }
  if (parameters.empty()) return bad_training("the program has no input that could be moved");
  return parameters;
}

std::optional<Error> check(const Graph& graph, const DescentRequest& request, const DescentLayout& layout,
                           std::size_t count) {
  if (request.every == 0) return bad_training("every must be at least 1");
  if (auto problem = check(request.optimizer)) return problem;
  const Shape shape = graph[request.output].shape;
  if (!shape.is_scalar())
    return bad_training("the output must be a single number, not " + to_string(shape) + "; choose one of its entries");
  if (request.steps > limits::training_updates)
    return bad_training("steps is " + std::to_string(request.steps) + "; there may be " +
                        std::to_string(limits::training_updates));
  std::uint64_t entries = 0;
  for (NodeId id = 0; id < graph.size(); ++id) entries += graph[id].shape.entries();
  // an entry of a node costs as much as a hundred multiplications of a dense layer
  const std::uint64_t most = limits::trained_work / 100 / entries;
  if (request.steps > most)
    return bad_training("steps is " + std::to_string(request.steps) + "; of a program this large there may be " +
                        std::to_string(most));
  const std::uint64_t numbers = (request.steps / request.every + std::uint64_t{2}) * layout.size;
  if (numbers > limits::recorded_numbers)
    return bad_training("it records " + std::to_string(numbers) + " numbers; there may be " +
                        std::to_string(limits::recorded_numbers) + ": a larger \"every\" makes fewer");
  if (!request.state) return std::nullopt;
  const TrainState& state = *request.state;
  if (state.step > limits::training_step)
    return bad_training("state.step is " + std::to_string(state.step) + "; there may be " +
                        std::to_string(limits::training_step));
  const auto fits = [&](const std::vector<double>& numbers_of) { return numbers_of.size() == count; };
  if (!fits(state.parameters) || state.slots.size() != request.optimizer.optimizer->doc.slots ||
      !std::ranges::all_of(state.slots, fits))
    return bad_training("state is that of another program or optimizer");
  return std::nullopt;
}

/// The program at work. It allocates when it is made.
class Walk {
 public:
  Walk(const Graph& graph, const DescentRequest& request, const DescentLayout& layout)
      : graph_(graph), request_(request), layout_(layout), replay_(graph, request.output) {}

  TrainingRun run(TrainState state) {
    gradient_.resize(state.parameters.size());
    TrainingRun run{.seed = 0, .state = std::move(state)};
    const std::uint64_t end = run.state.step + request_.steps;
    run.numbers.reserve((request_.steps / request_.every + std::size_t{2}) * layout_.size);
    std::vector<double*> slots;
    for (std::vector<double>& slot : run.state.slots) slots.push_back(slot.data());
    for (bool first = true;; first = false) {
      find_gradient(run.state.parameters);
      const bool is_last = run.state.step == end;
      const bool is_finite = all_finite(gradient_) && std::isfinite(*replay_.primal(request_.output));
      if (first || is_last || !is_finite || run.state.step % request_.every == 0) add_frame(run);
      if (!is_last && !is_finite) run.stopped = reason(run.state);
      if (is_last || !is_finite) return run;
      const Rates rates = request_.optimizer.rates_at(run.state.step + 1);
      request_.optimizer.optimizer->update(gradient_.size(), run.state.parameters.data(), gradient_.data(),
                                           slots.data(), rates);
      ++run.state.step;
    }
  }

 private:
  void find_gradient(std::span<const double> parameters) {
    for (const auto& [name, node, shape, at] : layout_.parameters)
      std::ranges::copy(parameters.subspan(at, shape.entries()), replay_.input(node));
    replay_.run();
    replay_.run_back();
    for (const auto& [name, node, shape, at] : layout_.parameters)
      std::copy_n(replay_.adjoint(node), shape.entries(), gradient_.begin() + static_cast<std::ptrdiff_t>(at));
  }

  void add_frame(TrainingRun& run) {
    const std::size_t begin = run.numbers.size();
    run.numbers.resize(begin + layout_.size);
    const std::span<double> frame = std::span(run.numbers).subspan(begin);
    frame[layout_.step] = static_cast<double>(run.state.step);
    frame[layout_.loss] = *replay_.primal(request_.output);
    if (layout_.values) std::ranges::copy(run.state.parameters, frame.subspan(*layout_.values).begin());
    if (layout_.gradients) std::ranges::copy(gradient_, frame.subspan(*layout_.gradients).begin());
    ++run.frames;
  }

  /// The first value of the program that is not finite, else the gradient.
  Stop reason(const TrainState& state) const {
    for (NodeId id = 0; id <= request_.output; ++id)
      for (const double entry : replay_.primals().view(graph_, id).flat()) {
        if (std::isfinite(entry)) continue;
        const std::string_view name = graph_.name_of(id);
        return {.step = state.step,
                .node = id,
                .what = graph_.is_input(id) ? "parameters" : "values",
                .why = (name.empty() ? "a value of the program" : std::string(name)) + " is " + print_number(entry)};
      }
    return {.step = state.step, .what = "gradient", .why = "the gradient is no longer finite"};
  }

  const Graph& graph_;
  const DescentRequest& request_;
  const DescentLayout& layout_;
  Replay<double> replay_;
  std::vector<double> gradient_;
};

}  // namespace

Result<Descent> descend(const Graph& graph, const DescentRequest& request) {
  auto parameters = find_parameters(graph, request);
  if (!parameters) return parameters.error();
  DescentLayout layout{.parameters = std::move(*parameters)};
  const std::size_t count = layout.parameters.back().at + layout.parameters.back().shape.entries();
  for (const auto& [wanted, place] :
       {std::pair(request.values, &layout.values), {request.gradients, &layout.gradients}}) {
    if (!wanted) continue;
    *place = layout.size;
    layout.size += count;
  }
  if (auto problem = check(graph, request, layout, count)) return std::move(*problem);

  TrainState state;
  if (request.state) {
    state = *request.state;
  } else {
    for (const auto& parameter : layout.parameters) {
      const Matrix& value = graph.input_of(parameter.node).value;
      state.parameters.insert(state.parameters.end(), value.entries().begin(), value.entries().end());
    }
    state.slots.assign(request.optimizer.optimizer->doc.slots, std::vector<double>(count));
  }
  TrainingRun run = Walk(graph, request, layout).run(std::move(state));
  return Descent{.layout = std::move(layout), .run = std::move(run)};
}

}  // namespace gradcircuit
