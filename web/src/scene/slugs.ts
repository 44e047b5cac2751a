/** What a gate is called in English, and so its address in the Reference room: `…/reference/multiply/`. */

/** Where the engine's name is an abbreviation; every other name is the word itself. */
const WORDS: Readonly<Record<string, string>> = {
  sub: "subtract",
  mul: "multiply",
  div: "divide",
  pow: "power",
  neg: "negate",
  matmul: "matrix product",
  dot: "dot product",
  outer: "outer product",
  norm: "length",
  abs: "absolute value",
  max: "maximum",
  min: "minimum",
  exp: "exponential",
  log: "logarithm",
  sqrt: "square root",
  cbrt: "cube root",
  hypot: "hypotenuse",
  sin: "sine",
  cos: "cosine",
  tan: "tangent",
  cot: "cotangent",
  sec: "secant",
  csc: "cosecant",
  mse: "mean squared error",
  bce: "binary cross entropy",
  bce_logits: "binary cross entropy of logits",
  cross_entropy_logits: "cross entropy of logits",
  logsumexp: "log sum exp",
  eye: "identity matrix",
  unit: "unit matrix",
  vec: "vectorize",
};

export function wordOf(name: string): string {
  return WORDS[name] ?? name.replaceAll("_", " ");
}

export function slugOf(name: string): string {
  return wordOf(name).replaceAll(" ", "-");
}

/** The op that an address, a name or another spelling means. */
export function findOp<Op extends { name: string; aliases: string[] }>(
  ops: readonly Op[],
  asked: string,
): Op | undefined {
  return (
    ops.find(({ name }) => slugOf(name) === asked || name === asked) ??
    ops.find(({ aliases }) => aliases.includes(asked))
  );
}
