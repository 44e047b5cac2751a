#include "engine/diff/forward.hpp"

#include <algorithm>

#include "engine/diff/elementwise.hpp"
#include "engine/diff/matrix_rules.hpp"

namespace gradcircuit {
namespace {

template <class T>
void run_elementwise(const Graph& graph, NodeId id, BasicTape<T>& tape) {
  const auto value = entry_rules<T>[graph[id].op].value;
  const MatrixView<T> out = tape.view(graph, id);
  for_each_entry(graph, tape, id, [&](std::span<const T> operands, std::uint32_t row, std::uint32_t column) {
    out(row, column) = value(operands);
  });
}

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
  if (const auto evaluate = evaluations<T>[graph[id].op])
    evaluate(tape.view(graph, id), operand_views(graph, tape, id), graph.attributes(id));
  else
    run_elementwise(graph, id, tape);
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
