#pragma once

#include <optional>
#include <string>

#include "engine/graph/graph.hpp"

namespace gradcircuit {

/// The node of the stage or input of that name, or else the program's own output. Fails with unknown_output.
Result<NodeId> find_output(const Graph& graph, const std::optional<std::string>& name);

}  // namespace gradcircuit
