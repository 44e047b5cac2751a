#pragma once

#include "engine/diff/equality.hpp"
#include "engine/diff/wrong_pass.hpp"
#include "engine/explain/answer.hpp"
#include "engine/explain/setting.hpp"

namespace gradcircuit {

/// What an expression can call by name: a value of the program, or the gradient of one.
struct Quantity {
  std::string name;
  NodeId node;
  bool is_gradient;
};

/// Primals and adjoints of one run of the program, be it right or under a wrong rule.
struct Run {
  Tape primals;
  Values<double> adjoints;
};

/// An exercise made ready: its program, everything that has a name there, and what is asked for as an expression in these names.
class Question {
 public:
  /// Fails as `grade` does.
  static Result<Question> read(const Exercise& exercise);

  const Graph& graph() const { return graph_; }
  NodeId output() const { return output_; }
  /// What the backward pass starts with, entry by entry; empty for all ones.
  std::span<const double> output_adjoint() const { return output_adjoint_; }
  const Graph& asked() const { return asked_; }
  /// The one quantity that is asked for, if the expression is no more than its name.
  const Quantity* asked_quantity() const;
  bool asks_for_gradients() const;
  /// The names that an answer may use.
  const std::vector<std::string>& allowed() const { return allowed_; }
  const std::vector<Graph>& mistakes() const { return mistakes_; }
  std::span<const Quantity> quantities() const { return quantities_; }

  /// The values of the program's inputs.
  Point here() const;
  Run run_at(const Point& point) const;
  Run run_wrongly_at(const Point& point, const WrongPass& wrong) const;

  const Quantity& quantity(std::string_view name) const;
  /// The values that an expression's inputs have in a run.
  Point point_of(const Graph& expression, const Run& run) const;
  Matrix value_of(const Graph& expression, const Run& run) const;
  Result<Graph> read_answer(std::string_view text) const;

  /// What rounding errors of what is asked for are relative to, by entry.
  std::vector<double> sizes(const Run& run) const;

 private:
  Question(const Exercise& exercise, Setting setting);
  void add_names(bool gradients);
  std::optional<Error> read_asked(const Ask& asked);
  std::optional<Error> read_unnamed(const Quantity& quantity);
  std::optional<Error> read_mistakes(const Exercise& exercise);
  std::optional<Error> choose_allowed(const Exercise& exercise);
  bool is_named_in_asked(const Quantity& quantity) const;
  const Quantity* find(std::string_view name) const;
  Result<std::string> expression_of(const Ask& asked) const;
  Result<Graph> read_in_all_names(std::string_view text) const;
  Matrix value_of(const Quantity& quantity, const Run& run) const;
  Point all_values(const Run& run) const;

  AnswerReader reader_;
  Graph graph_;
  NodeId output_;
  std::vector<double> output_adjoint_;
  Activity active_;
  std::vector<Quantity> quantities_ = {};
  InputValues values_ = {};  ///< of all quantities, at the point of the exercise
  Graph asked_ = Graph();
  std::vector<Graph> mistakes_ = {};
  std::vector<std::string> allowed_ = {};
};

}  // namespace gradcircuit
