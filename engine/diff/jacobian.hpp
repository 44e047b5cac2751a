#pragma once

#include "engine/diff/values.hpp"

namespace gradcircuit {

enum class Mode : std::uint8_t { forward, reverse };

/// All derivatives of one value by another, along all paths from the one to the other.
struct Jacobian {
  NodeId of;
  NodeId by;
  Matrix entries;        ///< a row for each entry of `of`, a column for each of `by`, of both row by row
  Mode mode;             ///< the one that needs fewer passes; reverse where both need as many
  std::uint64_t passes;  ///< 0 where there is no path
  std::uint64_t multiplications;
};

/// The Jacobian of any node by any other. `by` moves on its own, whatever it is computed from; it may be a constant. Exactly 0
/// where no path leads, as long as the factors of matrix products are finite.
/// Fails with jacobian_too_large beyond limits::matrix_entries or limits::checked_work. O(passes · entries of the graph).
Result<Jacobian> jacobian(const Graph& graph, const Tape& tape, NodeId of, NodeId by);

/// What backprop computes in the place of a Jacobian: the adjoint of `of`, all of its entries, times the Jacobian, in one pass.
/// The result has the shape of `by`. O(nodes).
Matrix vector_jacobian_product(const Graph& graph, const Tape& tape, NodeId of, NodeId by,
                               std::span<const double> adjoint);

/// The nodes that every path between the two passes, both ends included, from `of` down to `by`: the Jacobian is the product of
/// those from each to the next. Empty where there is no path. O(edges).
std::vector<NodeId> waypoints(const Graph& graph, NodeId of, NodeId by);

}  // namespace gradcircuit
