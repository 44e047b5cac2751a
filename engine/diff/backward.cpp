#include "engine/diff/backward.hpp"

#include <ranges>

namespace gradcircuit {

Activity activity(const Graph& graph, NodeId output, NodeId source) {
  const std::size_t size = graph.size();
  Activity active{std::vector<bool>(size, false), std::vector<bool>(size, false)};
  for (NodeId id = 0; id < size; ++id) {
    if (source == none ? graph.is_input(id) : id == source) active.depends[id] = true;
    const std::span<const NodeId> operands = graph.operands(id);
    for (std::size_t i = 0; i < operands.size(); ++i)
      if (active.depends[operands[i]] && is_differentiable(graph[id].op, i)) active.depends[id] = true;
  }
  active.on_path[output] = active.depends[output];
  for (NodeId id = output + 1; id-- > 0;) {
    if (!active.on_path[id]) continue;
    const std::span<const NodeId> operands = graph.operands(id);
    for (std::size_t i = 0; i < operands.size(); ++i)
      if (active.depends[operands[i]] && is_differentiable(graph[id].op, i)) active.on_path[operands[i]] = true;
  }
  return active;
}

template <class T>
Values<T> backward(const Graph& graph, const BasicTape<T>& tape, NodeId output, const Activity& active,
                   std::span<const T> output_adjoint) {
  Values<T> adjoints(graph);
  set_output_adjoint(graph, output, output_adjoint, adjoints);
  backward_along(graph, tape, std::views::iota(NodeId{0}, output + 1) | std::views::reverse, active, adjoints);
  return adjoints;
}
template Values<double> backward(const Graph&, const BasicTape<double>&, NodeId, const Activity&,
                                 std::span<const double>);
template Values<Lanes> backward(const Graph&, const BasicTape<Lanes>&, NodeId, const Activity&, std::span<const Lanes>);

}  // namespace gradcircuit
