/** Samples as a picture: points of two inputs with a mark for each class, or targets over one input. */
import { type Range, roundStep } from "./curve.js";
import { formatNumber } from "./numbers.js";

export interface SamplesScene {
  size: number;
  frame: { low: number; high: number };
  x: { title: string; ticks: { at: number; text: string }[] };
  y: { title: string; ticks: { at: number; text: string }[] };
  marks: SampleMark[];
  /** Path data of what a net answers. */
  curve: string;
}
export interface SampleMark {
  x: number;
  y: number;
  /** Pixels. */
  radius: number;
  /** Index of the class; of a number, 1 where it is above 0, else 0. */
  look: number;
}
export interface Samples {
  inputs: readonly (readonly number[])[];
  targets: readonly (readonly number[])[];
}

const SIZE = 320;
const FRAME = { low: 40, high: 312 };
const RADIUS = 4;
const SMALLEST = 2;
const TICKS = 5;
const MARGIN = 0.08;

/** What the axes are called, and what a net answers over the one input there is. */
export interface SamplesLook {
  names: readonly string[];
  target: string;
  hasClasses: boolean;
  curve: readonly { x: number; y: number }[];
}

/** Null where there are more than two inputs, or none. */
export function samplesScene({ inputs, targets }: Samples, look: SamplesLook): SamplesScene | null {
  const { names, target, hasClasses } = look;
  const width = inputs[0]?.length ?? 0;
  if (width < 1 || width > 2) return null;
  const xs = inputs.map(([x = Number.NaN]) => x);
  const numbers = targets.map(numberOf);
  const ys = width === 2 ? inputs.map(([, y = Number.NaN]) => y) : numbers;
  const [across, up] = width === 2 ? rangesOf(xs, ys) : [rangeOf(xs), rangeOf(ys)];
  const largest = Math.max(...numbers.map(Math.abs)) || 1;
  const place = (at: number, [low, high]: Range) =>
    tenths(FRAME.low + ((at - low) / (high - low)) * (FRAME.high - FRAME.low));
  const right = (x: number) => place(x, across);
  const down = (y: number) => tenths(SIZE - Math.min(Math.max(place(y, up), 0), SIZE));
  return {
    size: SIZE,
    frame: FRAME,
    curve: look.curve.length > 0 ? `M${look.curve.map(({ x, y }) => `${right(x)} ${down(y)}`).join("L")}` : "",
    x: { title: names[0] ?? "", ticks: ticksOf(across, right) },
    y: { title: width === 2 ? (names[1] ?? "") : target, ticks: ticksOf(up, down) },
    marks: inputs.map((_, i) => {
      const number = numbers[i] ?? Number.NaN;
      return {
        x: right(xs[i] as number),
        y: down(ys[i] as number),
        radius: hasClasses || width === 1 ? RADIUS : tenths(SMALLEST + RADIUS * Math.sqrt(Math.abs(number) / largest)),
        look: hasClasses ? Math.max(0, Math.round(number)) : number > 0 ? 1 : 0,
      };
    }),
  };
}

/** Of a row of targets: the number, or, of more than one, which of them is the 1. */
export function numberOf(targets: readonly number[]): number {
  return targets.length > 1 ? targets.indexOf(1) : (targets[0] ?? Number.NaN);
}

/** Both inputs at the same scale, unless one of them would be a line. */
export function rangesOf(xs: readonly number[], ys: readonly number[]): [Range, Range] {
  const [x, y] = [rangeOf(xs), rangeOf(ys)];
  const [width, height] = [x[1] - x[0], y[1] - y[0]];
  if (Math.max(width, height) > 4 * Math.min(width, height)) return [x, y];
  return [widened(x, Math.max(width, height)), widened(y, Math.max(width, height))];
}

function widened([low, high]: Range, width: number): Range {
  const middle = (low + high) / 2;
  return [middle - width / 2, middle + width / 2];
}

function rangeOf(numbers: readonly number[]): Range {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const number of numbers) {
    low = Math.min(low, number);
    high = Math.max(high, number);
  }
  if (low > high) return [-1, 1];
  const margin = MARGIN * (high - low) || Math.abs(high) / 2 || 1;
  return [low - margin, high + margin];
}

function ticksOf([low, high]: Range, place: (at: number) => number): { at: number; text: string }[] {
  const step = roundStep((high - low) / TICKS);
  const first = Math.ceil(low / step - 1e-9);
  const count = Math.max(0, Math.floor(high / step + 1e-9) - first + 1);
  return Array.from({ length: count }, (_, i) => Number(((first + i) * step).toPrecision(12))).map((at) => ({
    at: place(at),
    text: formatNumber(at).replace(/(\.\d)0$/, "$1"),
  }));
}

function tenths(pixels: number): number {
  return Math.round(10 * pixels) / 10;
}
