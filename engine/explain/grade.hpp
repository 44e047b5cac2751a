#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/explain/explain.hpp"

namespace gradcircuit {

/// What an exercise asks for. An expression is in the names of the program, with `d_x` (or `dx`) for the gradient of `x`. A partial and
/// a contribution are those of an edge: by names of a stage by something that it reads, by ids into a box of the picture.
struct Ask {
  enum class Kind : std::uint8_t { value, gradient, partial, contribution, expression };
  Kind kind = Kind::value;
  std::string text = {};                    ///< the name, on an edge that of the stage; or the expression
  std::string by = {};                      ///< on an edge the name of what the stage reads
  std::optional<NodeId> node = {};          ///< in the place of `text`
  std::optional<std::uint32_t> input = {};  ///< in the place of `by`: which of the box's inputs
};

/// A mistake that an exercise knows of: what it comes to, in the same names, and what is said of it.
struct Mistake {
  std::string id;
  std::string expression;
  std::string text;
};

struct Exercise {
  std::string program;
  InputValues at = {};
  std::optional<std::string> output = {};
  std::optional<Matrix> output_adjoint = {};
  /// The picture in which ids of nodes and edges are meant, as in a request.
  std::vector<std::string> expand = {};
  Zoom zoom = Zoom::gates;
  std::vector<std::uint32_t> closed = {};
  Ask asked;
  /// A formula holds at every point; otherwise numbers at this point are asked for.
  bool formula = false;
  /// The decimals that are shown, and so are right within half of the last one; without them numbers are right to `tolerance`.
  std::optional<std::uint32_t> decimals = {};
  double tolerance = 1e-6;  ///< relative
  /// Names that a formula may use: by default inputs, stages and the gradients that the expression asked for names, but not what
  /// is asked for itself.
  std::optional<std::vector<std::string>> names = {};
  std::vector<Mistake> mistakes = {};
};

struct Misconception {
  std::string id;
  std::string text;
  bool general = false;  ///< one of `wrong_rules`, not the exercise's own
  /// Where it first shows in the backward pass: a name, its wrong gradient and the right one. None for a mistake of the exercise.
  std::optional<std::string> name = {};
  double wrong = 0;
  double right = 0;
};

/// What can be said of a wrong answer that nobody has to believe anything wrong for.
enum class Remark : std::uint8_t { sign, shape, transposed, entries, order, here_only };
inline constexpr std::string_view remark_names[] = {"sign", "shape", "transposed", "entries", "order", "here_only"};
inline constexpr std::string_view remark_texts[] = {
    "all but the sign is right",
    "this has another shape",
    "the entries are right, but rows and columns are exchanged",
    "some entries are right",
    "the factors stand in another order, and matrix products depend on it",
    "right at this point, but not everywhere",
};

/// `rounded` is right as far as it goes, but with fewer digits than are asked for; `undecided` where no point tells.
enum class Verdict : std::uint8_t { right, rounded, wrong, undecided, unreadable };
inline constexpr std::string_view verdict_names[] = {"right", "rounded", "wrong", "undecided", "unreadable"};

struct Grade {
  Verdict verdict = Verdict::wrong;
  std::optional<Remark> remark = {};
  std::optional<Misconception> misconception = {};
  std::optional<Error> error = {};              ///< of an unreadable answer, with its place in the answer
  std::optional<Matrix> found = {};             ///< what the answer comes to at the point
  Matrix expected = {};                         ///< what is right there
  std::vector<std::size_t> wrong_entries = {};  ///< row by row, where the shape is right
};

/// Whether an answer is right, and if not, which misconception explains it: one that the exercise knows of, or else one that breaks
/// a rule of the backward pass. None is named when two explain it.
/// Fails with any error of the language in the program, unknown_output, unknown_group, at_shape, output_adjoint_shape, or bad_request for
/// what the exercise says besides.
Result<Grade> grade(const Exercise& exercise, std::string_view answer);

}  // namespace gradcircuit
