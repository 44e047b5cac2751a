/** What one update does to a number of a net, as an equation that is true as printed. */
import { type PrintedEquation, printedEquation } from "./equations.js";
import { parenthesized } from "./numbers.js";

export interface NetUpdate {
  before: number;
  gradient: number;
  rate: number;
  after: number;
  /** What pulls a weight to 0: by its sign, and by its size. */
  l1?: number;
  l2?: number;
}

/** The slope that an update goes down: that of the loss, and what the penalties add to it. */
export function slopeOf({ before, gradient, l1 = 0, l2 = 0 }: NetUpdate): number {
  return gradient + l2 * before + l1 * Math.sign(before);
}

/** `0.50 − 0.10 × (−0.20) = 0.52`; with an L2 penalty `0.50 − 0.10 × (−0.20 + 0.01 × 0.50) ≈ 0.52`; of any other optimiser only how far it went: `0.50 + 0.02 = 0.52`. */
export function netUpdateEquation(update: NetUpdate, isPlain: boolean): string {
  const { before, gradient, rate, after, l1 = 0, l2 = 0 } = update;
  if (!isPlain) return sumText(printedEquation("add", [before, after - before], after));
  if (l1 + l2 > 0) return penalisedText(update);
  const { operands, relation, result } = printedEquation((w, by, g) => w - by * g, [before, rate, gradient], after);
  const [w = "", by = "", g = ""] = operands;
  return `${w} − ${parenthesized(by)} × ${parenthesized(g)} ${relation} ${result}`;
}

function penalisedText({ before, gradient, rate, after, l1 = 0, l2 = 0 }: NetUpdate): string {
  const sign = l1 * Math.sign(before);
  const { operands, relation, result } = printedEquation(
    (w, by, g, decay, size, pull) => w - by * (g + decay * size + pull),
    [before, rate, gradient, l2, before, sign],
    after,
  );
  const [w = "", by = "", g = "", decay = "", size = "", pull = ""] = operands;
  const terms = [
    g,
    ...(l2 > 0 ? [`${decay} × ${parenthesized(size)}`] : []),
    ...(sign === 0 ? [] : [parenthesized(pull)]),
  ];
  return `${w} − ${parenthesized(by)} × (${terms.join(" + ")}) ${relation} ${result}`;
}

function sumText({ operands: [first = "", second = ""], relation, result }: PrintedEquation): string {
  return `${first} + ${parenthesized(second)} ${relation} ${result}`;
}
