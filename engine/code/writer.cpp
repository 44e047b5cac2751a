#include "engine/code/writer.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "engine/base/number.hpp"
#include "engine/text/parse.hpp"
#include "engine/text/symbols.hpp"

namespace gradcircuit {
namespace {

struct Operator {
  OpId op;
  std::string_view symbol;
  Level level;
};
constexpr Operator operators[] = {
    {op_id<ops::Add>(), " + ", Level::sum},
    {op_id<ops::Sub>(), " - ", Level::sum},
    {op_id<ops::Mul>(), " * ", Level::product},
    {op_id<ops::Div>(), " / ", Level::product},
    {op_id<ops::MatMul>(), " @ ", Level::product},
    {op_id<ops::Less>(), " < ", Level::comparison},
    {op_id<ops::LessEqual>(), " <= ", Level::comparison},
    {op_id<ops::Greater>(), " > ", Level::comparison},
    {op_id<ops::GreaterEqual>(), " >= ", Level::comparison},
    {op_id<ops::Equal>(), " == ", Level::comparison},
    {op_id<ops::NotEqual>(), " != ", Level::comparison},
};

const Operator* find_operator(OpId op) {
  const auto* const found = std::ranges::find(operators, op, &Operator::op);
  return found == std::end(operators) ? nullptr : found;
}

constexpr OpId branch_op = op_id<ops::If>();
constexpr OpId step = op_id<ops::Step>();

bool is_comparison(OpId op) { return op < op_count && op_infos[op].kind == Kind::comparison; }
bool is_extremum(OpId op) { return op == op_id<ops::Max>() || op == op_id<ops::Min>(); }

/// The program that says what an op is.
constexpr auto definitions =
    table_of_ops<std::string_view>([]<class Op>() -> std::string_view { return Op::doc.definition; });

}  // namespace

Writer::Writer(const Staged& staged, const CodeNames& names, Target target)
    : staged_(staged), names_(names), target_(target), constant_(staged.graph.size(), false) {
  const Graph& graph = staged.graph;
  for (NodeId id = 0; id < graph.size(); ++id)
    constant_[id] =
        !graph.is_input(id) && std::ranges::all_of(graph.operands(id), [&](NodeId in) { return constant_[in]; });
  find_boxed();
}

// ---- what the shapes of the program are in NumPy

void Writer::find_boxed() {
  const Graph& graph = staged_.graph;
  boxed_.assign(graph.size(), false);
  // an adjoint is recorded before what it is made of
  for (bool changed = true; changed;) {
    changed = false;
    for (NodeId id = 0; id < graph.size(); ++id)
      if (!boxed_[id] && makes_box(id)) changed = boxed_[id] = true;
    for (const Contribution& part : staged_.contributions)
      if (const NodeId adjoint = staged_.values[part.value].adjoint;
          !part.entry && boxed_[part.expression] && !boxed_[adjoint])
        changed = boxed_[adjoint] = true;
  }
}

bool Writer::makes_box(NodeId id) const {
  const Graph& graph = staged_.graph;
  if (graph.is_leaf(id) || !is_scalar(id)) return false;
  const OpId op = graph[id].op;
  if (op_infos[op].elementwise) return std::ranges::any_of(graph.operands(id), [&](NodeId in) { return boxed_[in]; });
  constexpr OpId boxes[] = {op_id<ops::MatMul>(), op_id<ops::Outer>(), op_id<ops::LogSumExp>(), op_id<ops::Rows>(),
                            op_id<ops::Reshape>()};
  return std::ranges::find(boxes, op) != std::end(boxes);
}

bool Writer::is_shared(NodeId id) const {
  if (staged_.is_named(id)) return is_array(id);
  const OpId op = staged_.graph[id].op;
  constexpr OpId views[] = {op_id<ops::Transpose>(), op_id<ops::Rows>(), op_id<ops::Reshape>(), op_id<ops::Vec>()};
  return std::ranges::find(views, op) != std::end(views) && is_shared(in(id, 0));
}

// ---- what an expression needs

Target Writer::dialect(NodeId id) const { return is_plain_number(id) ? Target::python : target_; }

std::string_view Writer::spelled(OpId op, Target target) {
  std::string_view text = spelling(op, target);
  if (is_pseudocode()) return op_name(op);
  if (text == defined) {
    define(op);
    text = op_name(op);
  }
  if (text.find('$') == std::string_view::npos && text.find('.') == std::string_view::npos) used_.emplace(text);
  used_.merge(called_in(text));
  need(text.substr(0, text.find_first_of("(<")));
  return text;
}

void Writer::need(std::string_view name) {
  const std::string_view text = helper(name, target_);
  if (text.empty() || std::ranges::find(helpers_, name, &Helper::name) != helpers_.end()) return;
  const NameSet calls = called_in(text);
  const auto uses = [&](std::string_view word) {
    return name != "Matrix" && text.find(word) != std::string_view::npos;
  };
  if (uses("Matrix") || uses("rows_of") || uses("each(") || uses("height<")) need("Matrix");
  for (const std::string& called : calls)
    if (called != name) need(called);
  used_.insert(calls.begin(), calls.end());
  used_.emplace(name);
  helpers_.push_back({std::string(name), std::string(text)});
}

/// A function of single numbers made of the op's own definition; NumPy and its kin take it entry by entry.
void Writer::define(OpId op) {
  const std::string_view name = op_name(op);
  const auto is_there = [&] { return std::ranges::find(helpers_, name, &Helper::name) != helpers_.end(); };
  if (!helper(name, target_).empty() || is_there()) return;
  ParseOptions options;
  CodeNames names;
  for (const std::string_view operand : operand_names(op)) options.at.emplace_back(std::string(operand), Matrix(1.0));
  auto parsed = parse(definitions[op], options);
  if (!parsed) return;  // no op's definition fails, the tests see to that
  Staged body;
  body.graph = std::move(*parsed);
  body.labels.resize(body.graph.size());
  for (const Input& input : body.graph.inputs()) {
    body.labels[input.node].value = static_cast<std::uint32_t>(body.values.size());
    body.values.push_back({.wish = input.name, .node = input.node});
    names.values.push_back(input.name);
  }
  Writer writer(body, names, target_);
  std::swap(writer.helpers_, helpers_);
  std::swap(writer.used_, used_);
  const std::string value = writer.expression(body.graph.output());
  std::swap(writer.helpers_, helpers_);
  std::swap(writer.used_, used_);
  std::vector<std::string> parameters;
  const bool is_cpp = target_ == Target::cpp;
  for (const std::string_view operand : operand_names(op))
    parameters.push_back((is_cpp ? "double " : "") + std::string(operand));
  const std::string head = std::string(name) + "(" + joined(parameters, ", ") + ")";
  helpers_.push_back({std::string(name), is_cpp ? "double " + head + " { return " + value + "; }"
                                                : "def " + head + ":\n    return " + value});
  used_.emplace(name);
}

// ---- expressions

std::string Writer::expression(NodeId id) {
  const bool is_name = staged_.graph.is_input(id);
  return is_name ? operand(id, Level::comparison) : written(id).text;
}

std::string Writer::definition(NodeId id) { return is_plain_number(id) ? tensor(id) : expression(id); }

/// Whether PyTorch would find a number of Python there.
bool Writer::is_plain_number(NodeId id) const { return target_ == Target::pytorch && constant_[id] && is_scalar(id); }

std::string Writer::tensor(NodeId id) {
  const Graph& graph = staged_.graph;
  const bool is_literal = graph.is_constant(id);
  const std::string text = is_literal ? number(graph.constant_value(id), true).text : expression(id);
  return is_literal ? "torch.tensor(" + text + ")" : "torch.tensor(float(" + text + "))";
}

std::string Writer::operand(NodeId id, Level least) {
  if (const Staged::Label label = staged_.label(id); label.value != none)
    return (label.is_adjoint ? names_.gradients : names_.values)[label.value];
  const Text text = written(id);
  return text.level < least ? "(" + text.text + ")" : text.text;
}

Writer::Text Writer::written(NodeId id) {
  const Graph& graph = staged_.graph;
  if (graph.is_constant(id)) return number(graph.constant_value(id), false);
  const OpId op = graph[id].op;
  const Operator* const infix = find_operator(op);
  const bool entrywise = op_infos[op].elementwise && !is_scalar(id) && is_spelled_out();
  const bool has_operator = (infix != nullptr && infix->level != Level::comparison) || is_any<ops::Neg>(op) ||
                            (is_any<ops::Pow>(op) && target_ == Target::python) || op == op_id<ops::Identity>();
  if (entrywise && !has_operator) return each(id);
  if (is_comparison(op)) return comparison(id);
  if (is_any<ops::MatMul>(op) && target_ == Target::cpp) return call(id);
  if (infix != nullptr) return infix_operator(id, infix->symbol, infix->level);
  if (op == op_id<ops::Identity>()) return {operand(in(id, 0), Level::comparison), Level::comparison};
  if (is_any<ops::Neg>(op)) {
    const bool is_number = target_ == Target::cpp && staged_.graph.is_constant(in(id, 0));
    std::string text = is_number ? argument(in(id, 0)) : operand(in(id, 0), Level::sign);
    if (text.starts_with('-')) text = "(" + text + ")";
    return {"-" + text, Level::sign};
  }
  if (is_any<ops::Pow>(op)) return power(id);
  if (op == branch_op) return branch(id);
  if (op == op_id<ops::Stack>()) return stack(id);
  return call(id);
}

Writer::Text Writer::number(double value, bool as_double) const {
  const auto is_value = [&](const StagedValue& other, std::string_view name) { return other.wish == name; };
  const auto is_defined = [&](std::string_view name) {
    return std::ranges::any_of(staged_.values, [&](const StagedValue& other) { return is_value(other, name); });
  };
  for (const auto& [name, constant] : {std::pair("pi", std::numbers::pi), std::pair("e", std::numbers::e)}) {
    if (value != constant) continue;
    if (is_pseudocode() && is_defined(name)) break;
    const std::string_view module = is_pseudocode()            ? ""
                                    : target_ == Target::cpp   ? "std::numbers::"
                                    : target_ == Target::numpy ? "np."
                                    : target_ == Target::jax   ? "jnp."
                                                               : "math.";
    return {std::string(module) + name};
  }
  std::string text = print_number(value);
  const bool whole = text.find_first_not_of("-0123456789") == std::string::npos;
  // an int of C++ would divide as one, and end at 2^31
  if (whole && (as_double || (target_ == Target::cpp && std::fabs(value) >= 1e9))) text += ".0";
  return {text, std::signbit(value) ? Level::sign : Level::postfix};
}

Writer::Text Writer::infix_operator(NodeId id, std::string_view symbol, Level level) {
  const NodeId left = in(id, 0);
  const NodeId right = in(id, 1);
  const bool numbers = staged_.graph.is_constant(left) && staged_.graph.is_constant(right);
  if (numbers && target_ == Target::cpp) {
    const std::string first = argument(left);
    const std::string second = argument(right);
    return {first + std::string(symbol) + (second.starts_with('-') ? "(" + second + ")" : second), level};
  }
  const bool product = staged_.graph[id].op == op_id<ops::Mul>();
  const std::string first = operand(left, level == Level::comparison ? tighter(level) : level);
  const std::string second = product ? factor(right, tighter(level)) : operand(right, tighter(level));
  return {first + std::string(symbol) + second, level};
}

Writer::Text Writer::power(NodeId id) {
  const NodeId base = in(id, 0);
  const NodeId exponent = in(id, 1);
  const Graph& graph = staged_.graph;
  if (target_ != Target::cpp) {
    const std::string left = operand(base, Level::postfix);
    return {left + (is_pseudocode() ? "^" : "**") + operand(exponent, Level::sign), Level::power};
  }
  if (graph.is_constant(exponent) && graph.constant_value(exponent) == 2 && staged_.is_named(base)) {
    const std::string name = operand(base, Level::postfix);
    return {name + " * " + name, Level::product};
  }
  const std::string left = operand(base, Level::comparison);
  return {"std::pow(" + left + ", " + operand(exponent, Level::comparison) + ")"};
}

/// 0 or 1, where a number is wanted.
Writer::Text Writer::comparison(NodeId id) {
  const Operator* const infix = find_operator(staged_.graph[id].op);
  Text text = infix_operator(id, infix->symbol, infix->level);
  if (dialect(id) == Target::python) return text;
  if (target_ == Target::cpp) return {"double(" + text.text + ")"};  // a bool would divide as an int
  const std::string where = is_pseudocode() ? "if" : std::string(spelled(branch_op, target_));
  return {where + "(" + text.text + ", 1, 0)"};
}

std::string Writer::condition(NodeId id) {
  if (is_plain_number(id) && !staged_.is_named(id)) return tensor(id) + " != 0";
  const OpId op = staged_.graph[id].op;
  if (!staged_.is_named(id) && is_comparison(op)) {
    const Operator* const infix = find_operator(op);
    return infix_operator(id, infix->symbol, infix->level).text;
  }
  const bool wants_truth = target_ == Target::jax || target_ == Target::pytorch || target_ == Target::cpp;
  const bool is_branch = op == branch_op && !staged_.is_named(id);
  return operand(id, wants_truth || is_branch ? Level::sum : Level::comparison) + (wants_truth ? " != 0" : "");
}

Writer::Text Writer::branch(NodeId id) {
  const std::string when = condition(in(id, 0));
  const bool is_branch = is_spelled_out() || dialect(id) == Target::python;
  const auto value = [&](std::size_t i, Level least) {
    const NodeId node = in(id, i);
    const bool is_number = target_ == Target::cpp && staged_.graph.is_constant(node);
    return is_number ? number(staged_.graph.constant_value(node), true).text : operand(node, least);
  };
  const std::string yes = value(1, is_branch ? Level::sum : Level::comparison);
  const std::string no = value(2, Level::comparison);
  if (dialect(id) == Target::python) return {yes + " if " + when + " else " + no, Level::comparison};
  if (target_ == Target::cpp) return {when + " ? " + yes + " : " + no, Level::comparison};
  const std::string_view name = is_pseudocode() ? "if" : spelled(branch_op, target_);
  return {std::string(name) + "(" + when + ", " + yes + ", " + no + ")"};
}

/// `(x > 0)` for a factor that is 1 or 0.
std::optional<std::string> Writer::indicator(NodeId id) {
  if (staged_.is_named(id) || is_pseudocode() || (is_spelled_out() && !is_scalar(id))) return std::nullopt;
  const Graph& graph = staged_.graph;
  const OpId op = graph[id].op;
  if (op == step) return "(" + operand(in(id, 0), Level::sum) + " > 0)";
  const auto is = [&](NodeId node, double value) {
    return graph.is_constant(node) && graph.constant_value(node) == value;
  };
  const bool by_comparison = op == branch_op && is_comparison(graph[in(id, 0)].op) && !staged_.is_named(in(id, 0));
  if (by_comparison && is(in(id, 1), 1) && is(in(id, 2), 0)) return "(" + condition(in(id, 0)) + ")";
  return std::nullopt;
}

std::string Writer::factor(NodeId id, Level least) {
  const auto text = indicator(id);
  return text ? *text : operand(id, least);
}

Writer::Text Writer::stack(NodeId id) {
  const Shape shape = staged_.graph[id].shape;
  const bool flat = is_pseudocode() && shape.columns == 1;
  const char open = target_ == Target::cpp ? '{' : '[';
  const char close = target_ == Target::cpp ? '}' : ']';
  std::vector<std::string> rows;
  bool boxed = false;
  for (std::uint32_t r = 0; r < shape.rows; ++r) {
    std::vector<std::string> entries;
    for (std::uint32_t c = 0; c < shape.columns; ++c) {
      const NodeId entry = in(id, std::size_t{r} * shape.columns + c);
      entries.push_back(operand(entry, Level::comparison));
      boxed = boxed || boxed_[entry];
    }
    rows.push_back(flat ? entries[0] : open + joined(entries, ", ") + close);
  }
  const std::string text = open + joined(rows, ", ") + close;
  switch (target_) {
    case Target::python:
      need("Matrix");
      return {"Matrix(" + text + ")"};
    case Target::cpp:
      return {type(shape) + "{" + text + "}"};
    case Target::pytorch:
      need("stack");
      return {"stack(" + text + ")"};
    case Target::numpy:
    case Target::jax:
      return {std::string(module()) + (boxed ? ".block(" : ".array(") + text + ")"};
    default:
      return {text};
  }
}

/// A function of numbers, for each entry.
std::string Writer::callable(OpId op) {
  constexpr std::string_view parameters[] = {"a", "b", "c"};
  const std::string_view text = spelled(op, target_);
  const Operator* const infix = find_operator(op);
  const bool is_cpp = target_ == Target::cpp;
  std::string body;
  if (infix != nullptr)
    body = "a" + std::string(infix->symbol) + "b";
  else if (op == branch_op)
    body = is_cpp ? "a ? b : c" : "b if a else c";
  else if (!is_cpp || text.find("::") == std::string_view::npos)
    return std::string(text);
  std::vector<std::string> names;
  const auto arity = static_cast<std::size_t>(op_infos[op].arity == variadic ? 2 : op_infos[op].arity);
  for (std::size_t i = 0; i < arity; ++i) names.emplace_back(parameters[i]);
  if (body.empty()) body = std::string(text) + "(" + joined(names, ", ") + ")";
  if (!is_cpp) return "lambda " + joined(names, ", ") + ": " + body;
  return "[](double " + joined(names, ", double ") + ") { return " +
         (is_comparison(op) ? body + " ? 1.0 : 0.0" : body) + "; }";
}

Writer::Text Writer::each(NodeId id) {
  const OpId op = staged_.graph[id].op;
  need("Matrix");
  used_.emplace("each");
  std::string text = "each(" + callable(op);
  const std::size_t arity = staged_.graph[id].arity;
  if (is_extremum(op) && arity > 2 && target_ == Target::cpp)
    return {"each([](auto... a) { return " + std::string(spelling(op, target_)) + "({a...}); }, " + arguments(id) +
            ")"};
  return {text + ", " + arguments(id) + ")"};
}

/// Where a function may not take what an operator does.
std::string Writer::argument(NodeId id) {
  const Graph& graph = staged_.graph;
  if (is_plain_number(id) && !staged_.is_named(id)) return tensor(id);
  const bool as_double = target_ == Target::cpp && graph.is_constant(id);
  return as_double ? number(graph.constant_value(id), true).text : operand(id, Level::comparison);
}

std::string Writer::arguments(NodeId id) {
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < staged_.graph[id].arity; ++i)
    texts.push_back(dialect(id) == target_ ? argument(in(id, i)) : operand(in(id, i), Level::comparison));
  return joined(texts, ", ");
}

