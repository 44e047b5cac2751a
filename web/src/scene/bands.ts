/** Many runs as one line: the median at each update, and the middle half of them around it. */
import type { Series } from "./chart.js";

export interface CostRun {
  frames: readonly { step: number; loss?: number }[];
}

/** What is not finite counts as larger than everything; where the median itself is not finite the line ends. */
export function bandOf(name: string, runs: readonly CostRun[]): Series {
  const longest = runs.reduce((best, run) => (run.frames.length > best.frames.length ? run : best), runs[0] as CostRun);
  const at = longest.frames.map(({ step }, i) => {
    const costs = runs.map(({ frames }) => costAt(frames, i)).sort((a, b) => a - b);
    return { x: step, low: quantile(costs, 0.25), middle: quantile(costs, 0.5), high: quantile(costs, 0.75) };
  });
  return {
    name,
    points: at.map(({ x, middle }) => ({ x, y: middle })),
    ...(runs.length > 1 && { band: at.map(({ x, low, high }) => ({ x, low, high })) }),
  };
}

/** A run that stopped has no cost any more. */
function costAt(frames: CostRun["frames"], i: number): number {
  const loss = frames[i]?.loss ?? Number.POSITIVE_INFINITY;
  return Number.isNaN(loss) ? Number.POSITIVE_INFINITY : loss;
}

function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(place)] as number, sorted[Math.ceil(place)] as number];
  return below === above ? below : below + (place - Math.floor(place)) * (above - below);
}
