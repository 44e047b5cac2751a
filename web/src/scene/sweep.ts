/** The V of a gradient check: the error of a measured slope against the step width, both on logarithmic axes. */
import type { Sweep, SweepPoint } from "../engine/protocol.js";
import type { Point } from "./metrics.js";
import { superscript } from "./numbers.js";

export const PLOT = { width: 340, height: 220, left: 44, right: 12, top: 24, bottom: 32 } as const;

export interface PlottedPoint extends Point {
  index: number;
  /** It reaches across a corner. */
  isAcross: boolean;
}
export interface Tick {
  at: number;
  text: string;
}
export interface SweepPlot {
  points: PlottedPoint[];
  /** Theory: both ends of each line, null where it does not cross the picture. */
  truncation: [Point, Point] | null;
  rounding: [Point, Point] | null;
  xTicks: Tick[];
  yTicks: Tick[];
  /** The line on which a difference of exactly 0 is drawn; null where there is none. */
  exact: number | null;
}

interface Range {
  low: number;
  high: number;
}

/** Powers of ten on the axis of errors are this far apart. */
const EVERY = 3;

export function sweepPlot(sweep: Sweep): SweepPlot {
  const widths = range(sweep.points.map(({ h }) => h));
  const errors = range(sweep.points.map(({ difference }) => difference));
  const hasExact = sweep.points.some(({ difference }) => difference === 0);
  const x = scale(widths, PLOT.left, PLOT.width - PLOT.right);
  const bottom = PLOT.height - PLOT.bottom - (hasExact ? 20 : 0);
  const y = scale(errors, bottom, PLOT.top);
  const exact = hasExact ? PLOT.height - PLOT.bottom : null;
  const place = ({ difference }: SweepPoint) => (difference === 0 ? exact : y(Math.log10(difference)));
  /** Of error = factor · h^power. */
  const theory = (factor: number, power: number) => {
    const ends = factor > 0 ? clip(Math.log10(factor), power, widths, errors) : null;
    return ends && (ends.map(([h, error]) => ({ x: x(h), y: y(error) })) as [Point, Point]);
  };
  return {
    points: sweep.points.flatMap((point, index) => {
      const at = Number.isFinite(point.difference) ? place(point) : null;
      return at === null ? [] : [{ x: x(Math.log10(point.h)), y: at, index, isAcross: point.corner !== undefined }];
    }),
    truncation: theory(sweep.truncation, 2),
    rounding: theory(sweep.rounding, -1),
    xTicks: ticks(widths, EVERY).map(({ power, text }) => ({ at: x(power), text })),
    yTicks: ticks(errors, EVERY).map(({ power, text }) => ({ at: y(power), text })),
    exact,
  };
}

/** Whole powers of ten around the numbers that have one. */
function range(numbers: readonly number[]): Range {
  const powers = numbers.filter((number) => number > 0 && Number.isFinite(number)).map(Math.log10);
  if (powers.length === 0) return { low: -16, high: 0 };
  const [low, high] = [Math.floor(Math.min(...powers) + 1e-9), Math.ceil(Math.max(...powers) - 1e-9)];
  return { low, high: Math.max(high, low + 1) };
}

function scale({ low, high }: Range, from: number, to: number): (power: number) => number {
  return (power) => from + ((power - low) / (high - low)) * (to - from);
}

function ticks({ low, high }: Range, every: number): { power: number; text: string }[] {
  const powers = Array.from({ length: high - low + 1 }, (_, i) => low + i).filter((power) => power % every === 0);
  return powers.map((power) => ({ power, text: power === 0 ? "1" : `10${superscript(String(power))}` }));
}

/** Where the line y = offset + slope · x runs inside of both ranges. */
function clip(offset: number, slope: number, x: Range, y: Range): [number, number][] | null {
  const ends = [(y.low - offset) / slope, (y.high - offset) / slope].sort((a, b) => a - b) as [number, number];
  const from = Math.max(x.low, ends[0]);
  const to = Math.min(x.high, ends[1]);
  return from < to ? [from, to].map((at) => [at, offset + slope * at]) : null;
}
