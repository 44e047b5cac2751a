#pragma once

#include <optional>

#include "engine/explain/grade.hpp"

namespace gradcircuit {

/// The program of an exercise, made so that what is asked for is a value in it or the gradient of one.
struct Setting {
  Graph graph;
  NodeId output;
  std::optional<Matrix> output_adjoint = {};  ///< all ones unless given
  std::optional<NodeId> asked = {};           ///< whose value or gradient that is, where the exercise does not name it
};

/// Fails with any error of the language in the program, unknown_output, unknown_group, output_adjoint_shape or bad_request.
Result<Setting> setting_of(const Exercise& exercise);

/// What is wrong with an exercise, in words of its author.
Error bad_exercise(std::string reason);

}  // namespace gradcircuit
