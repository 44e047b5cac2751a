#pragma once

#include <optional>
#include <unordered_map>

#include "engine/diff/ratio.hpp"
#include "engine/graph/graph.hpp"

namespace gradcircuit {

using SymbolId = std::uint32_t;

/// One summand: a coefficient times a symbol that has none of its own.
struct Term {
  Ratio coefficient;
  SymbolId body;
  friend bool operator==(const Term&, const Term&) = default;
};

struct Factor {
  SymbolId base;
  double exponent;
  friend bool operator==(const Factor&, const Factor&) = default;
};

struct Symbol {
  enum class Kind : std::uint8_t { one, leaf, call, product, sum };
  Kind kind = Kind::one;
  Shape shape = {};
  OpId op = 0;                          ///< of a call
  Attributes attributes = {};           ///< of a call
  NodeId leaf = none;                   ///< of a leaf: the input in the graph that was read
  std::vector<SymbolId> operands = {};  ///< of a call
  std::vector<Factor> factors = {};     ///< of a product, by base
  std::vector<Term> terms = {};         ///< of a sum, by body; a single one is a coefficient, none is zero
  friend bool operator==(const Symbol&, const Symbol&) = default;
};

/// Expressions in a form in which what is equal by the laws of sums, products and powers is mostly the same: sums and products of
/// any length, with like terms and like factors together, each symbol kept once, operands before users. Nothing is multiplied
/// out. What is left away was finite wherever the whole was: x/x becomes 1, but sqrt(x^2) does not become x.
class NormalForm {
 public:
  static constexpr SymbolId one = 0;

  /// `budget` bounds the operands, terms and factors that may be written.
  explicit NormalForm(std::size_t budget);

  std::size_t size() const { return symbols_.size(); }
  const Symbol& operator[](SymbolId id) const { return symbols_[id]; }
  /// The budget is spent, or a coefficient is not finite: what was returned since then means nothing.
  bool has_failed() const { return failed_; }

  SymbolId number(double value);
  SymbolId leaf(NodeId input, Shape shape);
  /// An op on symbols. `shape` is what the op makes of theirs.
  SymbolId apply(OpId op, std::span<const SymbolId> operands, const Attributes& attributes, Shape shape);

  /// The number that a scalar symbol is, if it is one.
  std::optional<Ratio> number_of(SymbolId id) const;

 private:
  SymbolId intern(Symbol symbol);
  SymbolId call(OpId op, std::span<const SymbolId> operands, const Attributes& attributes, Shape shape);
  SymbolId zero(Shape shape) { return intern({.kind = Symbol::Kind::sum, .shape = shape}); }
  SymbolId ones(Shape shape);
  SymbolId scaled(Ratio coefficient, SymbolId id, Shape shape);
  SymbolId sum(std::span<const SymbolId> summands, Shape shape);
  SymbolId sum_of(const std::vector<Term>& terms, Shape shape);
  SymbolId product(std::span<const SymbolId> factors, Shape shape);
  SymbolId product_of(const std::vector<Factor>& factors, Shape shape);
  std::optional<SymbolId> power(SymbolId base, double exponent);
  std::optional<SymbolId> quotient(SymbolId a, SymbolId b, Shape shape);
  std::optional<SymbolId> elementwise(OpId op, std::span<const SymbolId> operands);
  std::optional<SymbolId> folded(OpId op, std::span<const SymbolId> operands);
  std::optional<SymbolId> matrix(OpId op, std::span<const SymbolId> operands, const Attributes& attributes,
                                 Shape shape);
  SymbolId linear(OpId op, std::span<const SymbolId> operands, const Attributes& attributes, Shape shape);

  Term term_of(SymbolId id) const;
  std::vector<Factor> factors_of(SymbolId body) const;
  bool is_call(SymbolId id, OpId op) const;

  std::size_t budget_;
  bool failed_ = false;
  std::vector<Symbol> symbols_;
  std::unordered_multimap<std::size_t, SymbolId> by_hash_;
};

}  // namespace gradcircuit
