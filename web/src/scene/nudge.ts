/** What the gradient predicted of a drag, and what happened. */
import type { Explanation, NodeId } from "../engine/protocol.js";
import { IS_LAB_EMBED, IS_SITE } from "../product.js";
import { type Message, message, type SpokenWords } from "./message.js";
import type { NumberKey } from "./model.js";
import { nodeWords } from "./names.js";
import { formatDigits, MINUS, plainDigits } from "./numbers.js";

/** One drag so far. Every number comes from the engine: two explanations, before and now. */
export interface Nudged {
  input: NodeId;
  entry: readonly [row: number, column: number];
  /** What it is called where that is not as the language does. */
  name?: string;
  from: number;
  to: number;
  /** Of the output by this input, at the place where the drag began. */
  gradient: number;
  outputBefore: number;
  outputNow: number;
}

/** The three moves and the gradient that links the first two, as they are printed and as they are. */
export interface NudgeReading {
  moved: number;
  predicted: number;
  actual: number;
  texts: { moved: string; gradient: string; predicted: string; actual: string };
}

const DIGITS = [2, 3, 4, 5, 6, 8, 10];

/** Digits enough for the product to be true as printed, and for prediction and truth to look different where they are. */
export function readNudge({ from, to, gradient, outputBefore, outputNow }: Nudged): NudgeReading {
  const moved = withoutNoise(to - from, from, to);
  const predicted = withoutNoise(gradient * moved, gradient * moved, 0);
  const actual = withoutNoise(outputNow - outputBefore, outputBefore, outputNow, predicted);
  const isEnough = (digits: number) => {
    const [g, m, p, a] = [gradient, moved, predicted, actual].map((x) => plainDigits(x, digits)) as Plain;
    return isProduct(g, m, p) && (p !== a || predicted === actual);
  };
  const digits = DIGITS.find(isEnough) ?? 6;
  const write = (x: number) => trim(formatDigits(x, digits));
  return {
    moved,
    predicted,
    actual,
    texts: {
      moved: signed(write(moved)),
      gradient: write(gradient),
      predicted: signed(write(predicted)),
      actual: signed(write(actual)),
    },
  };
}

type Plain = [gradient: string, moved: string, predicted: string, actual: string];

/** Whether the printed factors give the printed product, rounded to its last place. */
function isProduct(a: string, b: string, product: string): boolean {
  const shown = Number(product);
  if (!Number.isFinite(shown)) return true;
  const [mantissa = "", power = "0"] = product.split("e");
  const lastPlace = 10 ** (Number(power) - (mantissa.split(".")[1]?.length ?? 0));
  return Math.abs(Number(a) * Number(b) - shown) <= (lastPlace / 2) * (1 + 1e-9);
}

/** A difference of doubles carries the rounding of both: −12.4 − (−12) is −0.4 and a little. */
function withoutNoise(difference: number, a: number, b: number, expected = Number.NaN): number {
  const noise = 4 * Number.EPSILON * Math.max(Math.abs(a), Math.abs(b));
  if (Math.abs(difference - expected) <= noise) return expected;
  const short = Number(difference.toPrecision(12));
  return Math.abs(difference - short) <= noise ? short : difference;
}

/** `0.40` as `0.4`: a move is said, not aligned. */
function trim(text: string): string {
  return text.replace(/(\.\d*?)0+(?=×|$)/, "$1").replace(/\.(?=×|$)/, "");
}

function signed(text: string): string {
  return text.startsWith(MINUS) || text === "0" || text === "NaN" ? text : `+${text}`;
}

/** "x moved by +0.1. Its gradient −4 predicts f moves by −0.4. f moved by −0.4." Covered numbers are not said. */
export function nudgeMessage(explanation: Explanation, nudged: Nudged, covered: ReadonlySet<NumberKey>): Message {
  const { texts } = readNudge(nudged);
  const { node } = explanation.output;
  const args = { input: inputWords(explanation, nudged), output: nodeWords(explanation, node), ...texts };
  return message(nudgeId(explanation, nudged, covered), args);
}

/** The same for the ear. */
export function spokenNudge(explanation: Explanation, nudged: Nudged, covered: ReadonlySet<NumberKey>): Message {
  const { moved, predicted, actual } = readNudge(nudged);
  const say = (value: number): SpokenWords => ({ say: value });
  const names = {
    input: { say: inputWords(explanation, nudged).text },
    output: { say: nodeWords(explanation, explanation.output.node).text },
  };
  const numbers = { moved: say(moved), gradient: say(nudged.gradient), predicted: say(predicted), actual: say(actual) };
  return message(`spoken-${nudgeId(explanation, nudged, covered)}`, { ...names, ...numbers });
}

function nudgeId({ output }: Explanation, { input }: Nudged, covered: ReadonlySet<NumberKey>): string {
  if (covered.has(`value:${output.node}`)) return "nudge-moved";
  return covered.has(`gradient:${input}`) ? "nudge-happened" : "nudge-predicted";
}

function inputWords(explanation: Explanation, nudged: Nudged) {
  const { input, entry } = nudged;
  const [row, column] = entry;
  const words = nodeWords(explanation, input);
  if ((IS_SITE || IS_LAB_EMBED) && nudged.name) return { node: input, text: nudged.name };
  const [rows = 1, columns = 1] = explanation.graph.nodes[input]?.shape ?? [];
  if (rows === 1 && columns === 1) return words;
  const index = columns === 1 ? `[${row}]` : rows === 1 ? `[${column}]` : `[${row}, ${column}]`;
  return { node: input, text: words.text + index };
}
