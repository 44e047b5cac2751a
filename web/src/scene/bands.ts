/** Many runs as one line: the median at each update, and the middle half of them around it. */
import type { Series } from "./chart.js";

/** One number at each of some updates; none where there is no such number. */
export type Course = readonly { step: number; value?: number }[];

/** What is not there or not finite is worse than everything; where the median itself is not finite the line ends. */
export function bandOf(name: string, runs: readonly Course[], worst = Number.POSITIVE_INFINITY): Series {
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best), runs[0] as Course);
  const at = longest.map(({ step }, i) => {
    const values = runs.map((run) => valueAt(run, i, worst)).sort((a, b) => a - b);
    return { x: step, low: quantile(values, 0.25), middle: quantile(values, 0.5), high: quantile(values, 0.75) };
  });
  return {
    name,
    points: at.map(({ x, middle }) => ({ x, y: middle })),
    ...(runs.length > 1 && { band: at.map(({ x, low, high }) => ({ x, low, high })) }),
  };
}

/** A run that stopped has none any more. */
function valueAt(run: Course, i: number, worst: number): number {
  const { value = worst } = run[i] ?? {};
  return Number.isNaN(value) ? worst : value;
}

function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(place)] as number, sorted[Math.ceil(place)] as number];
  return below === above || below === Number.NEGATIVE_INFINITY
    ? below
    : below + (place - Math.floor(place)) * (above - below);
}
