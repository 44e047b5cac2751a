#include "engine/text/print.hpp"

#include <algorithm>
#include <cmath>

#include "engine/base/number.hpp"
#include "engine/text/level.hpp"

namespace gradcircuit {
namespace {

struct Infix {
  OpId op;
  std::string_view text;
  Level level;
};
constexpr Infix infixes[] = {
    {op_id<ops::Add>(), " + ", Level::sum},
    {op_id<ops::Sub>(), " - ", Level::sum},
    {op_id<ops::Mul>(), "*", Level::product},
    {op_id<ops::Div>(), "/", Level::product},
    {op_id<ops::MatMul>(), " @ ", Level::product},
    {op_id<ops::Pow>(), "^", Level::power},
    {op_id<ops::Less>(), " < ", Level::comparison},
    {op_id<ops::LessEqual>(), " <= ", Level::comparison},
    {op_id<ops::Greater>(), " > ", Level::comparison},
    {op_id<ops::GreaterEqual>(), " >= ", Level::comparison},
    {op_id<ops::Equal>(), " == ", Level::comparison},
    {op_id<ops::NotEqual>(), " != ", Level::comparison},
};

const Infix* find_infix(OpId op) {
  const auto* const infix = std::ranges::find(infixes, op, &Infix::op);
  return infix == std::end(infixes) ? nullptr : infix;
}

/// `1, 2`
std::string numbers(std::span<const std::uint32_t> numbers) {
  std::string text;
  for (const std::uint32_t number : numbers) text += (text.empty() ? "" : ", ") + std::to_string(number);
  return text;
}

/// Writes from left to right with a stack of what is still to be written, so that a chain of any length needs no recursion.
class Printer {
 public:
  /// Nodes with a name, by node, are written as that; `root` itself is written out.
  explicit Printer(const Graph& graph, std::span<const std::string> names = {}) : graph_(graph), names_(names) {}

  Result<std::string> run(NodeId root) {
    root_ = written(root);
    later(root, Level::comparison, 0);
    // a node is written once for every use, so a small graph can make a text without end
    for (std::size_t steps = 0; !pending_.empty(); ++steps) {
      if (text_.size() > limits::program_bytes || steps > 4 * limits::program_bytes)
        return Error{.code = "program_too_long", .arguments = {{"limit", std::to_string(limits::program_bytes)}}};
      const Item item = std::move(pending_.back());
      pending_.pop_back();
      text_ += item.text;
      if (item.node != none) write(item);
      if (deepest_ > limits::depth)
        return Error{.code = "too_deep", .arguments = {{"limit", std::to_string(limits::depth)}}};
    }
    return std::move(text_);
  }

 private:
  struct Item {
    std::string text;
    NodeId node = none;
    Level least = Level::comparison;  ///< what binds more loosely needs parentheses here
    std::uint32_t depth = 0;          ///< as the parser counts it: brackets, signs and powers
  };

  // What is pushed last is written first.
  void later(std::string text) { pending_.push_back({.text = std::move(text)}); }
  void later(NodeId node, Level least, std::uint32_t depth) {
    deepest_ = std::max(deepest_, depth);
    pending_.push_back({.text = {}, .node = node, .least = least, .depth = depth});
  }

  NodeId written(NodeId id) const;
  bool is_named(NodeId id) const { return id < names_.size() && !names_[id].empty() && id != root_; }
  Level level_of(NodeId id) const;
  void write(const Item& item);
  void write_in_parentheses(NodeId id, std::uint32_t depth);
  void write_infix(const Infix& infix, NodeId id, std::uint32_t depth);
  void write_sign(NodeId id, std::uint32_t depth);
  void write_entry(NodeId id, std::uint32_t depth);
  void write_stack(NodeId id, std::uint32_t depth);
  void write_call(NodeId id, std::uint32_t depth);
  void write_list(std::span<const NodeId> nodes, std::uint32_t depth);

