#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/diff/paths.hpp"
#include "engine/text/parse.hpp"

namespace gradcircuit {

enum class Zoom : std::uint8_t { gates, stages };

/// One entry of an input, counted row by row.
struct EntryOf {
  std::string input;
  std::uint32_t entry = 0;
};

struct Request {
  std::string program;
  InputValues at = {};
  std::optional<std::string> output = {};
  std::optional<Matrix> output_adjoint = {};
  std::vector<std::string> expand = {};
  Zoom zoom = Zoom::gates;
  std::vector<std::uint32_t> closed = {};
  bool steps = false;
  bool paths = false;
  bool check = false;
  bool derivatives = false;
  bool code = false;
  bool check_sweep = false;
  std::optional<EntryOf> check_of = {};  ///< the entry whose differences are wanted at every step width
  std::vector<std::string> by = {};      ///< inputs and stages by which derivatives are wanted,
  std::vector<NodeId> by_nodes = {};     ///< and nodes; all inputs if both are empty
  std::uint32_t order = 1;
};

/// A derivative by an input, found by moving the input: the referee of the exact one.
struct NumericCheck {
  Matrix numeric;
  double relative_error;
};

/// All that is known of a program at a point. Lists by input follow `graph.inputs()`.
struct Explanation {
  Graph graph;
  NodeId output;
  Matrix output_adjoint = {};        ///< what the backward pass starts with, even where no derivative is taken
  std::vector<Matrix> primals = {};  ///< by node
  std::vector<std::optional<Matrix>> adjoints = {};  ///< by node; none for what depends on constants only
  std::vector<Box> boxes = {};
  std::vector<NodeId> forward_steps = {};  ///< computed boxes in order; empty unless asked for
  std::vector<BackwardStep> backward_steps = {};
  std::vector<std::optional<PathList>> paths =
      {};                                 ///< empty unless asked for; none where a value is not a single number
  std::vector<NumericCheck> checks = {};  ///< empty unless asked for, and where it would take too long
  bool with_steps = false;
  std::vector<Note> notes = {};
};

/// Parses, runs forward and backward and gathers what was asked for.
/// Fails with any error of the language, unknown_output, unknown_expand, unknown_group, at_shape or output_adjoint_shape.
Result<Explanation> explain(const Request& request);

}  // namespace gradcircuit
