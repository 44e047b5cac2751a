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
void set_leaves(const Graph& graph, BasicTape<T>& tape) {
  for (const Input& input : graph.inputs())
    std::ranges::transform(input.value.entries(), tape.at(input.node), [](double value) { return T(value); });
  for (NodeId id = 0; id < graph.size(); ++id)
    if (graph.is_constant(id)) *tape.at(id) = T(graph.constant_value(id));
}
template void set_leaves(const Graph&, BasicTape<double>&);
template void set_leaves(const Graph&, BasicTape<Lanes>&);

template <class T>
void run_node(const Graph& graph, NodeId id, BasicTape<T>& tape) {
  kernels<T>[graph[id].op](graph, id, tape);
}
template void run_node(const Graph&, NodeId, BasicTape<double>&);
template void run_node(const Graph&, NodeId, BasicTape<Lanes>&);

Tape forward(const Graph& graph) {
  Tape tape(graph);
  set_leaves(graph, tape);
  for (NodeId id = 0; id < graph.size(); ++id)
    if (!graph.is_leaf(id)) run_node(graph, id, tape);
  return tape;
}

}  // namespace gradcircuit
