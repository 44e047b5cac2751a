/** What a net with two inputs and one output answers everywhere around its samples, asked of the engine. */
import type { RegionSample } from "../../components/decision-region.js";
import type { TrainRequest } from "../../engine/protocol-train.js";
import type { TrainingEngine } from "../../engine/training.js";
import { withFeatures } from "./features.js";
import type { NetFrame, Run } from "./run.js";
import type { Samples } from "./tasks.js";

/** Squares along an edge. */
const GRID = 32;
/** Outputs above this say 1. */
const HALF = 0.5;

/** Whether there is a plane to show. */
export function hasRegion({ origin: { setting, samples } }: Run): boolean {
  const isClass = samples.targets.every(([target]) => target === 0 || target === 1);
  return (setting.sizes[0] ?? 0) - setting.features.length === 2 && setting.sizes.at(-1) === 1 && isClass;
}

/** As far as the samples reach, and a little more. */
export function reachOf({ origin: { samples, test } }: Run): number {
  const largest = Math.max(1, ...[...samples.inputs, ...test.inputs].flatMap((row) => row.slice(0, 2)).map(Math.abs));
  return Number((1.4 * largest).toPrecision(2));
}

/** The same list for the same samples. Those for testing come last. */
export function samplesOn({ origin: { samples, test } }: Run): RegionSample[] {
  const marks = (of: Samples, isTest: boolean) =>
    of.inputs.map(([x = 0, y = 0], i) => ({ x, y, target: classOf(of, i), isTest }));
  const known = drawn.get(samples) ?? [...marks(samples, false), ...marks(test, true)];
  drawn.set(samples, known);
  return known;
}
const drawn = new WeakMap<Samples, RegionSample[]>();

function classOf({ targets }: Samples, i: number): 0 | 1 {
  return (targets[i]?.[0] ?? 0) > HALF ? 1 : 0;
}

/** Above 0 where the net says 1, of a square grid, row by row from the top. */
export function answersOf(engine: Pick<TrainingEngine, "train" | "explain">, run: Run, frame: NetFrame): number[] {
  const { setting } = run.origin;
  if (!frame.layers.every(({ W, b = [] }) => [...W, ...b].flat().every(Number.isFinite))) return [];
  const reach = reachOf(run);
  const middle = (i: number) => reach * ((2 * i + 1) / GRID - 1);
  const places = Array.from({ length: GRID * GRID }, (_, i) => [middle(i % GRID), -middle(Math.floor(i / GRID))]);
  const inputs = withFeatures(engine, places, setting.features);
  const last = setting.activations.at(-1);
  const reply = engine.train<TrainRequest>({
    ...run.request,
    // what a sigmoid squashes says more than what it hands on
    activations: [...setting.activations.slice(0, -1), last === "sigmoid" ? "linear" : (last as string)],
    loss: "mse",
    data: { inputs, targets: inputs.map(() => [0]) },
    initial: { layers: [...frame.layers] },
    batch: 0,
    steps: 0,
    record: ["outputs"],
  });
  const outputs = reply.ok && "frames" in reply ? (reply.frames[0]?.outputs ?? []).flat() : [];
  const isLogit = last === "sigmoid" || setting.loss === "bce_logits";
  // around a half as steep as a sigmoid is
  return isLogit ? outputs : outputs.map((output) => 4 * (output - HALF));
}
