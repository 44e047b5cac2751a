#include "engine/text/formula.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/base/number.hpp"
#include "engine/text/level.hpp"
#include "engine/text/print.hpp"

namespace gradcircuit {
namespace {

struct Letter {
  std::string_view name;
  std::string_view sign;
};
/// LaTeX calls each by its name.
constexpr Letter letters[] = {{"alpha", "α"}, {"beta", "β"},  {"gamma", "γ"}, {"delta", "δ"}, {"epsilon", "ε"},
                              {"zeta", "ζ"},  {"eta", "η"},   {"theta", "θ"}, {"kappa", "κ"}, {"lambda", "λ"},
                              {"mu", "μ"},    {"nu", "ν"},    {"xi", "ξ"},    {"pi", "π"},    {"rho", "ρ"},
                              {"sigma", "σ"}, {"tau", "τ"},   {"phi", "φ"},   {"chi", "χ"},   {"psi", "ψ"},
                              {"omega", "ω"}, {"Gamma", "Γ"}, {"Delta", "Δ"}, {"Theta", "Θ"}, {"Lambda", "Λ"},
                              {"Sigma", "Σ"}, {"Phi", "Φ"},   {"Psi", "Ψ"},   {"Omega", "Ω"}};

/// What MathML reads aloud between factors side by side, and between a function and its operands; nothing is drawn.
constexpr std::string_view invisible_times = "\u2062";
constexpr std::string_view function_application = "\u2061";

Formula sign(std::string_view text) { return {.kind = Formula::Kind::sign, .text = std::string(text)}; }
Formula number(std::string text) { return {.kind = Formula::Kind::number, .text = std::move(text)}; }
Formula row(std::vector<Formula> parts) { return {.kind = Formula::Kind::row, .parts = std::move(parts)}; }
Formula function(std::string_view name) { return {.kind = Formula::Kind::function, .text = std::string(name)}; }
Formula pair(Formula::Kind kind, Formula first, Formula second) {
  return {.kind = kind, .parts = {std::move(first), std::move(second)}};
}

/// `theta` is θ, `w12` is w with the index 12.
Formula name_of(std::string_view name) {
  const std::size_t digits = name.find_last_not_of("0123456789") + 1;
  std::string_view base = name.substr(0, digits);
  if (base.ends_with('_') && base.size() > 1) base.remove_suffix(1);
  const auto* const letter = std::ranges::find(letters, base, &Letter::name);
  Formula formula{.kind = Formula::Kind::name, .text = std::string(letter == std::end(letters) ? base : letter->sign)};
  if (digits == name.size()) return formula;
  return pair(Formula::Kind::subscript, std::move(formula), number(std::string(name.substr(digits))));
}

class Composer {
 public:
  explicit Composer(const Graph& graph) : graph_(graph) {}

  /// In parentheses where it binds more loosely than `least`.
  Formula write(NodeId id, Level least) const {
    id = written(id);
    Formula formula = bare(id);
    return level_of(id) < least ? fenced("(", std::move(formula), ")") : formula;
  }

 private:
  NodeId written(NodeId id) const {
    while (graph_[id].op == op_id<ops::Identity>()) id = graph_.operands(id)[0];
    return id;
  }
  NodeId operand(NodeId id, std::size_t i) const { return written(graph_.operands(id)[i]); }
  template <class... Op>
  bool is(NodeId id) const {
    return ((graph_[id].op == op_id<Op>()) || ...);
  }

  static Formula fenced(std::string_view open, Formula inside, std::string_view close) {
    return row({sign(open), std::move(inside), sign(close)});
  }

