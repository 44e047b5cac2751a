#include "engine/train/check.hpp"

#include <algorithm>
#include <cmath>

#include "engine/base/number.hpp"

namespace gradcircuit {
namespace {

using Problem = std::optional<Error>;

std::string entry(std::string_view list, std::size_t index) {
  return std::string(list) + "[" + std::to_string(index) + "]";
}

std::string at_most(std::string_view what, std::uint64_t found, std::uint64_t limit) {
  return std::string(what) + " " + std::to_string(found) + "; there may be " + std::to_string(limit);
}

Problem check_net(const Net& net) {
  if (net.widths.size() < 2) return bad_training("layers needs the number of inputs and of the units of each layer");
  if (net.widths.size() > limits::trained_layers + 1)
    return bad_training(at_most("layers has", net.widths.size() - 1, limits::trained_layers) + " after the inputs");
  if (net.activations.size() != net.widths.size() - 1)
    return bad_training("activations needs " + std::to_string(net.widths.size() - 1) +
                        " names, one a layer after the inputs, not " + std::to_string(net.activations.size()));
  for (std::size_t l = 0; l < net.widths.size(); ++l)
    if (net.widths[l] == 0) return bad_training(entry("layers", l) + " must be at least 1");
  std::uint64_t parameters = 0;
  for (std::size_t l = 0; l + 1 < net.widths.size(); ++l)
    parameters += (std::uint64_t{net.widths[l]} + (net.bias ? 1 : 0)) * net.widths[l + 1];
  if (parameters > limits::trained_parameters)
    return bad_training(at_most("layers makes the parameters", parameters, limits::trained_parameters));
  return std::nullopt;
}

/// Where in the rows of `data.targets` an entry stands.
std::string place_in(std::string_view name, Shape shape, std::size_t i) {
  return entry(entry(name, i / shape.columns), i % shape.columns);
}

Problem check_finite(std::string_view name, const Matrix& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (!std::isfinite(rows[i])) return bad_training(place_in(name, rows.shape(), i) + " must be finite");
  return std::nullopt;
}

Problem check_width(std::string_view name, const Matrix& rows, std::size_t layer, std::uint32_t width) {
  if (rows.shape().columns == width) return std::nullopt;
  return bad_training(std::string(name) + " has rows of " + std::to_string(rows.shape().columns) + ", but " +
                      entry("layers", layer) + " is " + std::to_string(width));
}

Problem check_data(const TrainRequest& request) {
  const auto& [inputs, targets] = request.data;
  const Net& net = request.net;
  if (const auto problem = check_width("data.inputs", inputs, 0, net.widths.front())) return problem;
  if (const auto problem = check_width("data.targets", targets, net.layers(), net.widths.back())) return problem;
  if (inputs.shape().rows != targets.shape().rows)
    return bad_training("data has " + std::to_string(inputs.shape().rows) + " inputs, but " +
                        std::to_string(targets.shape().rows) + " targets");
  if (inputs.shape().rows > limits::trained_samples)
    return bad_training(at_most("data has the samples", inputs.shape().rows, limits::trained_samples));
  if (auto problem = check_finite("data.inputs", inputs)) return problem;
  if (auto problem = check_finite("data.targets", targets)) return problem;
  if (!request.loss->doc.probabilities) return std::nullopt;
  for (std::size_t i = 0; i < targets.size(); ++i)
    if (targets[i] < 0 || targets[i] > 1)
      return bad_training(place_in("data.targets", targets.shape(), i) + " is " + print_number(targets[i]) + "; " +
                          std::string(request.loss->doc.name) + " needs targets from 0 to 1");
  return std::nullopt;
}

Problem check_initial(const TrainRequest& request) {
  if (const auto* const layers = std::get_if<std::vector<Layer>>(&request.initial)) {
    if (!request.seeds.empty()) return bad_training("seeds is for weights that are drawn, not for initial.layers");
    const auto parameters = parameters_of(request.net, *layers, "initial.layers");
    return parameters ? Problem() : parameters.error();
  }
  if (!std::isfinite(std::get<Scheme>(request.initial).scale)) return bad_training("initial.scale must be finite");
  return std::nullopt;
}

Problem check_state(const TrainRequest& request) {
  if (!request.state) return std::nullopt;
  if (!request.seeds.empty()) return bad_training("seeds is for runs from the start, not from a state");
  if (request.state->step > limits::training_step)
    return bad_training(at_most("state.step is", request.state->step, limits::training_step));
  const std::size_t parameters = places_of(request.net).back().end();
  const bool fits = request.state->parameters.size() == parameters &&
                    request.state->slots.size() == request.optimizer.optimizer->doc.slots &&
                    std::ranges::all_of(request.state->slots,
                                        [&](const std::vector<double>& slot) { return slot.size() == parameters; });
  if (!fits) return bad_training("state is that of another net or optimizer");
  return std::nullopt;
}

/// All that grows with the request, in numbers too large for nothing.
Problem check_size(const TrainRequest& request) {
  const std::uint64_t samples = request.data.count();
  std::uint64_t units = 0;
  for (const std::uint32_t width : request.net.widths) units += width;
  if (units * samples > limits::trained_values)
    return bad_training(at_most("data and layers make the values", units * samples, limits::trained_values));
  const std::uint64_t runs = std::max<std::size_t>(request.seeds.size(), 1);
  if (runs > limits::training_runs) return bad_training(at_most("seeds has", runs, limits::training_runs));
  if (request.steps > limits::training_updates)
    return bad_training(at_most("steps is", request.steps, limits::training_updates));
  const std::uint64_t parameters = places_of(request.net).back().end();
  const std::uint64_t frames = runs * (request.steps / request.every + 2);
  const std::uint64_t batch = request.batch == 0 ? samples : std::min<std::uint64_t>(request.batch, samples);
  // in doubles, since it may be too large for a whole number
  const double passes = static_cast<double>(runs * request.steps) * static_cast<double>(batch) +
                        static_cast<double>(frames) * static_cast<double>(samples);
  const double work = static_cast<double>(parameters + units) * passes;
  if (work > static_cast<double>(limits::trained_work))
    return bad_training("it asks for " + print_number(work) + " multiplications; there may be " +
                        std::to_string(limits::trained_work) + ": take fewer steps, samples or units");
  const std::uint64_t numbers = frames * FrameLayout(request.net, request.data.count(), request.record).size;
  if (numbers > limits::recorded_numbers)
    return bad_training("it records " + std::to_string(numbers) + " numbers; there may be " +
                        std::to_string(limits::recorded_numbers) + ": a larger \"every\" makes fewer");
  return std::nullopt;
}

Problem check_histogram(const Recorded& record) {
  const double width = record.histogram_to - record.histogram_from;
  if (!(width > 0) || !std::isfinite(width)) return bad_training("histogram must go up: \"from\" is less than \"to\"");
  if (record.histogram_bins < 1 || record.histogram_bins > 1'000)
    return bad_training("histogram.bins must be from 1 to 1000");
  return std::nullopt;
}

bool is_weight(double number) { return number >= 0 && std::isfinite(number); }

}  // namespace

std::optional<Error> check(const OptimizerChoice& choice) {
  // a negative one walks uphill, which is a lesson
  if (!std::isfinite(choice.settings.learning_rate)) return bad_training("optimizer.learning_rate must be finite");
  for (const SettingDoc& setting : all_settings) {
    const double value = choice.settings.*setting.place;
    const bool bounded = setting.below > setting.from;
    if (value >= setting.from && (!bounded || value < setting.below) && std::isfinite(value)) continue;
    return bad_training("optimizer." + std::string(setting.name) + " must be " +
                        (bounded ? "from 0 to less than 1" : "at least 0 and finite"));
  }
  if (!std::isfinite(choice.schedule.by)) return bad_training("optimizer.schedule.factor must be finite");
  if (choice.schedule.every == 0) return bad_training("optimizer.schedule.every must be at least 1");
  return std::nullopt;
}

std::optional<Error> check(const TrainRequest& request) {
  if (request.every == 0) return bad_training("every must be at least 1");
  if (!is_weight(request.l1)) return bad_training("l1 must be at least 0 and finite");
  if (!is_weight(request.l2)) return bad_training("l2 must be at least 0 and finite");
  if (auto problem = check_net(request.net)) return problem;
  if (auto problem = check(request.optimizer)) return problem;
  if (auto problem = check_histogram(request.record)) return problem;
  if (auto problem = check_data(request)) return problem;
  if (auto problem = check_initial(request)) return problem;
  if (auto problem = check_state(request)) return problem;
  return check_size(request);
}

}  // namespace gradcircuit
