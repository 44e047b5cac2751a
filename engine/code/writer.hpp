#pragma once

#include "engine/code/names.hpp"
#include "engine/code/spelling.hpp"
#include "engine/text/level.hpp"

namespace gradcircuit {

/// What stands above the code, in the order in which it must.
struct Helper {
  std::string name;
  std::string text;
};

/// Writes expressions of a cut program in a target, and remembers what they need.
class Writer {
 public:
  Writer(const Staged& staged, const CodeNames& names, Target target);

  /// What computes a node, whether it has a name or not.
  std::string expression(NodeId id);
  /// The same where it gets a name.
  std::string definition(NodeId id);
  /// An input's value.
  std::string literal(const Matrix& value);
  /// A type of C++.
  std::string type(Shape shape);
  /// An entry of a matrix that is assigned to.
  std::string place(const Attributes& at, Shape shape) const;
  /// Whether NumPy hands the expression out as what somebody else holds too, so that `+=` would change both.
  bool is_shared(NodeId id) const;
  /// Whether NumPy and its kin make a 1×1 array of it where the program has a number.
  bool is_boxed(NodeId id) const { return boxed_[id]; }

  const std::vector<Helper>& helpers() const { return helpers_; }
  /// CodeNames that cannot be given to a value.
  const NameSet& used() const { return used_; }

 private:
  struct Text {
    std::string text;
    Level level = Level::postfix;
  };
  Text written(NodeId id);
  Text number(double value, bool as_double) const;
  Text infix_operator(NodeId id, std::string_view symbol, Level level);
  Text power(NodeId id);
  Text comparison(NodeId id);
  Text branch(NodeId id);
  Text stack(NodeId id);
  Text call(NodeId id);
  Text each(NodeId id);
  std::optional<std::string> indicator(NodeId id);
  std::string operand(NodeId id, Level least);
  std::string factor(NodeId id, Level least);
  std::string condition(NodeId id);
  std::string argument(NodeId id);
  std::string tensor(NodeId id);
  std::string arguments(NodeId id);
  std::string callable(OpId op);
  std::string filled(std::string_view pattern, NodeId id);
  std::string nested(std::string_view function, NodeId id);

  void find_boxed();
  bool makes_box(NodeId id) const;
  bool is_array(NodeId id) const { return !staged_.graph[id].shape.is_scalar() || boxed_[id]; }
  NodeId in(NodeId id, std::size_t i) const { return staged_.graph.operands(id)[i]; }
  bool is_scalar(NodeId id) const { return staged_.graph[id].shape.is_scalar(); }
  bool is_spelled_out() const { return target_ == Target::python || target_ == Target::cpp; }
  bool is_pseudocode() const { return target_ == Target::pseudocode || target_ == Target::worksheet; }
  bool is_plain_number(NodeId id) const;
  Target dialect(NodeId id) const;
  std::string_view module() const { return target_ == Target::jax ? "jnp" : "np"; }
  std::string_view spelled(OpId op, Target target);
  void need(std::string_view name);
  void define(OpId op);

  const Staged& staged_;
  const CodeNames& names_;
  Target target_;
  std::vector<bool> boxed_;
  std::vector<bool> constant_;  ///< by node: depends on no input
  std::vector<Helper> helpers_;
  NameSet used_;
};

}  // namespace gradcircuit