  Level level_of(NodeId id) const {
    if (graph_.is_constant(id)) return std::signbit(graph_.constant_value(id)) ? Level::sign : Level::postfix;
    if (graph_.is_input(id)) return Level::postfix;
    if (is<ops::Add, ops::Sub>(id)) return Level::sum;
    if (is<ops::Neg>(id)) return Level::sum;  // on paper a sign is a term's: a·(−b)
    if (is<ops::Mul, ops::MatMul>(id)) return Level::product;
    if (is<ops::Div>(id)) return Level::product;
    if (is<ops::Pow, ops::Transpose, ops::Exp>(id)) return Level::power;
    return op_infos[graph_[id].op].kind == Kind::comparison ? Level::comparison : Level::postfix;
  }

  Formula bare(NodeId id) const {
    if (graph_.is_input(id)) return name_of(graph_.input_of(id).name);
    if (graph_.is_constant(id)) return constant(graph_.constant_value(id));
    if (is<ops::Add>(id)) return infix(id, "+");
    if (is<ops::Sub>(id)) return infix(id, "−");
    if (is<ops::Neg>(id)) return row({sign("−"), write(operand(id, 0), Level::product)});
    if (is<ops::Mul, ops::MatMul>(id)) return product(id);
    if (is<ops::Div>(id))
      return pair(Formula::Kind::fraction, write(operand(id, 0), Level::comparison),
                  write(operand(id, 1), Level::comparison));
    if (is<ops::Pow>(id)) return power(id);
    if (is<ops::Exp>(id)) return pair(Formula::Kind::power, name_of("e"), write(operand(id, 0), Level::comparison));
    if (is<ops::Transpose>(id)) return pair(Formula::Kind::power, write(operand(id, 0), Level::postfix), sign("⊤"));
    if (is<ops::Sqrt>(id)) return {.kind = Formula::Kind::root, .parts = {write(operand(id, 0), Level::comparison)}};
    if (is<ops::Abs>(id)) return fenced("|", write(operand(id, 0), Level::comparison), "|");
    if (is<ops::Index>(id)) return entry(id);
    if (is<ops::Stack>(id)) return stack(id);
    if (is<ops::Ones>(id)) return subscripted("1", to_string(graph_[id].shape));
    if (op_infos[graph_[id].op].kind == Kind::comparison) return comparison(id);
    return call(id);
  }

  static Formula constant(double value) {
    const std::string text = print_number(std::fabs(value));
    const std::size_t exponent = text.find('e');
    Formula digits = number(text.substr(0, exponent));
    if (exponent != std::string::npos)
      digits = row({std::move(digits), sign("·"),
                    pair(Formula::Kind::power, number("10"), number(with_minus(text.substr(exponent + 1))))});
    return std::signbit(value) ? row({sign("−"), std::move(digits)}) : digits;
  }
  static std::string with_minus(const std::string& exponent) {
    if (exponent.starts_with('-')) return "−" + exponent.substr(1);
    return exponent.starts_with('+') ? exponent.substr(1) : exponent;
  }
  static Formula subscripted(std::string base, std::string index) {
    return pair(Formula::Kind::subscript, number(std::move(base)), number(std::move(index)));
  }

  Formula infix(NodeId id, std::string_view text) const {
    // the second term of a sum may not begin with a sign
    return row({write(operand(id, 0), Level::sum), sign(text), write(operand(id, 1), tighter(Level::sum))});
  }

  bool is_entrywise(NodeId id) const {
    return is<ops::Mul>(id) && !graph_[operand(id, 0)].shape.is_scalar() && !graph_[operand(id, 1)].shape.is_scalar();
  }

  Formula product(NodeId id) const {
    const NodeId left = operand(id, 0);
    const NodeId right = operand(id, 1);
    Formula first = write(left, Level::product);
    // a number times a product of matrices is a product of three
    const bool is_one_more = graph_[left].shape.is_scalar() && is<ops::MatMul>(right);
    Formula second = write(right, is<ops::Div>(right) || is_one_more ? Level::product : tighter(Level::product));
    if (is_entrywise(id)) return row({std::move(first), sign("∘"), std::move(second)});
    // side by side binds more tightly than ∘
    if (is_entrywise(left)) first = fenced("(", std::move(first), ")");
    if (runs_together(first, second)) return row({std::move(first), sign("·"), std::move(second)});
    return row({std::move(first), sign(invisible_times), std::move(second)});
  }

