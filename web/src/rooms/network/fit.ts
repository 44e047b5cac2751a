/** What a net with one input and one output answers along its input, beside what its samples ask of it. */
import type { TrainRequest } from "../../engine/protocol.js";
import type { TrainingEngine } from "../../engine/training.js";
import type { ChartPoint } from "../../scene/chart.js";
import type { Range } from "../../scene/curve.js";
import type { NetFrame, Run } from "./run.js";
import type { Samples } from "./tasks.js";

const STEPS = 96;
/** Of the samples' extent, on either side: how a net goes on where nobody taught it anything. */
const MARGIN = { across: 0.15, up: 0.3 };

export interface Fit {
  /** Of every sample's input too, so that a reading there is of the very sample. */
  answers: ChartPoint[];
  samples: ChartPoint[];
  tests: ChartPoint[];
}

export function hasFit({ origin: { setting } }: Run): boolean {
  return setting.sizes[0] === 1 && setting.sizes.at(-1) === 1;
}

/** Both axes, by the samples alone: they stay while the net learns. */
export function axesOf({ origin: { samples, test } }: Run): { x: Range; y: Range } {
  const all = [samples, test];
  return {
    x: around(
      all.flatMap(({ inputs }) => inputs.flat()),
      MARGIN.across,
    ),
    y: around(
      all.flatMap(({ targets }) => targets.flat()),
      MARGIN.up,
    ),
  };
}

function around(numbers: readonly number[], share: number): Range {
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  const margin = share * (high - low || Math.abs(high) || 1);
  return [low - margin, high + margin];
}

export function fitOf(engine: Pick<TrainingEngine, "train">, run: Run, frame: NetFrame): Fit {
  const { samples, test } = run.origin;
  const [low, high] = axesOf(run).x;
  const grid = Array.from({ length: STEPS + 1 }, (_, i) => (1 - i / STEPS) * low + (i / STEPS) * high);
  const taught = [...samples.inputs, ...test.inputs].flat();
  const xs = [...new Set([...grid, ...taught])].sort((a, b) => a - b);
  const answers = answersAt(engine, run, frame, xs);
  return {
    answers: xs.map((x, i) => ({ x, y: answers[i] ?? Number.NaN })),
    samples: pointsOf(samples),
    tests: pointsOf(test),
  };
}

/** A run of no update says what the net hands on; what a loss squashes itself is squashed here. */
function answersAt(
  engine: Pick<TrainingEngine, "train">,
  { request, origin: { setting } }: Run,
  { layers }: NetFrame,
  xs: readonly number[],
): number[] {
  const reply = engine.train<TrainRequest>({
    ...request,
    activations: setting.loss === "bce_logits" ? setting.activations.with(-1, "sigmoid") : [...setting.activations],
    loss: "mse",
    data: { inputs: xs.map((x) => [x]), targets: xs.map(() => [0]) },
    initial: { layers: [...layers] },
    batch: 0,
    steps: 0,
    record: ["outputs"],
  });
  return reply.ok && "frames" in reply ? (reply.frames[0]?.outputs ?? []).flat() : [];
}

function pointsOf({ inputs, targets }: Samples): ChartPoint[] {
  return inputs.map(([x = Number.NaN], i) => ({ x, y: targets[i]?.[0] ?? Number.NaN })).sort((a, b) => a.x - b.x);
}
