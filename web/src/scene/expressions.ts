/** The short texts in and at a gate: what it is about to compute, and the local derivative as a factor. */

import type { BackwardStep, Box, Explanation, Value } from "../engine/protocol.js";
import { COMPARISONS } from "./comparisons.js";
import { operandsText, printedEquation } from "./equations.js";
import { boxOf, isRegion, nodeAt, regionName } from "./names.js";
import { formatNumber, formatOperand, parenthesized, superscript } from "./numbers.js";
import type { Picture } from "./picture.js";
import { isUnderBug } from "./under-bug.js";

/** A rule that does not fit a tag is left to the sentence. */
const LONGEST_RULE = 9;

const INFIX: Record<string, string> = {
  add: "+",
  sub: "−",
  mul: "×",
  div: "/",
  ...COMPARISONS,
};

/** `3 × (−4)`, `exp(−1)`, `0.73²`; for matrices their shapes as dominoes: `5×4 · 4×1`. */
export function gateExpression(picture: Picture, node: number): string {
  const { explanation, moment } = picture;
  const box = boxOf(explanation, node) as Box;
  const { op } = nodeAt(explanation, node);
  const operands = box.inputs.map((input) => moment.nodes[input]?.value ?? explanation.primals[input] ?? null);
  const name = isRegion(explanation, box) ? regionName(explanation, box) : op;
  if (operands.some((operand) => typeof operand !== "number"))
    return op === "matmul" ? operands.map(shapeText).join(" · ") : `${name}(${operands.map(shapeText).join(", ")})`;
  const numbers = operands as number[];
  const [first = 0, second = 0] = numbers;
  if (isRegion(explanation, box)) return `${name}(${numbers.map(formatNumber).join(", ")})`;
  const sign = INFIX[op];
  if (sign !== undefined) return `${formatNumber(first)} ${sign} ${formatOperand(second)}`;
  if (op === "neg") return `−${formatOperand(first)}`;
  if (op === "identity") return formatNumber(first);
  if (op === "pow")
    return Number.isInteger(second)
      ? `${formatOperand(first)}${superscript(String(second))}`
      : `${formatOperand(first)}^${formatOperand(second)}`;
  return `${name}(${numbers.map(formatNumber).join(", ")})`;
}

export function shapeText(value: Value | null): string {
  if (value === null) return "…";
  return typeof value === "number" ? formatNumber(value) : `${value.length}×${value[0]?.length ?? 0}`;
}

/** The tag at a port: `× (−4)`, `× ½` where a router is tied, the shape of what is multiplied where it is a matrix. */
export function factorText(picture: Picture, step: BackwardStep): string {
  const { partial } = step;
  if (typeof partial === "number") {
    const { op } = nodeAt(picture.explanation, step.node);
    return partial === 0.5 && (op === "max" || op === "min") ? "× ½" : `× ${formatOperand(partial)}`;
  }
  if (partial !== undefined) return `∘ ${shapeText(partial)}`;
  return ruleText(picture.explanation, step);
}

/** `0.1966 × 2`, in digits that give the product as it will be printed. */
export function productText({ adjoint, partial, contribution }: BackwardStep): string {
  if (typeof adjoint !== "number" || typeof partial !== "number" || typeof contribution !== "number") return "";
  return operandsText("mul", printedEquation("mul", [adjoint, partial], contribution).operands);
}

export function contributionText(value: Value): string {
  return typeof value === "number" ? formatNumber(value) : shapeText(value);
}

export function sumTerm(value: Value): string {
  return `+ ${parenthesized(contributionText(value))}`;
}

/** `adjoint @ b.T` as it is said on a tag: `G xᵀ`. Empty where the rule is prose. */
export function ruleText(explanation: Explanation, { node, rule = "" }: BackwardStep): string {
  if (isUnderBug(explanation)) return "";
  const { inputs } = nodeAt(explanation, node);
  const short = (input: number | undefined, otherwise: string) => {
    const name = input === undefined ? undefined : nodeAt(explanation, input).name;
    return name !== undefined && name.length <= 3 ? name : otherwise;
  };
  const names: Record<string, string> = { adjoint: "G", a: short(inputs[0], "A"), b: short(inputs[1], "B") };
  const text = rule
    .replace(/\b(adjoint|a|b)\b/g, (word) => names[word] ?? word)
    .replaceAll(".T", "ᵀ")
    .replaceAll(" @ ", " ");
  return text.length <= LONGEST_RULE ? text : "";
}
