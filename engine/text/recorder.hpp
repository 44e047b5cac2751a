#pragma once

#include <span>

#include "engine/graph/graph.hpp"
#include "engine/text/instruction.hpp"
#include "engine/text/symbols.hpp"

namespace gradcircuit {

/// Runs instructions on a stack of nodes and so appends them to a graph. A call becomes a group of the nodes of its body.
class Recorder {
 public:
  Recorder(const TokenList& tokens, const Symbols& symbols, std::uint32_t node_limit);

  /// Reads the definitions of the built-in functions to open. Fails with unknown_expand.
  std::optional<Error> expand(const std::vector<std::string>& names);

  /// The node of an expression; with `own_node` never one that is known by another name, then its identity.
  /// Fails with a shape error, an error of an index, transpose_power or a limit.
  Result<NodeId> record(const Expression& expression, bool own_node);
  /// The input that a statement `name = literal` makes. The value of the request wins. Fails with at_shape or a limit.
  Result<NodeId> record_input(const Token& name, Matrix literal, Span literal_span);

  void bind(NameId name, NodeId node) { variables_[name] = node; }
  /// `none` while nothing has used the name.
  NodeId variable(NameId name) const { return variables_[name]; }
  Graph& graph() { return graph_; }

 private:
  using Code = std::vector<Instruction>;
  struct Operand {
    NodeId node;
    Span span;  ///< where it is used; its node may have been written elsewhere
  };
  struct Frame {
    std::size_t arguments = 0;      ///< where they begin on the stack
    std::optional<Span> span = {};  ///< of all nodes of an expanded built-in: its call
  };

  bool run(const Code& code, const Frame& frame);
  bool step(const Instruction& instruction, const Frame& frame, Span span);
  bool append(const Instruction& instruction, Span span);
  bool inline_body(std::string_view name, const Code& body, std::size_t arity, Span call,
                   const std::optional<Span>& span);
  bool own(std::size_t first);
  bool place_entry(const Instruction& instruction, Attributes& at);
  bool push(Result<NodeId>&& node, Span span);
  bool fail(Error&& error);

  Result<NodeId> input(NameId name, Span span);
  Error in_place(Error&& error, const Instruction& instruction, std::span<const Operand> operands) const;
  Error transpose_power(const Instruction& instruction, Span base) const;

  const TokenList& tokens_;
  const Symbols& symbols_;
  Graph graph_;
  /// Operands of all nodes together: a body with a long list of them can be called often.
  std::uint64_t connection_limit_;
  std::uint64_t connections_ = 0;
  std::vector<NodeId> variables_;  ///< by name
  std::vector<Code> definitions_;  ///< by op: of those to open
  std::vector<Operand> stack_ = {};
  std::vector<NodeId> operand_ids_ = {};
  std::uint32_t depth_ = 0;
  bool noted_power_ = false;
  std::optional<Error> error_ = {};
};

}  // namespace gradcircuit
