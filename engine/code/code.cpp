#include "engine/code/code.hpp"

#include <algorithm>

#include "engine/code/writer.hpp"

namespace gradcircuit {
namespace {

using Part = Line::Part;

class Layout {
 public:
  Layout(const Staged& staged, const CodeNames& names, Target target)
      : staged_(staged), names_(names), target_(target), writer_(staged, names, target) {}

  std::vector<Line> run() {
    switch (target_) {
      case Target::pseudocode:
      case Target::worksheet:
        assignments();
        break;
      case Target::python:
      case Target::numpy:
        inputs();
        assignments();
        break;
      case Target::jax:
        jax();
        break;
      case Target::pytorch:
        pytorch();
        break;
      case Target::cpp:
        cpp();
        break;
    }
    if (target_ == Target::worksheet) make_blanks();
    setup();
    return std::move(lines_);
  }
  const NameSet& used() const { return writer_.used(); }

 private:
  void setup();
  void inputs();
  void assignments();
  void jax();
  void pytorch();
  void cpp();
  void make_blanks();
  void forward(std::string_view before, std::string_view after);
  void backward(std::string_view indent);
  std::string left_side(const Contribution& part, bool varies);
  bool is_used(std::string_view word) const;
  bool uses_math() const;

  void add(Part part, std::string text) { lines_.push_back({.part = part, .text = std::move(text)}); }
  std::string comment(std::string_view text) const {
    return (target_ == Target::cpp ? "  // " : "# ") + std::string(text);
  }
  const std::string& name(std::uint32_t value) const { return names_.values[value]; }
  const std::string& gradient(std::uint32_t value) const { return names_.gradients[value]; }
  std::span<const StagedValue> input_values() const { return std::span(staged_.values).first(staged_.input_count); }
  Shape shape(std::uint32_t value) const { return staged_.graph[staged_.values[value].node].shape; }
  std::vector<std::string> input_names() const {
    return {names_.values.begin(), names_.values.begin() + staged_.input_count};
  }
  std::vector<std::string> input_gradients() const {
    return {names_.gradients.begin(), names_.gradients.begin() + staged_.input_count};
  }

