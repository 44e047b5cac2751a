#pragma once

#include <string_view>

#include "engine/diff/backward.hpp"

namespace gradcircuit {

/// Whether any entry of an elementwise node stands on a corner of its op, or a matrix op's operand as a whole.
bool stands_on_kink(const Graph& graph, const Tape& tape, NodeId id);

/// The derivative that an op takes on its corner, in words.
std::string_view chosen_at_kink(OpId op);

/// Which piece every op that is made of pieces is on: two points between which none of them changes have no corner between them.
class Pieces {
 public:
  Pieces(const Graph& graph, NodeId output);

  using Taken = std::vector<double>;
  Taken taken(const Tape& tape) const;
  /// What is no number is on the same piece as any other that is none.
  static bool same(const Taken& before, const Taken& after);
  /// The first node on another piece; `none` where there is none.
  NodeId first_change(const Taken& before, const Taken& after) const;

 private:
  const Graph& graph_;
  std::vector<NodeId> nodes_;
};

}  // namespace gradcircuit
