#pragma once

#include <memory>

#include "engine/explain/question.hpp"

namespace gradcircuit {

/// Compares an answer with what is right and with what mistakes come to. The exercise and the question must outlive it.
class Judge {
 public:
  Judge() = default;
  Judge(const Judge&) = delete;
  Judge& operator=(const Judge&) = delete;
  virtual ~Judge() = default;

  /// Fills in all of a grade but the misconception.
  virtual void compare(Grade& grade) const = 0;
  virtual bool is_mistake(std::size_t index) const = 0;
  virtual bool follows(const WrongPass& wrong) const = 0;
};

/// For numbers at the point of the exercise; `text` is how they were written.
std::unique_ptr<Judge> judge_of_numbers(const Exercise& exercise, const Question& question, const Graph& answer,
                                        std::string_view text);

/// For formulas. Fails with program_too_large.
Result<std::unique_ptr<Judge>> judge_of_formulas(const Question& question, const Graph& answer);

/// What is given for what is asked, by someone who believes the rule.
Matrix asked_under(const Question& question, const WrongPass& wrong, const Point& point);

}  // namespace gradcircuit
