#pragma once

#include <algorithm>
#include <ranges>

#include "engine/diff/elementwise.hpp"
#include "engine/diff/forward.hpp"
#include "engine/diff/needed.hpp"
#include "engine/diff/replay.hpp"

/// What Replay does, for the two files that compile it: replay.cpp for numbers, replay_lanes.cpp for lanes, which is optimised for speed
/// in the module too.
namespace gradcircuit {
namespace replay {

/// The usual ops are written into the loops: in WebAssembly a call through a table costs as much as an exponential.
using InlinedOps = std::tuple<ops::Add, ops::Sub, ops::Mul, ops::Div, ops::Neg, ops::Pow, ops::Exp, ops::Log, ops::Tanh,
                              ops::Sigmoid, ops::Relu>;

/// Calls `use.operator()<Op>()` for the one that `op` is; false when it is none of them.
template <class Use>
bool inlined(OpId op, Use use) {
  return [&]<class... Op>(std::type_identity<std::tuple<Op...>>) {
    return ((op == op_id<Op>() && (use.template operator()<Op>(), true)) || ...);
  }(std::type_identity<InlinedOps>{});
}

}  // namespace replay

template <class T>
Replay<T>::Replay(const Graph& graph, NodeId output)
    : graph_(graph),
      output_(output),
      active_(activity(graph, output)),
      primals_(graph),
      adjoints_(graph),
      contribution_(1, T(0)) {
  set_leaves(graph, primals_);
  const std::vector<bool> needed = needed_by(graph, output);
  std::size_t count = 0;
  for (NodeId id = 0; id <= output; ++id) count += needed[id] && !graph.is_leaf(id);
  steps_.reserve(count);
  for (NodeId id = 0; id <= output; ++id)
    if (needed[id] && !graph.is_leaf(id)) steps_.push_back(step_of(id));
}

template <class T>
typename Replay<T>::Step Replay<T>::step_of(NodeId id) const {
  const Node& node = graph_[id];
  const std::span<const NodeId> operands = graph_.operands(id);
  const bool scalar = op_infos[node.op].elementwise && node.shape.is_scalar();
  if (!scalar || operands.size() > 2) return {.op = node.op, .arity = 0, .pulled = 0, .out = id, .operands = {}};
  Step step{.op = node.op,
            .arity = static_cast<std::uint8_t>(operands.size()),
            .pulled = 0,
            .out = primals_.offset(id),
            .operands = {}};
  for (std::size_t i = 0; i < operands.size(); ++i) {
    step.operands[i] = primals_.offset(operands[i]);
    const bool pulled = active_.on_path[id] && active_.on_path[operands[i]] && is_differentiable(node.op, i);
    if (pulled) step.pulled = static_cast<std::uint8_t>(step.pulled | (1U << i));
  }
  // so that an op with one operand may be handed two
  if (operands.size() == 1) step.operands[1] = step.operands[0];
  return step;
}

template <class T>
void Replay<T>::run() {
  T* const primals = primals_.data();
  for (const Step& step : steps_) {
    const T& a = primals[step.operands[0]];
    const T& b = primals[step.operands[1]];
    if (step.arity == 0) {
      run_node(graph_, step.out, primals_);
      continue;
    }
    T& out = primals[step.out];
    const bool done = replay::inlined(step.op, [&]<class Op>() {
      if constexpr (Op::arity == 1)
        out = Op::value(a);
      else
        out = Op::value(a, b);
    });
    if (done) continue;
    const T operands[] = {a, b};
    out = entry_rules<T>[step.op].value(std::span(operands, step.arity));
  }
}

template <class T>
void Replay<T>::run_back(std::span<const T> output_adjoint) {
  adjoints_.clear();
  set_output_adjoint(graph_, output_, output_adjoint, adjoints_);
  const T* const primals = primals_.data();
  T* const adjoints = adjoints_.data();
  for (const Step& step : steps_ | std::views::reverse) {
    if (step.arity == 0) {
      pull_all(graph_, step.out, primals_, active_, adjoints_, contribution_);
      continue;
    }
    if (step.pulled == 0) continue;
    const T adjoint = adjoints[step.out];
    if constexpr (std::is_same_v<T, double>)
      if (adjoint == 0) continue;  // it hands on zeros, whatever the partials are
    const T& a = primals[step.operands[0]];
    const T& b = primals[step.operands[1]];
    const T& out = primals[step.out];
    const auto add = [&](std::size_t operand, const T& partial) {
      T& total = adjoints[step.operands[operand]];
      if constexpr (std::is_same_v<T, double>)
        total += adjoint * partial;
      else
        total += contribution_along(adjoint, partial);
    };
    const bool done = replay::inlined(step.op, [&]<class Op>() {
      const T operands[] = {a, b};
      const std::span<const T> given(operands);
      if ((step.pulled & 1U) != 0) add(0, partial_by<Op, 0, T>(given, out));
      if constexpr (Op::arity == 2)
        if ((step.pulled & 2U) != 0) add(1, partial_by<Op, 1, T>(given, out));
    });
    if (done) continue;
    const T operands[] = {a, b};
    const auto partial = entry_rules<T>[step.op].partial;
    for (std::size_t i = 0; i < step.arity; ++i)
      if ((step.pulled >> i & 1U) != 0) add(i, partial(i, std::span(operands, step.arity), out));
  }
}

}  // namespace gradcircuit
