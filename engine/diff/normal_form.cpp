#include "engine/diff/normal_form.hpp"

#include <algorithm>
#include <map>

#include "engine/diff/elementwise.hpp"

namespace gradcircuit {
namespace {

bool is_whole(double number) { return number == std::floor(number); }

class Hash {
 public:
  template <class T>
  void add(T value) {
    hash_ = (hash_ ^ std::hash<T>{}(value)) * 0x9e3779b1U;
    hash_ ^= hash_ >> 15;
  }
  std::size_t value() const { return hash_; }

 private:
  std::size_t hash_ = 0;
};

std::size_t hash_of(const Symbol& symbol) {
  Hash hash;
  hash.add(static_cast<int>(symbol.kind));
  hash.add(symbol.shape.rows);
  hash.add(symbol.shape.columns);
  hash.add(symbol.op);
  hash.add(symbol.attributes.row);
  hash.add(symbol.attributes.column);
  hash.add(symbol.leaf);
  for (const SymbolId operand : symbol.operands) hash.add(operand);
  for (const Factor& factor : symbol.factors) {
    hash.add(factor.base);
    hash.add(factor.exponent);
  }
  for (const Term& term : symbol.terms) {
    hash.add(term.body);
    hash.add(term.coefficient.numerator);
    hash.add(term.coefficient.denominator);
  }
  return hash.value();
}

Ratio power_of(Ratio base, double exponent) {
  const double numerator = math::pow(base.numerator, std::fabs(exponent));
  const double denominator = math::pow(base.denominator, std::fabs(exponent));
  return exponent < 0 ? Ratio::of(denominator, numerator) : Ratio::of(numerator, denominator);
}

}  // namespace

NormalForm::NormalForm(std::size_t budget) : budget_(budget) { intern({}); }

SymbolId NormalForm::intern(Symbol symbol) {
  const std::size_t hash = hash_of(symbol);
  const auto [begin, end] = by_hash_.equal_range(hash);
  for (auto at = begin; at != end; ++at)
    if (symbols_[at->second] == symbol) return at->second;
  const std::size_t cost = 1 + symbol.operands.size() + symbol.factors.size() + symbol.terms.size();
  if (cost > budget_) failed_ = true;
  if (failed_) return one;
  budget_ -= cost;
  symbols_.push_back(std::move(symbol));
  const auto id = static_cast<SymbolId>(symbols_.size() - 1);
  by_hash_.emplace(hash, id);
  return id;
}

bool NormalForm::is_call(SymbolId id, OpId op) const {
  return symbols_[id].kind == Symbol::Kind::call && symbols_[id].op == op;
}

SymbolId NormalForm::number(double value) { return scaled(Ratio::of(value), one, {}); }

SymbolId NormalForm::leaf(NodeId input, Shape shape) {
  return intern({.kind = Symbol::Kind::leaf, .shape = shape, .leaf = input});
}

SymbolId NormalForm::ones(Shape shape) {
  return shape.is_scalar() ? one : call(op_id<ops::Ones>(), {}, {.shape = shape}, shape);
}

SymbolId NormalForm::call(OpId op, std::span<const SymbolId> operands, const Attributes& attributes, Shape shape) {
  return intern({.kind = Symbol::Kind::call,
                 .shape = shape,
                 .op = op,
                 .attributes = attributes,
                 .operands = {operands.begin(), operands.end()}});
}

Term NormalForm::term_of(SymbolId id) const {
  const Symbol& symbol = symbols_[id];
  if (symbol.kind != Symbol::Kind::sum || symbol.terms.size() > 1) return {{}, id};
  return symbol.terms.empty() ? Term{{0, 1}, one} : symbol.terms[0];
}

std::vector<Factor> NormalForm::factors_of(SymbolId body) const {
  const Symbol& symbol = symbols_[body];
  if (symbol.kind == Symbol::Kind::one) return {};
  return symbol.kind == Symbol::Kind::product ? symbol.factors : std::vector<Factor>{{body, 1}};
}

std::optional<Ratio> NormalForm::number_of(SymbolId id) const {
  const Term term = term_of(id);
  if (term.body != one || !symbols_[id].shape.is_scalar()) return std::nullopt;
  return term.coefficient;
}

// ---- sums

SymbolId NormalForm::scaled(Ratio coefficient, SymbolId id, Shape shape) {
  const Term term = term_of(id);
  const Ratio whole = coefficient * term.coefficient;
  const Symbol& body = symbols_[term.body];
  if (whole.is(-1) && body.kind == Symbol::Kind::sum) {  // -(a - b) is b - a
    std::vector<Term> terms = body.terms;
    for (Term& each : terms) each.coefficient = each.coefficient * Ratio{-1, 1};
    return sum_of(terms, shape);
  }
  return sum_of({{whole, term.body}}, shape);
}

SymbolId NormalForm::sum(std::span<const SymbolId> summands, Shape shape) {
  std::vector<Term> terms;
  for (const SymbolId id : summands) {
    const Symbol& symbol = symbols_[id];
    if (symbol.kind == Symbol::Kind::sum)
      terms.insert(terms.end(), symbol.terms.begin(), symbol.terms.end());
    else
      terms.push_back({{}, id});
  }
  return sum_of(terms, shape);
}

SymbolId NormalForm::sum_of(const std::vector<Term>& terms, Shape shape) {
  std::map<SymbolId, Ratio> coefficients;
  for (const auto& [coefficient, body] : terms) {
    const auto [at, is_new] = coefficients.try_emplace(body, coefficient);
    if (!is_new) at->second = at->second + coefficient;
  }
  std::vector<Term> gathered;
  for (const auto& [body, coefficient] : coefficients)
    if (!coefficient.is_zero()) gathered.push_back({coefficient, body});
  Shape covered;
  for (const Term& term : gathered) {
    if (!term.coefficient.is_finite()) failed_ = true;
    const Shape body = symbols_[term.body].shape;
    covered = {std::max(covered.rows, body.rows), std::max(covered.columns, body.columns)};
  }
  if (gathered.empty()) return zero(shape);
  if (covered != shape) {  // what gave the sum its shape has cancelled
    const SymbolId parts[] = {sum_of(gathered, covered), ones(shape)};
    return product(parts, shape);
  }
  if (gathered.size() == 1 && gathered[0].coefficient.is(1)) return gathered[0].body;
  return intern({.kind = Symbol::Kind::sum, .shape = shape, .terms = std::move(gathered)});
}

// ---- products

SymbolId NormalForm::product(std::span<const SymbolId> factors, Shape shape) {
  Ratio coefficient;
  std::vector<Factor> all;
  for (const SymbolId id : factors) {
    const Term term = term_of(id);
    coefficient = coefficient * term.coefficient;
    const std::vector<Factor> more = factors_of(term.body);
    all.insert(all.end(), more.begin(), more.end());
  }
  if (coefficient.is_zero()) return zero(shape);
  return scaled(coefficient, product_of(all, shape), shape);
}

SymbolId NormalForm::product_of(const std::vector<Factor>& factors, Shape shape) {
  std::map<SymbolId, double> exponents;
  for (const auto& [base, exponent] : factors)
    if (!is_call(base, op_id<ops::Ones>())) exponents[base] += exponent;
  std::vector<Factor> gathered;
  for (const auto& [base, exponent] : exponents)
    if (exponent != 0) gathered.push_back({base, exponent});
  for (const Factor& factor : gathered)
    if (is_call(factor.base, op_id<ops::Sqrt>()) && is_whole(factor.exponent / 2)) {  // sqrt(x)^2 is x
      const SymbolId radicand = symbols_[factor.base].operands[0];
      const auto power_of_radicand = power(radicand, factor.exponent / 2);
      std::vector<SymbolId> parts{power_of_radicand ? *power_of_radicand : radicand};
      std::erase(gathered, factor);
      parts.push_back(product_of(gathered, shape));
      return product(parts, shape);
    }
  Shape covered;
  for (const Factor& factor : gathered) {
    const Shape base = symbols_[factor.base].shape;
    covered = {std::max(covered.rows, base.rows), std::max(covered.columns, base.columns)};
  }
  if (covered != shape) gathered.push_back({ones(shape), 1});
  if (gathered.empty()) return one;
  if (gathered.size() == 1 && gathered[0].exponent == 1) return gathered[0].base;
  std::ranges::sort(gathered, {}, &Factor::base);
  return intern({.kind = Symbol::Kind::product, .shape = shape, .factors = std::move(gathered)});
}

std::optional<SymbolId> NormalForm::power(SymbolId base, double exponent) {
  const Shape shape = symbols_[base].shape;
  const Term term = term_of(base);
  if (!std::isfinite(exponent)) return std::nullopt;
  if (term.coefficient.is_zero() && exponent <= 0) return std::nullopt;
  if (exponent == 0) return ones(shape);
  if (term.coefficient.is_zero()) return zero(shape);
  if (!is_whole(exponent)) {
    // (x^2)^0.5 is not x
    if (number_of(base)) return std::nullopt;
    return product_of({{base, exponent}}, shape);
  }
  const Ratio coefficient = power_of(term.coefficient, exponent);
  if (!coefficient.is_finite() || coefficient.is_zero()) return std::nullopt;
  std::vector<Factor> factors = factors_of(term.body);
  for (Factor& factor : factors) factor.exponent *= exponent;
  return scaled(coefficient, product_of(factors, shape), shape);
}

std::optional<SymbolId> NormalForm::quotient(SymbolId a, SymbolId b, Shape shape) {
  const auto inverse = power(b, -1);
  if (!inverse) return std::nullopt;
  const SymbolId factors[] = {a, *inverse};
  return product(factors, shape);
}

// ---- every other op

SymbolId NormalForm::apply(OpId op, std::span<const SymbolId> operands, const Attributes& attributes, Shape shape) {
  if (failed_) return one;
  std::optional<SymbolId> known;
  if (op == op_id<ops::Identity>()) {
    known = operands[0];
  } else if (op == op_id<ops::Add>()) {
    known = sum(operands, shape);
  } else if (op == op_id<ops::Sub>()) {
    const SymbolId summands[] = {operands[0], scaled({-1, 1}, operands[1], symbols_[operands[1]].shape)};
    known = sum(summands, shape);
  } else if (op == op_id<ops::Neg>()) {
    known = scaled({-1, 1}, operands[0], shape);
  } else if (op == op_id<ops::Mul>()) {
    known = product(operands, shape);
  } else if (op == op_id<ops::Div>()) {
    known = quotient(operands[0], operands[1], shape);
  } else if (op == op_id<ops::Pow>()) {
    const auto exponent = number_of(operands[1]);
    if (exponent) known = power(operands[0], exponent->value());
  } else if (op_infos[op].elementwise) {
    known = elementwise(op, operands);
  } else {
    known = matrix(op, operands, attributes, shape);
  }
  return known ? *known : call(op, operands, attributes, shape);
}

std::optional<SymbolId> NormalForm::elementwise(OpId op, std::span<const SymbolId> operands) {
  if (op == op_id<ops::If>()) {
    if (operands[1] == operands[2]) return operands[1];
    const auto condition = number_of(operands[0]);
    if (condition && symbols_[operands[1]].shape == symbols_[operands[2]].shape)
      return condition->is_zero() ? operands[2] : operands[1];
  }
  if (op == op_id<ops::Exp>() && is_call(operands[0], op_id<ops::Log>())) return symbols_[operands[0]].operands[0];
  if (op == op_id<ops::Log>() && is_call(operands[0], op_id<ops::Exp>())) return symbols_[operands[0]].operands[0];
  return folded(op, operands);
}

/// exp(0) is 1, but exp(1) stays what it is.
std::optional<SymbolId> NormalForm::folded(OpId op, std::span<const SymbolId> operands) {
  std::vector<double> numbers;
  for (const SymbolId operand : operands) {
    const auto known = number_of(operand);
    if (!known) return std::nullopt;
    numbers.push_back(known->value());
  }
  const double value = entry_rules<double>[op].value(std::span<const double>(numbers));
  if (!is_whole(value) || std::fabs(value) > 1e6) return std::nullopt;
  return number(value);
}

std::optional<SymbolId> NormalForm::matrix(OpId op, std::span<const SymbolId> operands, const Attributes& attributes,
                                           Shape shape) {
  const auto is_scalar = [&](SymbolId id) { return symbols_[id].shape.is_scalar(); };
  if (op == op_id<ops::MatMul>()) {
    if (is_scalar(operands[0]) || is_scalar(operands[1])) return product(operands, shape);
    return linear(op, operands, attributes, shape);
  }
  if (op == op_id<ops::Transpose>()) {
    if (is_scalar(operands[0])) return operands[0];
    if (is_call(operands[0], op)) return symbols_[operands[0]].operands[0];
    if (is_call(operands[0], op_id<ops::Ones>())) return ones(shape);
    return linear(op, operands, attributes, shape);
  }
  if (op == op_id<ops::Sum>()) {
    if (is_scalar(operands[0])) return operands[0];
    if (is_call(operands[0], op_id<ops::Ones>()))
      return number(static_cast<double>(symbols_[operands[0]].shape.entries()));
    return linear(op, operands, attributes, shape);
  }
  if (op == op_id<ops::Index>()) {
    const Symbol& indexed = symbols_[operands[0]];
    if (indexed.shape.is_scalar()) return operands[0];
    if (is_call(operands[0], op_id<ops::Ones>())) return one;
    if (is_call(operands[0], op_id<ops::Stack>()))
      return indexed.operands[std::size_t{attributes.row} * indexed.shape.columns + attributes.column];
    return linear(op, operands, attributes, shape);
  }
  if (op == op_id<ops::Ones>()) return ones(shape);
  return std::nullopt;
}

/// An op that is linear in each operand, with the operands' coefficients and scalar factors before it.
SymbolId NormalForm::linear(OpId op, std::span<const SymbolId> operands, const Attributes& attributes, Shape shape) {
  Ratio coefficient;
  std::vector<Factor> scalars;
  std::vector<SymbolId> matrices;
  for (const SymbolId operand : operands) {
    const Term term = term_of(operand);
    coefficient = coefficient * term.coefficient;
    std::vector<Factor> factors = factors_of(term.body);
    std::erase_if(factors, [&](const Factor& factor) {
      const bool is_scalar = symbols_[factor.base].shape.is_scalar();
      if (is_scalar) scalars.push_back(factor);
      return is_scalar;
    });
    matrices.push_back(product_of(factors, symbols_[operand].shape));
  }
  if (coefficient.is_zero()) return zero(shape);
  if (std::ranges::equal(matrices, operands)) return call(op, operands, attributes, shape);
  scalars.push_back({apply(op, matrices, attributes, shape), 1});
  return scaled(coefficient, product_of(scalars, shape), shape);
}

}  // namespace gradcircuit
