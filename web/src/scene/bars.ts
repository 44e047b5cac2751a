/** One bar a layer on a fixed axis of powers of ten, up or down from 1: how large the signal is there. */
import { formatNumber, superscript } from "./numbers.js";

export interface BarsScene {
  width: number;
  height: number;
  frame: { left: number; right: number; top: number; bottom: number };
  ticks: { at: number; text: string }[];
  /** Where 1 lies. */
  one: number;
  bars: Bar[];
}
export interface Bar {
  /** Counted from 1. */
  layer: number;
  x: number;
  width: number;
  top: number;
  height: number;
  text: string;
  /** Beyond the axis: the bar ends at its edge, with an arrow. */
  beyond: "above" | "below" | null;
  isNumber: boolean;
}

const HEIGHT = 280;
const FRAME = { left: 48, right: 8, top: 24, bottom: 40 };
const GAP = 0.3;

export function barsScene(sizes: readonly number[], [low, high]: readonly [number, number], width: number): BarsScene {
  const frame = { left: FRAME.left, right: width - FRAME.right, top: FRAME.top, bottom: HEIGHT - FRAME.bottom };
  const [from, to] = [Math.log10(low), Math.log10(high)];
  const place = (power: number) =>
    round(frame.bottom - ((Math.min(Math.max(power, from), to) - from) / (to - from)) * (frame.bottom - frame.top));
  const one = place(0);
  const column = (frame.right - frame.left) / Math.max(sizes.length, 1);
  return {
    width,
    height: HEIGHT,
    frame,
    one,
    ticks: Array.from({ length: Math.floor((to - from) / 2 + 1e-9) + 1 }, (_, i) => from + 2 * i).map((power) => ({
      at: place(power),
      text: power === 0 ? "1" : `10${superscript(String(power))}`,
    })),
    bars: sizes.map((size, i) => {
      const isNumber = Number.isFinite(size);
      const end = isNumber ? place(Math.log10(Math.max(size, Number.MIN_VALUE))) : frame.top;
      return {
        layer: i + 1,
        x: round(frame.left + (i + GAP / 2) * column),
        width: round((1 - GAP) * column),
        top: Math.min(one, end),
        height: round(Math.max(Math.abs(one - end), 1)),
        text: formatNumber(size),
        beyond: !isNumber || size > high ? "above" : size < low ? "below" : null,
        isNumber,
      };
    }),
  };
}

/** By how much each layer multiplies on average, from the first to the one before the last. */
export function factorOf(sizes: readonly number[]): number {
  const first = sizes[0] ?? Number.NaN;
  const count = sizes.length - 2;
  return ((sizes[count] ?? Number.NaN) / first) ** (1 / count);
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
