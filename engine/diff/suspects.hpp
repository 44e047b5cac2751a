#pragma once

#include "engine/diff/bug.hpp"
#include "engine/diff/sweep.hpp"
#include "engine/diff/wrong_pass.hpp"

/// Finding a bug without knowing any rule: every gate is measured on its own, and what the backward pass used there is held against
/// that. A wrong gradient spreads to everything behind it; a wrong local derivative stays where it is.
namespace gradcircuit {

/// What one gate handed to one operand, or what one node took for the sum of what arrived.
struct LocalCheck {
  NodeId node;
  std::optional<std::uint32_t> input = {};  ///< which operand of the gate; none for a sum
  std::uint32_t entry = 0;                  ///< the one that is furthest off, counted row by row
  Finding finding = Finding::agrees;
  /// For a gate of single numbers the local derivative, else what was handed back; for a sum the adjoint.
  double used = 0;
  double measured = 0;  ///< by differences of the gate's own output; for a sum what arrived, added up
  double relative_error = 0;
};

/// Holds one edge against differences of its gate alone; none where nothing arrives, or nothing
/// finite, so that nothing can be said.
std::optional<LocalCheck> check_edge(const Graph& graph, const Tape& tape, const BackwardStep& edge);

/// Every edge and every sum of a recorded pass, in the order in which the pass finished them: a node's sum stands before its edges.
std::vector<LocalCheck> check_edges(const Graph& graph, const Tape& tape, const RecordedPass& pass);
/// How many entries that computes.
std::uint64_t work_of_edges(const Graph& graph, const RecordedPass& pass);

/// Those that differ, worst first.
std::vector<LocalCheck> suspects_of(std::span<const LocalCheck> checks);

/// Every bug that makes the gradient of an input wrong at this point, all of them finite, and that measuring can find: between the two
/// slopes of a corner every choice is right.
std::vector<Bug> plantable_bugs(const Graph& graph, const Tape& tape, NodeId output, const Activity& active,
                                std::span<const double> output_adjoint = {});

}  // namespace gradcircuit
