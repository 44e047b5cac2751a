#include "engine/diff/forward.hpp"

#include <algorithm>

#include "engine/diff/elementwise.hpp"
#include "engine/ops/matrix_call.hpp"

namespace gradcircuit {
namespace {

template <class T>
using Kernel = void (*)(const Graph&, NodeId, BasicTape<T>&);

template <class T>
void run_elementwise(const Graph& graph, NodeId id, BasicTape<T>& tape) {
  const auto value = entry_rules<T>[graph[id].op].value;
  const MatrixView<T> out = tape.view(graph, id);
  for_each_entry(graph, tape, id, [&](std::span<const T> operands, std::uint32_t row, std::uint32_t column) {
    out(row, column) = value(operands);
  });
}

template <class Op, class T>
void run_matrix(const Graph& graph, NodeId id, BasicTape<T>& tape) {
  Op::template evaluate<T>(tape.view(graph, id), operand_views(graph, tape, id), graph.attributes(id));
}

template <class T>
constexpr std::array<Kernel<T>, op_count> kernels = table_of_ops<Kernel<T>>([]<class Op>() -> Kernel<T> {
  if constexpr (is_elementwise<Op>)
    return &run_elementwise<T>;
  else
    return &run_matrix<Op, T>;
});

}  // namespace

template <class T>
void replay(const Graph& graph, BasicTape<T>& tape) {
  const auto size = static_cast<NodeId>(graph.size());
  for (NodeId id = 0; id < size; ++id) {
    if (!graph.is_leaf(id))
      kernels<T>[graph[id].op](graph, id, tape);
    else if (graph.is_constant(id))
      *tape.at(id) = T(graph.constant_value(id));
  }
}
template void replay<double>(const Graph&, BasicTape<double>&);
template void replay<Lanes>(const Graph&, BasicTape<Lanes>&);

Tape forward(const Graph& graph) {
  Tape tape(graph);
  for (const Input& input : graph.inputs()) std::ranges::copy(input.value.entries(), tape.at(input.node));
  replay(graph, tape);
  return tape;
}

}  // namespace gradcircuit
