/** Where one update lands, the equation that says so, and what somebody thought who guessed another place. */

import type { Range } from "./curve.js";
import { printedEquation } from "./equations.js";
import { formatNumber, formatOperand, fullPrecision, parenthesized } from "./numbers.js";

export interface Update {
  w: number;
  slope: number;
  rate: number;
  /** f″ at w. */
  curvature: number;
  landed: number;
}
/** How a wrong guess came about; the last three say only where it is. */
export type Misreading =
  | "uphill"
  | "newton"
  | "slope"
  | "slope-newton"
  | "rate-only"
  | "amount"
  | "stays"
  | "direction"
  | "short"
  | "far";

/** Of the picture: nearer than this is right, as a hand can point no better. */
const NEAR = 0.02;

/** Null where the guess is right. */
export function misreadingOf(guess: number, update: Update, [low, high]: Range): Misreading | null {
  const { w, slope, rate, curvature, landed } = update;
  const near = NEAR * (high - low);
  const distance = Math.abs(guess - landed);
  const newton = curvature > 0 ? w - slope / curvature : Number.NaN;
  const isNewton = Math.abs(newton - (w - slope)) < 1e-9;
  const thoughts: readonly (readonly [Misreading, number])[] = [
    ["uphill", w + rate * slope],
    [isNewton ? "slope-newton" : "slope", w - slope],
    ["rate-only", w - rate * Math.sign(slope)],
    ["newton", newton],
    ["amount", -rate * slope],
    ["stays", w],
  ];
  const [nearest] = thoughts
    // a thought that leads to nearly the same place is not told apart by hand
    .filter(([, place]) => Math.abs(place - landed) > near / 2)
    .map(([thought, place]) => ({ thought, off: Math.abs(guess - place) }))
    .filter(({ off }) => off <= near && off < distance)
    .sort((a, b) => a.off - b.off);
  if (nearest) return nearest.thought;
  if (distance <= near) return null;
  if ((guess - w) * (landed - w) < 0) return "direction";
  return Math.abs(guess - w) < Math.abs(landed - w) ? "short" : "far";
}

/** `0 − 0.1 × (−3) = 0.30`, true as it is printed. */
export function updateEquation({ w, slope, rate, landed }: Omit<Update, "curvature">): string {
  const { operands, relation, result } = printedEquation(
    (from, by, gradient) => from - by * gradient,
    [w, rate, slope],
    landed,
  );
  const [from = "", by = "", gradient = ""] = operands;
  return `${from} − ${parenthesized(by)} × ${parenthesized(gradient)} ${relation} ${result}`;
}

/** A number that somebody has set, as it was: `0.1`, not 0.10; at most four digits of what was computed. */
export function exactText(number: number): string {
  return fullPrecision(Number(number.toPrecision(4)));
}

/** `0 − 0.10 × (−3)`: what is to be worked out. */
export function updateQuestion({ w, slope, rate }: Pick<Update, "w" | "slope" | "rate">): string {
  return `${formatNumber(w)} − ${formatOperand(rate)} × ${formatOperand(slope)}`;
}
