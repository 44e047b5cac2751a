/**
 * The elementary functions in JavaScript's own arithmetic, which differs between browsers in the last digits. Good for one
 * purpose: finding how many digits make a printed equation true. A number that is shown always comes from the engine.
 */
export const APPROXIMATE: Record<string, (x: number) => number> = {
  exp: Math.exp,
  log: Math.log,
  sqrt: Math.sqrt,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
  sigmoid: (x) => 1 / (1 + Math.E ** -x),
  softplus: (x) => Math.log1p(Math.E ** x),
};
