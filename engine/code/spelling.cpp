#include "engine/code/spelling.hpp"

#include <algorithm>

namespace gradcircuit {
namespace {

struct Spelling {
  std::string_view op;
  std::string_view python, numpy, jax, pytorch, cpp;
};

constexpr Spelling spellings[] = {
    {"add", as_operator, as_operator, as_operator, as_operator, as_operator},
    {"sub", as_operator, as_operator, as_operator, as_operator, as_operator},
    {"mul", as_operator, as_operator, as_operator, as_operator, as_operator},
    {"div", as_operator, as_operator, as_operator, as_operator, as_operator},
    {"pow", as_operator, as_operator, as_operator, as_operator, "std::pow"},
    {"neg", as_operator, as_operator, as_operator, as_operator, as_operator},
    {"identity", as_operator, as_operator, as_operator, as_operator, as_operator},
    {"exp", "math.exp", "np.exp", "jnp.exp", "torch.exp", "std::exp"},
    {"exp2", defined, "np.exp2", "jnp.exp2", "torch.exp2", "std::exp2"},
    {"expm1", "math.expm1", "np.expm1", "jnp.expm1", "torch.expm1", "std::expm1"},
    {"log", "math.log", "np.log", "jnp.log", "torch.log", "std::log"},
    {"log1p", "math.log1p", "np.log1p", "jnp.log1p", "torch.log1p", "std::log1p"},
    {"log2", "math.log2", "np.log2", "jnp.log2", "torch.log2", "std::log2"},
    {"log10", "math.log10", "np.log10", "jnp.log10", "torch.log10", "std::log10"},
    {"log_base", "math.log", defined, defined, defined, defined},
    {"sqrt", "math.sqrt", "np.sqrt", "jnp.sqrt", "torch.sqrt", "std::sqrt"},
    {"cbrt", defined, "np.cbrt", "jnp.cbrt", defined, "std::cbrt"},
    {"hypot", "math.hypot", "np.hypot", "jnp.hypot", "torch.hypot", "std::hypot"},
    {"sin", "math.sin", "np.sin", "jnp.sin", "torch.sin", "std::sin"},
    {"cos", "math.cos", "np.cos", "jnp.cos", "torch.cos", "std::cos"},
    {"tan", "math.tan", "np.tan", "jnp.tan", "torch.tan", "std::tan"},
    {"sec", defined, defined, defined, defined, defined},
    {"csc", defined, defined, defined, defined, defined},
    {"cot", defined, defined, defined, defined, defined},
    {"sinc", defined, defined, defined, defined, defined},
    {"asin", "math.asin", "np.arcsin", "jnp.arcsin", "torch.asin", "std::asin"},
    {"acos", "math.acos", "np.arccos", "jnp.arccos", "torch.acos", "std::acos"},
    {"atan", "math.atan", "np.arctan", "jnp.arctan", "torch.atan", "std::atan"},
    {"atan2", "math.atan2", "np.arctan2", "jnp.arctan2", "torch.atan2", "std::atan2"},
    {"asec", defined, defined, defined, defined, defined},
    {"acsc", defined, defined, defined, defined, defined},
    {"acot", defined, defined, defined, defined, defined},
    {"sinh", "math.sinh", "np.sinh", "jnp.sinh", "torch.sinh", "std::sinh"},
    {"cosh", "math.cosh", "np.cosh", "jnp.cosh", "torch.cosh", "std::cosh"},
    {"tanh", "math.tanh", "np.tanh", "jnp.tanh", "torch.tanh", "std::tanh"},
    {"sech", defined, defined, defined, defined, defined},
    {"csch", defined, defined, defined, defined, defined},
    {"coth", defined, defined, defined, defined, defined},
    {"asinh", "math.asinh", "np.arcsinh", "jnp.arcsinh", "torch.asinh", "std::asinh"},
    {"acosh", "math.acosh", "np.arccosh", "jnp.arccosh", "torch.acosh", "std::acosh"},
    {"atanh", "math.atanh", "np.arctanh", "jnp.arctanh", "torch.atanh", "std::atanh"},
    {"asech", defined, defined, defined, defined, defined},
    {"acsch", defined, defined, defined, defined, defined},
    {"acoth", defined, defined, defined, defined, defined},
    {"erf", "math.erf", defined, "jax.scipy.special.erf", "torch.erf", "std::erf"},
    {"erfc", "math.erfc", defined, "jax.scipy.special.erfc", "torch.erfc", "std::erfc"},
    {"sigmoid", defined, defined, "jax.nn.sigmoid", "torch.sigmoid", defined},
    {"relu", defined, defined, "jax.nn.relu", "torch.relu", defined},
    {"leaky_relu", defined, defined, "jax.nn.leaky_relu", "F.leaky_relu", defined},
    {"elu", defined, defined, "jax.nn.elu", "F.elu", defined},
    {"gelu", defined, defined, "jax.nn.gelu($, approximate=False)", "F.gelu", defined},
    {"silu", defined, defined, "jax.nn.silu", "F.silu", defined},
    {"softplus", defined, defined, "jax.nn.softplus", "F.softplus", defined},
    {"softsign", defined, defined, "jax.nn.soft_sign", "F.softsign", defined},
    {"step", defined, "np.heaviside($, 0)", "jnp.heaviside($, 0)", defined, defined},
    {"abs", "abs", "np.abs", "jnp.abs", "torch.abs", "std::abs"},
    {"sign", defined, "np.sign", "jnp.sign", "torch.sign", defined},
    {"floor", "math.floor", "np.floor", "jnp.floor", "torch.floor", "std::floor"},
    {"min", "min", "np.minimum", "jnp.minimum", "torch.minimum", "std::min"},
    {"max", "max", "np.maximum", "jnp.maximum", "torch.maximum", "std::max"},
    {"clamp", defined, defined, defined, defined, defined},
    {"if", as_operator, "np.where", "jnp.where", "torch.where", as_operator},
    {"less", as_operator, as_operator, as_operator, as_operator, as_operator},
    {"less_equal", as_operator, as_operator, as_operator, as_operator, as_operator},
    {"greater", as_operator, as_operator, as_operator, as_operator, as_operator},
    {"greater_equal", as_operator, as_operator, as_operator, as_operator, as_operator},
    {"equal", as_operator, as_operator, as_operator, as_operator, as_operator},
    {"not_equal", as_operator, as_operator, as_operator, as_operator, as_operator},
    {"matmul", as_operator, as_operator, as_operator, as_operator, "matmul"},
    {"transpose", "$1.T", "$1.T", "$1.T", "$1.T", "transpose"},
    {"dot", defined, defined, defined, defined, defined},
    {"outer", "outer", "np.outer", "jnp.outer", "torch.outer($1.flatten(), $2.flatten())", "outer"},
    {"trace", "trace", "np.trace", "jnp.trace", "torch.trace", "trace"},
    {"norm", "norm", "np.linalg.norm", "jnp.linalg.norm", "torch.linalg.norm", "norm"},
    {"sum", "sum(map(sum, $))", "$1.sum()", "$1.sum()", "$1.sum()", "sum"},
    {"mean", "mean", "$1.mean()", "$1.mean()", "$1.mean()", "mean"},
    {"row_sums", "row_sums", "$1.sum(axis=1, keepdims=True)", "$1.sum(axis=1, keepdims=True)",
     "$1.sum(dim=1, keepdim=True)", "row_sums"},
    {"column_sums", "column_sums", "$1.sum(axis=0, keepdims=True)", "$1.sum(axis=0, keepdims=True)",
     "$1.sum(dim=0, keepdim=True)", "column_sums"},
    {"softmax", "softmax", "softmax", "jax.nn.softmax($, axis={axis})", "torch.softmax($, dim={axis})", "softmax"},
    {"log_softmax", "log_softmax", "log_softmax", "jax.nn.log_softmax($, axis={axis})",
     "torch.log_softmax($, dim={axis})", "log_softmax"},
    {"logsumexp", "logsumexp", "logsumexp", "jax.nn.logsumexp($, axis={axis}, keepdims=True)",
     "torch.logsumexp($, dim={axis}, keepdim=True)", "logsumexp"},
    {"mse", defined, defined, defined, defined, defined},
    {"bce", defined, defined, defined, defined, defined},
    {"bce_logits", defined, defined, defined, defined, defined},
    {"cross_entropy", defined, defined, defined, defined, defined},
    {"cross_entropy_logits", defined, defined, defined, defined, defined},
    {"index", "$1[{row}][{column}]", "$1[{row}, {column}]", "$1[{row}, {column}]", "$1[{row}, {column}]",
     "$1[{row}][{column}]"},
    {"rows", "Matrix($1[{row}:{end}])", "$1[{row}:{end}]", "$1[{row}:{end}]", "$1[{row}:{end}]",
     "slice<{row}, {end}>($)"},
    {"stack", as_operator, as_operator, as_operator, as_operator, as_operator},
    {"concatenate", "concatenate", "np.vstack([$])", "jnp.vstack([$])", "torch.vstack([$])", "concatenate"},
    {"vec", "vec", "$1.reshape((-1, 1), order=\"F\")", "$1.reshape((-1, 1), order=\"F\")", "$1.T.reshape(-1, 1)",
     "vec"},
    {"reshape", "reshape($, {rows}, {columns})", "$1.reshape(({rows}, {columns}), order=\"F\")",
     "$1.reshape(({rows}, {columns}), order=\"F\")", "$1.T.reshape({columns}, {rows}).T",
     "reshape<{rows}, {columns}>($)"},
    {"ones", "ones({rows}, {columns})", "np.ones(({rows}, {columns}))", "jnp.ones(({rows}, {columns}))",
     "torch.ones({rows}, {columns})", "ones<{rows}, {columns}>()"},
    {"zeros", "zeros({rows}, {columns})", "np.zeros(({rows}, {columns}))", "jnp.zeros(({rows}, {columns}))",
     "torch.zeros({rows}, {columns})", "Matrix<{rows}, {columns}>{}"},
    {"eye", "eye({rows})", "np.eye({rows})", "jnp.eye({rows})", "torch.eye({rows})", "eye<{rows}>()"},
    {"unit", "unit({rows}, {columns}, {row}, {column})", "unit({rows}, {columns}, {row}, {column})",
     "jnp.zeros(({rows}, {columns})).at[{row}, {column}].set(1)", "unit({rows}, {columns}, {row}, {column})",
     "unit<{rows}, {columns}>({row}, {column})"},
};

constexpr const Spelling* find(std::string_view op) {
  const auto* const found = std::ranges::find(spellings, op, &Spelling::op);
  return found == std::end(spellings) ? nullptr : found;
}

static_assert(std::size(spellings) == op_count);
constexpr auto by_op = table_of_ops<const Spelling*>([]<class Op>() -> const Spelling* {
  static_assert(find(Op::doc.name) != nullptr, "an op of AllOps is missing in `spellings`");
  return find(Op::doc.name);
});

struct HelperText {
  std::string_view name;
  Target target;
  std::string_view text;
};

constexpr HelperText helpers[] = {
    {"sign", Target::python, "def sign(x):\n    return (x > 0) - (x < 0)"},
    {"sign", Target::cpp, "double sign(double x) { return (x > 0) - (x < 0); }"},
    {"step", Target::python, "def step(x):\n    return 1 if x > 0 else 0"},
    {"step", Target::pytorch, "def step(x):\n    return torch.where(x > 0, 1.0, 0.0)"},
    {"step", Target::cpp, "double step(double x) { return x > 0 ? 1 : 0; }"},
    {"cbrt", Target::python, "def cbrt(x):\n    return math.copysign(abs(x) ** (1 / 3), x)"},
    {"cbrt", Target::pytorch, "def cbrt(x):\n    return torch.sign(x) * torch.abs(x) ** (1 / 3)"},
    {"erf", Target::numpy, "erf = np.vectorize(math.erf)"},
    {"erfc", Target::numpy, "erfc = np.vectorize(math.erfc)"},

    {"Matrix", Target::python,
     R"(class Matrix(list):  # of rows
    def __neg__(self):
        return each(operator.neg, self)

    def __add__(self, other):
        return each(operator.add, self, other)

    def __sub__(self, other):
        return each(operator.sub, self, other)

    def __rsub__(self, other):
        return each(operator.sub, other, self)

    def __mul__(self, other):
        return each(operator.mul, self, other)

    def __truediv__(self, other):
        return each(operator.truediv, self, other)

    def __rtruediv__(self, other):
        return each(operator.truediv, other, self)

    def __pow__(self, other):
        return each(operator.pow, self, other)

    def __rpow__(self, other):
        return each(operator.pow, other, self)

    def __matmul__(self, other):
        return number([[sum(map(operator.mul, row, column)) for column in zip(*other)] for row in self])

    @property
    def T(self):
        return Matrix(map(list, zip(*self)))

    __radd__ = __iadd__ = __add__
    __rmul__ = __mul__


def each(function, *operands):  # entry by entry; a number, a row and a column are repeated
    parts = [rows_of(operand) for operand in operands]
    height, width = max(len(a) for a in parts), max(len(a[0]) for a in parts)
    return Matrix(
        [function(*(a[r % len(a)][c % len(a[0])] for a in parts)) for c in range(width)] for r in range(height)
    )


def rows_of(x):
    return x if isinstance(x, Matrix) else [[x]]


def number(rows):  # when they are a single one
    return rows[0][0] if len(rows) == len(rows[0]) == 1 else Matrix(rows))"},
    {"outer", Target::python,
     "def outer(a, b):\n    return number([[x * y for y in sum(rows_of(b), [])] for x in sum(rows_of(a), [])])"},
    {"trace", Target::python, "def trace(x):\n    return sum(row[i] for i, row in enumerate(x))"},
    {"norm", Target::python, "def norm(x):\n    return math.hypot(*sum(rows_of(x), []))"},
    {"mean", Target::python, "def mean(x):\n    return sum(map(sum, x)) / (len(x) * len(x[0]))"},
    {"row_sums", Target::python, "def row_sums(x):\n    return Matrix([sum(row)] for row in x)"},
    {"column_sums", Target::python, "def column_sums(x):\n    return Matrix([[sum(column) for column in zip(*x)]])"},
    {"softmax", Target::python,
     R"(def softmax(x):  # of a row or of each column
    shares = each(math.exp, x)
    return shares / (sum(shares[0]) if len(x) == 1 else column_sums(shares)))"},
    {"log_softmax", Target::python, "def log_softmax(x):\n    return each(math.log, softmax(x))"},
    {"logsumexp", Target::python,
     R"(def logsumexp(x):  # of a row or of each column
    powers = each(math.exp, x)
    return math.log(sum(powers[0])) if len(x) == 1 else each(math.log, number(column_sums(powers))))"},
    {"concatenate", Target::python,
     "def concatenate(*parts):\n    return Matrix(row for part in parts for row in rows_of(part))"},
    {"vec", Target::python, "def vec(x):\n    return Matrix([entry] for column in zip(*x) for entry in column)"},
    {"reshape", Target::python,
     R"(def reshape(x, rows, columns):  # column by column
    entries = [entry for column in zip(*rows_of(x)) for entry in column]
    return number([entries[row::rows] for row in range(rows)]))"},
    {"ones", Target::python, "def ones(rows, columns):\n    return Matrix([1.0] * columns for _ in range(rows))"},
    {"zeros", Target::python, "def zeros(rows, columns):\n    return Matrix([0.0] * columns for _ in range(rows))"},
    {"eye", Target::python,
     "def eye(rows):\n    return Matrix([float(r == c) for c in range(rows)] for r in range(rows))"},
    {"unit", Target::python,
     R"(def unit(rows, columns, i, j):
    return Matrix([float((r, c) == (i, j)) for c in range(columns)] for r in range(rows)))"},

    {"softmax", Target::numpy,
     R"(def softmax(x):  # of a row or of each column
    shares = np.exp(x - x.max())
    return shares / shares.sum(axis=1 if len(x) == 1 else 0, keepdims=True))"},
    {"log_softmax", Target::numpy, "def log_softmax(x):\n    return x - logsumexp(x)"},
    {"logsumexp", Target::numpy,
     R"(def logsumexp(x):  # of a row or of each column
    return x.max() + np.log(np.exp(x - x.max()).sum(axis=1 if len(x) == 1 else 0, keepdims=True)))"},
    {"unit", Target::numpy,
     R"(def unit(rows, columns, i, j):
    zeros = np.zeros((rows, columns))
    zeros[i, j] = 1
    return zeros)"},
    {"unit", Target::pytorch,
     R"(def unit(rows, columns, i, j):
    zeros = torch.zeros(rows, columns)
    zeros[i, j] = 1
    return zeros)"},
    {"stack", Target::pytorch,
     R"(def stack(rows):
    return torch.stack([torch.stack([torch.as_tensor(entry).reshape(()) for entry in row]) for row in rows]))"},

    {"Matrix", Target::cpp,
     R"(template <std::size_t Rows, std::size_t Columns>
using Matrix = std::array<std::array<double, Columns>, Rows>;

template <class A>
constexpr std::size_t height = 1;
template <class A>
constexpr std::size_t width = 1;
template <std::size_t Rows, std::size_t Columns>
constexpr std::size_t height<Matrix<Rows, Columns>> = Rows;
template <std::size_t Rows, std::size_t Columns>
constexpr std::size_t width<Matrix<Rows, Columns>> = Columns;

double entry(double a, std::size_t, std::size_t) { return a; }
template <std::size_t Rows, std::size_t Columns>
double entry(const Matrix<Rows, Columns>& a, std::size_t r, std::size_t c) {
  return a[r % Rows][c % Columns];
}

// entry by entry; a number, a row and a column are repeated
template <class F, class... A>
auto each(F function, const A&... a) {
  Matrix<std::max({height<A>...}), std::max({width<A>...})> out;
  for (std::size_t r = 0; r < out.size(); ++r)
    for (std::size_t c = 0; c < out[r].size(); ++c) out[r][c] = function(entry(a, r, c)...);
  return out;
}

template <class A, class B>
concept WithMatrix = height<A> * width<A> * height<B> * width<B> > 1;
template <class A, class B>
auto operator+(const A& a, const B& b) requires WithMatrix<A, B> {
  return each([](double x, double y) { return x + y; }, a, b);
}
template <class A, class B>
auto operator-(const A& a, const B& b) requires WithMatrix<A, B> {
  return each([](double x, double y) { return x - y; }, a, b);
}
template <class A, class B>
auto operator*(const A& a, const B& b) requires WithMatrix<A, B> {
  return each([](double x, double y) { return x * y; }, a, b);
}
template <class A, class B>
auto operator/(const A& a, const B& b) requires WithMatrix<A, B> {
  return each([](double x, double y) { return x / y; }, a, b);
}
template <std::size_t Rows, std::size_t Columns>
auto operator-(const Matrix<Rows, Columns>& a) {
  return 0 - a;
}
template <std::size_t Rows, std::size_t Columns>
void operator+=(Matrix<Rows, Columns>& a, const Matrix<Rows, Columns>& b) {
  a = a + b;
})"},
    {"matmul", Target::cpp,
     R"(template <std::size_t Rows, std::size_t Inner, std::size_t Columns>
auto matmul(const Matrix<Rows, Inner>& a, const Matrix<Inner, Columns>& b) {
  Matrix<Rows, Columns> out{};
  for (std::size_t r = 0; r < Rows; ++r)
    for (std::size_t c = 0; c < Columns; ++c)
      for (std::size_t k = 0; k < Inner; ++k) out[r][c] += a[r][k] * b[k][c];
  if constexpr (Rows * Columns == 1)
    return out[0][0];
  else
    return out;
})"},
    {"transpose", Target::cpp,
     R"(template <std::size_t Rows, std::size_t Columns>
auto transpose(const Matrix<Rows, Columns>& a) {
  Matrix<Columns, Rows> out;
  for (std::size_t r = 0; r < Rows; ++r)
    for (std::size_t c = 0; c < Columns; ++c) out[c][r] = a[r][c];
  return out;
})"},
    {"sum", Target::cpp,
     R"(double sum(const auto& a) {
  double out = 0;
  for (const auto& row : a)
    for (const double entry : row) out += entry;
  return out;
})"},
    {"mean", Target::cpp, "double mean(const auto& a) { return sum(a) / (a.size() * a[0].size()); }"},
    {"row_sums", Target::cpp,
     R"(template <std::size_t Rows, std::size_t Columns>
auto row_sums(const Matrix<Rows, Columns>& a) {
  Matrix<Rows, 1> out{};
  for (std::size_t r = 0; r < Rows; ++r)
    for (std::size_t c = 0; c < Columns; ++c) out[r][0] += a[r][c];
  return out;
})"},
    {"column_sums", Target::cpp,
     R"(template <std::size_t Rows, std::size_t Columns>
auto column_sums(const Matrix<Rows, Columns>& a) {
  Matrix<1, Columns> out{};
  for (std::size_t r = 0; r < Rows; ++r)
    for (std::size_t c = 0; c < Columns; ++c) out[0][c] += a[r][c];
  return out;
})"},
    {"outer", Target::cpp,
     R"(template <class A, class B>
auto outer(const A& a, const B& b) {
  constexpr std::size_t rows = height<A> * width<A>, columns = height<B> * width<B>;
  Matrix<rows, columns> out;
  for (std::size_t r = 0; r < rows; ++r)
    for (std::size_t c = 0; c < columns; ++c)
      out[r][c] = entry(a, r % height<A>, r % width<A>) * entry(b, c % height<B>, c % width<B>);
  return out;
})"},
    {"trace", Target::cpp,
     R"(double trace(const auto& a) {
  double out = 0;
  for (std::size_t i = 0; i < a.size(); ++i) out += a[i][i];
  return out;
})"},
    {"norm", Target::cpp,
     R"(double norm(double a) { return std::abs(a); }
template <std::size_t Rows, std::size_t Columns>
double norm(const Matrix<Rows, Columns>& a) {
  return std::sqrt(sum(a * a));
})"},
    {"softmax", Target::cpp,
     R"(template <std::size_t Rows, std::size_t Columns>
auto softmax(const Matrix<Rows, Columns>& a) {  // of a row or of each column
  const auto shares = each([](double x) { return std::exp(x); }, a);
  if constexpr (Rows == 1)
    return shares / sum(shares);
  else
    return shares / column_sums(shares);
})"},
    {"log_softmax", Target::cpp,
     "auto log_softmax(const auto& a) { return each([](double x) { return std::log(x); }, softmax(a)); }"},
    {"logsumexp", Target::cpp,
     R"(template <std::size_t Rows, std::size_t Columns>
auto logsumexp(const Matrix<Rows, Columns>& a) {  // of a row or of each column
  const auto powers = each([](double x) { return std::exp(x); }, a);
  if constexpr (Rows == 1 || Columns == 1)
    return std::log(sum(powers));
  else
    return each([](double x) { return std::log(x); }, column_sums(powers));
})"},
    {"concatenate", Target::cpp,
     R"(template <class... A>
auto concatenate(const A&... parts) {
  Matrix<(height<A> + ...), std::max({width<A>...})> out;
  std::size_t first = 0;
  const auto append = [&]<class Part>(const Part& part) {
    for (std::size_t r = 0; r < height<Part>; ++r)
      for (std::size_t c = 0; c < width<Part>; ++c) out[first + r][c] = entry(part, r, c);
    first += height<Part>;
  };
  (append(parts), ...);
  return out;
})"},
    {"slice", Target::cpp,
     R"(template <std::size_t First, std::size_t End, std::size_t Rows, std::size_t Columns>
auto slice(const Matrix<Rows, Columns>& a) {
  Matrix<End - First, Columns> out;
  for (std::size_t r = First; r < End; ++r) out[r - First] = a[r];
  if constexpr ((End - First) * Columns == 1)
    return out[0][0];
  else
    return out;
})"},
    {"reshape", Target::cpp,
     R"(template <std::size_t Rows, std::size_t Columns, class A>
auto reshape(const A& a) {  // column by column
  Matrix<Rows, Columns> out;
  for (std::size_t i = 0; i < Rows * Columns; ++i) out[i % Rows][i / Rows] = entry(a, i % height<A>, i / height<A>);
  return out;
})"},
    {"vec", Target::cpp,
     R"(template <std::size_t Rows, std::size_t Columns>
auto vec(const Matrix<Rows, Columns>& a) {
  return reshape<Rows * Columns, 1>(a);
})"},
    {"ones", Target::cpp,
     R"(template <std::size_t Rows, std::size_t Columns>
auto ones() {
  Matrix<Rows, Columns> out;
  for (auto& row : out) row.fill(1);
  return out;
})"},
    {"eye", Target::cpp,
     R"(template <std::size_t Rows>
auto eye() {
  Matrix<Rows, Rows> out{};
  for (std::size_t i = 0; i < Rows; ++i) out[i][i] = 1;
  return out;
})"},
    {"unit", Target::cpp,
     R"(template <std::size_t Rows, std::size_t Columns>
auto unit(std::size_t i, std::size_t j) {
  Matrix<Rows, Columns> out{};
  out[i][j] = 1;
  return out;
})"},
};

}  // namespace