/// A function of two for any number of operands.
std::string Writer::nested(std::string_view function, NodeId id) {
  std::string text = argument(in(id, 0));
  for (std::size_t i = 1; i < staged_.graph[id].arity; ++i) {
    text.insert(0, std::string(function) + "(");
    text.append(", ").append(argument(in(id, i))).append(")");
  }
  return text;
}

Writer::Text Writer::call(NodeId id) {
  const OpId op = staged_.graph[id].op;
  if (is_pseudocode()) {
    const auto [shape, row, column] = staged_.graph.attributes(id);
    if (op == op_id<ops::Transpose>()) return {operand(in(id, 0), Level::postfix) + ".T"};
    if (op == op_id<ops::Index>())
      return {operand(in(id, 0), Level::postfix) +
              place({.shape = {}, .row = row, .column = column}, staged_.graph[in(id, 0)].shape)};
    const auto [first, count] = op_infos[op].written;
    const std::uint32_t attributes[] = {shape.rows, shape.columns, row, column};
    std::string text = arguments(id);
    for (std::size_t i = first; i < std::size_t{first} + count; ++i)
      text += (text.empty() ? "" : ", ") + std::to_string(attributes[i]);
    return {std::string(op_name(op)) + "(" + text + ")"};
  }
  const std::string_view text = spelled(op, dialect(id));
  if (is_extremum(op)) {
    if (!is_spelled_out() && dialect(id) == target_) return {nested(text, id)};
    const bool many = staged_.graph[id].arity > 2 && target_ == Target::cpp;
    return {std::string(text) + (many ? "({" : "(") + arguments(id) + (many ? "})" : ")")};
  }
  if (text.find('$') == std::string_view::npos && text.find('{') == std::string_view::npos)
    return {std::string(text) + "(" + arguments(id) + ")"};
  return {filled(text, id)};
}