  /// Whether two factors side by side would read as one thing: 2 3, rate x.
  static bool runs_together(const Formula& first, const Formula& second) {
    const Formula& last = *edge(&first, false);
    const Formula& next = *edge(&second, true);
    if (next.kind == Formula::Kind::number) return true;
    const bool word = is_word(last) || is_word(next);
    return word && last.kind != Formula::Kind::number;
  }
  static const Formula* edge(const Formula* formula, bool first) {
    switch (formula->kind) {
      case Formula::Kind::row:
        return edge(first ? &formula->parts.front() : &formula->parts.back(), first);
      case Formula::Kind::power:
      case Formula::Kind::subscript:
        return edge(formula->parts.data(), first);
      default:
        return formula;
    }
  }
  static bool is_word(const Formula& formula) {
    return formula.kind == Formula::Kind::name && formula.text.size() > 1 &&
           static_cast<unsigned char>(formula.text[0]) < 0x80;
  }

  Formula power(NodeId id) const {
    const NodeId base = operand(id, 0);
    Formula exponent = write(operand(id, 1), Level::comparison);
    // a power of a power, and of what is a fraction on paper, needs parentheses
    return pair(Formula::Kind::power, write(base, tighter(Level::power)), std::move(exponent));
  }

  Formula entry(NodeId id) const {
    const NodeId of = operand(id, 0);
    const Attributes at = graph_.attributes(id);
    const std::string index = graph_[of].shape.is_vector() ? std::to_string(at.row + at.column)
                                                           : std::to_string(at.row) + "," + std::to_string(at.column);
    Formula indexed = write(of, Level::postfix);
    const bool has_index = indexed.kind == Formula::Kind::subscript;
    if (has_index) indexed = fenced("(", std::move(indexed), ")");
    return pair(Formula::Kind::subscript, std::move(indexed), number(index));
  }

  Formula stack(NodeId id) const {
    Formula table{.kind = Formula::Kind::table, .columns = graph_[id].shape.columns};
    for (const NodeId part : graph_.operands(id)) table.parts.push_back(write(part, Level::comparison));
    return table;
  }

  Formula comparison(NodeId id) const {
    constexpr std::array<std::string_view, 6> signs = {"<", "≤", ">", "≥", "=", "≠"};
    const std::size_t which = graph_[id].op - op_id<ops::Less>();
    return row({write(operand(id, 0), Level::sum), sign(signs[which]), write(operand(id, 1), Level::sum)});
  }

  Formula call(NodeId id) const {
    const OpId op = graph_[id].op;
    std::vector<Formula> inside;
    for (const NodeId part : graph_.operands(id)) {
      if (!inside.empty()) inside.push_back(sign(","));
      inside.push_back(write(part, Level::comparison));
    }
    return row({function(is<ops::Sigmoid>(id) ? "σ" : op_infos[op].name()), sign(function_application),
                fenced("(", row(std::move(inside)), ")")});
  }

