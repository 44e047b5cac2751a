#include "engine/train/data.hpp"

#include <cmath>
#include <numbers>

#include "engine/base/normal.hpp"

namespace gradcircuit {
namespace {

/// The point at a distance from the origin, at an angle in turns.
void place(double radius, double turns, double* point) {
  const exact::Turned at = exact::turned(turns);
  point[0] = radius * at.cosine;
  point[1] = radius * at.sine;
}

/// sin(x) for the numbers that a task is made of, the same on every machine.
double sine(double x) { return exact::turned(x / (2 * std::numbers::pi)).sine; }

/// Classes take turns, so that there are as many of each.
double turn(std::uint32_t i) { return i % 2; }

constexpr DataSet sets[] = {
    {{.name = "xor", .formula = "x ≠ y at the corners of a square", .summary = "the four points of XOR", .samples = 4},
     [](std::uint32_t i, std::uint32_t, Random&, double* inputs, double& target) {
       inputs[0] = i / 2 % 2;
       inputs[1] = i % 2;
       target = inputs[0] == inputs[1] ? 0 : 1;
     }},
    {{.name = "xor_quadrants", .formula = "x y < 0", .summary = "XOR as four quadrants of a square"},
     [](std::uint32_t, std::uint32_t, Random& random, double* inputs, double& target) {
       inputs[0] = random.uniform(-5, 5);
       inputs[1] = random.uniform(-5, 5);
       target = (inputs[0] < 0) == (inputs[1] < 0) ? 0 : 1;
     }},
    {{.name = "circle", .formula = "radius 1 ± 1 and 4 ± 1", .summary = "a ring, which is to give 1, around a disc"},
     [](std::uint32_t i, std::uint32_t, Random& random, double* inputs, double& target) {
       target = turn(i);
       const double radius = (target == 0 ? 1 : 4) + random.uniform(-1, 1);
       place(radius, random.uniform(), inputs);
     }},
    {{.name = "moons", .formula = "two half circles", .summary = "two half moons that reach into each other"},
     [](std::uint32_t i, std::uint32_t, Random& random, double* inputs, double& target) {
       target = turn(i);
       place(1, random.uniform(0, 0.5), inputs);
       if (target != 0) {
         inputs[0] = 1 - inputs[0];
         inputs[1] = 0.5 - inputs[1];
       }
     }},
    {{.name = "checkerboard",
      .formula = "x y < 0, |x| and |y| from 1/2 to 5",
      .summary = "four fields with a gap between them"},
     [](std::uint32_t, std::uint32_t, Random& random, double* inputs, double& target) {
       const std::uint32_t field = random.below(4);
       inputs[0] = random.uniform(0.5, 5) * (field / 2 == 0 ? 1 : -1);
       inputs[1] = random.uniform(0.5, 5) * (field % 2 == 0 ? 1 : -1);
       target = inputs[0] * inputs[1] < 0 ? 1 : 0;
     }},
    {{.name = "gaussians", .formula = "N(±2, 1)", .summary = "two clouds, around (-2, -2) and (2, 2)"},
     [](std::uint32_t i, std::uint32_t, Random& random, double* inputs, double& target) {
       target = turn(i);
       const double centre = target == 0 ? -2 : 2;
       inputs[0] = centre + exact::normal(random);
       inputs[1] = centre + exact::normal(random);
     }},
    {{.name = "spiral", .formula = "radius grows with the angle", .summary = "two arms wound around each other"},
     [](std::uint32_t i, std::uint32_t count, Random&, double* inputs, double& target) {
       target = turn(i);
       const std::uint32_t arm = (count + 1) / 2;
       const std::uint32_t number = i / 2;
       const double along = static_cast<double>(number) / arm;
       place(5 * along, 1.75 * along + target / 2, inputs);
     }},
    {{.name = "neuron",
      .formula = "0",
      .summary = "the one sample of the first lesson: (-1, -2) should give 0",
      .samples = 1},
     [](std::uint32_t, std::uint32_t, Random&, double* inputs, double& target) {
       inputs[0] = -1;
       inputs[1] = -2;
       target = 0;
     }},
    {{.name = "line",
      .formula = "2 x - 1",
      .summary = "points along a line",
      .inputs = 1,
      .samples = 50,
      .classes = false},
     [](std::uint32_t, std::uint32_t, Random& random, double* inputs, double& target) {
       inputs[0] = random.uniform(-2, 2);
       target = 2 * inputs[0] - 1;
     }},
    {{.name = "plane", .formula = "2 x - y + 1/2", .summary = "points on a plane", .samples = 64, .classes = false},
     [](std::uint32_t, std::uint32_t, Random& random, double* inputs, double& target) {
       inputs[0] = exact::normal(random);
       inputs[1] = exact::normal(random);
       target = 2 * inputs[0] - inputs[1] + 0.5;
     }},
    {{.name = "hills", .formula = "± (1 - radius / 2)", .summary = "hills and hollows in turns", .classes = false},
     [](std::uint32_t, std::uint32_t, Random& random, double* inputs, double& target) {
       const std::uint32_t column = random.below(3);
       const std::uint32_t row = random.below(2);
       const double across = random.uniform(-2, 2);
       const double along = random.uniform(-2.5, 2.5);
       // around (-4, ±2.5), (0, ±2.5) and (4, ±2.5)
       inputs[0] = 4.0 * column - 4 + across;
       inputs[1] = 5.0 * row - 2.5 + along;
       const double height = 1 - std::sqrt(across * across + along * along) / 2;
       target = height < 0 ? 0 : column % 2 != row ? height : -height;
     }},
    {{.name = "sine", .formula = "sin(x)", .summary = "one wave", .inputs = 1, .samples = 50, .classes = false},
     [](std::uint32_t i, std::uint32_t count, Random&, double* inputs, double& target) {
       inputs[0] = std::numbers::pi * (count == 1 ? 0 : 2.0 * i / (count - 1) - 1);
       target = sine(inputs[0]);
     }},
    {{.name = "parabola", .formula = "x²", .summary = "a valley", .inputs = 1, .samples = 50, .classes = false},
     [](std::uint32_t i, std::uint32_t count, Random&, double* inputs, double& target) {
       inputs[0] = count == 1 ? 0 : 4.0 * i / (count - 1) - 2;
       target = inputs[0] * inputs[0];
     }},
};

}  // namespace

std::span<const DataSet> all_data_sets() { return sets; }

const DataSet* find_data_set(std::string_view name) {
  for (const DataSet& set : sets)
    if (set.doc.name == name) return &set;
  return nullptr;
}

TrainingData make_data(const DataSet& set, std::uint32_t samples, double noise, std::uint64_t seed) {
  Matrix inputs(Shape{samples, set.doc.inputs}, 0.0);
  Matrix targets(Shape{samples, 1}, 0.0);
  Random random(seed);
  Random noisy(~seed);  // of its own, so that noise moves the samples and does not replace them
  for (std::uint32_t i = 0; i < samples; ++i) {
    double* const row = inputs.view().entries + std::size_t{i} * set.doc.inputs;
    set.make(i, samples, random, row, targets[i]);
    if (set.doc.classes)
      for (std::uint32_t c = 0; c < set.doc.inputs; ++c) row[c] += noise * exact::normal(noisy);
    else
      targets[i] += noise * exact::normal(noisy);
  }
  return {.inputs = std::move(inputs), .targets = std::move(targets)};
}

}  // namespace gradcircuit
