#pragma once

#include <string>
#include <vector>

#include "engine/graph/graph.hpp"

namespace gradcircuit {

/// A formula as it is set on paper, a tree from which LaTeX and MathML follow.
struct Formula {
  enum class Kind : std::uint8_t {
    name,       ///< of a value; Greek letters as such
    function,   ///< upright, with its operands behind it
    number,     ///< digits, with − in front
    sign,       ///< an operator or a bracket
    row,        ///< parts one after the other
    fraction,   ///< above, below
    power,      ///< base, exponent
    subscript,  ///< base, index
    root,       ///< radicand
    table,      ///< `columns` entries a row
  };
  Kind kind;
  std::string text = {};
  std::vector<Formula> parts = {};
  std::uint32_t columns = 0;
};

/// The value of a node as a formula in its inputs. Products of scalars and of matrices stand side by side, elementwise products of
/// matrices get a ∘. Fails as `print` does, and with program_too_long beyond limits::formula_bytes of its text.
Result<Formula> formula(const Graph& graph, NodeId node);

std::string latex(const Formula& formula);

}  // namespace gradcircuit