  const Graph& graph_;
};

std::string latex_of_sign(std::string_view text) {
  constexpr std::pair<std::string_view, std::string_view> signs[] = {
      {"−", "-"},        {"·", " \\cdot "}, {"∘", " \\circ "},     {"⊤", "\\top"},
      {"≤", " \\le "},   {"≥", " \\ge "},   {"≠", " \\ne "},       {"(", "\\left("},
      {")", "\\right)"}, {",", ", "},       {"+", " + "},          {"=", " = "},
      {"<", " < "},      {">", " > "},      {invisible_times, ""}, {function_application, ""}};
  for (const auto& [sign, latex] : signs)
    if (sign == text) return std::string(latex);
  return std::string(text);
}

/// Functions that LaTeX knows by name.
constexpr std::string_view latex_functions[] = {"sin",  "cos",  "tan",  "sec", "csc", "cot", "sinh",
                                                "cosh", "tanh", "coth", "log", "max", "min"};

std::string latex_of_name(const Formula& formula) {
  for (const Letter& letter : letters)
    if (letter.sign == formula.text) return formula.text == "ε" ? "\\varepsilon" : "\\" + std::string(letter.name);
  if (formula.text.size() == 1) return formula.text;
  std::string escaped;
  for (const char c : formula.text) escaped += c == '_' ? std::string("\\_") : std::string(1, c);
  return "\\mathit{" + escaped + "}";
}

std::string latex_of_function(const std::string& name) {
  if (name == "σ") return "\\sigma";
  if (std::ranges::find(latex_functions, name) != std::end(latex_functions)) return "\\" + name;
  return "\\operatorname{" + name + "}";
}

std::string latex_of_table(const Formula& table) {
  std::string text = "\\begin{bmatrix}";
  for (std::size_t i = 0; i < table.parts.size(); ++i) {
    if (i > 0) text += i % table.columns == 0 ? " \\\\ " : " & ";
    text += latex(table.parts[i]);
  }
  return text + "\\end{bmatrix}";
}

std::string latex_of_number(const std::string& digits) {
  std::string text;
  for (std::size_t at = 0; at < digits.size();) {
    const std::string_view rest = std::string_view(digits).substr(at);
    if (rest.starts_with("−") || rest.starts_with("×")) {
      text += rest.starts_with("−") ? "-" : " \\times ";
      at += rest.starts_with("−") ? std::string_view("−").size() : std::string_view("×").size();
    } else {
      text += digits[at++];
    }
  }
  return text;
}

/// Joins parts, with a space where a command would run into a letter.
std::string latex_of_row(const std::vector<Formula>& parts) {
  std::string text;
  for (const Formula& part : parts) {
    const std::string next = latex(part);
    const std::size_t command = text.find_last_of('\\');
    const bool ends_in_command = command != std::string::npos && command + 1 < text.size() &&
                                 std::all_of(text.begin() + static_cast<std::ptrdiff_t>(command) + 1, text.end(),
                                             [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
    const bool begins_with_letter =
        !next.empty() && ((next[0] >= 'a' && next[0] <= 'z') || (next[0] >= 'A' && next[0] <= 'Z'));
    if (ends_in_command && begins_with_letter) text += ' ';
    text += next;
  }
  return text;
}

}  // namespace

Result<Formula> formula(const Graph& graph, NodeId node) {
  const auto text = print(graph, node);
  if (!text) return text.error();
  if (text->size() > limits::formula_bytes)
    return Error{.code = "program_too_long", .arguments = {{"limit", std::to_string(limits::formula_bytes)}}};
  return Composer(graph).write(node, Level::comparison);
}

std::string latex(const Formula& formula) {
  const std::vector<Formula>& parts = formula.parts;
  switch (formula.kind) {
    case Formula::Kind::name:
      return latex_of_name(formula);
    case Formula::Kind::function:
      return latex_of_function(formula.text);
    case Formula::Kind::number:
      return latex_of_number(formula.text);
    case Formula::Kind::sign:
      return latex_of_sign(formula.text);
    case Formula::Kind::row:
      return latex_of_row(parts);
    case Formula::Kind::fraction:
      return "\\frac{" + latex(parts[0]) + "}{" + latex(parts[1]) + "}";
    case Formula::Kind::power:
      return latex(parts[0]) + "^{" + latex(parts[1]) + "}";
    case Formula::Kind::subscript:
      return latex(parts[0]) + "_{" + latex(parts[1]) + "}";
    case Formula::Kind::root:
      return "\\sqrt{" + latex(parts[0]) + "}";
    case Formula::Kind::table:
      return latex_of_table(formula);
  }
  return {};
}

}  // namespace gradcircuit
