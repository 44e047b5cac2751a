#pragma once

#include <vector>

#include "engine/graph/graph.hpp"

namespace gradcircuit {

/// Which nodes a node is computed from, itself included.
inline std::vector<bool> needed_by(const Graph& graph, NodeId root) {
  std::vector<bool> needed(graph.size(), false);
  needed[root] = true;
  for (NodeId id = root + 1; id-- > 0;)
    if (needed[id])
      for (const NodeId operand : graph.operands(id)) needed[operand] = true;
  return needed;
}

}  // namespace gradcircuit
