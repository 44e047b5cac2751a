#pragma once

#include "engine/diff/sweep.hpp"
#include "engine/explain/explain.hpp"

namespace gradcircuit {

/// Gradients held against measured slopes. Lists by input follow `graph.inputs()`, by entry row by row; an input that the output
/// does not depend on has no entries.
struct CheckReport {
  std::vector<std::vector<EntryCheck>> checks;
  std::optional<EntryOf> swept = {};  ///< the entry that was asked for, if there is one
  Sweep sweep = {};
};

/// Checks every entry of every input and sweeps the one that `request.check_of` names.
/// Fails with check_left_out where that would take too long.
Result<CheckReport> check_gradients(const Explanation& explanation, const Request& request);

}  // namespace gradcircuit
