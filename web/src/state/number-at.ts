/** The number behind a key, and whether a typed number reads as it. */
import type { BackwardStep, Explanation, Value } from "../engine/protocol.js";
import type { NumberKey } from "../scene/model.js";
import { formatNumber, plainDigits } from "../scene/numbers.js";

/** Null where no such number exists: gradients of constants, local derivatives of matrix products. */
export function numberAt(explanation: Explanation, key: NumberKey): Value | null {
  const [kind, place = ""] = key.split(":");
  const [node = 0, input = 0] = place.split(".").map(Number);
  switch (kind) {
    case "value":
      return explanation.primals[node] ?? null;
    case "gradient":
      return explanation.adjoints[node] ?? null;
    case "partial":
      return explanation.view.boxes.find((box) => box.node === node)?.partials[input] ?? null;
    default:
      return arrivals(explanation).find((step) => step.node === node && step.input === input)?.contribution ?? null;
  }
}

/** Every backward step, or those that arrive at one node. */
export function arrivals(explanation: Explanation, target?: number): BackwardStep[] {
  return (explanation.steps ?? []).filter(
    (step): step is BackwardStep => step.phase === "backward" && (target === undefined || step.target === target),
  );
}

/** A typed number is right when it shows as the expected one, or lies within one unit of its last shown place. Zero is exact. */
export function reads(given: number, expected: number): boolean {
  if (Object.is(given, expected)) return true;
  if (expected === 0 || given === 0 || !Number.isFinite(given) || !Number.isFinite(expected)) return given === expected;
  if (formatNumber(given) === formatNumber(expected)) return true;
  const [digits = "", power = "0"] = plainDigits(expected, 2).split("e");
  const decimals = digits.split(".")[1]?.length ?? 0;
  if (decimals === 0) return false;
  return Math.abs(given - expected) <= 0.51 * 10 ** (Number(power) - decimals);
}
