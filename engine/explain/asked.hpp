#pragma once

#include "engine/explain/explain.hpp"

namespace gradcircuit {

/// A value that a request asks about, and how it was called there: by its name or by the id of its node.
struct Asked {
  std::string name;
  NodeId node;
};

/// Fails with unknown_output where there is nothing of that name or id.
Result<Asked> asked(const Graph& graph, const Pick& pick);

Error derivatives_left_out(std::size_t count);

/// By what derivatives are wanted. Fails with unknown_output, and with derivatives_left_out where all of them would take too long.
Result<std::vector<Asked>> asked_by(const Graph& graph, const Request& request);

}  // namespace gradcircuit
