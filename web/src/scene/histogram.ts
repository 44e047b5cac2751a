/** How many values of a layer fall where, on a scale from one picture to the next the same: shares of all, to the same height. */
import { formatNumber, superscript } from "./numbers.js";

export interface Scale {
  /** Of powers of ten, their exponents. */
  from: number;
  to: number;
  bins: number;
  /** Sizes, whatever their sign; what is 0 lies in the first bin. */
  isLog?: boolean;
}
export interface HistogramScene {
  width: number;
  height: number;
  /** Path data of all bars. */
  path: string;
  /** Where 0 lies; of sizes, where 1 lies. */
  zero: number;
}

const WIDTH = 144;
const HEIGHT = 36;

/** `counts` lie evenly from `from` to `to`. A bar of the full height is all values; the root makes few of them visible. */
export function histogramScene(counts: readonly number[], from: number, to: number): HistogramScene {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const bin = WIDTH / Math.max(counts.length, 1);
  const bars = counts.map((count, i) => {
    const height = total > 0 && Number.isFinite(count) ? round(Math.sqrt(count / total) * HEIGHT) : 0;
    return height > 0 ? `M${round(i * bin)} ${HEIGHT}v${-height}h${round(bin)}v${height}z` : "";
  });
  return { width: WIDTH, height: HEIGHT, path: bars.join(""), zero: round(((0 - from) / (to - from)) * WIDTH) };
}

/** How many numbers fall into each bin; the first and the last take what lies outside. */
export function countsOf(numbers: readonly number[], { from, to, bins, isLog = false }: Scale): number[] {
  const counts = Array<number>(bins).fill(0);
  for (const number of numbers) {
    const at = isLog ? Math.log10(Math.abs(number)) : number;
    if (Number.isNaN(at)) continue;
    const bin = Math.min(Math.max(Math.floor(((at - from) / (to - from)) * bins), 0), bins - 1);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}

/** The ends of a scale, as they stand below it. */
export function endsOf({ from, to, isLog = false }: Scale): [string, string] {
  const text = (end: number) => (isLog ? `10${superscript(String(end))}` : formatNumber(end).replace(/(\.\d)0$/, "$1"));
  return [text(from), text(to)];
}

function round(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}
