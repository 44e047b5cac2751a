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

/// Calls `use.operator()<Op>()` for the one that `op` is; false when it is none of them. Unless it is told to, the compiler makes a
/// call of it, which costs more than most ops.
template <class Use>
[[gnu::always_inline]] inline bool inlined(OpId op, Use use) {
  return [&]<class... Op>(std::type_identity<std::tuple<Op...>>) __attribute__((always_inline)) {
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
  if (!scalar || operands.size() > 2) return {.op = node.op, .out = id};
  Step step{.op = node.op, .arity = static_cast<std::uint8_t>(operands.size()), .out = primals_.offset(id)};
  for (std::size_t i = 0; i < operands.size(); ++i) {
    step.operands[i] = primals_.offset(operands[i]);
    const bool pulled = active_.on_path[id] && active_.on_path[operands[i]] && is_differentiable(node.op, i);
    if (pulled) step.set(Step::pulled << i);
  }
  // so that an op with one operand may be handed two
  if (operands.size() == 1) step.operands[1] = step.operands[0];
  return step;
}

/// Memory takes longer than an addition to hand back what was just put there. So a chain of steps keeps its last value at hand, forward
/// and back, and the first contribution to an adjoint is put in its place instead of being added to 0.
template <class T>
bool Replay<T>::link_steps() {
  if (!std::ranges::all_of(steps_, [](const Step& step) { return step.arity != 0; })) return false;
  std::vector<bool> started(primals_.offset(output_) + 1, false);
  Step* after = nullptr;
  for (Step& step : steps_ | std::views::reverse) {
    for (std::size_t i = 0; i < step.arity; ++i) {
      if (!step.is(Step::pulled, i) || started[step.operands[i]]) continue;
      started[step.operands[i]] = true;
      step.set(Step::starts << i);
    }
    if (after != nullptr && after->operands[0] == step.out) {
      const bool once = after->arity == 1 || after->operands[1] != step.out;
      after->set(Step::continues);
      if (once && after->is(Step::starts)) step.set(Step::continued);
    }
    after = &step;
  }
  return true;
}

template <class T>
void Replay<T>::run() {
  T* const primals = primals_.data();
  T before(0);
  for (const Step& step : steps_) {
    if (step.arity == 0) {
      run_node(graph_, step.out, primals_);
      continue;
    }
    T a = before;
    if (!step.is(Step::continues)) a = primals[step.operands[0]];
    const T& b = primals[step.operands[1]];
    const bool done = replay::inlined(step.op, [&]<class Op>() __attribute__((always_inline)) {
      if constexpr (Op::arity == 1)
        before = Op::value(a);
      else
        before = Op::value(a, b);
    });
    if (!done) {
      const T operands[] = {a, b};
      before = entry_rules<T>[step.op].value(std::span(operands, step.arity));
    }
    primals[step.out] = before;
  }
}

template <class T>
void Replay<T>::run_back(std::span<const T> output_adjoint) {
  if (!linked_) linked_ = link_steps();
  if (!*linked_) adjoints_.clear();
  set_output_adjoint(graph_, output_, output_adjoint, adjoints_);
  const T* const primals = primals_.data();
  T* const adjoints = adjoints_.data();
  T handed(0);
  for (const Step& step : steps_ | std::views::reverse) {
    if (step.arity == 0) {
      pull_all(graph_, step.out, primals_, active_, adjoints_, contribution_);
      continue;
    }
    if (!step.is(Step::pulled | Step::pulled << 1)) continue;
    T adjoint = handed;
    if (!step.is(Step::continued)) adjoint = adjoints[step.out];
    const auto hand = [&](std::size_t operand, const T& contribution) __attribute__((always_inline)) {
      T& total = adjoints[step.operands[operand]];
      if (step.is(Step::starts, operand))
        total = contribution;
      else
        total += contribution;
      if (operand == 0) handed = contribution;
    };
    const auto hand_along = [&](OpId op, std::size_t operand, const T& partial) __attribute__((always_inline)) {
      if constexpr (std::is_same_v<T, double>)
        hand(operand, chooses(op) && partial == 0 ? 0 : adjoint * partial);
      else
        hand(operand, contribution_along(op, adjoint, partial));
    };
    if constexpr (std::is_same_v<T, double>)
      if (adjoint == 0) {  // it hands on zeros, whatever the partials are
        for (std::size_t i = 0; i < step.arity; ++i)
          if (step.is(Step::pulled, i)) hand(i, 0);
        continue;
      }
    const T& a = primals[step.operands[0]];
    const T& b = primals[step.operands[1]];
    const T& out = primals[step.out];
    const bool done = replay::inlined(step.op, [&]<class Op>() __attribute__((always_inline)) {
      const T operands[] = {a, b};
      const std::span<const T> given(operands);
      if (step.is(Step::pulled, 0)) hand_along(op_id<Op>(), 0, partial_by<Op, 0, T>(given, out));
      if constexpr (Op::arity == 2)
        if (step.is(Step::pulled, 1)) hand_along(op_id<Op>(), 1, partial_by<Op, 1, T>(given, out));
    });
    if (done) continue;
    const T operands[] = {a, b};
    const auto partial = entry_rules<T>[step.op].partial;
    for (std::size_t i = 0; i < step.arity; ++i)
      if (step.is(Step::pulled, i)) hand_along(step.op, i, partial(i, std::span(operands, step.arity), out));
  }
}

}  // namespace gradcircuit
