#pragma once

#include "engine/diff/values.hpp"

namespace gradcircuit {

/// The referee: the derivative of Σ output_adjoint ∘ output by one entry of an input, by central differences at two step widths,
/// extrapolated to width zero (Richardson). Relative error about 1e-10 where the function is smooth.
double numeric_derivative(const Graph& graph, NodeId output, std::span<const double> output_adjoint, NodeId input,
                          std::size_t entry);
/// How often it runs the graph.
inline constexpr std::uint64_t numeric_derivative_runs = 4;

}  // namespace gradcircuit
