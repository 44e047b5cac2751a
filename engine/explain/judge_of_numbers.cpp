#include <algorithm>
#include <cmath>

#include "engine/explain/judge.hpp"

namespace gradcircuit {
namespace {

/// A hair more than half of the last decimal, for what was rounded twice.
double half_of_last(int decimals) { return 0.51 * std::pow(10, -decimals); }

bool same_bits_or_nan(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

Matrix negative(Matrix value) {
  for (std::size_t i = 0; i < value.size(); ++i) value[i] = -value[i];
  return value;
}

class NumberJudge final : public Judge {
 public:
  NumberJudge(const Exercise& exercise, const Question& question, const Graph& answer, std::string_view text)
      : exercise_(exercise),
        question_(question),
        right_(question.run_at(question.here())),
        expected_(question.value_of(question.asked(), right_)),
        found_(question.value_of(answer, right_)),
        decimals_(written_decimals(text)) {}

  void compare(Grade& grade) const override {
    grade.found = found_;
    grade.expected = expected_;
    if (found_.shape() != expected_.shape()) {
      grade.remark = is_close(transposed(found_), expected_) ? Remark::transposed : Remark::shape;
      return;
    }
    const Measured right{.value = expected_, .sizes = question_.sizes(right_)};
    for (std::size_t i = 0; i < found_.size(); ++i)
      if (!is_close(found_[i], expected_[i], right.noise(i))) grade.wrong_entries.push_back(i);
    if (grade.wrong_entries.empty())
      grade.verdict = Verdict::right;
    else if (is_rounded())
      grade.verdict = Verdict::rounded;
    else if (is_close(negative(found_), expected_))
      grade.remark = Remark::sign;
    else if (grade.wrong_entries.size() < found_.size())
      grade.remark = Remark::entries;
  }

  bool is_mistake(std::size_t index) const override {
    return is_close(found_, question_.value_of(question_.mistakes()[index], right_));
  }

  bool follows(const WrongPass& wrong) const override {
    return is_close(found_, asked_under(question_, wrong, question_.here()));
  }

 private:
  bool is_close(double found, double expected, double noise = 0) const {
    if (same_bits_or_nan(found, expected)) return true;
    if (!std::isfinite(expected)) return false;
    const double allowed = exercise_.decimals ? half_of_last(static_cast<int>(*exercise_.decimals))
                                              : exercise_.tolerance * std::fabs(expected);
    return std::fabs(found - expected) <= std::max(allowed, noise);
  }
  bool is_close(const Matrix& found, const Matrix& expected) const {
    if (found.shape() != expected.shape()) return false;
    for (std::size_t i = 0; i < found.size(); ++i)
      if (!is_close(found[i], expected[i])) return false;
    return true;
  }

  /// Whether one number is written with fewer decimals than are asked for, and right as far as it goes.
  bool is_rounded() const {
    if (!decimals_ || found_.size() > 1) return false;
    if (exercise_.decimals && *decimals_ >= static_cast<int>(*exercise_.decimals)) return false;
    const double error = std::fabs(found_[0] - expected_[0]);
    return error <= half_of_last(*decimals_) && error <= 0.2 * std::fabs(expected_[0]);
  }

  const Exercise& exercise_;
  const Question& question_;
  Run right_;
  Matrix expected_;
  Matrix found_;
  std::optional<int> decimals_;
};

}  // namespace

std::unique_ptr<Judge> judge_of_numbers(const Exercise& exercise, const Question& question, const Graph& answer,
                                        std::string_view text) {
  return std::make_unique<NumberJudge>(exercise, question, answer, text);
}

}  // namespace gradcircuit