std::string Writer::filled(std::string_view pattern, NodeId id) {
  const Graph& graph = staged_.graph;
  const Attributes at = graph.attributes(id);
  const Shape shape = graph[id].shape;
  const bool samples_are_rows = graph[id].arity > 0 && graph[in(id, 0)].shape.rows == 1;
  const std::pair<std::string_view, std::uint32_t> numbers[] = {
      {"{rows}", shape.rows},  {"{columns}", shape.columns},  {"{row}", at.row},
      {"{column}", at.column}, {"{end}", at.row + at.column}, {"{axis}", samples_are_rows ? 1 : 0},
  };
  std::string text;
  while (!pattern.empty()) {
    const auto* const number =
        std::ranges::find_if(numbers, [&](const auto& each) { return pattern.starts_with(each.first); });
    if (number != std::end(numbers)) {
      text += std::to_string(number->second);
      pattern.remove_prefix(number->first.size());
    } else if (pattern[0] != '$') {
      text += pattern[0];
      pattern.remove_prefix(1);
    } else if (pattern.size() > 1 && pattern[1] >= '1' && pattern[1] <= '3') {
      const bool method = pattern.size() > 2 && (pattern[2] == '.' || pattern[2] == '[');
      text += operand(in(id, static_cast<std::size_t>(pattern[1] - '1')), method ? Level::postfix : Level::comparison);
      pattern.remove_prefix(2);
    } else {
      text += arguments(id);
      pattern.remove_prefix(1);
    }
  }
  return text;
}

