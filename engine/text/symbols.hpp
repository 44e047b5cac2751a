#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/text/instruction.hpp"

namespace gradcircuit {

/// What a name means in a program. Variables and functions are separate namespaces.
struct Meaning {
  std::optional<Span> assigned;        ///< where the program gives it a value, be it later than here
  std::optional<Span> defined;         ///< where the program defines a function of that name, be it later than here
  bool is_read = false;                ///< the program uses it as a value somewhere
  const Matrix* given = nullptr;       ///< its value in the request
  std::optional<OpId> op;              ///< that can be called by that name
  bool has_value = false;              ///< its assignment lies before this place
  std::uint32_t function = no_token;   ///< into `Symbols::functions`, once its definition lies before this place
  std::uint32_t parameter = no_token;  ///< position among the parameters of the function being defined
};

struct Function {
  NameId name;
  std::vector<NameId> parameters;
  std::vector<Instruction> body;
};

/// All names of a program, by id, and its functions. What the program says later is known from the start, so that a use before
/// its assignment is an error and never an input.
class Symbols {
 public:
  explicit Symbols(const TokenList& tokens);

  Meaning& operator[](NameId id) { return symbols_[id]; }
  const Meaning& operator[](NameId id) const { return symbols_[id]; }
  /// Whether it is an assigned name, a parameter here or named in the request. All others are inputs too unless they name a function.
  bool is_variable(NameId id) const;
  /// Every function that can be called here by a name of ASCII letters.
  std::vector<std::string_view> callable_names() const;

  std::vector<Function> functions;
  std::optional<NameId> target = {};    ///< the name that the statement being read gives a value
  std::optional<NameId> defining = {};  ///< the function that it defines

 private:
  const TokenList& tokens_;
  std::vector<Meaning> symbols_;
};

/// Whether a statement that begins with this token defines a function: `name(…) =`.
bool begins_definition(const TokenList& tokens, std::size_t first);

/// The built-in function of that name or alias, if it is one that is written `name(…)`.
std::optional<OpId> find_callable(std::string_view name);

/// Operands of a built-in function, as its notation and its definition call them.
std::vector<std::string_view> operand_names(OpId op);

/// The value of pi or e.
std::optional<double> find_constant(std::string_view name);

/// `name(x, y)` as a hint shows it.
std::string call_notation(const TokenList& tokens, const Function& function);
std::string call_notation(OpId op);

}  // namespace gradcircuit
