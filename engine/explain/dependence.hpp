#pragma once

#include "engine/diff/jacobian.hpp"
#include "engine/diff/layout.hpp"
#include "engine/explain/explain.hpp"

namespace gradcircuit {

/// More Jacobians than this nobody multiplies.
inline constexpr std::size_t chained_stages = 64;

/// How a value depends on another: the Jacobian, and what backprop makes of it without ever writing it down.
struct Dependence {
  Jacobian jacobian;
  /// Of the dependent value, from the program's backward pass; none for what depends on constants only. Times the Jacobian it is
  /// what arrives at the other value by way of this one.
  std::optional<Matrix> adjoint;
  std::optional<Matrix> product;
  /// Jacobians from stage to stage whose product it is, in numerator layout, where all paths pass through the same stages; one
  /// alone where there are none between, none where that are more than chained_stages.
  std::vector<Jacobian> chain;
};

/// Of two nodes of an explained program. Fails with jacobian_too_large.
Result<Dependence> dependence(const Explanation& explanation, NodeId of, NodeId by);

/// Of what a request asks for, by each value that it asks for. Fails with jacobian_too_large, and as
/// `asked_by` does.
Result<std::vector<Dependence>> dependences(const Explanation& explanation, const Request& request);

}  // namespace gradcircuit
