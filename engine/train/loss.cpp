#include "engine/train/loss.hpp"

#include "engine/graph/expr.hpp"
#include "engine/ops/losses.hpp"

namespace gradcircuit {
namespace {

double of_all(std::size_t /*samples*/, std::size_t /*outputs*/) { return 1; }
double of_samples(std::size_t samples, std::size_t /*outputs*/) { return 1 / static_cast<double>(samples); }
double of_entries(std::size_t samples, std::size_t outputs) { return 1 / static_cast<double>(samples * outputs); }

// Each states the loss of an entry, which is taken from the ops, and of two entries the derivative, which every update asks for.

struct Squared {
  static Lanes entry(const Lanes& output, const Lanes& target) { return ops::Mse::entry(output, target); }
  static Pair slope(Pair output, Pair target) { return 2.0 * (output - target); }
};

struct HalfSquared {
  static Lanes entry(const Lanes& output, const Lanes& target) { return 0.5 * ops::Mse::entry(output, target); }
  static Pair slope(Pair output, Pair target) { return output - target; }
};

struct OfProbability {
  static Lanes entry(const Lanes& output, const Lanes& target) { return ops::Bce::entry(output, target); }
  static Pair slope(Pair output, Pair target) { return over(1.0 - target, 1.0 - output) - over(target, output); }

 private:
  static Pair over(Pair target, Pair output) { return target / (target == 0.0 ? pair_of(1) : output); }  // 0 / 0 is 0
};

struct OfLogit {
  static Lanes entry(const Lanes& z, const Lanes& target) { return ops::BceLogits::entry(z, target); }
  static Pair slope(Pair z, Pair target) {
    Pair output;
    Pair unused;
    math::sigmoid_with_slope(&z, &output, &unused, 1);
    return output - target;
  }
};

template <class Rule>
void entries_of(const LaneArray& outputs, const LaneArray& targets, std::size_t /*rows*/, LaneArray& entries) {
  for (std::size_t i = 0; i < entries.lanes().size(); ++i)
    entries.lanes()[i] = Rule::entry(outputs.lanes()[i], targets.lanes()[i]);
}

template <class Rule>
void slopes_of(const LaneArray& outputs, const LaneArray& targets, std::size_t rows, double share, LaneArray& slopes) {
  const std::size_t pairs = rows * outputs.pairs();
  for (std::size_t i = 0; i < pairs; ++i) slopes.row(0)[i] = share * Rule::slope(outputs.row(0)[i], targets.row(0)[i]);
}

/// Of both halves of a pair.
template <class F>
Pair each_half(F f, Pair x) {
  return Pair{f(x[0]), f(x[1])};
}

Pair exponential(Pair x) {
  Lanes lanes;
  lanes.pairs[0] = x;
  return math::exp(lanes).pairs[0];
}

/// Softmax over the outputs of two samples, without overflow: their exponentials are of what they are less than the largest.
struct Softmax {
  Pair largest;
  Pair sum;

  Softmax(const LaneArray& outputs, std::size_t rows, std::size_t pair) : largest(outputs.row(0)[pair]), sum{} {
    for (std::size_t r = 1; r < rows; ++r) {
      const Pair output = outputs.row(r)[pair];
      largest = output > largest ? output : largest;
    }
    for (std::size_t r = 0; r < rows; ++r) sum += exponential(outputs.row(r)[pair] - largest);
  }
};

void softmax_entries(const LaneArray& outputs, const LaneArray& targets, std::size_t rows, LaneArray& entries) {
  for (std::size_t p = 0; p < outputs.pairs(); ++p) {
    const Softmax softmax(outputs, rows, p);
    const Pair log_of_sum = each_half([](double x) { return std::log(x); }, softmax.sum);
    for (std::size_t r = 0; r < rows; ++r) {
      const Pair target = targets.row(r)[p];
      const Pair distance = log_of_sum - (outputs.row(r)[p] - softmax.largest);
      entries.row(r)[p] = target == 0.0 ? pair_of(0) : target * distance;  // 0 log 0 is 0
    }
  }
}

void softmax_slopes(const LaneArray& outputs, const LaneArray& targets, std::size_t rows, double share,
                    LaneArray& slopes) {
  for (std::size_t p = 0; p < outputs.pairs(); ++p) {
    const Softmax softmax(outputs, rows, p);
    Pair whole{};
    for (std::size_t r = 0; r < rows; ++r) whole += targets.row(r)[p];
    for (std::size_t r = 0; r < rows; ++r) {
      const Pair probability = exponential(outputs.row(r)[p] - softmax.largest) / softmax.sum;
      slopes.row(r)[p] = share * (probability * whole - targets.row(r)[p]);
    }
  }
}

constexpr Loss losses[] = {
    {{.name = "mse", .formula = "1/(n m) Σ (o - t)²", .summary = "mean of the squared differences"},
     of_entries,
     entries_of<Squared>,
     slopes_of<Squared>},
    {{.name = "half_sse", .formula = "1/2 Σ (o - t)²", .summary = "half the sum of the squared differences"},
     of_all,
     entries_of<HalfSquared>,
     slopes_of<HalfSquared>},
    {{.name = "half_mse", .formula = "1/(2 n) Σ (o - t)²", .summary = "half_sse, mean over the samples"},
     of_samples,
     entries_of<HalfSquared>,
     slopes_of<HalfSquared>},
    {{.name = "bce",
      .formula = "-1/n Σ (t log o + (1 - t) log(1 - o))",
      .summary = "binary cross-entropy of probabilities, mean over the samples",
      .probabilities = true},
     of_samples,
     entries_of<OfProbability>,
     slopes_of<OfProbability>},
    {{.name = "bce_logits",
      .formula = "1/n Σ (softplus(o) - t o)",
      .summary = "bce(sigmoid(o), t), which never overflows",
      .probabilities = true},
     of_samples,
     entries_of<OfLogit>,
     slopes_of<OfLogit>},
    {{.name = "cross_entropy_logits",
      .formula = "-1/n Σ t log softmax(o)",
      .summary = "cross-entropy of the softmax over the outputs of a sample, mean over the samples",
      .probabilities = true},
     of_samples,
     softmax_entries,
     softmax_slopes},
};

}  // namespace

std::span<const Loss> all_losses() { return losses; }

const Loss* find_loss(std::string_view name) {
  for (const Loss& loss : losses)
    if (loss.doc.name == name) return &loss;
  return nullptr;
}

}  // namespace gradcircuit
