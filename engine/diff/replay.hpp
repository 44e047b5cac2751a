#pragma once

#include <optional>

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
    static constexpr unsigned pulled = 1;  ///< the first operand gets a contribution; twice that: the second one does
    static constexpr unsigned starts = 4;  ///< it is the first one that this operand gets; likewise
    static constexpr unsigned continues = 16;  ///< the first operand is the result of the step before
    static constexpr unsigned continued = 32;  ///< the step after hands its first operand this step's whole adjoint

    OpId op;
    std::uint8_t arity;  ///< 0: any other node, `out` is its id
    std::uint8_t flags;
    std::uint32_t out;
    std::uint32_t operands[2];

    bool is(unsigned flag) const { return (flags & flag) != 0; }
    bool is(unsigned flag, std::size_t operand) const { return is(flag << operand); }
    void set(unsigned flag) { flags = static_cast<std::uint8_t>(flags | flag); }
  };

  Step step_of(NodeId id) const;
  bool link_steps();

  const Graph& graph_;
  NodeId output_;
  Activity active_;
  BasicTape<T> primals_;
  Values<T> adjoints_;
  std::vector<T> contribution_;
  std::vector<Step> steps_;
  /// Once it has run back: whether the flags above are known, as they are where all steps are of scalars.
  std::optional<bool> linked_ = {};
};

}  // namespace gradcircuit
