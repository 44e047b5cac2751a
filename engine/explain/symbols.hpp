#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/explain/explain.hpp"
#include "engine/text/formula.hpp"

namespace gradcircuit {

struct WrittenValue {
  std::optional<std::string> program;  ///< what computes it, in the language; none when it is too large to be read
  std::optional<Formula> formula;      ///< the same on one line; none when that is too long
};

/// A derivative in symbols and its value at the point of the graph.
struct SymbolicDerivative {
  std::string by;          ///< the name of what it is taken by, or the id of its node where that was asked for
  WrittenValue in_inputs;  ///< from nothing but inputs
  std::optional<WrittenValue>
      in_stages;  ///< with the names of stages, as a course writes it; none where no stage would be named
  std::optional<std::size_t> nodes;  ///< how large it is; none when it is too large even to be computed
  std::optional<Matrix> value;
};

/// The local derivatives of a closed box by what it reads. What has no name in the program is called u1, u2 and so on.
struct SymbolicBox {
  NodeId node;
  std::vector<SymbolicDerivative> partials;
};

/// Derivatives of the output by what `request.by` asks for, or else by all inputs, each taken `request.order` times. Derivatives of a matrix are those of the sum of its entries.
/// Fails with unknown_output where there is nothing of that name, and with derivatives_left_out where all of them would take too long.
Result<std::vector<SymbolicDerivative>> symbolic_derivatives(const Explanation& explanation, const Request& request);

/// The same for every closed box of the view, by each of its inputs. Fails with derivatives_left_out.
Result<std::vector<SymbolicBox>> symbolic_boxes(const Explanation& explanation);

}  // namespace gradcircuit
