#include <algorithm>
#include <map>

#include "engine/diff/differentiate.hpp"
#include "engine/explain/judge.hpp"

namespace gradcircuit {
namespace {

/// The program, gradients of it and expressions in its names in one graph, which begins with the program's nodes.
class Composition {
 public:
  explicit Composition(const Question& question)
      : question_(question), graph_(question.graph()), output_(question.output()) {
    graph_.set_node_limit(limits::derivative_nodes);
  }

  /// Puts what the backward pass starts with into a node after the output. Fails with not_supported for a start of several numbers.
  std::optional<Error> start() {
    if (question_.output_adjoint().empty()) return std::nullopt;
    if (question_.output_adjoint().size() > 1)
      return Error{.code = "not_supported", .arguments = {{"part", "output_adjoint"}}};
    const auto adjoint = graph_.append_constant(question_.output_adjoint()[0], {});
    if (!adjoint) return adjoint.error();
    const NodeId operands[] = {output_, *adjoint};
    const auto started = graph_.append(op_id<ops::Mul>(), operands, {});
    if (!started) return started.error();
    output_ = *started;
    return std::nullopt;
  }

  const Graph& graph() const { return graph_; }

  /// Appends an expression and returns its node; with all matrix products turned around, if they fit so.
  Result<NodeId> add(const Graph& expression, bool turn_products = false) {
    std::vector<NodeId> places;
    std::vector<NodeId> operands;
    for (NodeId id = 0; id < expression.size(); ++id) {
      operands.clear();
      for (const NodeId operand : expression.operands(id)) operands.push_back(places[operand]);
      if (turn_products && expression[id].op == op_id<ops::MatMul>()) std::ranges::reverse(operands);
      const auto place = expression.is_input(id) ? quantity(question_.quantity(expression.input_of(id).name))
                         : expression.is_constant(id)
                             ? graph_.append_constant(expression.constant_value(id), {})
                             : graph_.append(expression[id].op, operands, {}, expression.attributes(id));
      if (!place) return place;
      places.push_back(*place);
    }
    return places[expression.output()];
  }

  Result<NodeId> negative(NodeId node) {
    const NodeId operands[] = {node};
    return graph_.append(op_id<ops::Neg>(), operands, {});
  }

 private:
  Result<NodeId> quantity(const Quantity& quantity) {
    if (!quantity.is_gradient) return quantity.node;
    const auto known = gradients_.find(quantity.node);
    if (known != gradients_.end()) return known->second;
    const auto gradient = differentiate(graph_, output_, quantity.node);
    if (gradient) gradients_.emplace(quantity.node, *gradient);
    return gradient;
  }

  const Question& question_;
  Graph graph_;
  NodeId output_;
  std::map<NodeId, NodeId> gradients_;  ///< by node
};

class FormulaJudge final : public Judge {
 public:
  FormulaJudge(const Question& question, const Graph& answer)
      : question_(question), answer_(answer), composition_(question) {}

  std::optional<Error> prepare() {
    if (auto error = composition_.start()) return error;
    const auto right = composition_.add(question_.asked());
    if (!right) return right.error();
    const auto found = composition_.add(answer_);
    if (!found) return found.error();
    right_node_ = *right;
    found_node_ = *found;
    for (const Graph& mistake : question_.mistakes()) {
      const auto node = composition_.add(mistake);
      if (!node) return node.error();
      mistakes_.push_back(*node);
    }
    if (const auto negative = composition_.negative(found_node_)) variants_.emplace_back(*negative, Remark::sign);
    if (const auto turned = composition_.add(answer_, true)) variants_.emplace_back(*turned, Remark::order);
    measure_answer();
    return std::nullopt;
  }

  void compare(Grade& grade) const override {
    const Run run = question_.run_at(question_.here());
    grade.found = question_.value_of(answer_, run);
    grade.expected = question_.value_of(question_.asked(), run);
    const Compared compared = compare_with(right_node_);
    for (std::size_t i = 0; i < compared.differs.size(); ++i)
      if (compared.differs[i]) grade.wrong_entries.push_back(i);
    grade.verdict = compared.equality == Equality::equal       ? Verdict::right
                    : compared.equality == Equality::different ? Verdict::wrong
                                                               : Verdict::undecided;
    if (grade.verdict == Verdict::wrong) grade.remark = remark_on(grade);
  }

  bool is_mistake(std::size_t index) const override {
    return compare_with(mistakes_[index]).equality == Equality::equal;
  }

  bool follows(const WrongPass& wrong) const override {
    if (measured_.empty()) return false;
    Evidence evidence(measured_[0].second.value.shape());
    for (const auto& [point, found] : measured_) {
      const Matrix candidate = asked_under(question_, wrong, point);
      if (candidate.shape() != found.value.shape()) return false;
      evidence.add(found, {.value = candidate});
      if (evidence.is_different()) return false;
    }
    return evidence.verdict() == Equality::equal;
  }

 private:
  Compared compare_with(NodeId node) const {
    return gradcircuit::compare(composition_.graph(), found_node_, node, question_.output());
  }

  std::optional<Remark> remark_on(const Grade& grade) const {
    for (const auto& [node, remark] : variants_)
      if (gradcircuit::compare(composition_.graph(), node, right_node_, question_.output()).equality == Equality::equal)
        return remark;
    if (grade.found->shape() != grade.expected.shape()) return Remark::shape;
    const Point here = question_.here();
    const auto found = Measuring(composition_.graph(), found_node_).at(here);
    const auto right = Measuring(composition_.graph(), right_node_).at(here);
    Evidence evidence(grade.expected.shape());
    if (found && right) evidence.add(*found, *right);
    if (found && right && !evidence.is_different()) return Remark::here_only;
    if (grade.wrong_entries.size() < grade.expected.size()) return Remark::entries;
    return std::nullopt;
  }

  /// The answer where it is finite, for comparing it with what has no formula.
  void measure_answer() {
    Points points(composition_.graph());
    Measuring answer(composition_.graph(), found_node_);
    for (int i = 0; i < Evidence::most && measured_.size() < 2 * Evidence::needed; ++i) {
      Point point = points.next();
      if (auto found = answer.at(point)) measured_.emplace_back(std::move(point), std::move(*found));
    }
  }

  const Question& question_;
  const Graph& answer_;
  Composition composition_;
  NodeId right_node_ = none;
  NodeId found_node_ = none;
  std::vector<NodeId> mistakes_ = {};
  std::vector<std::pair<NodeId, Remark>> variants_ = {};  ///< of the answer, and what is to be said if one is right
  std::vector<std::pair<Point, Measured>> measured_ = {};
};

}  // namespace

Result<std::unique_ptr<Judge>> judge_of_formulas(const Question& question, const Graph& answer) {
  auto judge = std::make_unique<FormulaJudge>(question, answer);
  if (auto error = judge->prepare()) return *error;
  return std::unique_ptr<Judge>(std::move(judge));
}

}  // namespace gradcircuit