std::string_view spelling(OpId op, Target target) {
  const Spelling& row = *by_op[op];
  switch (target) {
    case Target::python:
      return row.python;
    case Target::numpy:
      return row.numpy;
    case Target::jax:
      return row.jax;
    case Target::pytorch:
      return row.pytorch;
    case Target::cpp:
      return row.cpp;
    case Target::pseudocode:
    case Target::worksheet:
      break;
  }
  return {};
}

std::string_view helper(std::string_view name, Target target) {
  for (const HelperText& helper : helpers)
    if (helper.name == name && helper.target == target) return helper.text;
  return {};
}

std::string_view reserved_names(Target target) {
  constexpr std::string_view python =
      "False None True and as assert async await break class continue def del elif else except finally for from global "
      "if "
      "import in is lambda nonlocal not or pass raise return try while with math np jnp jax torch F";
  switch (target) {
    case Target::jax:
      return "False None True and as assert async await break class continue def del elif else except finally for from "
             "global if import in is lambda nonlocal not or pass raise return try while with math jnp jax circuit "
             "pullback";
    case Target::cpp:
      return "alignas alignof and and_eq asm assert auto bitand bitor bool break case catch char char16_t char32_t "
             "char8_t "
             "class co_await co_return co_yield compl concept const const_cast consteval constexpr constinit continue "
             "decltype default delete do double dynamic_cast else enum explicit export extern false float for friend "
             "goto "
             "if inline int long mutable namespace new noexcept not not_eq nullptr operator or or_eq private protected "
             "public register reinterpret_cast requires return short signed sizeof static static_assert static_cast "
             "struct "
             "switch template this thread_local throw true try typedef typeid typename union unsigned using virtual "
             "void "
             "volatile wchar_t while xor xor_eq std circuit Gradients linux unix i386 errno math_errhandling NAN "
             "INFINITY "
             "HUGE_VAL HUGE_VALF HUGE_VALL NULL EOF M_E M_LOG2E M_LOG10E M_LN2 M_LN10 M_PI M_PI_2 M_PI_4 M_1_PI M_2_PI "
             "M_2_SQRTPI M_SQRT2 M_SQRT1_2 FP_NAN FP_INFINITE FP_ZERO FP_SUBNORMAL FP_NORMAL FP_ILOGB0 FP_ILOGBNAN "
             "FP_FAST_FMA MATH_ERRNO MATH_ERREXCEPT";
    case Target::pseudocode:
    case Target::worksheet:
      return {};
    default:
      return python;
  }
}

}  // namespace gradcircuit
