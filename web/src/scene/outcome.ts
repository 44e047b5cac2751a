/** What became of a walk down a bowl: judged by the gradient alone, as somebody in fog would. */
import type { Step } from "./hill.js";

export type Outcome =
  /** Since `update` the gradient has been below a hundredth of what it was. */
  | { kind: "arrived"; update: number; swings: boolean }
  /** To the same two places, for ever. */
  | { kind: "oscillates" }
  /** Nearer and nearer, but not there. */
  | { kind: "slow"; swings: boolean }
  | { kind: "diverged"; update: number };

const ARRIVED = 0.01;
const SAME = 1e-9;
/** Times the first loss: nobody comes back from there. */
const LOST = 100;

export function outcomeOf(steps: readonly Step[]): Outcome {
  const slopes = steps.map(({ slope }) => Math.abs(slope));
  const [first = 0] = slopes;
  const last = slopes.at(-1) ?? 0;
  const swings = steps.some(({ slope }, i) => slope * (steps[i - 1]?.slope ?? slope) < 0);
  const away = slopes.findLastIndex((slope) => !(slope <= ARRIVED * first));
  if (away + 1 < slopes.length) return { kind: "arrived", update: steps[away + 1]?.update ?? 0, swings };
  if (swings && Math.abs(last - first) <= SAME * first) return { kind: "oscillates" };
  if (last <= first) return { kind: "slow", swings };
  const [{ loss: begun } = { loss: 1 }] = steps;
  const lost = steps.find(({ loss }) => !(loss <= LOST * begun)) ?? steps.at(-1);
  return { kind: "diverged", update: lost?.update ?? 0 };
}
