#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/diff/bug.hpp"
#include "engine/diff/paths.hpp"
#include "engine/text/parse.hpp"

namespace gradcircuit {

enum class Zoom : std::uint8_t { gates, stages };

/// One entry of an input, counted row by row.
struct EntryOf {
  std::string input;
  std::uint32_t entry = 0;
};

/// A value of the program: an input or a stage by its name, or any node by its id.
using Pick = std::variant<std::string, NodeId>;

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
  bool jacobian = false;
  bool shapes = false;
  bool cost = false;
  bool tangents = false;
  bool tangent_steps = false;         ///< the steps that are wanted are those of forward mode, and `steps` is not
  std::optional<EntryOf> along = {};  ///< the entry that moves in forward mode; the first input's first unless given
  bool bugs = false;
  bool suspects = false;
  std::optional<EntryOf> check_of = {};  ///< the entry whose differences are wanted at every step width
  std::optional<Pick> of = {};           ///< whose Jacobians are wanted; the output's unless given
  std::vector<Pick> by = {};             ///< by which Jacobians and derivatives are wanted; all inputs if empty
  std::uint32_t order = 1;               ///< how often derivatives are taken
  std::optional<Bug> bug = {};           ///< what is wrong with the backward pass, on purpose
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

/// The limit that keeps the steps of a graph from being listed, if one does.
std::optional<std::uint64_t> exceeded_by_steps(const Graph& graph);
Note too_many_steps(std::uint64_t limit);

/// Parses, runs forward and backward and gathers what was asked for.
/// Fails with any error of the language, unknown_output, unknown_expand, unknown_group, at_shape or output_adjoint_shape.
Result<Explanation> explain(const Request& request);

}  // namespace gradcircuit
