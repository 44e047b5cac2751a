/** Forward sentences: what a gate makes of its inputs. */
import type { Explanation, ForwardStep, Value } from "../engine/protocol.js";
import { COMPARISONS, comparisonText, distinct } from "./comparisons.js";
import { ForwardGate, WRITTEN_TERMS } from "./forward-gate.js";
import { APPROXIMATE } from "./functions.js";
import { boxAt } from "./keys.js";
import { message } from "./message.js";
import { isRegion, nodeAt, nodeWords } from "./names.js";
import { parenthesized, superscript } from "./numbers.js";
import {
  formatShort,
  isNumber,
  isShort,
  type Sentence,
  type SentenceOptions,
  sentence,
  shapeOf,
  shapeText,
  Writer,
} from "./sentence-parts.js";

export function forwardSentence(
  explanation: Explanation,
  { node, value }: ForwardStep,
  options: SentenceOptions,
): Sentence {
  const box = boxAt(explanation, node);
  const { op } = nodeAt(explanation, node);
  const gate = new ForwardGate(explanation, box, value, new Writer(options));
  if (op === "input") return sentence(gate.message("forward-input", { name: nodeWords(explanation, node) }));
  if (op === "constant") return sentence(gate.message("forward-constant"));
  if (isRegion(explanation, box)) return sentence(gate.region());
  return (FORMS[op] ?? elementwise)(gate);
}

type Form = (gate: ForwardGate) => Sentence;

const FORMS: Record<string, Form> = {
  add: arithmetic("add"),
  sub: arithmetic("sub"),
  mul: arithmetic("mul"),
  div: arithmetic("div"),
  pow: elementwise,
  neg: (gate) => (gate.isScalar ? sentence(gate.message("forward-neg", { input: gate.shown(0) })) : elementwise(gate)),
  identity: (gate) => sentence(gate.message("forward-identity")),
  relu: (gate) => threshold(gate, "forward-relu-passes", "forward-relu-blocks"),
  step: (gate) => threshold(gate, "forward-step-above", "forward-step-below"),
  sign: (gate) => elementwise(gate),
  abs: (gate) => {
    if (!gate.isScalar) return elementwise(gate);
    return sentence(
      gate.message("forward-equation", { equation: `|${gate.shown(0)}| ${gate.relation(0)} ${gate.result}` }),
    );
  },
  max: router,
  min: router,
  if: choice,
  less: comparison,
  less_equal: comparison,
  greater: comparison,
  greater_equal: comparison,
  equal: comparison,
  not_equal: comparison,
  index: (gate) => sentence(gate.message("forward-index", { input: gate.words(0) })),
  stack: (gate) => sentence(gate.message("forward-stack", { count: gate.box.inputs.length })),
  sum,
  transpose: (gate) => {
    const shapes = { before: shapeText(shapeOf(gate.input(0))), after: shapeText(shapeOf(gate.value)) };
    return sentence(gate.message("forward-transpose", shapes));
  },
  matmul,
};

function arithmetic(operation: "add" | "sub" | "mul" | "div"): Form {
  return (gate) => {
    if (!gate.isScalar) return byEntries(gate, operation);
    const equation = gate.writer.arithmetic(operation, gate.keyedInputs, gate.keyedResult);
    return sentence(gate.message("forward-equation", { equation }));
  };
}

/** Functions, and every gate whose values are matrices. */
function elementwise(gate: ForwardGate): Sentence {
  if (!gate.isScalar) return byEntries(gate);
  const equation = functionEquation(gate);
  if (equation === null) return sentence(gate.message("forward-result", { relation: relationTo(gate) }));
  return sentence(gate.message("forward-equation", { equation }));
}

/** A matrix: what happens to its first entry happens to all. */
function byEntries(gate: ForwardGate, operation?: "add" | "sub" | "mul" | "div"): Sentence {
  const main = gate.message("forward-entries", { shape: shapeText(shapeOf(gate.value)) });
  const first = gate.atFirstEntry;
  const equation = operation
    ? gate.writer.arithmetic(operation, first.keyedInputs, first.keyedResult)
    : functionEquation(first);
  return sentence(main, equation === null ? null : message("aside-first-entry", { equation }));
}

/** `exp(−1) ≈ 0.37`, `(−0.6)³ ≈ −0.22`; null where nothing can check its digits. */
function functionEquation(gate: ForwardGate): string | null {
  const { op, writer, keyedInputs, keyedResult } = gate;
  if (op === "pow") {
    const { operands, relation, result } = writer.equation("pow", keyedInputs, keyedResult);
    const [base = "", exponent = ""] = operands;
    const power = /^−?\d+$/.test(exponent) ? superscript(exponent.replace("−", "-")) : `^${parenthesized(exponent)}`;
    return `${parenthesized(base)}${power} ${relation} ${result}`;
  }
  const check = APPROXIMATE[op];
  if (check === undefined) return null;
  const { operands, relation, result } = writer.equation(check, keyedInputs, keyedResult);
  return `${op}(${operands.join(", ")}) ${relation} ${result}`;
}

