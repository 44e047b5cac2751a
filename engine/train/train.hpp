#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/base/result.hpp"
#include "engine/train/data.hpp"
#include "engine/train/frames.hpp"
#include "engine/train/initializer.hpp"
#include "engine/train/loss.hpp"
#include "engine/train/net.hpp"
#include "engine/train/optimizer.hpp"
#include "engine/train/order.hpp"

namespace gradcircuit {

/// Beside those of base/limits.hpp, of which a circuit on a page knows all.
namespace limits {
inline constexpr std::uint32_t trained_layers = 64;
inline constexpr std::uint64_t trained_parameters = 1'000'000;
inline constexpr std::uint32_t trained_samples = 20'000;
inline constexpr std::uint32_t training_updates = 1'000'000;
/// Updates of a run that is taken up again and again.
inline constexpr std::uint64_t training_step = 4'000'000'000;
inline constexpr std::uint32_t training_runs = 1'000;
/// Units × samples that a net holds at once.
inline constexpr std::uint64_t trained_values = 4'000'000;
/// Parameters × samples × updates of one request, all runs together: a few seconds.
inline constexpr std::uint64_t trained_work = 20'000'000'000;
/// Of all frames of one request.
inline constexpr std::uint64_t recorded_numbers = 4'000'000;
}  // namespace limits

/// How the parameters of a net start.
struct Scheme {
  const Initializer* initializer = nullptr;
  double scale = 1;
  std::uint64_t seed = 1;
};

/// Where a run is: with the request, all that is needed to go on from there, to the bit.
struct TrainState {
  std::uint64_t step = 0;  ///< updates so far
  std::vector<double> parameters;
  std::vector<std::vector<double>> slots = {};  ///< what the optimiser keeps, one number a parameter
  Order::State order = {};
};

struct TrainRequest {
  Net net;
  const Loss* loss = nullptr;
  TrainingData data;
  std::variant<Scheme, std::vector<Layer>> initial;
  OptimizerChoice optimizer;
  std::uint32_t batch = 0;  ///< samples an update; 0 for all
  bool shuffle = true;
  std::optional<std::uint64_t> order_seed = {};  ///< that of the scheme unless given
  double l1 = 0;
  double l2 = 0;
  std::uint32_t steps = 0;
  Recorded record = {};
  std::uint32_t every = 1;
  std::optional<TrainState> state = {};
  std::vector<std::uint64_t> seeds = {};  ///< one run each, instead of that of the scheme and the order
};

/// Why a run ended early: the first thing in it that was no longer a number, or too large for one.
struct Stop {
  std::uint64_t step;                      ///< updates that were made
  std::optional<std::size_t> layer = {};   ///< of a net, counted from 0
  std::optional<std::uint32_t> node = {};  ///< of a program
  std::string_view what;                   ///< parameters, sums, activations, values, loss or gradient
  std::string why;
};

struct TrainingRun {
  std::uint64_t seed;
  std::uint32_t frames = 0;
  std::vector<double> numbers = {};  ///< of all frames, one after the other
  TrainState state = {};
  std::optional<Stop> stopped = {};
};

struct Training {
  FrameLayout layout;
  std::vector<TrainingRun> runs;  ///< one, or one a seed
};

/// Trains a net. Frame 0 is the start, frame k the state after k·every updates; the last update has a frame too. A step that would put
/// something else than a number into a parameter is not made: the run stops there.
/// Fails with bad_request, which names the field, before anything is allocated.
Result<Training> train(const TrainRequest& request);

}  // namespace gradcircuit
