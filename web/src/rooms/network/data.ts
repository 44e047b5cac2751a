/** What a net is trained on, and what is kept from it. Samples that are drawn are told by the engine: inputs by a unit that hands one on, targets by an update. */
import type { Layer, TrainFrame, TrainRequest } from "../../engine/protocol.js";
import type { TrainingEngine } from "../../engine/training.js";
import { type FeatureName, withFeatures } from "./features.js";
import { Order } from "./order.js";
import type { Setting } from "./setting.js";
import { readable, type Samples, taskOf } from "./tasks.js";

export interface Data {
  samples: Samples;
  /** For testing only. */
  test: Samples;
}
export const NO_SAMPLES: Samples = { inputs: [], targets: [] };

/** Samples that are written down, or drawn. */
type Drawn = Pick<Setting, "task" | "seed" | "count" | "noise" | "test" | "features">;

export function dataOf(engine: Pick<TrainingEngine, "train" | "explain">, setting: Drawn): Data {
  const { task, features } = setting;
  const { samples } = taskOf(task);
  const { samples: own, test } = samples ? { samples, test: NO_SAMPLES } : drawn(engine, setting);
  return { samples: featured(engine, own, features), test: featured(engine, test, features) };
}

export function featured(
  engine: Pick<TrainingEngine, "explain">,
  { inputs, targets }: Samples,
  features: readonly FeatureName[],
): Samples {
  return { inputs: withFeatures(engine, inputs, features), targets: targets.map((row) => [...row]) };
}

/** Both together, those for testing last. */
export function allOf({ samples, test }: Data): Samples {
  return { inputs: [...samples.inputs, ...test.inputs], targets: [...samples.targets, ...test.targets] };
}
/** The inverse. At least one is trained on. */
export function splitOf({ inputs, targets }: Samples, test: number): Data {
  const count = Math.max(inputs.length - test, 1);
  return {
    samples: { inputs: inputs.slice(0, count), targets: targets.slice(0, count) },
    test: { inputs: inputs.slice(count), targets: targets.slice(count) },
  };
}

function drawn(engine: Pick<TrainingEngine, "train">, { task, seed, count, noise, test }: Drawn): Data {
  const samples = count + test;
  const data = { name: task, samples, noise, seed };
  const width = taskOf(task).net.sizes[0] as number;
  const columns = Array.from({ length: width }, (_, i) => handedOn(engine, data, width, i));
  const targets = targetsOf(engine, data, width);
  const all = {
    inputs: targets.map((_, i) => columns.map((column) => readable(column[i] ?? 0))),
    targets: targets.map((target) => [readable(target)]),
  };
  if (test === 0) return { samples: all, test: NO_SAMPLES };
  const held = new Set(new Order(engine, { samples, batch: test, shuffle: true, seed }).after(0));
  const taken = (isHeld: boolean): Samples => ({
    inputs: all.inputs.filter((_, i) => held.has(i) === isHeld),
    targets: all.targets.filter((_, i) => held.has(i) === isHeld),
  });
  return { samples: taken(false), test: taken(true) };
}

type DrawnData = Extract<TrainRequest["data"], { name: string }>;

function handedOn(engine: Pick<TrainingEngine, "train">, data: DrawnData, width: number, input: number): number[] {
  const W = [Array.from({ length: width }, (_, i) => Number(i === input))];
  return (unit(engine, data, [{ W }], { record: ["outputs"] }).frames[0]?.outputs ?? []).flat();
}

/** A unit that answers 0, and sees one sample alone, moves its bias to the target. */
function targetsOf(engine: Pick<TrainingEngine, "train">, data: DrawnData, width: number): number[] {
  const layers = [{ W: [Array<number>(width).fill(0)], b: [[0]] }];
  return Array.from({ length: data.samples ?? 0 }, (_, taken) => {
    const order = { generator: ["1", "1", "1", "1"], taken };
    const { frames } = unit(engine, data, layers, {
      ...{ bias: true, batch: 1, shuffle: false, steps: 1, record: ["parameters"] },
      state: { step: 0, layers, slots: [], order },
    });
    return frames[1]?.layers?.[0]?.b?.[0]?.[0] ?? 0;
  });
}

function unit(
  engine: Pick<TrainingEngine, "train">,
  data: DrawnData,
  layers: Layer[],
  change: Partial<TrainRequest>,
): { frames: TrainFrame[] } {
  const reply = engine.train<TrainRequest>({
    layers: [layers[0]?.W[0]?.length ?? 1, 1],
    activations: ["linear"],
    bias: false,
    loss: "half_sse",
    data,
    initial: { layers },
    optimizer: { name: "gd", learning_rate: 1 },
    steps: 0,
    ...change,
  });
  return reply.ok && "frames" in reply ? reply : { frames: [] };
}
