#pragma once

#include "engine/diff/tangent_view.hpp"
#include "engine/explain/explain.hpp"

namespace gradcircuit {

/// Forward mode over an explained program: how everything moves when one entry of one input does.
struct Tangents {
  std::optional<EntryOf> along = {};               ///< which entry that is; none where the program has no inputs
  NodeId start = none;                             ///< the input's node, whose own tangent is a single 1
  std::vector<std::optional<Matrix>> values = {};  ///< by node; none for what depends on constants only
  std::vector<TangentStep> steps = {};             ///< of the view; empty where there are too many to be listed
  bool with_steps = false;
};

/// Along the entry that `request.along` names, by default the first entry of the first input. Fails with unknown_output where there
/// is no such input, and with index_out_of_range where it has no such entry.
Result<Tangents> tangents(const Explanation& explanation, const Request& request);

}  // namespace gradcircuit
