/** What one update does to a number of a net, as an equation that is true as printed. */
import { type PrintedEquation, printedEquation } from "./equations.js";
import { parenthesized } from "./numbers.js";

export interface NetUpdate {
  before: number;
  gradient: number;
  rate: number;
  after: number;
}

/** `0.50 − 0.10 × (−0.20) = 0.52`; of any other optimiser only how far it went: `0.50 + 0.02 = 0.52`. */
export function netUpdateEquation({ before, gradient, rate, after }: NetUpdate, isPlain: boolean): string {
  if (!isPlain) return sumText(printedEquation("add", [before, after - before], after));
  const { operands, relation, result } = printedEquation((w, by, g) => w - by * g, [before, rate, gradient], after);
  const [w = "", by = "", g = ""] = operands;
  return `${w} − ${parenthesized(by)} × ${parenthesized(g)} ${relation} ${result}`;
}

function sumText({ operands: [first = "", second = ""], relation, result }: PrintedEquation): string {
  return `${first} + ${parenthesized(second)} ${relation} ${result}`;
}
