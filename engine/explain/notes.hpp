#pragma once

#include <vector>

#include "engine/diff/backward.hpp"
#include "engine/explain/explain.hpp"

namespace gradcircuit {

/// What a reader should know beside the numbers: the parser's notes, a matrix output, corners that the program stands on, and
/// where the first number stops being finite.
std::vector<Note> notes_of(const Graph& graph, const Tape& tape, NodeId output, const Activity& active,
                           const Request& request);

}  // namespace gradcircuit
