#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/graph/graph.hpp"

/// A program and its gradients as code: staged forward, then backward in mirror order, one `+=` for every further contribution.
///
/// Pseudo-code, Python, NumPy and C++ spell the backward pass out. JAX and PyTorch write it themselves, so that there the idiomatic
/// call stands in its place: whoever reads them wants to see what one no longer writes, and NumPy shows the rest in nearly the
/// same words. Where frameworks choose otherwise at a corner, their code gives their number.
namespace gradcircuit {

enum class Target : std::uint8_t { pseudocode, worksheet, python, numpy, jax, pytorch, cpp };
inline constexpr std::string_view target_names[] = {"pseudocode", "worksheet", "python", "numpy",
                                                    "jax",        "pytorch",   "cpp"};

/// A gap of the worksheet: `begin` is where it stands in the line.
struct Blank {
  std::uint32_t begin = 0;
  std::string expected;
};

struct Line {
  enum class Part : std::uint8_t { setup, forward, backward };
  Part part = Part::setup;
  std::string text = {};
  NodeId target = none;            ///< whose value or, backward, whose gradient the line computes
  std::vector<NodeId> gates = {};  ///< what it computes or, backward, goes back through
  std::vector<Blank> blanks = {};
};

struct Code {
  std::vector<Line> lines;
  std::string output;                  ///< what the output is called in the code
  std::vector<std::string> gradients;  ///< and the gradients, in the order of the graph's inputs
};

/// Lines joined.
std::string text(const Code& code);

/// Stages are kept as they were written; what a line would get too long or too repetitive without becomes a stage of its own.
/// Names are the student's, changed only where the target gives them another meaning. A matrix output starts backward with ones.
/// Fails with program_too_large: nobody reads thousands of lines. O(nodes).
Result<Code> generate(const Graph& graph, NodeId output, Target target);

}  // namespace gradcircuit
