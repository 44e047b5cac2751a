/** What a net can be trained on: a few samples that are written down here, or some of the engine's. Each brings the net that suits it. */

import type { Layer } from "../../engine/protocol.js";
import { type Setting, USUAL_DATA } from "./setting.js";
import { USUAL_TRAINING } from "./training.js";

export interface Samples {
  inputs: number[][];
  targets: number[][];
}
export interface Task {
  /** Drawn by the engine from the seed where absent. */
  samples?: Samples;
  /** What the task changes of the setting. */
  net: Pick<Setting, "sizes" | "activations" | "loss" | "rate"> & Partial<Setting>;
  /** The weights to begin with, if they are part of the task. */
  layers?: Layer[];
}

const XOR: Samples = {
  inputs: [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ],
  targets: [[0], [1], [1], [0]],
};

const small = { sizes: [2, 2, 1], activations: ["tanh", "sigmoid"], loss: "mse", rate: 0.5 };
const points = { sizes: [2, 4, 1], activations: ["tanh", "linear"], loss: "bce_logits", rate: 0.3 };

export const TASKS = {
  xor_one: {
    samples: { inputs: [[1, 0]], targets: [[1]] },
    net: small,
    // a negative weight with a negative gradient: the two signs have nothing to do with each other
    layers: [
      {
        W: [
          [0.5, -0.4],
          [0.3, 0.8],
        ],
      },
      { W: [[-0.6, 0.4]] },
    ],
  },
  xor: { samples: XOR, net: { ...small, rate: 1 } },
  and: {
    samples: { ...XOR, targets: [[0], [0], [0], [1]] },
    net: { ...small, sizes: [2, 1], activations: ["sigmoid"], rate: 1 },
  },
  neuron: {
    samples: { inputs: [[-1, -2]], targets: [[0]] },
    net: { sizes: [2, 1], activations: ["sigmoid"], loss: "mse", rate: 1 },
    layers: [{ W: [[2, -3]], b: [[-3]] }],
  },
  sum: {
    samples: { inputs: [[1, 2, -1]], targets: [[1]] },
    net: { sizes: [3, 1], activations: ["linear"], loss: "mse", rate: 0.05, bias: false },
    layers: [{ W: [[0.5, -0.25, 1]] }],
  },
  classes: {
    samples: {
      inputs: [
        [1, 0],
        [0, 1],
        [-1, -1],
      ],
      targets: [
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ],
    },
    net: { sizes: [2, 3], activations: ["linear"], loss: "cross_entropy_logits", rate: 0.5 },
  },
  circle: { net: points },
  moons: { net: points },
  gaussians: { net: { ...points, sizes: [2, 1], activations: ["linear"] } },
  xor_quadrants: { net: points },
  checkerboard: { net: points },
  spiral: {
    net: {
      ...points,
      sizes: [2, 8, 8, 1],
      activations: ["tanh", "tanh", "linear"],
      optimizer: "adam",
      rate: 0.03,
      count: 48,
    },
  },
  plane: { net: { sizes: [2, 1], activations: ["linear"], loss: "mse", rate: 0.1 } },
  hills: {
    net: {
      sizes: [2, 8, 8, 1],
      activations: ["tanh", "tanh", "linear"],
      loss: "mse",
      optimizer: "adam",
      rate: 0.03,
      count: 64,
    },
  },
  line: { net: { sizes: [1, 1], activations: ["linear"], loss: "mse", rate: 0.1 } },
  sine: { net: { sizes: [1, 4, 1], activations: ["tanh", "linear"], loss: "mse", optimizer: "adam", rate: 0.03 } },
  parabola: { net: { sizes: [1, 4, 1], activations: ["tanh", "linear"], loss: "mse", optimizer: "adam", rate: 0.03 } },
  /** Samples of a person's own: they are part of the run, and of its link. */
  own: { net: { ...points, sizes: [2, 3, 1] } },
} satisfies Record<string, Task>;
export type TaskName = keyof typeof TASKS;

export function taskOf(name: string): Task {
  return Object.hasOwn(TASKS, name) ? TASKS[name as TaskName] : TASKS.xor_one;
}

/** Whether the engine draws its samples, as many as are wanted. */
export function isDrawn(name: string): boolean {
  return name !== "own" && taskOf(name).samples === undefined;
}

/** As the task is usually trained. */
export function settingOf(task: string, seed = 1): Setting {
  const { net, layers } = taskOf(task);
  return {
    ...USUAL_TRAINING,
    ...USUAL_DATA,
    task,
    bias: true,
    scheme: layers ? "given" : "xavier_normal",
    seed,
    ...net,
  };
}

/** As few digits as can be read in a net of a few units; what is trained is what is read. */
export function readable(number: number): number {
  return Number(number.toPrecision(2));
}
