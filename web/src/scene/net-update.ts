/** What one update does to a number of a net, and where its gradient comes from, as equations that are true as printed. */
import { type PrintedEquation, printedEquation } from "./equations.js";
import { idOf, type Net, type NetId, placeOf, valuesName } from "./net.js";
import type { NetAnswer } from "./net-answer.js";
import { parenthesized } from "./numbers.js";

export interface NetUpdate {
  before: number;
  gradient: number;
  rate: number;
  after: number;
}

/** `0.5 − 0.1 × (−0.2) = 0.52`; of any other optimiser only how far it went: `0.5 + 0.02 = 0.52`. */
export function netUpdateEquation({ before, gradient, rate, after }: NetUpdate, isPlain: boolean): string {
  if (!isPlain) return sumText(printedEquation("add", [before, after - before], after));
  const { operands, relation, result } = printedEquation((w, by, g) => w - by * g, [before, rate, gradient], after);
  const [w = "", by = "", g = ""] = operands;
  return `${w} − ${parenthesized(by)} × ${parenthesized(g)} ${relation} ${result}`;
}

function sumText({ operands: [first = "", second = ""], relation, result }: PrintedEquation): string {
  return `${first} + ${parenthesized(second)} ${relation} ${result}`;
}

/** What is multiplied and added to one number's gradient. */
export interface GradientSum {
  /** `∂Z2[0][0] × A1[1][0]`, or with `Σ` before it where several samples are added. */
  formula: string;
  /** `−0.20 × 0.46 ≈ −0.09` of one sample, `(−0.09) + 0.02 ≈ −0.07` of several. */
  equation: string;
}

/** Of a weight or a bias: from the gradients behind it, a term a sample. */
export function gradientSum(net: Net, answer: NetAnswer, id: NetId): GradientSum | null {
  const place = placeOf(id);
  const [, kind, digits] = /^([Wb])(\d+)$/.exec(place?.name ?? "") ?? [];
  const gradient = answer.gradient(id);
  if (!place?.entry || kind === undefined || gradient === null) return null;
  const layer = Number(digits);
  const [unit, source] = place.entry;
  const samples = net.inputs.map((_, sample) => sample);
  const behind = (sample: number) => idOf(`Z${layer}`, unit, sample);
  const read = (sample: number) => idOf(valuesName(layer - 1), source, sample);
  const factors = samples.map((sample) => {
    const incoming = answer.gradient(behind(sample)) ?? Number.NaN;
    return kind === "b" ? [incoming] : [incoming, answer.value(read(sample)) ?? Number.NaN];
  });
  const sample = samples.length > 1 ? "s" : "0";
  const names = [
    `∂Z${layer}[${unit}][${sample}]`,
    ...(kind === "W" ? [`${valuesName(layer - 1)}[${source}][${sample}]`] : []),
  ];
  const formula = `${samples.length > 1 ? "Σ " : ""}${names.join(" × ")}`;
  if (samples.length === 1) {
    const [first = []] = factors;
    if (first.length === 1) return { formula, equation: "" };
    return { formula, equation: timesText(printedEquation("mul", first, gradient)) };
  }
  if (samples.length > MOST_TERMS) return { formula, equation: "" };
  const terms = factors.map(([incoming = 0, value = 1]) => incoming * value);
  const { operands, relation, result } = printedEquation("add", terms, gradient);
  return {
    formula,
    equation: `${operands.map((term, i) => (i === 0 ? term : parenthesized(term))).join(" + ")} ${relation} ${result}`,
  };
}

/** A longer sum is not read. */
const MOST_TERMS = 8;

function timesText({ operands: [first = "", second = ""], relation, result }: PrintedEquation): string {
  return `${first} × ${parenthesized(second)} ${relation} ${result}`;
}
