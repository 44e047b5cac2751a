/** The tasks of the free lab: how far they reach, and their samples with the class that each should get. */
import type { TrainRequest } from "../../engine/protocol-train.js";
import type { Trainer } from "../../engine/trainer.js";

export interface Task {
  /** The picture goes from −reach to reach on both axes. */
  reach: number;
  classOf(x: number, y: number, i: number): 0 | 1;
}
export interface Sample {
  x: number;
  y: number;
  target: 0 | 1;
}

const taking = (i: number) => (i % 2) as 0 | 1;
const quadrants = (x: number, y: number) => (x < 0 === y < 0 ? 0 : 1) as 0 | 1;

/** As the engine's data sets are made: in most of them the classes take turns. */
export const TASKS: Record<string, Task> = {
  circle: { reach: 5.5, classOf: (_x, _y, i) => taking(i) },
  moons: { reach: 2.5, classOf: (_x, _y, i) => taking(i) },
  checkerboard: { reach: 5.5, classOf: quadrants },
  gaussians: { reach: 5.5, classOf: (_x, _y, i) => taking(i) },
  spiral: { reach: 5.5, classOf: (_x, _y, i) => taking(i) },
  xor_quadrants: { reach: 5.5, classOf: quadrants },
};

export const SAMPLES = 100;

/** The samples that the engine trains on: one linear unit hands on the first input, another one the second. */
export async function samplesOf(train: Trainer["train"], name: string, seed: number): Promise<Sample[]> {
  const [xs, ys] = await Promise.all([
    outputsOf(train, { name, samples: SAMPLES, seed }, [[1, 0]]),
    outputsOf(train, { name, samples: SAMPLES, seed }, [[0, 1]]),
  ]);
  return xs.map((x, i) => {
    const y = ys[i] ?? Number.NaN;
    return { x, y, target: TASKS[name]?.classOf(x, y, i) ?? 0 };
  });
}

async function outputsOf(train: Trainer["train"], data: TrainRequest["data"], W: number[][]): Promise<number[]> {
  const reply = await train<TrainRequest>({
    layers: [2, 1],
    activations: ["linear"],
    bias: false,
    loss: "mse",
    data,
    initial: { layers: [{ W }] },
    optimizer: { name: "gd", learning_rate: 0 },
    steps: 0,
    record: ["outputs"],
  });
  return reply.ok && "frames" in reply ? (reply.frames[0]?.outputs ?? []).flat() : [];
}