  const Graph& graph_;
  std::span<const std::string> names_;
  NodeId root_ = none;
  std::string text_;
  std::vector<Item> pending_;
  std::uint32_t deepest_ = 0;
};

/// An identity has no text of its own.
NodeId Printer::written(NodeId id) const {
  while (graph_[id].op == op_id<ops::Identity>()) id = graph_.operands(id)[0];
  return id;
}

Level Printer::level_of(NodeId id) const {
  if (is_named(id)) return Level::postfix;
  if (graph_.is_constant(id)) return std::signbit(graph_.constant_value(id)) ? Level::sign : Level::postfix;
  if (graph_[id].op == op_id<ops::Neg>()) return Level::sign;
  const Infix* const infix = find_infix(graph_[id].op);
  return infix == nullptr ? Level::postfix : infix->level;
}

void Printer::write(const Item& item) {
  const NodeId id = written(item.node);
  const OpId op = graph_[id].op;
  const std::uint32_t depth = item.depth;
  const Level level = level_of(id);
  if (level < item.least) return write_in_parentheses(id, depth);
  if (level == Level::sign) deepest_ = std::max(deepest_, depth + 1);
  if (is_named(id)) {
    text_ += names_[id];
  } else if (op == input_op) {
    text_ += graph_.input_of(id).name;
  } else if (op == constant_op) {
    text_ += print_number(graph_.constant_value(id));
  } else if (const Infix* const infix = find_infix(op)) {
    write_infix(*infix, id, depth);
  } else if (op == op_id<ops::Neg>()) {
    write_sign(id, depth);
  } else if (op == op_id<ops::Transpose>()) {
    later(".T");
    later(graph_.operands(id)[0], Level::postfix, depth);
  } else if (op == op_id<ops::Index>()) {
    write_entry(id, depth);
  } else if (op == op_id<ops::Stack>()) {
    write_stack(id, depth);
  } else {
    write_call(id, depth);
  }
}

void Printer::write_in_parentheses(NodeId id, std::uint32_t depth) {
  text_ += '(';
  later(")");
  later(id, Level::comparison, depth + 1);
}

void Printer::write_infix(const Infix& infix, NodeId id, std::uint32_t depth) {
  const std::span<const NodeId> operands = graph_.operands(id);
  const bool power = infix.level == Level::power;
  // powers group from the right, comparisons not at all, everything else from the left
  const Level left = power ? Level::postfix : infix.level == Level::comparison ? tighter(infix.level) : infix.level;
  const Level right = power ? Level::sign : tighter(infix.level);
  later(operands[1], right, power ? depth + 1 : depth);
  later(std::string(infix.text));
  later(operands[0], left, depth);
}

void Printer::write_sign(NodeId id, std::uint32_t depth) {
  const NodeId operand = written(graph_.operands(id)[0]);
  text_ += '-';
  // -2 is one constant, -(2) is two nodes
  if (graph_.is_constant(operand) && level_of(operand) == Level::postfix)
    return write_in_parentheses(operand, depth + 1);
  later(operand, Level::sign, depth + 1);
}

void Printer::write_entry(NodeId id, std::uint32_t depth) {
  const NodeId indexed = graph_.operands(id)[0];
  const Attributes at = graph_.attributes(id);
  const Shape shape = graph_[indexed].shape;
  const bool vector = shape.is_vector() && !shape.is_scalar();  // a scalar has no [0], but [0, 0]
  deepest_ = std::max(deepest_, depth + 1);
  const std::uint32_t place[] = {vector ? at.row + at.column : at.row, at.column};
  later("[" + numbers(std::span(place).first(vector ? 1 : 2)) + "]");
  later(indexed, Level::postfix, depth);
}

void Printer::write_stack(NodeId id, std::uint32_t depth) {
  const std::span<const NodeId> entries = graph_.operands(id);
  const Shape shape = graph_[id].shape;
  text_ += '[';
  later("]");
  if (shape.columns == 1) return write_list(entries, depth + 1);
  for (std::uint32_t row = shape.rows; row-- > 0;) {
    later("]");
    write_list(entries.subspan(std::size_t{row} * shape.columns, shape.columns), depth + 2);
    later(row == 0 ? "[" : ", [");
  }
}

void Printer::write_call(NodeId id, std::uint32_t depth) {
  const OpId op = graph_[id].op;
  const std::vector<std::uint32_t> attributes = written_numbers(graph_, id);
  const std::span<const NodeId> operands = graph_.operands(id);
  text_ += op_infos[op].name();
  text_ += '(';
  later(")");
  if (!attributes.empty()) later((operands.empty() ? "" : ", ") + numbers(attributes));
  write_list(operands, depth + 1);
}

void Printer::write_list(std::span<const NodeId> nodes, std::uint32_t depth) {
  for (std::size_t i = nodes.size(); i-- > 0;) {
    // [[a], b] would have rows
    const bool stack = graph_[written(nodes[i])].op == op_id<ops::Stack>();
    if (stack) later(")");
    later(nodes[i], Level::comparison, stack ? depth + 1 : depth);
    if (stack) later("(");
    if (i > 0) later(", ");
  }
}

/// An expression longer than this is worth stages.
constexpr std::size_t line_bytes = 100;

/// How often each computed node that `root` needs is written.
std::vector<std::uint32_t> count_uses(const Graph& graph, NodeId root) {
  std::vector<std::uint32_t> uses(root + 1, 0);
  uses[root] = 1;
  for (NodeId id = root + 1; id-- > 0;)
    if (uses[id] > 0)
      for (const NodeId operand : graph.operands(id)) ++uses[operand];
  return uses;
}

/// Whether to write it out again is longer than a name: more than a function or an operator on leaves.
bool is_worth_a_name(const Graph& graph, NodeId id) {
  return std::ranges::any_of(graph.operands(id), [&](NodeId operand) { return !graph.is_leaf(operand); }) ||
         graph.operands(id).size() > 1;
}

/// t1, t2 … but for names that inputs have.
class StageNames {
 public:
  explicit StageNames(const Graph& graph) : graph_(graph) {}

