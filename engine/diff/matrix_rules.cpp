#include "engine/diff/matrix_rules.hpp"

#include <algorithm>

#include "engine/diff/forward.hpp"

namespace gradcircuit {

template <class T>
void RecordedRule::run(const Expr& result, std::span<const MatrixView<const T>> values, T* out) const {
  BasicTape<T> tape(graph_);
  set_leaves(graph_, tape);
  for (std::size_t i = 0; i < values.size(); ++i) std::ranges::copy(values[i].flat(), tape.at(graph_.inputs()[i].node));
  for (NodeId id = 0; id < graph_.size(); ++id)
    if (!graph_.is_leaf(id)) run_node(graph_, id, tape);
  std::ranges::copy(std::as_const(tape).view(graph_, result.node()).flat(), out);
}
template void RecordedRule::run(const Expr&, std::span<const MatrixView<const double>>, double*) const;
template void RecordedRule::run(const Expr&, std::span<const MatrixView<const Lanes>>, Lanes*) const;

}  // namespace gradcircuit
