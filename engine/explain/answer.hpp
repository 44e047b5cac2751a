#pragma once

#include <string>

#include "engine/text/parse.hpp"

namespace gradcircuit {

/// Reads what a student typed, and what an exercise says in the same words: one expression, in which the functions that the
/// program defines can be called.
class AnswerReader {
 public:
  /// The program must be one that can be parsed.
  explicit AnswerReader(std::string_view program);

  /// The expression as a graph whose inputs are the names it uses, with their values in `at`; `allowed` are those it may use.
  /// Fails with an error of the language, with its place in `text`.
  Result<Graph> read(std::string_view text, const InputValues& at, const std::vector<std::string>& allowed) const;

 private:
  InputValues values_for(const InputValues& at, const std::vector<std::string>& allowed) const;
  std::optional<Error> check_names(const Graph& graph, std::string_view text,
                                   const std::vector<std::string>& allowed) const;

  std::string definitions_;  ///< of functions, one a line
  std::uint32_t shift_ = 0;  ///< how far they move what follows
};

/// How many decimals a number is written with, as in `-0.60` or `4.5e-3`; nothing when the text is no plain number.
std::optional<int> written_decimals(std::string_view text);

}  // namespace gradcircuit
