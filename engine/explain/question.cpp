#include "engine/explain/question.hpp"

#include <algorithm>
#include <cmath>

#include "engine/diff/forward.hpp"
#include "engine/explain/output.hpp"

namespace gradcircuit {
namespace {

Error bad_expression(const std::string& place, const Error& error) {
  return bad_exercise(place + " cannot be read: " + error.message());
}

/// Whether they are one thing under two names.
bool is_same(const Quantity& a, const Quantity& b) { return a.node == b.node && a.is_gradient == b.is_gradient; }

/// What is asked for without a name: nobody can write it.
constexpr const char* unnamed = "?";

}  // namespace

Question::Question(const Exercise& exercise, Setting setting)
    : reader_(exercise.program),
      graph_(std::move(setting.graph)),
      output_(setting.output),
      output_adjoint_(setting.output_adjoint ? setting.output_adjoint->entries() : std::vector<double>()),
      active_(activity(graph_, output_)) {
  add_names(false);
  add_names(true);
  const bool is_gradient = exercise.asked.kind != Ask::Kind::value;
  if (setting.asked) quantities_.push_back({unnamed, *setting.asked, is_gradient});
  const Run run = run_at(here());
  for (const Quantity& quantity : quantities_) values_.emplace_back(quantity.name, value_of(quantity, run));
}

/// A name of the program means what it means there; `d_x` and `dx` are gradients where they are nothing else.
void Question::add_names(bool gradients) {
  const auto add = [&](std::string name, NodeId node) {
    if (find(name) == nullptr) quantities_.push_back({std::move(name), node, gradients});
  };
  const auto add_all = [&](const std::string& name, NodeId node) {
    if (name.empty() || node == none) return;
    if (!gradients) return add(name, node);
    if (!active_.depends[node]) return;
    add("d_" + name, node);
    add("d" + name, node);
  };
  for (const Input& input : graph_.inputs()) add_all(input.name, input.node);
  for (const Stage& stage : graph_.stages()) add_all(stage.name, stage.node);
}

const Quantity* Question::find(std::string_view name) const {
  const auto found = std::ranges::find(quantities_, name, &Quantity::name);
  return found == quantities_.end() ? nullptr : &*found;
}

const Quantity& Question::quantity(std::string_view name) const { return *find(name); }

Result<Question> Question::read(const Exercise& exercise) {
  auto setting = setting_of(exercise);
  if (!setting) return setting.error();
  Question question(exercise, std::move(*setting));
  if (auto error = question.read_asked(exercise.asked)) return *error;
  if (auto error = question.read_mistakes(exercise)) return *error;
  if (auto error = question.choose_allowed(exercise)) return *error;
  return question;
}

Result<std::string> Question::expression_of(const Ask& asked) const {
  if (asked.kind == Ask::Kind::expression) return asked.text;
  const std::string& name = asked.kind == Ask::Kind::partial ? asked.by : asked.text;
  const Quantity* const primal = find(name);
  if (primal == nullptr || primal->is_gradient) return find_output(graph_, name).error();
  if (asked.kind == Ask::Kind::value) return name;
  for (const Quantity& quantity : quantities_)
    if (quantity.is_gradient && quantity.node == primal->node) return quantity.name;
  return bad_exercise("\"" + name + "\" is a constant and has no gradient");
}

std::optional<Error> Question::read_asked(const Ask& asked) {
  if (const Quantity* const quantity = find(unnamed)) return read_unnamed(*quantity);
  const auto text = expression_of(asked);
  if (!text) return text.error();
  auto graph = read_in_all_names(*text);
  if (!graph) return bad_expression("the expression asked for", graph.error());
  asked_ = std::move(*graph);
  return std::nullopt;
}

std::optional<Error> Question::read_unnamed(const Quantity& quantity) {
  if (quantity.is_gradient && !active_.depends[quantity.node])
    return bad_exercise("what depends on constants alone has no gradient");
  const auto node = asked_.append_input({.name = unnamed, .value = Matrix(graph_[quantity.node].shape, 0)}, {});
  if (!node) return node.error();
  asked_.set_output(*node);
  return std::nullopt;
}

std::optional<Error> Question::read_mistakes(const Exercise& exercise) {
  for (std::size_t i = 0; i < exercise.mistakes.size(); ++i) {
    auto graph = read_in_all_names(exercise.mistakes[i].expression);
    if (!graph) return bad_expression("mistakes[" + std::to_string(i) + "].expression", graph.error());
    mistakes_.push_back(std::move(*graph));
  }
  return std::nullopt;
}

Result<Graph> Question::read_in_all_names(std::string_view text) const {
  std::vector<std::string> names;
  for (const Quantity& quantity : quantities_) names.push_back(quantity.name);
  return reader_.read(text, values_, names);
}

Result<Graph> Question::read_answer(std::string_view text) const { return reader_.read(text, values_, allowed_); }

std::optional<Error> Question::choose_allowed(const Exercise& exercise) {
  if (exercise.names) {
    for (const std::string& name : *exercise.names)
      if (find(name) == nullptr) return bad_exercise("nothing is named \"" + name + "\"");
    allowed_ = *exercise.names;
  } else if (exercise.formula) {
    const Quantity* const itself = asked_quantity();
    for (const Quantity& quantity : quantities_) {
      const bool is_asked = itself != nullptr && is_same(quantity, *itself);
      if (!is_asked && (!quantity.is_gradient || is_named_in_asked(quantity))) allowed_.push_back(quantity.name);
    }
  }
  return std::nullopt;
}

bool Question::is_named_in_asked(const Quantity& quantity) const {
  return std::ranges::any_of(asked_.inputs(), [&](const Input& input) { return is_same(*find(input.name), quantity); });
}

const Quantity* Question::asked_quantity() const {
  return asked_.is_input(asked_.output()) ? find(asked_.input_of(asked_.output()).name) : nullptr;
}

bool Question::asks_for_gradients() const {
  return std::ranges::any_of(asked_.inputs(), [&](const Input& input) { return find(input.name)->is_gradient; });
}

Point Question::here() const {
  Point point;
  for (const Input& input : graph_.inputs()) point.push_back(input.value);
  return point;
}

Run Question::run_at(const Point& point) const {
  Tape primals = forward_at(graph_, point);
  Values<double> adjoints = backward<double>(graph_, primals, output_, active_, output_adjoint_);
  return {std::move(primals), std::move(adjoints)};
}

Run Question::run_wrongly_at(const Point& point, const WrongPass& wrong) const {
  Tape primals = forward_at(graph_, point);
  if (wrong.rule.value != nullptr) primals = forward_wrongly(graph_, primals, wrong.rule);
  Values<double> adjoints = backward_wrongly(graph_, primals, output_, active_, wrong, output_adjoint_);
  return {std::move(primals), std::move(adjoints)};
}

Matrix Question::value_of(const Quantity& quantity, const Run& run) const {
  return (quantity.is_gradient ? run.adjoints : run.primals).view(graph_, quantity.node);
}

Point Question::point_of(const Graph& expression, const Run& run) const {
  Point point;
  for (const Input& input : expression.inputs()) point.push_back(value_of(quantity(input.name), run));
  return point;
}

Matrix Question::value_of(const Graph& expression, const Run& run) const {
  const Tape tape = forward_at(expression, point_of(expression, run));
  return tape.view(expression, expression.output());
}

std::vector<double> Question::sizes(const Run& run) const {
  const Quantity* const itself = asked_quantity();
  const bool is_value = itself != nullptr && !itself->is_gradient;
  const Graph& graph = is_value ? graph_ : asked_;
  if (itself == nullptr || is_value) {
    const auto measured =
        Measuring(graph, is_value ? itself->node : asked_.output()).at(is_value ? here() : point_of(asked_, run));
    return measured ? measured->sizes : std::vector<double>(asked_[asked_.output()].shape.entries(), 0);
  }
  // what arrives at a value from several sides may cancel
  Matrix sizes(graph_[itself->node].shape, 0);
  Matrix contribution = sizes;
  for (NodeId user = itself->node + 1; user < graph_.size(); ++user) {
    const std::span<const NodeId> operands = graph_.operands(user);
    for (std::size_t i = 0; i < operands.size(); ++i) {
      if (operands[i] != itself->node || !active_.on_path[user] || !is_differentiable(graph_[user].op, i)) continue;
      pull<double>(graph_, user, i, run.primals, run.adjoints.view(graph_, user), contribution.view());
      for (std::size_t k = 0; k < sizes.size(); ++k) sizes[k] += std::fabs(contribution[k]);
    }
  }
  return sizes.entries();
}

}  // namespace gradcircuit