/** The value alone, for what has no equation that could be checked. */
function relationTo({ value, writer, box }: ForwardGate): string {
  return writer.isCovered(`value:${box.node}`) || !isNumber(value) || isShort(value) ? "=" : "≈";
}

function threshold(gate: ForwardGate, above: string, below: string): Sentence {
  const input = gate.input(0);
  if (!isNumber(input) || Number.isNaN(input) || gate.isSecret) return elementwise(gate);
  return sentence(gate.message(input > 0 ? above : below, { input: formatShort(input) }));
}

function router(gate: ForwardGate): Sentence {
  const inputs = gate.box.inputs.map((_, i) => gate.input(i));
  const winners = inputs.flatMap((value, i) => (value === gate.value ? [i] : []));
  const [winner, second] = winners;
  const isSelf = second !== undefined && gate.box.inputs[winner as number] === gate.box.inputs[second];
  if (!gate.isScalar || gate.isSecret || winner === undefined || isSelf) return elementwise(gate);
  if (second !== undefined) {
    return sentence(gate.message("forward-tie", { first: gate.words(winner), second: gate.words(second) }));
  }
  return sentence(
    gate.message("forward-router", {
      winner: gate.words(winner),
      comparison: comparisonText(gate.op, inputs as number[], winner),
    }),
  );
}

function choice(gate: ForwardGate): Sentence {
  const condition = gate.input(0);
  if (!isNumber(condition) || gate.isSecret) return elementwise(gate);
  const holds = condition !== 0;
  return sentence(gate.message(holds ? "forward-if-holds" : "forward-if-fails", { winner: gate.words(holds ? 1 : 2) }));
}

function comparison(gate: ForwardGate): Sentence {
  if (!gate.isScalar || gate.isSecret) return elementwise(gate);
  const [left, right] = distinct(gate.input(0) as number, gate.input(1) as number);
  const statement = `${left} ${COMPARISONS[gate.op]} ${parenthesized(right)}`;
  return sentence(
    gate.message(gate.value === 0 ? "forward-comparison-false" : "forward-comparison-true", { statement }),
  );
}

function sum(gate: ForwardGate): Sentence {
  const input = gate.input(0);
  const entries = (isNumber(input) ? [input] : input.flat()).map((value) => ({ value }));
  const isListed = entries.length > 1 && entries.length <= WRITTEN_TERMS + 1 && !gate.isSecret;
  if (!isListed) return sentence(gate.message("forward-sum", { count: entries.length }));
  const equation = gate.writer.arithmetic("add", entries, gate.keyedResult);
  return sentence(gate.message("forward-equation", { equation }));
}

function matmul(gate: ForwardGate): Sentence {
  const [left, right] = [rowsOf(gate.input(0)), rowsOf(gate.input(1))];
  const products = (left[0] ?? []).map((a, k) => [a, right[k]?.[0] ?? 0] as const);
  if (isNumber(gate.value) && products.length <= WRITTEN_TERMS && !gate.isSecret) {
    return sentence(gate.message("forward-equation", { equation: dotProduct(gate, products) }));
  }
  const shapes = {
    left: shapeText(shapeOf(left)),
    right: shapeText(shapeOf(right)),
    shape: shapeText(shapeOf(gate.value)),
  };
  const first = rowsOf(gate.value)[0]?.[0] ?? 0;
  const isVector = (right[0]?.length ?? 0) === 1;
  const main = gate.message(isVector ? "forward-matmul-row" : "forward-matmul-cell", {
    left: gate.words(0),
    right: gate.words(1),
    entry: gate.isSecret ? "?" : formatShort(first),
    relation: isShort(first) || gate.isSecret ? "=" : "≈",
  });
  return sentence(main, gate.message("aside-matmul-shapes", shapes));
}

function rowsOf(value: Value): number[][] {
  return isNumber(value) ? [[value]] : value;
}

/** `2 × (−1) + (−3) × (−2) = 4`. */
function dotProduct({ writer, keyedResult }: ForwardGate, products: readonly (readonly [number, number])[]): string {
  const factors = products.flat().map((value) => ({ value }));
  const { operands, relation, result } = writer.equation(sumOfProducts, factors, keyedResult);
  const terms = products.map((_, k) => {
    const [a = "", b = ""] = operands.slice(2 * k, 2 * k + 2);
    return `${k === 0 ? a : parenthesized(a)} × ${parenthesized(b)}`;
  });
  return `${terms.join(" + ")} ${relation} ${result}`;
}

function sumOfProducts(...factors: number[]): number {
  let sum = 0;
  for (let k = 0; k < factors.length; k += 2) sum += (factors[k] as number) * (factors[k + 1] as number);
  return sum;
}
