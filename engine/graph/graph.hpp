#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/base/limits.hpp"
#include "engine/base/matrix.hpp"
#include "engine/base/result.hpp"
#include "engine/ops/all_ops.hpp"

namespace gradcircuit {

using NodeId = std::uint32_t;
inline constexpr std::uint32_t none = 0xffffffff;

/// An op, the nodes it reads and what it was written as. Plain data: it can be shown, saved and tested.
struct Node {
  OpId op;
  std::uint16_t arity;
  std::uint32_t first_operand;  ///< into Graph's list of operands
  std::uint32_t payload;        ///< into inputs, constants or attributes, whichever the op has
  Span span;
  Shape shape;
};

struct Input {
  enum class Source : std::uint8_t { literal, at, unspecified };
  std::string name;
  NodeId node = none;
  Matrix value;
  Source source = Source::unspecified;
  Span literal = {};  ///< where its value is written, when it is a literal
};

/// One named statement; `node` holds its value.
struct Stage {
  std::string name;
  NodeId node = none;
  Span span;
};

/// One call of a function that is seen as one node or opened: its nodes are those appended in its scope.
struct Group {
  std::string name;
  Span span;
  std::uint32_t parent = none;
  NodeId output = none;
};

/// The stage and the innermost group that a node was written in.
struct Scope {
  std::uint32_t stage = none;
  std::uint32_t group = none;
  friend bool operator==(Scope, Scope) = default;
};

/// The program: nodes in an order in which operands come before their users. It is only ever appended to, and nothing is merged.
class Graph {
 public:
  explicit Graph(std::uint32_t node_limit = limits::page_nodes, std::uint64_t entry_limit = limits::page_entries)
      : node_limit_(node_limit), entry_limit_(entry_limit) {}

  /// More nodes than it was made for: a derivative of a page circuit may be larger than the circuit.
  void set_node_limit(std::uint32_t limit) { node_limit_ = limit; }
  /// Makes room, so that a large graph takes no more memory than it needs.
  void reserve(std::size_t nodes, std::size_t operands);

  /// A leaf that can be changed. Fails with program_too_large.
  Result<NodeId> append_input(Input input, Span span);
  /// A leaf that cannot. Fails with program_too_large.
  Result<NodeId> append_constant(double value, Span span);
  /// Fails with a shape error (spans of the operands in `related`), wrong_arity, too_many_operands, matrix_too_large or program_too_large.
  Result<NodeId> append(OpId op, std::span<const NodeId> operands, Span span, const Attributes& attributes = {});

  /// Nodes appended from now on lie in this scope; inputs never lie in one.
  void enter(Scope scope);
  Scope scope() const { return scopes_.empty() ? Scope{} : scopes_.back().scope; }
  std::uint32_t add_stage(Stage stage);
  std::uint32_t add_group(Group group);
  void set_stage_node(std::uint32_t stage, NodeId node) { stages_[stage].node = node; }
  void set_group_output(std::uint32_t group, NodeId node) { groups_[group].output = node; }
  void add_note(Note note) { notes_.push_back(std::move(note)); }
  void set_output(NodeId node) { output_ = node; }
  /// Operators on Expr have no Result to return: the first of their errors is kept here.
  void fail(Error error) {
    if (!failure_) failure_ = std::move(error);
  }
  const std::optional<Error>& failure() const { return failure_; }

  std::size_t size() const { return nodes_.size(); }
  const Node& operator[](NodeId id) const { return nodes_[id]; }
  std::span<const NodeId> operands(NodeId id) const {
    return {operands_.data() + nodes_[id].first_operand, nodes_[id].arity};
  }
  bool is_input(NodeId id) const { return nodes_[id].op == input_op; }
  bool is_constant(NodeId id) const { return nodes_[id].op == constant_op; }
  bool is_leaf(NodeId id) const { return nodes_[id].op >= op_count; }
  double constant_value(NodeId id) const { return constants_[nodes_[id].payload]; }
  const Input& input_of(NodeId id) const { return inputs_[nodes_[id].payload]; }
  /// Empty for ops that have none.
  Attributes attributes(NodeId id) const;
  Scope scope_of(NodeId id) const;
  /// Whether a node lies in the group or in one inside it.
  bool in_group(NodeId id, std::uint32_t group) const;

  std::span<const Input> inputs() const { return inputs_; }
  std::span<const Stage> stages() const { return stages_; }
  std::span<const Group> groups() const { return groups_; }
  std::span<const Note> notes() const { return notes_; }
  NodeId output() const { return output_; }
  /// The node of a stage or an input of that name.
  std::optional<NodeId> find(std::string_view name) const;
  /// What the program calls a node; empty where it has no name for it.
  std::string_view name_of(NodeId id) const;

  /// Bytes held by nodes, operands and payloads.
  std::size_t memory() const;

 private:
  struct ScopeChange {
    NodeId from;
    Scope scope;
  };
  Result<NodeId> push(Node node, std::span<const NodeId> operands);

  std::uint32_t node_limit_;
  std::uint64_t entry_limit_;
  std::uint64_t entries_ = 0;
  std::vector<Node> nodes_;
  std::vector<NodeId> operands_;
  std::vector<double> constants_;
  std::vector<Attributes> attributes_;
  std::vector<Input> inputs_;
  std::vector<Stage> stages_;
  std::vector<Group> groups_;
  std::vector<ScopeChange> scopes_;
  std::vector<Note> notes_;
  NodeId output_ = none;
  std::optional<Error> failure_;
};

/// Shape of elementwise operands together: a scalar goes with anything, a column or a row with a matrix of its dimension.
Result<Shape> broadcast(std::span<const Shape> shapes, std::string_view operation);

/// The numbers that are written after a node's operands: `1, 2` of `reshape(x, 1, 2)`. Mostly none.
std::vector<std::uint32_t> written_numbers(const Graph& graph, NodeId id);

/// Name of a node's op, `input` and `constant` for leaves.
std::string_view op_name(OpId op);

}  // namespace gradcircuit
