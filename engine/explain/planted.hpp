#pragma once

#include "engine/diff/suspects.hpp"
#include "engine/explain/explain.hpp"

/// Bugs: a backward pass that is wrong at one gate on purpose, and finding it.
namespace gradcircuit {

/// Does the backward half of an explanation again under `request.bug`: adjoints, partials, steps, paths, and what a check says of them.
/// Without a bug nothing changes. Fails with unknown_output where there is no such node.
std::optional<Error> plant(const Request& request, Explanation& explanation);

/// Which bugs can be planted here. Fails with check_left_out where finding that out would take too long.
Result<std::vector<Bug>> plantable_bugs(const Explanation& explanation);

/// Every gate and every sum of the backward pass, under the bug if there is one, measured on its own. Fails with check_left_out.
Result<std::vector<LocalCheck>> check_gates(const Explanation& explanation, const Request& request);

}  // namespace gradcircuit
