#pragma once

#include "engine/diff/backward.hpp"
#include "engine/diff/steps.hpp"
#include "engine/diff/wrong_rules.hpp"

namespace gradcircuit {

/// Where a rule is broken, and what is asked for.
struct WrongPass {
  const WrongRule& rule;
  /// Gates whose edges follow the rule, and values whose contributions meet as it says; every one when there are none.
  std::span<const NodeId> gates = {};
  /// The value whose gradient is asked for: some rules cannot be broken without knowing it.
  std::optional<NodeId> by = {};
};

/// Whether a node is a function, or a power, of more than a name.
bool has_inside(const Graph& graph, NodeId id);

/// The primals of all nodes as someone gets them who believes the rule; it starts with the leaves of `tape`.
Tape forward_wrongly(const Graph& graph, const Tape& tape, const WrongRule& rule);

/// The adjoints, likewise: what `backward` gives, but for the edges that the rule speaks of. `output_adjoint` has the output's
/// shape; all ones unless given. O(nodes), for a rule that forgets what is inside of functions O(nodes · functions).
Values<double> backward_wrongly(const Graph& graph, const Tape& tape, NodeId output, const Activity& active,
                                const WrongPass& wrong, std::span<const double> output_adjoint = {});

/// A backward pass, edge by edge: where the rule is broken, `partial` is what the edge used for its local derivative, and `total` what
/// the target took for the sum. An edge whose adjoint is 0 hands back 0 under every rule, and keeps the right partial.
struct RecordedPass {
  Values<double> adjoints;
  std::vector<BackwardStep> edges;
};
RecordedPass record_backward(const Graph& graph, const Tape& tape, NodeId output, const Activity& active,
                             const WrongPass& wrong, std::span<const double> output_adjoint = {});

}  // namespace gradcircuit
