/** What forward and backward sentences are made of. */
import type { Box, Explanation, NodeId, Shape, Value } from "../engine/protocol.js";
import { isTurned } from "./arranged.js";
import { isExactly, type Operation, printedEquation } from "./equations.js";
import { gatesOf } from "./gates.js";
import { type Message, message, type NodeWords, type Phrase } from "./message.js";
import type { NumberKey } from "./model.js";
import { boxOf, gateFormula, isNamed, isRegion, nodeAt, nodeWords, shortFormula } from "./names.js";
import { formatNumber, formatValue, MINUS, parenthesized, plainDigits } from "./numbers.js";
import { once } from "./once.js";
import type { Ops } from "./rules.js";

/** One or two lines; where there is room for one only, it is line number `main`. */
export interface Sentence {
  lines: readonly Message[];
  main: number;
}

export interface SentenceOptions {
  ops: Ops;
  /** Numbers that are slots now: a sentence never gives them away. */
  covered: ReadonlySet<NumberKey>;
}

/** `aside` is the quieter second line. */
export function sentence(main: Message, aside: Message | null = null): Sentence {
  return { lines: aside === null ? [main] : [main, aside], main: 0 };
}

/** A number with the key under which it may be covered. */
export interface Keyed {
  value: number;
  key?: NumberKey;
}

/** The numbers of an equation, written. */
export interface Equation {
  operands: string[];
  relation: string;
  result: string;
}

const COVERED = "?";

/** Writes numbers, leaving a question mark for each that is covered. */
export class Writer {
  readonly #covered: ReadonlySet<NumberKey>;

  constructor({ covered }: SentenceOptions) {
    this.#covered = covered;
  }

  isCovered(key: NumberKey | undefined): boolean {
    return key !== undefined && this.#covered.has(key);
  }

  value(value: Value, key?: NumberKey): string {
    return this.isCovered(key) ? COVERED : formatValue(value, formatShort);
  }

  /** The numbers of an equation that is true as printed. */
  equation(operation: Operation, operands: readonly Keyed[], result: Keyed): Equation {
    const printed = printedEquation(
      operation,
      operands.map(({ value }) => value),
      result.value,
    );
    return {
      operands: printed.operands.map((text, i) => this.#written(text, operands[i] as Keyed)),
      relation: this.isCovered(result.key) ? "=" : printed.relation,
      result: this.#written(printed.result, result),
    };
  }

  #written(text: string, { value, key }: Keyed): string {
    return this.isCovered(key) ? COVERED : withoutZeros(text, value);
  }

  /** `1 + (−4) = −3`. */
  arithmetic(operation: keyof typeof SIGNS, operands: readonly Keyed[], result: Keyed): string {
    return this.arithmeticText(operation, this.equation(operation, operands, result));
  }

  arithmeticText(operation: keyof typeof SIGNS, { operands, relation, result }: Equation): string {
    const [first = "", ...rest] = operands;
    return `${[first, ...rest.map(parenthesized)].join(SIGNS[operation])} ${relation} ${result}`;
  }
}

const SIGNS = { add: " + ", sub: " − ", mul: " × ", div: " / " };

/** What stands in the gate, linked to it: `×`, `+1`, `tanh`, `s`. */
export function gateWords(explanation: Explanation, box: Box): NodeWords {
  const { op, name } = nodeAt(explanation, box.node);
  const { node } = box;
  if (op === "identity") return { node, text: name ?? "=" };
  const label = labelsOf(explanation).get(node) ?? op;
  // The x of a label such as x² stands for any operand; among the names of a sentence it would be taken for one of them.
  const isPattern = !isRegion(explanation, box) && label !== op && /[xyˣʸ]/.test(label);
  return { node, text: isPattern ? shortFormula(explanation, node) : label };
}

const labelsOf = once(
  (explanation: Explanation): ReadonlyMap<NodeId, string> =>
    new Map(gatesOf(explanation).map(({ node, label }) => [node, label])),
);

/** `q = x + y`, or only `x + y` where nobody named it. */
export function definition(explanation: Explanation, node: NodeId): Phrase {
  const formula = gateFormula(explanation, node);
  return isNamed(explanation, node) ? [nodeWords(explanation, node), " = ", ...formula] : formula;
}

/** `5×4`. */
export function shapeText([rows, columns]: Shape): string {
  return `${rows}×${columns}`;
}

export function shapeOf(value: Value): Shape {
  return typeof value === "number" ? [1, 1] : [value.length, value[0]?.length ?? 0];
}

export function isNumber(value: Value | undefined | null): value is number {
  return typeof value === "number";
}

/** Whether the number is written with all its digits. */
export function isShort(x: number): boolean {
  return Number(plainDigits(x, 2)) === x;
}

/** In a sentence nothing is aligned: an exact 0.50 is 0.5, and the zero of a rounded 0.20 stays to say so. */
export function formatShort(x: number): string {
  return withoutZeros(formatNumber(x), x);
}

/** `text` writes `x`; only an exact one loses the zeros at its end, where 1 − 1.9 is as exact as −0.9. */
export function withoutZeros(text: string, x: number): string {
  return isExactly(x, text.replace(MINUS, "-")) && text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** Ops whose rule is said in a sentence of their own, message `rule-<op>`. */
const RULES = new Set([
  "add",
  "sub",
  "mul",
  "div",
  "pow",
  "neg",
  "identity",
  "exp",
  "relu",
  "abs",
  "step",
  "sign",
  "max",
  "min",
  "if",
  "index",
  "stack",
  "sum",
  "transpose",
  "matmul",
]);

/** What a gate does to a gradient, in one sentence. */
export function ruleOf(explanation: Explanation, node: NodeId): Message {
  const box = boxOf(explanation, node);
  if (box !== undefined && isRegion(explanation, box)) return message("rule-region");
  const { op } = nodeAt(explanation, node);
  if (op === "matmul" && isTurned(explanation)) return message("rule-matmul-turned");
  return message(RULES.has(op) ? `rule-${op}` : "rule-function");
}
