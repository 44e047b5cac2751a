#pragma once

#include <optional>
#include <string_view>

#include "engine/diff/pull.hpp"
#include "engine/graph/expr.hpp"

/// What students believe of derivatives that is not so: each misconception is a rule that breaks one of the backward pass. Grading
/// runs an exercise under it to see whether that explains an answer; a planted bug is the same rule at one gate.
namespace gradcircuit {

/// One entry of one edge, with what the right rule makes of it.
struct Edge {
  OpId op;
  std::size_t operand;
  std::span<const double> in;
  double out;
  double adjoint;
  double partial;
  bool inside = false;       ///< the gate is part of a function's argument
  bool with_number = false;  ///< another operand is a number that is written there
  std::span<const double> moves =
      {};  ///< of the operands, when what is asked for moves by 1; empty when that is not known

  double x() const { return in[operand]; }
  template <class... Op>
  bool is() const {
    return is_any<Op...>(op);
  }
  /// Of one operand, and more than a sign.
  bool is_function() const {
    return op_infos[op].elementwise && op_infos[op].arity == 1 && !is<ops::Neg, ops::Identity>();
  }
  /// One that does not just hand its operand on, or nothing of it.
  bool is_smooth() const {
    return is_function() && !is<ops::Relu, ops::LeakyRelu, ops::Abs, ops::Sign, ops::Step, ops::Floor>();
  }
};

/// What becomes of several contributions to one node.
enum class Arrival : std::uint8_t { add, overwrite, keep_first, multiply, average };

struct WrongRule {
  std::string_view id;
  std::string_view text;  ///< English, of the one who believes it
  /// The edges of elementwise ops that it speaks of; all when null.
  bool (*at)(const Edge& edge) = nullptr;
  /// The local derivative there, or all that is handed back.
  double (*partial)(const Edge& edge) = nullptr;
  double (*contribution)(const Edge& edge) = nullptr;
  /// What a matrix op hands back, in symbols; nothing where the right rule stands. It is not taken where it has another shape than
  /// the operand.
  std::optional<Expr> (*matrix)(OpId op, std::size_t operand, std::span<const Expr> in, const Expr& adjoint) = nullptr;
  Arrival arrival = Arrival::add;
  /// It comes to a wrong sign and nothing else.
  bool turns_sign = false;
  /// The derivative of a function's argument counts as 1 whatever is inside.
  bool forgets_inside = false;
  /// Of several contributions that broadcasting brings to one entry only the last is kept.
  bool forgets_sum = false;
  /// What an elementwise op computes instead.
  std::optional<double> (*value)(OpId op, std::span<const double> in) = nullptr;
  /// What is given for a gradient that itself is right.
  Matrix (*given)(const Matrix& gradient) = nullptr;

  /// Whether it changes what some gate hands back, so that it can be planted there.
  bool breaks_backward() const {
    return breaks_entries() || matrix != nullptr || arrival != Arrival::add || forgets_inside;
  }
  /// Whether it can be planted at one gate, or one sum, and found there. What is inside of a function is many gates.
  bool breaks_one_gate() const { return breaks_backward() && !forgets_inside; }
  bool breaks_entries() const { return partial != nullptr || contribution != nullptr || forgets_sum; }
  /// What stands in the place of the local derivative: the adjoint times this is handed back.
  double used(const Edge& edge) const {
    if (edge.adjoint == 0 || (at != nullptr && !at(edge))) return edge.partial;
    if (contribution != nullptr) return contribution(edge) / edge.adjoint;
    return partial == nullptr ? edge.partial : partial(edge);
  }
  /// What an edge hands back.
  double handed(const Edge& edge) const {
    if (edge.adjoint == 0 || (at != nullptr && !at(edge)))
      return contribution_along(edge.op, edge.adjoint, edge.partial);
    if (contribution != nullptr) return contribution(edge);
    return contribution_along(edge.op, edge.adjoint, partial == nullptr ? edge.partial : partial(edge));
  }
};

Matrix transposed(const Matrix& value);

std::span<const WrongRule> wrong_rules();
const WrongRule* find_wrong_rule(std::string_view id);

}  // namespace gradcircuit
