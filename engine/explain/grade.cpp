#include "engine/explain/grade.hpp"

#include <algorithm>
#include <cmath>

#include "engine/explain/judge.hpp"

namespace gradcircuit {

Matrix asked_under(const Question& question, const WrongPass& wrong, const Point& point) {
  const Matrix asked = question.value_of(question.asked(), question.run_wrongly_at(point, wrong));
  return wrong.rule.given == nullptr ? asked : wrong.rule.given(asked);
}

namespace {

// ---- the exercise's own mistakes

/// Those that explain an answer; two that are called the same are one.
std::vector<const Mistake*> fitting_mistakes(const Exercise& exercise, const Judge& judge) {
  std::vector<const Mistake*> fitting;
  for (std::size_t i = 0; i < exercise.mistakes.size(); ++i) {
    const Mistake& mistake = exercise.mistakes[i];
    const bool known = std::ranges::any_of(fitting, [&](const Mistake* other) { return other->text == mistake.text; });
    if (!known && judge.is_mistake(i)) fitting.push_back(&mistake);
  }
  return fitting;
}

// ---- broken rules

/// Numbers that trying them all may compute.
constexpr std::uint64_t most_work = 1'000'000;

/// Whether a rule can have to do with what is asked for.
bool is_applicable(const WrongRule& rule, const Question& question) {
  if (!question.asks_for_gradients()) return rule.value != nullptr;
  if (rule.given != nullptr) return question.asked_quantity() != nullptr;
  return rule.breaks_backward();
}

/// The gates that read what is asked for, and itself.
std::vector<NodeId> last_gates(const Question& question) {
  std::vector<NodeId> gates;
  const Quantity* const asked = question.asked_quantity();
  if (asked == nullptr) return gates;
  gates.push_back(asked->node);
  for (NodeId id = asked->node + 1; id < question.graph().size(); ++id)
    if (std::ranges::count(question.graph().operands(id), asked->node) > 0) gates.push_back(id);
  return gates;
}

std::optional<NodeId> asked_node(const Question& question) {
  const Quantity* const asked = question.asked_quantity();
  return asked == nullptr ? std::nullopt : std::optional(asked->node);
}

/// Which nodes need what is asked for, itself included; all when it is no single quantity.
std::vector<bool> nodes_after(const Question& question) {
  const Graph& graph = question.graph();
  const auto asked = asked_node(question);
  std::vector<bool> after(graph.size(), !asked);
  if (!asked) return after;
  after[*asked] = true;
  for (NodeId id = *asked + 1; id < graph.size(); ++id)
    after[id] = std::ranges::any_of(graph.operands(id), [&](NodeId operand) { return after[operand]; });
  return after;
}

/// Where the pass first goes wrong on its way to what is asked for: the last node with a name whose gradient differs.
void say_where(const Question& question, const WrongPass& wrong, Misconception& misconception) {
  const Run right = question.run_at(question.here());
  const Run broken = question.run_wrongly_at(question.here(), wrong);
  const std::vector<bool> after = nodes_after(question);
  NodeId last = 0;
  for (const Quantity& quantity : question.quantities()) {
    const bool single = question.graph()[quantity.node].shape.is_scalar();
    if (quantity.is_gradient || !single || !after[quantity.node] || quantity.node < last) continue;
    const double expected = *right.adjoints.at(quantity.node);
    const double found = *broken.adjoints.at(quantity.node);
    if (std::fabs(found - expected) <= 1e-12 * std::fabs(expected)) continue;
    last = quantity.node;
    misconception.name = quantity.name;
    misconception.wrong = found;
    misconception.right = expected;
  }
}

/// Ways in which a rule can be broken: everywhere, only at the last gate before what is asked for, and inside of one function.
std::vector<std::vector<NodeId>> places_of(const WrongRule& rule, const Question& question) {
  std::vector<std::vector<NodeId>> places(1);
  if (!rule.breaks_backward() || rule.value != nullptr) return places;
  if (auto last = last_gates(question); !last.empty()) places.push_back(std::move(last));
  if (rule.forgets_inside)
    for (NodeId id = 0; id < question.graph().size(); ++id)
      if (has_inside(question.graph(), id)) places.push_back({id});
  return places;
}

/// How many numbers a pass computes, about.
std::uint64_t work_of(const Graph& graph) {
  std::uint64_t work = 0;
  for (NodeId id = 0; id < graph.size(); ++id) {
    const std::span<const NodeId> operands = graph.operands(id);
    const bool product = graph[id].op == op_id<ops::MatMul>();
    work += graph[id].shape.entries() * (product ? graph[operands[0]].shape.columns : 1 + operands.size());
  }
  return work;
}

/// How often the program is run to try all rules, about.
std::uint64_t passes_over(const Question& question) {
  std::uint64_t passes = 2 * wrong_rules().size();
  for (NodeId id = 0; id < question.graph().size(); ++id) passes += has_inside(question.graph(), id) ? 1 : 0;
  return passes;
}

/// The one rule that explains an answer.
std::optional<Misconception> broken_rule(const Question& question, const Judge& judge, std::optional<Remark> remark) {
  std::optional<Misconception> only;
  if (passes_over(question) * work_of(question.graph()) > most_work) return only;  // nobody does it by hand
  for (const WrongRule& rule : wrong_rules()) {
    // a slip explains a wrong sign too, and better than what comes to it by chance
    if (!is_applicable(rule, question) || (remark == Remark::sign && !rule.turns_sign)) continue;
    for (const std::vector<NodeId>& gates : places_of(rule, question)) {
      const WrongPass wrong{.rule = rule, .gates = gates, .by = asked_node(question)};
      if (!judge.follows(wrong)) continue;
      if (only) return std::nullopt;
      only = {.id = std::string(rule.id), .text = std::string(rule.text), .general = true};
      if (rule.breaks_backward()) say_where(question, wrong, *only);
      break;
    }
  }
  return only;
}

void diagnose(const Exercise& exercise, const Question& question, const Judge& judge, Grade& grade) {
  const std::vector<const Mistake*> fitting = fitting_mistakes(exercise, judge);
  if (!fitting.empty()) {
    grade.verdict = Verdict::wrong;  // and not merely rounded
    if (fitting.size() == 1) grade.misconception = {.id = fitting[0]->id, .text = fitting[0]->text};
  } else if (grade.verdict == Verdict::wrong) {
    grade.misconception = broken_rule(question, judge, grade.remark);
  }
}

}  // namespace

Result<Grade> grade(const Exercise& exercise, std::string_view answer) {
  const auto question = Question::read(exercise);
  if (!question) return question.error();
  const auto found = question->read_answer(answer);
  if (!found) return Grade{.verdict = Verdict::unreadable, .error = found.error()};
  auto judge = exercise.formula ? judge_of_formulas(*question, *found)
                                : Result<std::unique_ptr<Judge>>(judge_of_numbers(exercise, *question, *found, answer));
  if (!judge) return judge.error();
  Grade grade;
  (*judge)->compare(grade);
  if (grade.verdict == Verdict::wrong || grade.verdict == Verdict::rounded)
    diagnose(exercise, *question, **judge, grade);
  return grade;
}

}  // namespace gradcircuit
