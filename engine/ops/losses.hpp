#pragma once

#include "engine/ops/activations.hpp"
#include "engine/ops/softmax.hpp"

/// How far an output is from its target, as one number. Entries are averaged; for cross-entropy, samples are.
namespace gradcircuit::ops {

/// A sum over pairs of entries, divided by `Op::count(shape)`.
template <class Op>
struct Loss : NumberOp<Op, Kind::loss, 2> {
  static constexpr Shape sample_shapes[] = {{2, 3}, {2, 3}};
  static Result<Shape> shape(std::span<const Shape> in, const Attributes&) {
    if (in[0] == in[1]) return Shape{};
    return shapes_differ(in[0], in[1], Op::doc.notation);
  }
  static std::uint64_t count(Shape shape) { return shape.entries(); }

  template <class T>
  static void evaluate(MatrixView<T> out, std::span<const MatrixView<const T>> in, const Attributes&) {
    T sum(0);
    for (std::size_t i = 0; i < in[0].size(); ++i) sum += Op::entry(in[0][i], in[1][i]);
    out[0] = sum / T(static_cast<double>(Op::count(in[0].shape)));
  }
  template <class M>
  static M vjp(std::size_t operand, std::span<const M> in, const M& adjoint, const Attributes&) {
    const M share = adjoint / constant(static_cast<double>(Op::count(in[0].shape())), adjoint);
    return share * Op::gradient(operand, in[0], in[1]);
  }

 private:
  friend Op;
  Loss() = delete;
};

/// a log b, where 0 log 0 is 0.
template <math::Number T>
T times_log(const T& a, const T& log_of_b) {
  return math::where(math::equal(a, T(0)), T(0), a * log_of_b);
}

/// target / output, where 0 / 0 is 0.
template <class M>
M target_over(const M& target, const M& output) {
  const M zero = constant(0, target);
  const M none = call<Equal>(target, zero);
  const M one = constant(1, target);
  return target / call<If>(none, one, output);
}

struct Mse : Loss<Mse> {
  static constexpr Doc doc{.name = "mse",
                           .notation = "mse(output, target)",
                           .summary = "mean of the squared differences",
                           .rules = {"adjoint * 2/n * (output - target)", "adjoint * 2/n * (target - output)"},
                           .definition = "mean((output - target)^2)"};
  template <class T>
  static T entry(const T& output, const T& target) {
    return (output - target) * (output - target);
  }
  template <class M>
  static M gradient(std::size_t operand, const M& output, const M& target) {
    const M difference = operand == 0 ? output - target : target - output;
    return constant(2, difference) * difference;
  }
};

struct Bce : Loss<Bce> {
  static constexpr Doc doc{.name = "bce",
                           .notation = "bce(output, target)",
                           .summary = "binary cross-entropy of probabilities, mean over the entries",
                           .rules = {"adjoint / n * ((1 - target) / (1 - output) - target / output)",
                                     "adjoint / n * (log(1 - output) - log(output))"},
                           .kinks = "0 log 0 is 0",
                           .definition = "-mean(target * log(output) + (1 - target) * log(1 - output))"};
  static constexpr double sample_range[] = {0.1, 0.9};
  template <class T>
  static T entry(const T& output, const T& target) {
    return -times_log(target, math::log(output)) - times_log(T(1) - target, math::log1p(-output));
  }
  template <class M>
  static M gradient(std::size_t operand, const M& output, const M& target) {
    const M one = constant(1, output);
    const M rest = one - output;
    if (operand == 1) {
      const M other = call<Log>(rest);
      return other - call<Log>(output);
    }
    const M without = target_over(one - target, rest);
    return without - target_over(target, output);
  }
};

struct BceLogits : Loss<BceLogits> {
  static constexpr Doc doc{.name = "bce_logits",
                           .notation = "bce_logits(z, target)",
                           .summary = "bce(sigmoid(z), target), which never overflows",
                           .rules = {"adjoint / n * (sigmoid(z) - target)", "-adjoint / n * z"},
                           .definition = "mean(softplus(z) - target * z)"};
  template <class T>
  static T entry(const T& z, const T& target) {
    using namespace math;
    const T positive = where(less(z, T(0)), T(0), z);
    return positive - target * z + log1p(exp(-abs(z)));  // in this order what is left at target 1 is not lost
  }
  template <class M>
  static M gradient(std::size_t operand, const M& z, const M& target) {
    if (operand == 1) return -z;
    const M output = call<Sigmoid>(z);
    return output - target;
  }
};

struct CrossEntropy : Loss<CrossEntropy> {
  static constexpr Doc doc{.name = "cross_entropy",
                           .notation = "cross_entropy(output, target)",
                           .summary = "-target * log(output), summed over a row or each column, mean over the columns",
                           .rules = {"-adjoint / samples * target / output", "-adjoint / samples * log(output)"},
                           .kinks = "0 log 0 is 0"};
  static constexpr double sample_range[] = {0.1, 0.9};
  static std::uint64_t count(Shape shape) { return samples_in(shape); }
  template <class T>
  static T entry(const T& output, const T& target) {
    return -times_log(target, math::log(output));
  }
  template <class M>
  static M gradient(std::size_t operand, const M& output, const M& target) {
    return -(operand == 0 ? target_over(target, output) : call<Log>(output));
  }
};

struct CrossEntropyLogits : Loss<CrossEntropyLogits> {
  static constexpr Doc doc{
      .name = "cross_entropy_logits",
      .notation = "cross_entropy_logits(z, target)",
      .summary = "cross_entropy(softmax(z), target), which never overflows",
      .rules = {"adjoint / samples * (softmax(z) * sum(target) - target)", "-adjoint / samples * log_softmax(z)"}};
  static std::uint64_t count(Shape shape) { return samples_in(shape); }

  template <class T>
  static void evaluate(MatrixView<T> out, std::span<const MatrixView<const T>> in, const Attributes&) {
    const std::uint32_t samples = samples_in(in[0].shape);
    T sum(0);
    for (std::uint32_t sample = 0; sample < samples; ++sample) {
      const Exponentials<T> exponentials(in[0], sample);
      for (std::size_t i = sample; i < in[0].size(); i += samples)
        sum += times_log(in[1][i], -exponentials.log_softmax(in[0][i]));
    }
    out[0] = sum / T(static_cast<double>(samples));
  }
  template <class M>
  static M gradient(std::size_t operand, const M& z, const M& target) {
    if (operand == 1) return -call<LogSoftmax>(z);
    const M output = call<Softmax>(z);
    const M whole = sum_of_samples(target);
    return output * whole - target;
  }
};

}  // namespace gradcircuit::ops
