#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/graph/graph.hpp"

namespace gradcircuit {

/// A value that gets a name: an input, a stage or what a stage is cut at.
struct StagedValue {
  std::string wish;  ///< what the program calls it; empty when it does not
  NodeId node;       ///< in `Staged::graph`
  NodeId adjoint = none;
  NodeId source = none;  ///< in the program
  bool reached = false;  ///< whether the output depends on it by way of derivatives
};

/// What one edge hands back to a named value, all the way from another.
struct Contribution {
  std::uint32_t value;
  NodeId expression;
  bool first;
  std::optional<Attributes> entry = {};  ///< when it goes to a single entry of a matrix
  std::vector<NodeId> gates = {};        ///< of the program, that it goes back through
};

/// A program cut into lines. Its graph holds the output's nodes, an input for every adjoint, and the expressions of both.
struct Staged {
  struct Label {
    std::uint32_t value = none;
    bool is_adjoint = false;
  };

  Graph graph{limits::api_nodes, std::uint64_t{1} << 40};
  std::vector<Label> labels;        ///< by node; missing or `none` where it has no name
  std::vector<NodeId> sources;      ///< by node, the program's
  std::vector<StagedValue> values;  ///< inputs first, then in the order of lines
  std::vector<Contribution> contributions;
  std::uint32_t input_count = 0;
  std::uint32_t output = none;

  Label label(NodeId id) const { return id < labels.size() ? labels[id] : Label{}; }
  bool is_named(NodeId id) const { return label(id).value != none; }
};

/// Cuts what `output` depends on into lines, with the backward pass or without. Fails with program_too_large.
Result<Staged> cut(const Graph& graph, NodeId output, bool backward);

}  // namespace gradcircuit
