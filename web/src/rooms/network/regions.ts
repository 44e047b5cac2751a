/** What a net with two inputs and one output answers everywhere around its samples, asked of the engine. */
import type { RegionSample } from "../../components/decision-region.js";
import type { TrainingEngine } from "../../engine/training.js";
import { answerProgram } from "../../scene/net-program.js";
import { featurePrograms } from "./features.js";
import type { NetFrame, Run } from "./run.js";
import type { Samples } from "./tasks.js";

/** Squares along an edge. */
const GRID = 32;
/** Outputs above this say 1. */
const HALF = 0.5;

/** Whether targets are 0 and 1, between which the net decides; else they are numbers to be met. */
export function areClasses({ origin: { samples } }: Run): boolean {
  return samples.targets.every(([target]) => target === 0 || target === 1);
}

/** Whether there is a plane to show. */
export function hasRegion({ origin: { setting } }: Run): boolean {
  return (setting.sizes[0] ?? 0) - setting.features.length === 2 && setting.sizes.at(-1) === 1;
}

/** As far as the samples reach, and a little more. */
export function reachOf({ origin: { samples, test } }: Run): number {
  const largest = Math.max(1, ...[...samples.inputs, ...test.inputs].flatMap((row) => row.slice(0, 2)).map(Math.abs));
  return Number((1.4 * largest).toPrecision(2));
}

/** The same list for the same samples. Those for testing come last. */
export function samplesOn(run: Run): RegionSample[] {
  const { samples, test } = run.origin;
  const middle = areClasses(run) ? HALF : 0;
  const marks = (of: Samples, isTest: boolean) =>
    of.inputs.map(([x = 0, y = 0], i) => ({ x, y, target: sideOf(of, i, middle), isTest }));
  const known = drawn.get(samples) ?? [...marks(samples, false), ...marks(test, true)];
  drawn.set(samples, known);
  return known;
}
const drawn = new WeakMap<Samples, RegionSample[]>();

function sideOf({ targets }: Samples, i: number, middle: number): 0 | 1 {
  return (targets[i]?.[0] ?? 0) > middle ? 1 : 0;
}

/** Above 0 where the net says 1, or more than 0, of a square grid, row by row from the top. */
export function answersOf(engine: Pick<TrainingEngine, "sample">, run: Run, frame: NetFrame): number[] {
  const { activations, bias, loss, features } = run.origin.setting;
  if (!frame.layers.every(({ W, b = [] }) => [...W, ...b].flat().every(Number.isFinite))) return [];
  const isSigmoid = activations.at(-1) === "sigmoid" && areClasses(run);
  // what a sigmoid squashes says more than what it hands on
  const shown = isSigmoid ? [...activations.slice(0, -1), "linear"] : activations;
  // down the rows: what is second falls
  const inputs = featurePrograms("right", "(-down)", features);
  const edge = reachOf(run) * (1 - 1 / GRID);
  const axis = { from: -edge, to: edge, count: GRID };
  const reply = engine.sample({
    program: answerProgram({ layers: frame.layers, bias, activations: shown }, inputs),
    axes: [
      { input: "right", ...axis },
      { input: "down", ...axis },
    ],
  });
  if (!reply.ok) return [];
  const answers = [...reply.numbers];
  if (!areClasses(run) || isSigmoid || loss === "bce_logits") return answers;
  // around a half as steep as a sigmoid is
  return answers.map((answer) => 4 * (answer - HALF));
}
