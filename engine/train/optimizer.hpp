#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "engine/train/schedule.hpp"

namespace gradcircuit {

/// What an optimiser is set to. Each uses those that its doc names.
struct Settings {
  double learning_rate = 0.1;
  double momentum = 0.9;
  double beta1 = 0.9;
  double beta2 = 0.999;
  double alpha = 0.99;
  double epsilon = 1e-8;
  double weight_decay = 0.01;
};

struct SettingDoc {
  std::string_view name;
  double Settings::* place;
  double from = 0;   ///< the least it may be
  double below = 0;  ///< what it must be less than; no bound if not more than `from`
};
/// All but the learning rate, which every optimiser has.
inline constexpr SettingDoc all_settings[] = {
    {"momentum", &Settings::momentum, 0, 1}, {"beta1", &Settings::beta1, 0, 1},
    {"beta2", &Settings::beta2, 0, 1},       {"alpha", &Settings::alpha, 0, 1},
    {"epsilon", &Settings::epsilon, 0, 0},   {"weight_decay", &Settings::weight_decay, 0, 0},
};

struct OptimizerDoc {
  std::string_view name;
  std::string_view formula;  ///< of one parameter w with gradient g at update t, statements separated by `;`
  std::string_view summary;
  std::string_view settings = {};  ///< names, separated by spaces
  unsigned slots = 0;              ///< numbers that it keeps for each parameter, 0 at first
};

/// Numbers that are the same for all parameters of one update.
struct Rates {
  const Settings& settings;
  double learning_rate;    ///< as the schedule has it
  double first_bias = 1;   ///< 1 - β₁ᵗ, where there is a β₁
  double second_bias = 1;  ///< 1 - β₂ᵗ
};

struct Optimizer {
  OptimizerDoc doc;
  void (*update)(std::size_t count, double* parameters, const double* gradient, double* const* slots,
                 const Rates& rates);

  bool uses(std::string_view setting) const;
};

std::span<const Optimizer> all_optimizers();
/// Null where there is none of that name.
const Optimizer* find_optimizer(std::string_view name);

/// Which optimiser, and how it is set.
struct OptimizerChoice {
  const Optimizer* optimizer = nullptr;
  Settings settings = {};
  Schedule schedule = {};

  /// Those of update `number`, counted from 1.
  Rates rates_at(std::uint64_t number) const;
};

}  // namespace gradcircuit