  std::string next() {
    std::string name = "t" + std::to_string(++count_);
    return graph_.find(name) ? next() : name;
  }

 private:
  const Graph& graph_;
  std::uint32_t count_ = 0;
};

/// By node; empty for what is written where it is used.
std::vector<std::string> name_stages(const Graph& graph, NodeId root) {
  const std::vector<std::uint32_t> uses = count_uses(graph, root);
  std::vector<std::string> names(root + 1);
  StageNames stage_names(graph);
  for (NodeId id = 0; id < root; ++id) {
    const bool is_stage = uses[id] > 1 && !graph.is_leaf(id) && graph[id].op != op_id<ops::Identity>() &&
                          op_infos[graph[id].op].kind != Kind::comparison && is_worth_a_name(graph, id);
    if (is_stage) names[id] = stage_names.next();
  }
  return names;
}

}  // namespace

Result<std::string> print(const Graph& graph, NodeId node) { return Printer(graph).run(node); }

Result<std::string> print_program(const Graph& graph, NodeId node) {
  auto single = print(graph, node);
  if (single && single->size() <= line_bytes) return single;
  const std::vector<std::string> names = name_stages(graph, node);
  std::string program;
  for (NodeId id = 0; id <= node; ++id) {
    if (id < node && names[id].empty()) continue;
    auto line = Printer(graph, names).run(id);
    if (!line) return line;
    program += id < node ? names[id] + " = " + *line + "\n" : *line;
    if (program.size() > limits::program_bytes)
      return Error{.code = "program_too_long", .arguments = {{"limit", std::to_string(limits::program_bytes)}}};
  }
  return program;
}

}  // namespace gradcircuit
