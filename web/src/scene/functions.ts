/**
 * The elementary functions in JavaScript's own arithmetic, which differs between browsers in the last digits. Good for one
 * purpose: finding how many digits make a printed equation true. A number that is shown always comes from the engine.
 */
export const APPROXIMATE: Record<string, (x: number) => number> = {
  exp: Math.exp,
  expm1: Math.expm1,
  log: Math.log,
  log1p: Math.log1p,
  log2: Math.log2,
  log10: Math.log10,
  sqrt: Math.sqrt,
  cbrt: Math.cbrt,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  asin: Math.asin,
  acos: Math.acos,
  atan: Math.atan,
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
  asinh: Math.asinh,
  acosh: Math.acosh,
  atanh: Math.atanh,
  sigmoid: (x) => 1 / (1 + Math.E ** -x),
  softplus: (x) => Math.log1p(Math.E ** x),
};
