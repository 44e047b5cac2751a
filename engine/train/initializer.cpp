#include "engine/train/initializer.hpp"

#include <cmath>

#include "engine/base/normal.hpp"

namespace gradcircuit {
namespace {

using Weights = MatrixView<double>;

double inputs_of(Weights weights) { return weights.shape.columns; }
double inputs_and_outputs_of(Weights weights) { return inputs_of(weights) + weights.shape.rows; }

void fill_constant(Weights weights, double value) {
  for (double& weight : weights.flat()) weight = value;
}

void fill_uniform(Weights weights, double bound, Random& random) {
  for (double& weight : weights.flat()) weight = random.uniform(-bound, bound);
}

void fill_normal(Weights weights, double deviation, Random& random) {
  for (double& weight : weights.flat()) weight = deviation * exact::normal(random);
}

/// Normal numbers made orthonormal row by row, or column by column where there are more rows (Gram and Schmidt, twice each, so that
/// rounding leaves nothing of the earlier ones).
void fill_orthogonal(Weights weights, double scale, Random& random) {
  const auto [rows, columns] = weights.shape;
  const bool wide = rows <= columns;
  const std::size_t count = wide ? rows : columns;
  const std::size_t length = wide ? columns : rows;
  const auto entry = [&](std::size_t vector, std::size_t i) -> double& {
    return wide ? weights[vector * columns + i] : weights[i * columns + vector];
  };
  const auto product = [&](std::size_t a, std::size_t b) {
    double sum = 0;
    for (std::size_t i = 0; i < length; ++i) sum += entry(a, i) * entry(b, i);
    return sum;
  };
  for (std::size_t v = 0; v < count; ++v) {
    for (std::size_t i = 0; i < length; ++i) entry(v, i) = exact::normal(random);
    for (int pass = 0; pass < 2; ++pass)
      for (std::size_t before = 0; before < v; ++before) {
        const double along = product(v, before);
        for (std::size_t i = 0; i < length; ++i) entry(v, i) -= along * entry(before, i);
      }
    const double size = std::sqrt(product(v, v));
    for (std::size_t i = 0; i < length; ++i) entry(v, i) /= size;
  }
  for (double& weight : weights.flat()) weight *= scale;
}

constexpr Initializer initializers[] = {
    {{.name = "zero", .formula = "0", .summary = "all weights 0"},
     [](Weights weights, double, Random&) { fill_constant(weights, 0); }},
    {{.name = "constant", .formula = "1/2", .summary = "all weights the same"},
     [](Weights weights, double scale, Random&) { fill_constant(weights, 0.5 * scale); }},
    {{.name = "uniform", .formula = "U(-1, 1)", .summary = "any number between -1 and 1, whatever the width"},
     fill_uniform},
    {{.name = "normal", .formula = "N(0, 1)", .summary = "a normal distribution, whatever the width"}, fill_normal},
    {{.name = "lecun_normal", .formula = "N(0, 1/n)", .summary = "keeps the variance of a linear layer going forward"},
     [](Weights weights, double scale, Random& random) {
       fill_normal(weights, scale * std::sqrt(1 / inputs_of(weights)), random);
     }},
    {{.name = "lecun_uniform", .formula = "U(-√(3/n), √(3/n))", .summary = "the same variance, with bounds"},
     [](Weights weights, double scale, Random& random) {
       fill_uniform(weights, scale * std::sqrt(3 / inputs_of(weights)), random);
     }},
    {{.name = "xavier_normal",
      .formula = "N(0, 2/(n + m))",
      .summary = "keeps variances going forward and back: for tanh"},
     [](Weights weights, double scale, Random& random) {
       fill_normal(weights, scale * std::sqrt(2 / inputs_and_outputs_of(weights)), random);
     }},
    {{.name = "xavier_uniform",
      .formula = "U(-√(6/(n + m)), √(6/(n + m)))",
      .summary = "the same variance, with bounds"},
     [](Weights weights, double scale, Random& random) {
       fill_uniform(weights, scale * std::sqrt(6 / inputs_and_outputs_of(weights)), random);
     }},
    {{.name = "he_normal", .formula = "N(0, 2/n)", .summary = "makes up for the half that relu drops"},
     [](Weights weights, double scale, Random& random) {
       fill_normal(weights, scale * std::sqrt(2 / inputs_of(weights)), random);
     }},
    {{.name = "he_uniform", .formula = "U(-√(6/n), √(6/n))", .summary = "the same variance, with bounds"},
     [](Weights weights, double scale, Random& random) {
       fill_uniform(weights, scale * std::sqrt(6 / inputs_of(weights)), random);
     }},
    {{.name = "orthogonal", .formula = "rows orthonormal", .summary = "keeps every length: for very deep nets"},
     fill_orthogonal},
    {{.name = "too_small", .formula = "N(0, 0.01/n)", .summary = "a tenth of lecun_normal: signals fade"},
     [](Weights weights, double scale, Random& random) {
       fill_normal(weights, scale * std::sqrt(0.01 / inputs_of(weights)), random);
     }},
    {{.name = "too_large", .formula = "N(0, 100/n)", .summary = "ten times lecun_normal: units saturate"},
     [](Weights weights, double scale, Random& random) {
       fill_normal(weights, scale * std::sqrt(100 / inputs_of(weights)), random);
     }},
    {{.name = "scaled", .formula = "N(0, 1/n)", .summary = "lecun_normal, for a scale of your own"},
     [](Weights weights, double scale, Random& random) {
       fill_normal(weights, scale * std::sqrt(1 / inputs_of(weights)), random);
     }},
};

}  // namespace

std::span<const Initializer> all_initializers() { return initializers; }

const Initializer* find_initializer(std::string_view name) {
  for (const Initializer& initializer : initializers)
    if (initializer.doc.name == name) return &initializer;
  return nullptr;
}

std::vector<double> initial_parameters(const Net& net, const Initializer& initializer, double scale,
                                       std::uint64_t seed) {
  const std::vector<LayerPlace> places = places_of(net);
  std::vector<double> parameters(places.back().end());
  Random random(seed);
  for (const LayerPlace& place : places)
    initializer.fill({.entries = parameters.data() + place.weights, .shape = {place.outputs, place.inputs}}, scale,
                     random);
  return parameters;
}

}  // namespace gradcircuit
