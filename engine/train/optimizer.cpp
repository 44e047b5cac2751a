#include "engine/train/optimizer.hpp"

#include <cmath>
#include <tuple>

#include "engine/base/normal.hpp"

namespace gradcircuit {
namespace {

// One struct an optimiser: what it does to one parameter `w` with gradient `g` and the numbers it keeps. The loop over parameters is
// written once, and the compiler makes pairs of it.

struct Gd {
  static constexpr OptimizerDoc doc{
      .name = "gd", .formula = "w = w - η g", .summary = "gradient descent: downhill, as far as the slope is steep"};
  static void update(double& w, double g, double& /*first*/, double& /*second*/, const Rates& at) {
    w -= at.learning_rate * g;
  }
};

struct Momentum {
  static constexpr OptimizerDoc doc{.name = "momentum",
                                    .formula = "v = μ v + g; w = w - η v",
                                    .summary = "goes on in the direction it was going",
                                    .settings = "momentum",
                                    .slots = 1};
  static void update(double& w, double g, double& v, double& /*second*/, const Rates& at) {
    v = at.settings.momentum * v + g;
    w -= at.learning_rate * v;
  }
};

struct Nesterov {
  static constexpr OptimizerDoc doc{.name = "nesterov",
                                    .formula = "v = μ v + g; w = w - η (g + μ v)",
                                    .summary = "momentum that looks one update ahead",
                                    .settings = "momentum",
                                    .slots = 1};
  static void update(double& w, double g, double& v, double& /*second*/, const Rates& at) {
    v = at.settings.momentum * v + g;
    w -= at.learning_rate * (g + at.settings.momentum * v);
  }
};

struct Adagrad {
  static constexpr OptimizerDoc doc{.name = "adagrad",
                                    .formula = "s = s + g²; w = w - η g / (√s + ε)",
                                    .summary = "smaller updates for what has moved much already",
                                    .settings = "epsilon",
                                    .slots = 1};
  static void update(double& w, double g, double& s, double& /*second*/, const Rates& at) {
    s += g * g;
    w -= at.learning_rate * g / (std::sqrt(s) + at.settings.epsilon);
  }
};

struct RmsProp {
  static constexpr OptimizerDoc doc{.name = "rmsprop",
                                    .formula = "s = α s + (1 - α) g²; w = w - η g / (√s + ε)",
                                    .summary = "updates of equal size, whatever the scale of the gradient",
                                    .settings = "alpha epsilon",
                                    .slots = 1};
  static void update(double& w, double g, double& s, double& /*second*/, const Rates& at) {
    s = at.settings.alpha * s + (1 - at.settings.alpha) * (g * g);
    w -= at.learning_rate * g / (std::sqrt(s) + at.settings.epsilon);
  }
};

void update_adam(double& w, double g, double& m, double& v, const Rates& at) {
  m = at.settings.beta1 * m + (1 - at.settings.beta1) * g;
  v = at.settings.beta2 * v + (1 - at.settings.beta2) * (g * g);
  w -= at.learning_rate * (m / at.first_bias) / (std::sqrt(v / at.second_bias) + at.settings.epsilon);
}

struct Adam {
  static constexpr OptimizerDoc doc{
      .name = "adam",
      .formula = "m = β₁ m + (1 - β₁) g; v = β₂ v + (1 - β₂) g²; w = w - η m/(1 - β₁ᵗ) / (√(v/(1 - β₂ᵗ)) + ε)",
      .summary = "momentum and updates of equal size together",
      .settings = "beta1 beta2 epsilon",
      .slots = 2};
  static void update(double& w, double g, double& m, double& v, const Rates& at) { update_adam(w, g, m, v, at); }
};

struct AdamW {
  static constexpr OptimizerDoc doc{.name = "adamw",
                                    .formula = "w = w - η λ w; then as adam",
                                    .summary = "adam, with a pull to 0 that its averages do not see",
                                    .settings = "beta1 beta2 epsilon weight_decay",
                                    .slots = 2};
  static void update(double& w, double g, double& m, double& v, const Rates& at) {
    w -= at.learning_rate * at.settings.weight_decay * w;
    update_adam(w, g, m, v, at);
  }
};

template <class Rule>
void update_all(std::size_t count, double* parameters, const double* gradient, double* const* slots, const Rates& at) {
  double* __restrict const w = parameters;
  const double* __restrict const g = gradient;
  double none = 0;
  if constexpr (Rule::doc.slots == 0) {
    for (std::size_t i = 0; i < count; ++i) Rule::update(w[i], g[i], none, none, at);
  } else if constexpr (Rule::doc.slots == 1) {
    double* __restrict const first = slots[0];
    for (std::size_t i = 0; i < count; ++i) Rule::update(w[i], g[i], first[i], none, at);
  } else {
    double* __restrict const first = slots[0];
    double* __restrict const second = slots[1];
    for (std::size_t i = 0; i < count; ++i) Rule::update(w[i], g[i], first[i], second[i], at);
  }
}

using AllOptimizers = std::tuple<Gd, Momentum, Nesterov, Adagrad, RmsProp, Adam, AdamW>;

constexpr auto optimizers = []<class... Rule>(std::type_identity<std::tuple<Rule...>>) {
  return std::array{Optimizer{Rule::doc, update_all<Rule>}...};
}(std::type_identity<AllOptimizers>{});

}  // namespace

bool Optimizer::uses(std::string_view setting) const {
  for (std::string_view rest = doc.settings; !rest.empty();) {
    const std::size_t space = rest.find(' ');
    if (rest.substr(0, space) == setting) return true;
    rest.remove_prefix(space == std::string_view::npos ? rest.size() : space + 1);
  }
  return false;
}

std::span<const Optimizer> all_optimizers() { return optimizers; }

const Optimizer* find_optimizer(std::string_view name) {
  for (const Optimizer& optimizer : optimizers)
    if (optimizer.doc.name == name) return &optimizer;
  return nullptr;
}

Rates OptimizerChoice::rates_at(std::uint64_t number) const {
  Rates rates{.settings = settings, .learning_rate = settings.learning_rate * schedule.factor(number - 1)};
  if (optimizer->doc.slots == 2) {
    rates.first_bias = 1 - exact::power(settings.beta1, number);
    rates.second_bias = 1 - exact::power(settings.beta2, number);
  }
  return rates;
}

}  // namespace gradcircuit
