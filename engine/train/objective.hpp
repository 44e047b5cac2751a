#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/graph/graph.hpp"
#include "engine/train/train.hpp"

namespace gradcircuit {

/// A program whose output is walked down, by moving some of its inputs.
struct DescentRequest {
  NodeId output = none;
  std::vector<std::string> parameters = {};  ///< inputs by name; all of them if empty
  OptimizerChoice optimizer = {};
  std::uint32_t steps = 0;
  std::uint32_t every = 1;
  bool values = false;     ///< of the parameters, in every frame
  bool gradients = false;  ///< likewise
  std::optional<TrainState> state = {};
};

struct DescentLayout {
  struct Parameter {
    std::string name;
    NodeId node;
    Shape shape;
    std::size_t at;  ///< after `values`, and after `gradients`
  };
  std::size_t step = 0;
  std::size_t loss = 1;
  std::size_t size = 2;
  std::optional<std::size_t> values, gradients;
  std::vector<Parameter> parameters;
};

struct Descent {
  DescentLayout layout;
  TrainingRun run;
};

/// Frames as those of `train`. The program is run by Replay, so that its numbers are those of the circuit, to the bit.
/// Fails with bad_request, which names the field.
Result<Descent> descend(const Graph& graph, const DescentRequest& request);

}  // namespace gradcircuit
