#pragma once

#include <optional>
#include <vector>

#include "engine/base/limits.hpp"
#include "engine/diff/steps.hpp"

namespace gradcircuit {

struct Path {
  std::vector<NodeId> nodes;  ///< from the first to the output
  double product;             ///< of the partials along it
};

struct PathList {
  std::vector<Path> paths;
  bool truncated = false;  ///< there are more, beyond limits::paths_per_input or limits::path_nodes
};

/// Lists the paths to an output over the edges of a picture whose partials are known.
class PathFinder {
 public:
  PathFinder(const std::vector<Box>& boxes, NodeId output);

  /// All paths from a node, uppermost edge first. None unless every partial on them is a single number.
  std::optional<PathList> from(NodeId node);

 private:
  struct Use {
    NodeId node;
    const Matrix* partial;
  };

  /// Takes nodes off the budget; false when there are not that many left, which uses it up.
  bool spend(std::size_t nodes);

  NodeId output_;
  std::vector<std::vector<Use>> users_;  ///< by node: the boxes that read it and lead to the output
  std::uint32_t budget_ = limits::path_nodes;
};

}  // namespace gradcircuit
