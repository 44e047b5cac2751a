#pragma once

#include "engine/ops/structure.hpp"

namespace gradcircuit::ops {

struct Sum : MatrixOp<Kind::reduction, 1> {
  static constexpr Doc doc{
      .name = "sum", .notation = "sum(x)", .summary = "sum of all entries", .rules = {"adjoint in every entry"}};
  static constexpr Shape sample_shapes[] = {{2, 3}};
  static Result<Shape> shape(std::span<const Shape>, const Attributes&) { return Shape{}; }

  template <class T>
  static void evaluate(MatrixView<T> out, std::span<const MatrixView<const T>> in, const Attributes&) {
    T sum(0);
    for (const T& entry : in[0].flat()) sum += entry;
    out[0] = sum;
  }
  template <class M>
  static M vjp(std::size_t /*operand*/, std::span<const M> in, const M& adjoint, const Attributes&) {
    return adjoint * create<Ones>(Attributes{.shape = in[0].shape()}, adjoint);
  }
};

}  // namespace gradcircuit::ops
