#pragma once

#include <algorithm>
#include <tuple>

#include "engine/ops/activations.hpp"
#include "engine/ops/arithmetic.hpp"
#include "engine/ops/elementary.hpp"
#include "engine/ops/error_functions.hpp"
#include "engine/ops/hyperbolic.hpp"
#include "engine/ops/inverse_hyperbolic.hpp"
#include "engine/ops/inverse_trigonometric.hpp"
#include "engine/ops/linear_algebra.hpp"
#include "engine/ops/losses.hpp"
#include "engine/ops/piecewise.hpp"
#include "engine/ops/reductions.hpp"
#include "engine/ops/softmax.hpp"
#include "engine/ops/structure.hpp"
#include "engine/ops/trigonometric.hpp"

namespace gradcircuit {

/// Every op there is, once. Each layer expands its own table from this list.
using AllOps =
    std::tuple<ops::Add, ops::Sub, ops::Mul, ops::Div, ops::Pow, ops::Neg, ops::Identity,                   //
               ops::Exp, ops::Exp2, ops::Expm1, ops::Log, ops::Log1p, ops::Log2, ops::Log10, ops::LogBase,  //
               ops::Sqrt, ops::Cbrt, ops::Hypot,                                                            //
               ops::Sin, ops::Cos, ops::Tan, ops::Sec, ops::Csc, ops::Cot, ops::Sinc,                       //
               ops::Asin, ops::Acos, ops::Atan, ops::Atan2, ops::Asec, ops::Acsc, ops::Acot,                //
               ops::Sinh, ops::Cosh, ops::Tanh, ops::Sech, ops::Csch, ops::Coth,                            //
               ops::Asinh, ops::Acosh, ops::Atanh, ops::Asech, ops::Acsch, ops::Acoth,                      //
               ops::Erf, ops::Erfc,                                                                         //
               ops::Sigmoid, ops::Relu, ops::LeakyRelu, ops::Elu, ops::Gelu, ops::Silu, ops::Softplus, ops::Softsign,
               ops::Step,                                                                              //
               ops::Abs, ops::Sign, ops::Floor, ops::Min, ops::Max, ops::Clamp, ops::If,               //
               ops::Less, ops::LessEqual, ops::Greater, ops::GreaterEqual, ops::Equal, ops::NotEqual,  //
               ops::MatMul, ops::Transpose, ops::Dot, ops::Outer, ops::Trace, ops::Norm,               //
               ops::Sum, ops::Mean, ops::RowSums, ops::ColumnSums,                                     //
               ops::Softmax, ops::LogSoftmax, ops::LogSumExp,                                          //
               ops::Mse, ops::Bce, ops::BceLogits, ops::CrossEntropy, ops::CrossEntropyLogits,         //
               ops::Index, ops::Rows, ops::Stack, ops::Concatenate, ops::Vec, ops::Reshape,            //
               ops::Ones, ops::Zeros, ops::Eye, ops::Unit>;

using OpId = std::uint16_t;
inline constexpr std::size_t op_count = std::tuple_size_v<AllOps>;
/// Leaves of a graph come after the ops.
inline constexpr OpId input_op = op_count;
inline constexpr OpId constant_op = op_count + 1;

template <class Op, std::size_t I = 0>
consteval OpId op_id() {
  static_assert(I < op_count, "this op is not in AllOps");
  if constexpr (std::is_same_v<Op, std::tuple_element_t<I, AllOps>>)
    return I;
  else
    return op_id<Op, I + 1>();
}

/// Whether it is one of those.
template <class... Ops>
constexpr bool is_any(OpId op) {
  return ((op == op_id<Ops>()) || ...);
}

/// An array with one entry an op: `make<Op>()` for each, in order.
template <class Entry, class Make>
consteval std::array<Entry, op_count> table_of_ops(Make make) {
  return [&]<std::size_t... I>(std::index_sequence<I...>) {
    return std::array<Entry, op_count> { make.template operator()<std::tuple_element_t<I, AllOps>>()... };
  }(std::make_index_sequence<op_count>{});
}

/// The texts of an op's Doc in one, a line each: a pointer to each of them would be a kB of the module.
template <class Op>
struct DocLines {
  static constexpr std::string_view parts[] = {Op::doc.name,     Op::doc.aliases,  Op::doc.notation,
                                               Op::doc.summary,  Op::doc.kinks,    Op::doc.definition,
                                               Op::doc.rules[0], Op::doc.rules[1], Op::doc.rules[2]};
  static constexpr std::size_t size() {
    std::size_t size = 0;
    for (const std::string_view part : parts) size += part.size() + 1;
    return size;
  }
  static constexpr std::array<char, size()> text = [] {
    std::array<char, size()> text{};
    auto end = text.begin();
    for (const std::string_view part : parts) {
      end = std::copy(part.begin(), part.end(), end);
      *end++ = '\n';
    }
    return text;
  }();
};

/// What can be known of an op at run time without running it.
struct OpInfo {
  std::string_view doc_lines;
  Kind kind;
  int arity;
  bool elementwise;
  WrittenNumbers written;

  constexpr std::string_view name() const { return line(0); }
  constexpr std::string_view aliases() const { return line(1); }
  constexpr std::string_view notation() const { return line(2); }
  constexpr Doc doc() const {
    return {.name = name(),
            .aliases = aliases(),
            .notation = notation(),
            .summary = line(3),
            .rules = {line(6), line(7), line(8)},
            .kinks = line(4),
            .definition = line(5)};
  }

 private:
  constexpr std::string_view line(int number) const {
    std::string_view rest = doc_lines;
    for (; number > 0; --number) rest.remove_prefix(rest.find('\n') + 1);
    return rest.substr(0, rest.find('\n'));
  }
};

inline constexpr std::array<OpInfo, op_count> op_infos = table_of_ops<OpInfo>([]<class Op>() -> OpInfo {
  const auto& text = DocLines<Op>::text;
  WrittenNumbers written;
  if constexpr (!is_elementwise<Op>) written = Op::written;
  return {{text.data(), text.size()}, Op::kind, Op::arity, is_elementwise<Op>, written};
});

/// Whether an op goes by that name or alias.
constexpr bool is_called(const OpInfo& op, std::string_view name) {
  if (op.doc_lines.starts_with(name) && op.doc_lines[name.size()] == '\n') return true;
  std::string_view aliases = op.aliases();
  while (!aliases.empty()) {
    const std::size_t space = aliases.find(' ');
    if (aliases.substr(0, space) == name) return true;
    aliases.remove_prefix(space == std::string_view::npos ? aliases.size() : space + 1);
  }
  return false;
}

/// The first op of that name or alias; input_op when there is none.
constexpr OpId find_op(std::string_view name) {
  for (OpId id = 0; id < op_count; ++id)
    if (is_called(op_infos[id], name)) return id;
  return input_op;
}

/// The one that takes so many operands, as `log(x, b)` does; the first when none does.
constexpr OpId find_op(std::string_view name, std::size_t arity) {
  for (OpId id = 0; id < op_count; ++id)
    if (op_infos[id].arity == static_cast<int>(arity) && is_called(op_infos[id], name)) return id;
  return find_op(name);
}

}  // namespace gradcircuit
