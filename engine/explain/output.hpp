#pragma once

#include <optional>
#include <string>

#include "engine/graph/graph.hpp"

namespace gradcircuit {

/// The node of the stage or input of that name, or else the program's own output. Fails with unknown_output.
Result<NodeId> find_output(const Graph& graph, const std::optional<std::string>& name);

/// Whether a backward pass can start with it: output_adjoint_shape where it has not the output's shape.
std::optional<Error> check_output_adjoint(const Graph& graph, NodeId output,
                                          const std::optional<Matrix>& output_adjoint);

}  // namespace gradcircuit
