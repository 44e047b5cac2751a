/**
 * The rules of differentiation, each with functions to try it on. A test takes every derivative with the engine and compares.
 * Programs of the language: `f` and `g` are functions, `df` and `dg` their derivatives, `c` and `n` numbers.
 */
export interface DerivativeRule {
  /** The message that names it: `rules-product`. */
  id: string;
  law: string;
  derivative: string;
  f: string;
  g?: string;
}

export const DERIVATIVE_RULES: readonly DerivativeRule[] = [
  { id: "constant", law: "f(x) + c", derivative: "df(x)", f: "x^2" },
  { id: "factor", law: "c * f(x)", derivative: "c * df(x)", f: "sin(x)" },
  { id: "power", law: "x^n", derivative: "n * x^(n - 1)", f: "x" },
  { id: "sum", law: "f(x) + g(x)", derivative: "df(x) + dg(x)", f: "exp(x)", g: "x^3" },
  { id: "difference", law: "f(x) - g(x)", derivative: "df(x) - dg(x)", f: "exp(x)", g: "x^3" },
  { id: "product", law: "f(x) * g(x)", derivative: "df(x) * g(x) + f(x) * dg(x)", f: "x^2", g: "exp(x)" },
  {
    id: "quotient",
    law: "f(x) / g(x)",
    derivative: "(df(x) * g(x) - f(x) * dg(x)) / g(x)^2",
    f: "sin(x)",
    g: "x",
  },
  { id: "reciprocal", law: "1 / f(x)", derivative: "-df(x) / f(x)^2", f: "cos(x)" },
  { id: "chain", law: "f(g(x))", derivative: "df(g(x)) * dg(x)", f: "sin(x)", g: "x^2" },
  { id: "power-of", law: "f(x)^n", derivative: "n * f(x)^(n - 1) * df(x)", f: "tanh(x)" },
  { id: "exponential", law: "c^f(x)", derivative: "log(c) * c^f(x) * df(x)", f: "x" },
  { id: "exp", law: "exp(f(x))", derivative: "exp(f(x)) * df(x)", f: "x^2" },
  { id: "log", law: "log(f(x))", derivative: "df(x) / f(x)", f: "cos(x)" },
];

/** The values of the numbers while a rule is tried. */
export const RULE_NUMBERS = { c: 3, n: 4 };

/** The program of a rule's example: `f(x) = sin(x); c * f(x)`. */
export function exampleOf({ law, f, g }: DerivativeRule): string {
  return [`f(x) = ${f}`, ...(g ? [`g(x) = ${g}`] : []), law].join("; ");
}

/** `f = sin(x), g = x^2`, for those of them that the law has. */
export function functionsOf({ law, f, g }: DerivativeRule): string {
  const used = [/f\(/.test(law) && `f = ${f}`, g && `g = ${g}`];
  return used.filter(Boolean).join(", ");
}

/** As a course prints it: `f′ · g + f · g′`. Where one function is put into the other, with what they are applied to. */
export function lawText(law: string): string {
  const short = law.includes("(g(") ? law : law.replaceAll("(x)", "");
  return short
    .replace(/\bd([fg])\b/g, "$1′")
    .replaceAll("^2", "²")
    .replaceAll(" * ", " · ")
    .replaceAll("-", "−");
}

/** A derivative by a vector, whose gradient the engine takes; the layouts arrange it. */
export interface MatrixRule {
  program: string;
  by: string;
  /** As a program in the same names. */
  gradient: string;
  at: Record<string, number[] | number[][]>;
}

const x = [1, 2];
const B = [
  [1, 3],
  [-1, 2],
];
export const MATRIX_RULES: readonly MatrixRule[] = [
  { program: "sum(x)", by: "x", gradient: "ones(2, 1)", at: { x } },
  { program: "a.T @ x", by: "x", gradient: "a", at: { x, a: [3, -1] } },
  { program: "x.T @ x", by: "x", gradient: "2 * x", at: { x } },
  { program: "x.T @ B @ x", by: "x", gradient: "(B + B.T) @ x", at: { x, B } },
  { program: "u.T @ M @ x", by: "x", gradient: "M.T @ u", at: { x, u: [1, -2], M: B } },
  { program: "u.T @ M @ x", by: "M", gradient: "u @ x.T", at: { x, u: [1, -2], M: B } },
];

/** One row of the table of layouts: a derivative of `of` by `by`, and how either layout arranges it. */
export interface LayoutRow {
  id: string;
  derivative: string;
  numerator: { formula: string; shape: string };
  denominator: { formula: string; shape: string };
}

export const LAYOUTS: readonly LayoutRow[] = [
  layout("scalar-vector", "∂y/∂x", ["row", "1×n"], ["column", "n×1"]),
  layout("vector-scalar", "∂y/∂x", ["column", "m×1"], ["row", "1×m"]),
  layout("vector-vector", "∂y/∂x", ["J", "m×n"], ["Jᵀ", "n×m"]),
  layout("dot", "∂(aᵀz)/∂z", ["aᵀ", "1×n"], ["a", "n×1"]),
  layout("product", "∂(Mz)/∂z", ["M", "m×n"], ["Mᵀ", "n×m"]),
  layout("chain", "∂f/∂x = ∂f/∂g · ∂g/∂x", ["F · G", "m×k · k×n"], ["Gᵀ · Fᵀ", "n×k · k×m"]),
];

type Arranged = readonly [formula: string, shape: string];
function layout(id: string, derivative: string, numerator: Arranged, denominator: Arranged): LayoutRow {
  const arranged = ([formula, shape]: Arranged) => ({ formula, shape });
  return { id, derivative, numerator: arranged(numerator), denominator: arranged(denominator) };
}