  const Staged& staged_;
  const CodeNames& names_;
  Target target_;
  Writer writer_;
  std::vector<Line> lines_;
};

/// The program's nodes that a line computes: those without a name, down to the named ones.
void collect_gates(const Staged& staged, NodeId id, std::vector<NodeId>& gates) {
  if (id < staged.sources.size() && !staged.graph.is_leaf(id)) gates.push_back(staged.sources[id]);
  for (const NodeId operand : staged.graph.operands(id))
    if (!staged.is_named(operand)) collect_gates(staged, operand, gates);
}

void Layout::forward(std::string_view before, std::string_view after) {
  for (std::uint32_t i = staged_.input_count; i < staged_.values.size(); ++i) {
    const StagedValue& value = staged_.values[i];
    Line line{.part = Part::forward, .target = value.source};
    line.text = std::string(before) + name(i) + " = " + writer_.definition(value.node) + std::string(after);
    collect_gates(staged_, value.node, line.gates);
    std::ranges::sort(line.gates);
    line.gates.erase(std::ranges::unique(line.gates).begin(), line.gates.end());
    lines_.push_back(std::move(line));
  }
}

std::string Layout::left_side(const Contribution& part, bool varies) {
  std::string text = gradient(part.value);
  if (part.entry) text += writer_.place(*part.entry, shape(part.value));
  if (target_ != Target::cpp || !part.first) return text;
  const std::string type = shape(part.value).is_scalar() ? "double " : "auto ";
  return (varies ? "" : "const ") + type + text;
}

void Layout::backward(std::string_view indent) {
  std::vector<std::uint32_t> parts(staged_.values.size(), 0);
  for (const Contribution& part : staged_.contributions) ++parts[part.value];
  for (const Contribution& part : staged_.contributions) {
    const bool varies = parts[part.value] > 1;
    Line line{.part = Part::backward, .target = staged_.values[part.value].source, .gates = part.gates};
    std::string right = writer_.expression(part.expression);
    if (target_ == Target::numpy && part.first && varies && writer_.is_shared(part.expression)) right += ".copy()";
    line.text = std::string(indent) + left_side(part, varies) + (part.first ? " = " : " += ") + right;
    if (target_ == Target::cpp) line.text += ";";
    lines_.push_back(std::move(line));
  }
}

void Layout::assignments() {
  if (staged_.values.size() > staged_.input_count) {
    add(Part::forward, comment("forward"));
    forward("", "");
    add(Part::forward, "");
  }
  add(Part::backward, comment("backward"));
  backward("");
}

void Layout::inputs() {
  for (std::uint32_t i = 0; i < staged_.input_count; ++i) {
    Line line{.part = Part::setup, .text = name(i) + " = ", .target = staged_.values[i].source};
    const std::string value = writer_.literal(staged_.graph.input_of(staged_.values[i].node).value);
    if (target_ == Target::pytorch)
      line.text.append("torch.tensor(").append(value).append(", requires_grad=True)");
    else
      line.text += value;
    lines_.push_back(std::move(line));
  }
  if (staged_.input_count > 0) add(Part::setup, "");
}

void Layout::jax() {
  add(Part::forward, "def circuit(" + joined(input_names(), ", ") + "):");
  forward("    ", "");
  add(Part::forward, "    return " + name(staged_.output));
  add(Part::forward, "");
  add(Part::forward, "");
  const std::size_t before = lines_.size();
  inputs();
  for (std::size_t i = before; i < lines_.size(); ++i) lines_[i].part = Part::forward;
  const std::string call = "circuit(" + joined(input_names(), ", ") + ")";
  const std::string output = staged_.output < staged_.input_count ? "value" : name(staged_.output);
  if (staged_.input_count == 0) return add(Part::backward, output + " = " + call);
  const bool single = shape(staged_.output).is_scalar() && !writer_.is_boxed(staged_.values[staged_.output].node);
  const bool several = staged_.input_count > 1;
  const std::string gradients = joined(input_gradients(), ", ");
  if (single) {
    std::vector<std::string> places;
    for (std::uint32_t i = 0; i < staged_.input_count; ++i) places.push_back(std::to_string(i));
    const std::string by = several ? ", argnums=(" + joined(places, ", ") + ")" : "";
    return add(Part::backward, output + ", " + (several ? "(" + gradients + ")" : gradients) +
                                   " = jax.value_and_grad(circuit" + by + ")(" + joined(input_names(), ", ") + ")");
  }
  add(Part::backward, output + ", pullback = jax.vjp(circuit, " + joined(input_names(), ", ") + ")");
  add(Part::backward, gradients + (several ? "" : ",") + " = pullback(jnp.ones_like(" + output + "))");
}

void Layout::pytorch() {
  inputs();
  forward("", "");
  if (staged_.input_count == 0) return;
  if (staged_.values.size() > staged_.input_count) add(Part::forward, "");
  const std::string output = name(staged_.output);
  const std::string start = shape(staged_.output).is_scalar() ? "" : "torch.ones_like(" + output + ")";
  if (std::ranges::any_of(input_values(), &StagedValue::reached))
    add(Part::backward, output + ".backward(" + start + ")");
  for (std::uint32_t i = 0; i < staged_.input_count; ++i) {
    const StagedValue& input = staged_.values[i];
    const std::string found = input.reached ? name(i) + ".grad" : "torch.zeros_like(" + name(i) + ")";
    lines_.push_back({.part = Part::backward, .text = gradient(i) + " = " + found, .target = input.source});
  }
}

void Layout::cpp() {
  const auto field = [&](Shape shape, const std::string& name) {
    add(Part::setup, "  " + writer_.type(shape) + " " + name + ";");
  };
  add(Part::setup, "struct Gradients {");
  field(shape(staged_.output), name(staged_.output));
  for (std::uint32_t i = 0; i < staged_.input_count; ++i) field(shape(i), gradient(i));
  add(Part::setup, "};");
  add(Part::setup, "");
  std::vector<std::string> parameters;
  for (std::uint32_t i = 0; i < staged_.input_count; ++i) {
    const std::string type = writer_.type(shape(i));
    parameters.push_back((shape(i).is_scalar() ? type : "const " + type + "&") + " " + name(i));
  }
  add(Part::forward, "Gradients circuit(" + joined(parameters, ", ") + ") {");
  if (staged_.values.size() > staged_.input_count) {
    add(Part::forward, comment("forward"));
    const std::size_t first = lines_.size();
    forward("", ";");
    for (std::uint32_t i = staged_.input_count; i < staged_.values.size(); ++i) {
      const char* const type = shape(i).is_scalar() ? "  const double " : "  const auto ";
      lines_[first + i - staged_.input_count].text.insert(0, type);
    }
    add(Part::forward, "");
  }
  add(Part::backward, comment("backward"));
  backward("  ");
  add(Part::backward, "");
  std::vector<std::string> results = input_gradients();
  results.insert(results.begin(), name(staged_.output));
  add(Part::backward, "  return {" + joined(results, ", ") + "};");
  add(Part::backward, "}");
}

/// Every backward line but the first two, which show how: whether it begins or adds, and what.
void Layout::make_blanks() {
  int shown = 0;
  for (Line& line : lines_) {
    if (line.part != Part::backward || line.target == none || ++shown <= 2) continue;
    const std::size_t begin = line.text.find(' ') + 1;
    const std::size_t right = line.text.find(' ', begin) + 1;
    line.blanks = {{static_cast<std::uint32_t>(begin), line.text.substr(begin, right - begin - 1)},
                   {static_cast<std::uint32_t>(begin + std::string_view("____ ").size()), line.text.substr(right)}};
    line.text.replace(begin, std::string::npos, "____ ____");
  }
}

bool Layout::is_used(std::string_view word) const {
  const auto in = [&](const auto& each) { return each.text.find(word) != std::string::npos; };
  return std::ranges::any_of(lines_, in) || std::ranges::any_of(writer_.helpers(), in);
}

/// Whether C++'s <cmath> is needed.
bool Layout::uses_math() const {
  constexpr std::string_view others[] = {"max", "min", "array", "size_t", "numbers"};
  const auto in = [&](const auto& each) {
    const std::string_view text = each.text;
    for (std::size_t at = text.find("std::"); at != std::string_view::npos; at = text.find("std::", at + 1)) {
      const std::string_view name = text.substr(at + 5);
      if (std::ranges::none_of(others, [&](std::string_view other) { return name.starts_with(other); })) return true;
    }
    return false;
  };
  return std::ranges::any_of(lines_, in) || std::ranges::any_of(writer_.helpers(), in);
}

void Layout::setup() {
  std::vector<std::string> above;
  const auto use = [&](std::string_view word, std::string_view line) {
    if (is_used(word)) above.emplace_back(line);
  };
  switch (target_) {
    case Target::pseudocode:
    case Target::worksheet:
      return;
    case Target::python:
      use("math.", "import math");
      use("operator.", "import operator");
      break;
    case Target::numpy:
      use("math.", "import math");
      if (!above.empty()) above.emplace_back();
      above.emplace_back("import numpy as np");
      break;
    case Target::jax:
      above = {"import jax", "import jax.numpy as jnp", "", "jax.config.update(\"jax_enable_x64\", True)"};
      break;
    case Target::pytorch:
      use("math.", "import math");
      if (!above.empty()) above.emplace_back();
      above.emplace_back("import torch");
      use("F.", "import torch.nn.functional as F");
      above.insert(above.end(), {"", "torch.set_default_dtype(torch.float64)"});
      break;
    case Target::cpp:
      use("std::max(", "#include <algorithm>");
      if (above.empty()) use("std::min(", "#include <algorithm>");
      use("std::array<", "#include <array>");
      if (uses_math()) above.emplace_back("#include <cmath>");
      use("std::size_t", "#include <cstddef>");
      use("std::numbers", "#include <numbers>");
      break;
  }
  for (const Helper& helper : writer_.helpers()) {
    if (!above.empty()) above.insert(above.end(), target_ == Target::cpp ? 1 : 2, "");
    above.push_back(helper.text);
  }
  const bool function_next = target_ == Target::jax || (!writer_.helpers().empty() && target_ != Target::cpp);
  if (!above.empty()) above.insert(above.end(), function_next ? 2 : 1, "");
  std::vector<Line> lines;
  for (const std::string& text : above) {
    std::size_t begin = 0;
    for (std::size_t end = text.find('\n'); end != std::string::npos; begin = end + 1, end = text.find('\n', begin))
      lines.push_back({.text = text.substr(begin, end - begin)});
    lines.push_back({.text = text.substr(begin)});
  }
  lines_.insert(lines_.begin(), lines.begin(), lines.end());
}

}  // namespace

std::string text(const Code& code) {
  std::string text;
  for (const Line& line : code.lines) text += line.text + "\n";
  return text;
}

Result<Code> generate(const Graph& graph, NodeId output, Target target) {
  const bool backward = target != Target::jax && target != Target::pytorch;
  auto staged = cut(graph, output, backward);
  if (!staged) return std::move(staged.error());
  NameSet taken;
  insert_words(taken, reserved_names(target));
  // what functions are needed is known once everything has been written, whatever it is called
  const CodeNames any = choose_names(*staged, taken);
  Layout draft(*staged, any, target);
  static_cast<void>(draft.run());
  taken.insert(draft.used().begin(), draft.used().end());
  const CodeNames names = choose_names(*staged, taken);
  Code code{.lines = Layout(*staged, names, target).run()};
  const bool jax_input = target == Target::jax && staged->output < staged->input_count;
  code.output = jax_input ? "value" : names.values[staged->output];
  code.gradients.assign(names.gradients.begin(), names.gradients.begin() + staged->input_count);
  return code;
}

}  // namespace gradcircuit
