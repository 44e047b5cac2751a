#include "engine/diff/wrong_rules.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "engine/diff/elementwise.hpp"

namespace gradcircuit {
namespace {

// ---- edges

template <class... Op>
bool of(const Edge& e) {
  return e.is<Op...>();
}
bool of_smooth(const Edge& e) { return e.is_smooth(); }
/// A power of a value with a number in the exponent is a function of it.
bool of_power(const Edge& e) { return e.is<ops::Pow>() && e.operand == 0; }
bool of_exponential(const Edge& e) { return e.is<ops::Exp, ops::Exp2>() || (e.is<ops::Pow>() && e.operand == 1); }
bool of_denominator(const Edge& e) { return e.is<ops::Div>() && e.operand == 1; }
bool of_values(const Edge& e) { return !e.with_number; }
bool of_moving(const Edge& e) { return e.moves.size() == 2 && e.moves[0] != 0 && e.moves[1] != 0; }

bool is_activation(OpId op) {
  return Edge{.op = op, .operand = 0}
      .is<ops::Sigmoid, ops::Tanh, ops::Relu, ops::LeakyRelu, ops::Elu, ops::Gelu, ops::Silu, ops::Softplus,
          ops::Softsign, ops::Step>();
}
bool is_angle(OpId op) { return Edge{.op = op, .operand = 0}.is<ops::Sin, ops::Cos, ops::Tan>(); }

// ---- partials

double one(const Edge&) { return 1; }
double zero(const Edge&) { return 0; }
double itself(const Edge& e) { return e.x(); }
double other(const Edge& e) { return e.in[1 - e.operand]; }
double output(const Edge& e) { return e.out; }
double negative(const Edge& e) { return -e.partial; }

/// The partial as the op's doc writes it, in its operand and its output: given the same number for both it is the mistake of
/// taking one for the other. Null for ops with more operands.
using TextbookPartial = double (*)(double x, double out);
constexpr std::array<TextbookPartial, op_count> textbook_partials =
    table_of_ops<TextbookPartial>([]<class Op>() -> TextbookPartial {
      if constexpr (is_elementwise<Op> && Op::arity == 1)
        return [](double x, double out) { return Op::template partial<0, double>(x, out); };
      else
        return nullptr;
    });

/// The partial where the operand is another number.
double partial_at(const Edge& e, double x) {
  std::vector<double> in(e.in.begin(), e.in.end());
  in[e.operand] = x;
  const EntryRules<double>& rules = entry_rules<double>[e.op];
  return rules.partial(e.operand, in, rules.value(in));
}

constexpr double per_degree = std::numbers::pi / 180;

// ---- matrix ops

using Wrong = std::optional<Expr>;

Expr share_of(const Expr& adjoint, const Expr& operand) {
  return adjoint / constant(static_cast<double>(operand.shape().entries()), adjoint);
}
Expr in_every_entry(const Expr& adjoint, const Expr& operand) {
  return adjoint * create<ops::Ones>({.shape = operand.shape()}, adjoint);
}

// ---- what is given for a gradient

Matrix sum_of_entries(const Matrix& gradient) {
  double sum = 0;
  for (const double entry : gradient.entries()) sum += entry;
  return sum;
}

constexpr WrongRule all_wrong_rules[] = {
    // Where several paths meet
    {.id = "overwrites_paths",
     .text = "a value that is used several times keeps only the last gradient that arrives: = instead of +=",
     .arrival = Arrival::overwrite},
    {.id = "first_path_only",
     .text = "a value that is used several times keeps only the first gradient that arrives",
     .arrival = Arrival::keep_first},
    {.id = "multiplies_paths",
     .text = "the contributions of several paths are multiplied; they are added",
     .arrival = Arrival::multiply},
    {.id = "averages_paths",
     .text = "the contributions of several paths are averaged; they are added",
     .arrival = Arrival::average},

    // The chain rule
    {.id = "forgets_incoming",
     .text = "the local derivative alone is handed back, without the gradient that arrives",
     .contribution = [](const Edge& e) { return e.partial; }},
    {.id = "adds_incoming",
     .text = "the local derivative is added to the gradient that arrives; it is multiplied by it",
     .contribution = [](const Edge& e) { return e.adjoint + e.partial; }},
    {.id = "divides_incoming",
     .text = "the gradient that arrives is divided by the local derivative; it is multiplied by it",
     .contribution = [](const Edge& e) { return e.adjoint / e.partial; }},
    {.id = "forgets_inside", .text = "the inner derivative is forgotten", .forgets_inside = true},
    {.id = "forgets_outside",
     .text = "a function hands its gradient on unchanged, without its own derivative",
     .at = of_smooth,
     .partial = one},
    {.id = "function_for_derivative",
     .text = "the function itself is taken for its derivative",
     .at = [](const Edge& e) { return e.is_smooth() && !e.is<ops::Exp>(); },
     .partial = output},
    {.id = "derivative_at_output",
     .text = "the derivative is taken at what comes out instead of at what goes in",
     .at = [](const Edge& e) { return e.is_smooth() || of_denominator(e); },
     .partial = [](const Edge& e) { return partial_at(e, e.out); }},
    {.id = "input_for_output",
     .text = "what goes in is put where the derivative has what comes out",
     .at = of_smooth,
     .partial = [](const Edge& e) { return textbook_partials[e.op](e.x(), e.x()); }},

    // Sums
    {.id = "splits_sum",
     .text = "a sum shares its gradient among its terms; each gets all of it",
     .at = of<ops::Add, ops::Sub>,
     .partial = [](const Edge& e) { return e.partial / 2; }},
    {.id = "sum_as_product",
     .text = "a sum hands each term the value of the other, as a product does",
     .at = [](const Edge& e) { return e.is<ops::Add>() && of_values(e); },
     .partial = other},
    {.id = "value_for_gradient",
     .text = "a sum hands each term its own value instead of the gradient",
     .at = [](const Edge& e) { return e.is<ops::Add>() && of_values(e); },
     .contribution = itself},
    {.id = "drops_minus",
     .text = "a minus does not turn the gradient's sign",
     .at = [](const Edge& e) { return e.is<ops::Neg>() || (e.is<ops::Sub>() && e.operand == 1); },
     .partial = one,
     .turns_sign = true},

    // Products
    {.id = "own_factor",
     .text = "a product hands each factor its own value; it gets the other's",
     .at = [](const Edge& e) { return e.is<ops::Mul>() && of_values(e); },
     .partial = itself,
     .matrix = [](OpId op, std::size_t operand, std::span<const Expr> in, const Expr& adjoint) -> Wrong {
       const bool product = op == op_id<ops::MatMul>() && adjoint.shape().is_scalar();
       return product || op == op_id<ops::Dot>() ? Wrong(adjoint * in[operand]) : std::nullopt;
     }},
    {.id = "forgets_factor",
     .text = "a factor is treated as a term that is added: the gradient passes a product unchanged",
     .at = [](const Edge& e) { return e.is<ops::Mul>() && !e.inside; },
     .partial = one},
    {.id = "product_vanishes",
     .text = "a product with a constant factor is treated as a constant",
     .at = [](const Edge& e) { return e.is<ops::Mul>() && of_values(e); },
     .partial = zero},
    {.id = "keeps_product",
     .text = "the whole product is kept as its derivative",
     .at = of<ops::Mul>,
     .partial = output},
    {.id = "product_of_derivatives",
     .text = "the derivative of a product is taken as the product of the derivatives",
     .at = [](const Edge& e) { return e.is<ops::Mul>() && of_moving(e); },
     .partial = [](const Edge& e) { return e.operand == 0 ? e.moves[1] : 0; }},

    // Quotients
    {.id = "quotient_without_minus",
     .text = "the minus of the denominator is lost: (1/x)' is -1/x^2",
     .at = of_denominator,
     .partial = negative,
     .turns_sign = true},
    {.id = "denominator_not_squared",
     .text = "the denominator is not squared: (1/x)' is -1/x^2",
     .at = of_denominator,
     .partial = [](const Edge& e) { return -e.out; }},
    {.id = "forgets_denominator",
     .text = "the quotient rule is taken without its denominator",
     .at = of<ops::Div>,
     .partial = [](const Edge& e) { return e.operand == 0 ? e.in[1] : -e.in[0]; }},
    {.id = "quotient_turned",
     .text = "the two terms of the quotient rule are swapped",
     .at = [](const Edge& e) { return e.is<ops::Div>() && of_moving(e); },
     .partial = negative,
     .turns_sign = true},
    {.id = "quotient_of_derivatives",
     .text = "the derivative of a quotient is taken as the quotient of the derivatives",
     .at = [](const Edge& e) { return e.is<ops::Div>() && of_moving(e); },
     .partial = [](const Edge& e) { return e.operand == 0 ? 1 / e.moves[1] : 0; }},

    // Powers and exponentials
    {.id = "forgets_exponent",
     .text = "the exponent does not come down as a factor: (x^n)' is n*x^(n-1)",
     .at = of_power,
     .partial = [](const Edge& e) { return e.partial / e.in[1]; }},
    {.id = "exponent_not_lowered",
     .text = "the exponent is not lowered: (x^n)' is n*x^(n-1)",
     .at = of_power,
     .partial = [](const Edge& e) { return e.in[1] * e.out; }},
    {.id = "exponent_raised",
     .text = "the exponent is raised instead of lowered: (x^n)' is n*x^(n-1)",
     .at = of_power,
     .partial = [](const Edge& e) { return e.in[1] * e.out * e.in[0]; }},
    {.id = "power_rule_on_exponential",
     .text = "the power rule is used on an exponential",
     .at = of_exponential,
     .partial =
         [](const Edge& e) {
           const double base = e.is<ops::Exp>() ? std::numbers::e : e.is<ops::Exp2>() ? 2 : e.in[0];
           return e.x() * e.out / base;
         }},
    {.id = "forgets_logarithm",
     .text = "an exponential to another base than e hands back itself, without the logarithm of its base",
     .at = [](const Edge& e) { return of_exponential(e) && !e.is<ops::Exp>(); },
     .partial = output},

    // Single functions
    {.id = "relu_always_open",
     .text = "relu lets the gradient through where it is closed",
     .at = of<ops::Relu>,
     .partial = one},
    {.id = "routes_to_other",
     .text = "max or min hands the gradient to the one that was not taken",
     .at = [](const Edge& e) { return e.is<ops::Max, ops::Min>() && e.in.size() == 2; },
     .partial = [](const Edge& e) { return 1 - e.partial; }},
    {.id = "routes_to_all",
     .text = "max or min hands the gradient to all",
     .at = of<ops::Max, ops::Min>,
     .partial = one},
    {.id = "log_base_ten",
     .text = "the logarithm is taken to the base 10; here it is the natural one",
     .at = of<ops::Log>,
     .partial = [](const Edge& e) { return e.partial / std::numbers::ln10; },
     .value = [](OpId op, std::span<const double> in) -> std::optional<double> {
       return op == op_id<ops::Log>() ? std::optional(std::log(in[0]) / std::numbers::ln10) : std::nullopt;
     }},
    {.id = "degrees",
     .text = "the calculator is set to degrees; angles are in radians",
     .at = [](const Edge& e) { return is_angle(e.op); },
     .partial = [](const Edge& e) { return partial_at(e, e.x() * per_degree); },
     .value = [](OpId op, std::span<const double> in) -> std::optional<double> {
       const double angle[] = {in[0] * per_degree};
       return is_angle(op) ? std::optional(entry_rules<double>[op].value(std::span(angle))) : std::nullopt;
     }},
    {.id = "no_activation",
     .text = "the activation function is left out",
     .value = [](OpId op, std::span<const double> in) -> std::optional<double> {
       return is_activation(op) ? std::optional(in[0]) : std::nullopt;
     }},
    {.id = "sine_sign",
     .text = "the sign of a derivative of sine or cosine is wrong",
     .at = of<ops::Sin, ops::Cos>,
     .partial = negative,
     .turns_sign = true},
    {.id = "square_forgotten",
     .text = "the square in the derivative is forgotten: tanh'(x) is 1 - tanh(x)^2",
     .at = of<ops::Tanh, ops::Tan>,
     .partial = [](const Edge& e) { return e.is<ops::Tan>() ? 1 + e.out : 1 - e.out; }},
    {.id = "sigmoid_squared",
     .text = "sigmoid'(x) is taken as sigmoid(x)^2; it is sigmoid(x)*(1 - sigmoid(x))",
     .at = of<ops::Sigmoid>,
     .partial = [](const Edge& e) { return e.out * e.out; }},
    {.id = "root_stays_above",
     .text = "the root stays in the numerator: sqrt'(x) is 1/(2*sqrt(x))",
     .at = of<ops::Sqrt>,
     .partial = [](const Edge& e) { return e.out / 2; }},
    {.id = "root_without_half",
     .text = "the half is forgotten: sqrt'(x) is 1/(2*sqrt(x))",
     .at = of<ops::Sqrt>,
     .partial = [](const Edge& e) { return 2 * e.partial; }},
    {.id = "abs_without_sign",
     .text = "the absolute value hands the gradient on unchanged where it turns the sign",
     .at = of<ops::Abs>,
     .partial = one},

    // Matrices
    {.id = "not_transposed",
     .text = "a matrix product hands back the other factor without transposing it",
     .matrix = [](OpId op, std::size_t operand, std::span<const Expr> in, const Expr& adjoint) -> Wrong {
       if (op != op_id<ops::MatMul>()) return std::nullopt;
       return operand == 0 ? call<ops::MatMul>(adjoint, in[1]) : call<ops::MatMul>(in[0], adjoint);
     }},
    {.id = "factors_swapped",
     .text = "the factors of a matrix product stand in the wrong order",
     .matrix = [](OpId op, std::size_t operand, std::span<const Expr> in, const Expr& adjoint) -> Wrong {
       if (op != op_id<ops::MatMul>()) return std::nullopt;
       const Expr factor = call<ops::Transpose>(in[1 - operand]);
       return operand == 0 ? call<ops::MatMul>(factor, adjoint) : call<ops::MatMul>(adjoint, factor);
     }},
    {.id = "mean_as_sum",
     .text = "a mean hands back all of its gradient to each entry; each gets its share",
     .matrix = [](OpId op, std::size_t, std::span<const Expr> in, const Expr& adjoint) -> Wrong {
       return op == op_id<ops::Mean>() ? Wrong(in_every_entry(adjoint, in[0])) : std::nullopt;
     }},
    {.id = "sum_as_mean",
     .text = "a sum shares its gradient among its entries; each gets all of it",
     .matrix = [](OpId op, std::size_t, std::span<const Expr> in, const Expr& adjoint) -> Wrong {
       return op == op_id<ops::Sum>() ? Wrong(in_every_entry(share_of(adjoint, in[0]), in[0])) : std::nullopt;
     }},
    {.id = "loss_without_two",
     .text = "the 2 of the squared error is forgotten",
     .matrix = [](OpId op, std::size_t operand, std::span<const Expr> in, const Expr& adjoint) -> Wrong {
       if (op != op_id<ops::Mse>()) return std::nullopt;
       const Expr share = share_of(adjoint, in[0]);
       const Expr difference = in[operand] - in[1 - operand];
       return share * difference;
     }},
    {.id = "softmax_by_entry",
     .text = "softmax is treated as if each entry depended on itself alone",
     .matrix = [](OpId op, std::size_t, std::span<const Expr> in, const Expr& adjoint) -> Wrong {
       if (op != op_id<ops::Softmax>()) return std::nullopt;
       const Expr out = call<ops::Softmax>(in[0]);
       const Expr rest = constant(1, out) - out;
       const Expr slope = out * rest;
       return adjoint * slope;
     }},
    {.id = "broadcast_not_summed",
     .text = "what was used for several entries keeps the gradient of the last one; they are added",
     .forgets_sum = true},
    {.id = "summed",
     .text = "the entries of the gradient are added up; it has the shape of what it is taken by",
     .given = sum_of_entries},
    {.id = "transposed",
     .text = "the gradient is transposed; it has the shape of what it is taken by",
     .given = transposed},
};

}  // namespace

Matrix transposed(const Matrix& value) {
  const auto [rows, columns] = value.shape();
  Matrix turned(value.shape().transposed(), 0);
  for (std::size_t i = 0; i < value.size(); ++i) turned[i % columns * rows + i / columns] = value[i];
  return turned;
}

std::span<const WrongRule> wrong_rules() { return all_wrong_rules; }

const WrongRule* find_wrong_rule(std::string_view id) {
  const auto* const rule = std::ranges::find(all_wrong_rules, id, &WrongRule::id);
  return rule == std::end(all_wrong_rules) ? nullptr : rule;
}

}  // namespace gradcircuit
