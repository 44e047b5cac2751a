/** The local derivative of a gate in symbols, made from the rule that its op states (`describe`). */
import type { Box, Explanation, OpDescription } from "../engine/protocol.js";
import type { NodeWords, Phrase } from "./message.js";
import { functionName, isNamed, isRegion, nodeAt, nodeWords } from "./names.js";
import { superscript } from "./numbers.js";
import { operandsOf } from "./operands.js";
import { formatShort } from "./sentence-parts.js";

/** Every op by name, as `describe` lists them. */
export type Ops = ReadonlyMap<string, OpDescription>;

/**
 * Local derivative of `box` by its input number `input`: `z`, `−x/y²`, `s × (1 − s)`. Null where it is a plain number,
 * where no formula says it (routers, matrix products, closed groups), or where the op is not known.
 */
export function localDerivative(explanation: Explanation, ops: Ops, box: Box, input: number): Phrase | null {
  if (isRegion(explanation, box)) return null;
  const node = nodeAt(explanation, box.node);
  const constantPower = node.op === "pow" && input === 0 ? constantExponent(explanation, box) : null;
  if (constantPower !== null) return power(nodeWords(explanation, box.inputs[0] as number), constantPower);
  const op = ops.get(node.op);
  const rule = op?.rules[input];
  if (op === undefined || rule === undefined) return null;
  const names = new Map(operandsOf(op).map((name, i) => [name, words(explanation, box.inputs[i])]));
  names.set("out", outcome(explanation, box));
  return substitute(rule, names);
}

function words(explanation: Explanation, node: number | undefined): NodeWords {
  return node === undefined ? { node: 0, text: "…" } : nodeWords(explanation, node);
}

function outcome(explanation: Explanation, { node }: Box): NodeWords {
  const short = nodeAt(explanation, node).op === "sigmoid" && !isNamed(explanation, node);
  return short ? { node, text: "σ" } : nodeWords(explanation, node);
}

const TOKEN = /\s*([A-Za-z]\w*|\d+(?:\.\d+)?|[-+*/^()])/y;

/** Null as soon as the rule is prose, and for a plain number, which needs no formula. */
function substitute(rule: string, names: ReadonlyMap<string, NodeWords>): Phrase | null {
  const tokens = tokenize(rule);
  if (tokens === null || !tokens.some((token) => names.has(token))) return null;
  const phrase: (string | NodeWords)[] = [];
  for (const [i, token] of tokens.entries()) {
    const before = tokens[i - 1];
    const after = tokens[i + 1];
    if (names.has(token)) {
      const word = names.get(token) as NodeWords;
      // cos(x + y), not cos((x + y))
      const alone = before === "(" && after === ")" && /^[a-z]/i.test(tokens[i - 2] ?? "");
      phrase.push(alone ? { ...word, text: word.text.replace(/^\((.*)\)$/, "$1") } : word);
    } else if (token === "pi") {
      phrase.push("π");
    } else if (/^[a-z]/i.test(token)) {
      if (after !== "(") return null;
      phrase.push(functionName(token));
    } else if (token === "^") {
      if (!/^\d$/.test(after ?? "")) phrase.push("^");
    } else if (before === "^" && /^\d$/.test(token)) {
      phrase.push(superscript(token));
    } else {
      phrase.push(sign(token, before));
    }
  }
  return phrase;
}

function tokenize(rule: string): string[] | null {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < rule.length) {
    const token = TOKEN.exec(rule)?.[1];
    if (token === undefined) return null;
    tokens.push(token);
  }
  return tokens;
}

function sign(token: string, before: string | undefined): string {
  if (token === "*") return " × ";
  if (token === "+") return " + ";
  if (token === "-") return before === undefined || before === "(" ? "−" : " − ";
  return token;
}

/** n of x^n where the exponent is a number that was written. */
export function constantExponent(explanation: Explanation, { inputs }: Box): number | null {
  const exponent = inputs[1] as number;
  const value = explanation.primals[exponent];
  return explanation.adjoints[exponent] === null && typeof value === "number" ? value : null;
}

/** The derivative of x^n as it is written by hand: `2 × x`, `3 × x²`, `−1 × x^(−2)`. */
function power(base: NodeWords, n: number): Phrase | null {
  if (n === 0 || n === 1) return null;
  if (n === 2) return ["2 × ", base];
  const factor = formatShort(n);
  const lower = n - 1;
  if (Number.isInteger(lower) && lower > 1 && lower < 10) return [`${factor} × `, base, superscript(String(lower))];
  return [`${factor} × `, base, "^", lower < 0 ? `(${formatShort(lower)})` : formatShort(lower)];
}

/** `∂q/∂x`, both ends linked. */
export function partialSymbol(explanation: Explanation, box: Box, target: number): Phrase {
  return ["∂", nodeWords(explanation, box.node), "/∂", nodeWords(explanation, target)];
}
