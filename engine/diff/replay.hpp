#pragma once

#include "engine/diff/backward.hpp"

namespace gradcircuit {

/// A graph made ready to be run again and again for one output: what the output does not need is left out, and a run allocates
/// nothing while its values are scalars. Gives what `forward` and `backward` give, to the bit. 32 bytes a scalar node for doubles.
/// The graph must outlive it and stay as it is.
template <class T>
class Replay {
 public:
  Replay(const Graph& graph, NodeId output);

  /// The entries of an input; they start as the graph's and may be set before each run.
  T* input(NodeId id) { return primals_.at(id); }
  /// Computes the primals. O(nodes).
  void run();
  /// Computes the adjoints, after a run. `output_adjoint` has the output's shape; all ones unless given. O(nodes).
  void run_back(std::span<const T> output_adjoint = {});

  const T* primal(NodeId id) const { return primals_.at(id); }
  const T* adjoint(NodeId id) const { return adjoints_.at(id); }
  /// Of the last run; what the output does not need is 0.
  const BasicTape<T>& primals() const { return primals_; }

 private:
  /// One node: a scalar with its one or two scalar operands by their places in the arena, or any other by its id.
  struct Step {
    OpId op;
    std::uint8_t arity;   ///< 0: any other node, `out` is its id
    std::uint8_t pulled;  ///< which operands get a contribution, a bit each
    std::uint32_t out;
    std::uint32_t operands[2];
  };

  Step step_of(NodeId id) const;

  const Graph& graph_;
  NodeId output_;
  Activity active_;
  BasicTape<T> primals_;
  Values<T> adjoints_;
  std::vector<T> contribution_;
  std::vector<Step> steps_;
};

}  // namespace gradcircuit
