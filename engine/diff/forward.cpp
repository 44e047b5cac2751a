#include "engine/diff/forward.hpp"

#include <algorithm>

#include "engine/ops/matrix_call.hpp"

namespace gradcircuit {
namespace {

template <class T>
using Kernel = void (*)(const Graph&, NodeId, BasicTape<T>&);

template <class Op, class T>
void run(const Graph& graph, NodeId id, BasicTape<T>& tape) {
  if constexpr (is_elementwise<Op>) {
    if (graph[id].shape.is_scalar()) {
      *tape.at(id) = with_scalar_operands(graph, tape, id, evaluate_elementwise<Op, T>);
      return;
    }
    evaluate_lifted<Op, T>(tape.view(graph, id), operand_views(graph, tape, id));
  } else {
    Op::template evaluate<T>(tape.view(graph, id), operand_views(graph, tape, id), graph.attributes(id));
  }
}

template <class T>
constexpr std::array<Kernel<T>, op_count> kernels =
    table_of_ops<Kernel<T>>([]<class Op>() -> Kernel<T> { return &run<Op, T>; });

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