// ---- around expressions

std::string Writer::type(Shape shape) {
  if (shape.is_scalar()) return "double";
  need("Matrix");
  return "Matrix<" + std::to_string(shape.rows) + ", " + std::to_string(shape.columns) + ">";
}

std::string Writer::place(const Attributes& at, Shape shape) const {
  const std::string row = std::to_string(at.row);
  const std::string column = std::to_string(at.column);
  if (is_pseudocode() && shape.is_vector()) return "[" + std::to_string(at.row + at.column) + "]";
  return is_spelled_out() ? "[" + row + "][" + column + "]" : "[" + row + ", " + column + "]";
}

std::string Writer::literal(const Matrix& value) {
  const std::string_view library = target_ == Target::jax ? "jnp." : target_ == Target::numpy ? "np." : "math.";
  const auto entry = [&](double number) {
    if (std::isnan(number)) return std::string(library) + "nan";
    if (std::isinf(number)) return (number < 0 ? "-" : "") + std::string(library) + "inf";
    std::string text = print_number(number);
    if (text.find_first_not_of("-0123456789") == std::string::npos) text += ".0";
    return text;
  };
  const Shape shape = value.shape();
  if (shape.is_scalar()) return entry(value[0]);
  std::vector<std::string> rows;
  for (std::uint32_t r = 0; r < shape.rows; ++r) {
    std::vector<std::string> entries;
    for (std::uint32_t c = 0; c < shape.columns; ++c)
      entries.push_back(entry(value[std::size_t{r} * shape.columns + c]));
    rows.push_back("[" + joined(entries, ", ") + "]");
  }
  std::string text = "[" + joined(rows, ", ") + "]";
  if (target_ == Target::pytorch) return text;
  if (target_ == Target::python) need("Matrix");
  return (target_ == Target::python ? "Matrix" : std::string(module()) + ".array") + "(" + text + ")";
}

}  // namespace gradcircuit
