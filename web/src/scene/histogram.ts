/** How many values of a layer fall where, on a scale from one picture to the next the same: shares of all, to the same height. */
export interface HistogramScene {
  width: number;
  height: number;
  /** Path data of all bars. */
  path: string;
  /** Where 0 lies. */
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

function round(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}
