#pragma once

#include "engine/ops/reductions.hpp"

/// Softmax and its kin take the entries of a row or of each column together: in `W @ X + b` a column is one sample.
namespace gradcircuit::ops {

inline std::uint32_t samples_in(Shape shape) { return shape.rows == 1 ? 1 : shape.columns; }

/// The sum over each sample, in symbols.
template <class M>
M sum_of_samples(const M& x) {
  return x.shape().rows == 1 ? call<Sum>(x) : call<ColumnSums>(x);
}

/// The largest entry of a sample, and the sum of exp(entry - largest) over the others: what is left of 1 is never lost beside it.
template <class T>
struct Exponentials {
  T largest;
  T others{0};

  Exponentials(MatrixView<const T> x, std::uint32_t sample) : largest(x[sample]) {
    using namespace math;
    const std::uint32_t step = samples_in(x.shape);
    for (std::size_t i = sample; i < x.size(); i += step) largest = where(less(largest, x[i]), x[i], largest);
    T seen(0);
    for (std::size_t i = sample; i < x.size(); i += step) {
      const T is_largest = equal(x[i], largest) * (T(1) - seen);
      seen += is_largest;
      others += where(is_largest, T(0), exp(x[i] - largest));
    }
  }

  T softmax(const T& x) const { return math::exp(x - largest) / (T(1) + others); }
  T log_softmax(const T& x) const { return x - largest - math::log1p(others); }
};

/// Base of softmax and log_softmax.
template <class Op>
struct Normaliser : MatrixOp<Kind::reduction, 1> {
  static constexpr bool linear = false;
  static constexpr Shape sample_shapes[] = {{3, 2}};
  static Result<Shape> shape(std::span<const Shape> in, const Attributes&) { return in[0]; }

  template <class T>
  static void evaluate(MatrixView<T> out, std::span<const MatrixView<const T>> in, const Attributes&) {
    const std::uint32_t samples = samples_in(out.shape);
    for (std::uint32_t sample = 0; sample < samples; ++sample) {
      const Exponentials<T> exponentials(in[0], sample);
      for (std::size_t i = sample; i < out.size(); i += samples) out[i] = Op::entry(exponentials, in[0][i]);
    }
  }

 private:
  friend Op;
  Normaliser() = delete;
};

struct Softmax : Normaliser<Softmax> {
  static constexpr Doc doc{
      .name = "softmax",
      .notation = "softmax(x)",
      .summary = "exp of each entry divided by their sum, for a row or for each column: positive, of sum 1",
      .rules = {"out * (adjoint - sum(out * adjoint))"}};
  template <class T>
  static T entry(const Exponentials<T>& exponentials, const T& x) {
    return exponentials.softmax(x);
  }
  template <class M>
  static M vjp(std::size_t /*operand*/, std::span<const M> in, const M& adjoint, const Attributes&) {
    const M out = call<Softmax>(in[0]);
    const M mean = sum_of_samples(out * adjoint);
    return out * (adjoint - mean);
  }
  template <class M>
  static M jvp(std::span<const M> in, std::span<const M> tangents, const Attributes& attributes) {
    return vjp(0, in, tangents[0], attributes);  // its Jacobian is symmetric
  }
};

struct LogSoftmax : Normaliser<LogSoftmax> {
  static constexpr Doc doc{.name = "log_softmax",
                           .notation = "log_softmax(x)",
                           .summary = "log of softmax(x), with all digits where softmax is near 0 or 1",
                           .rules = {"adjoint - softmax(x) * sum(adjoint)"}};
  template <class T>
  static T entry(const Exponentials<T>& exponentials, const T& x) {
    return exponentials.log_softmax(x);
  }
  template <class M>
  static M vjp(std::size_t /*operand*/, std::span<const M> in, const M& adjoint, const Attributes&) {
    const M share = call<Softmax>(in[0]);
    const M sum = sum_of_samples(adjoint);
    return adjoint - share * sum;
  }
  template <class M>
  static M jvp(std::span<const M> in, std::span<const M> tangents, const Attributes&) {
    const M share = call<Softmax>(in[0]);
    const M mean = sum_of_samples(share * tangents[0]);
    return tangents[0] - mean;
  }
};

struct LogSumExp : MatrixOp<Kind::reduction, 1> {
  static constexpr bool linear = false;
  static constexpr Doc doc{
      .name = "logsumexp",
      .notation = "logsumexp(x)",
      .summary = "log of the sum of exp of the entries, for a row or for each column; a smooth max",
      .rules = {"adjoint * softmax(x)"}};
  static constexpr Shape sample_shapes[] = {{3, 2}};
  static Result<Shape> shape(std::span<const Shape> in, const Attributes&) { return Shape{1, samples_in(in[0])}; }

  template <class T>
  static void evaluate(MatrixView<T> out, std::span<const MatrixView<const T>> in, const Attributes&) {
    using namespace math;
    const T infinity(std::numeric_limits<double>::infinity());
    for (std::uint32_t sample = 0; sample < out.size(); ++sample) {
      const Exponentials<T> exponentials(in[0], sample);
      const T& largest = exponentials.largest;
      out[sample] = where(less(abs(largest), infinity), largest + log1p(exponentials.others), largest);
    }
  }
  template <class M>
  static M vjp(std::size_t /*operand*/, std::span<const M> in, const M& adjoint, const Attributes&) {
    const M share = call<Softmax>(in[0]);
    return adjoint * share;
  }
  template <class M>
  static M jvp(std::span<const M> in, std::span<const M> tangents, const Attributes&) {
    const M share = call<Softmax>(in[0]);
    return sum_of_samples(share * tangents[0]);
  }
};

}  // namespace gradcircuit::ops
