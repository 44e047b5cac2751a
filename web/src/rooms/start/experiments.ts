/** The five experiments: what is asked, and the two runs that answer. Their words are `start-<experiment>…` in start.ftl. */
import type { Layer, TrainRequest } from "../../engine/protocol.js";
import type { ExperimentName, WeightName } from "../../state/start-link.js";

/** What a student may change. */
export interface Setting {
  /** Of the first weights, and of the data. */
  seed: number;
  unit: number;
  weight: WeightName;
  by: number;
  units: "relu" | "tanh";
}

export interface Experiment {
  choices: readonly string[];
  right: string;
  /** Every hidden unit a point, or every layer a bar. */
  picture: "units" | "layers";
  /** Both run on the same data from the same seed; `start-run-<name>` names them. */
  runs: readonly ExperimentRun[];
  /** What can be changed besides the seed. */
  controls: "break" | "units" | null;
  /** Of the chart: costs shown, whatever happens. */
  costs: readonly [number, number];
  /** Largest weight of the plane of units; largest and smallest bar. */
  reach: number;
  sizes: readonly [number, number];
}
export interface ExperimentRun {
  name: string;
  request(setting: Setting): TrainRequest;
}

export const HIDDEN = 4;
export const HISTOGRAM = { from: -1.2, to: 1.2, bins: 24 };
/** Where experiments 2 and 3 start. */
const CONSTANT = 0.5;

interface Training {
  layers: number[];
  /** Of all layers but the last. */
  activation: string;
  data: TrainRequest["data"];
  initial: TrainRequest["initial"];
  rate: number;
  steps: number;
}
type Recorded = NonNullable<TrainRequest["record"]>;
const OF_LAYERS: Recorded = ["loss", "gradient_norms", "activations"];
const OF_UNITS: Recorded = [...OF_LAYERS, "parameters", "distinct_units"];

function request({ layers, activation, data, initial, rate, steps }: Training, record: Recorded): TrainRequest {
  return {
    layers,
    activations: [...layers.slice(2).map(() => activation), "linear"],
    loss: "mse",
    data,
    initial,
    optimizer: { name: "gd", learning_rate: rate },
    steps,
    record,
    histogram: HISTOGRAM,
  };
}

// ---- one layer of four units, each of which is seen

const SHALLOW = [2, HIDDEN, 1];

function ofMoons(activation: string, seed: number): TrainRequest {
  const data = { name: "moons", samples: 100, noise: 0.1, seed };
  return request({ layers: SHALLOW, activation, data, initial: { scheme: "zero" }, rate: 0.2, steps: 300 }, OF_UNITS);
}
function ofCircle(seed: number, initial: Training["initial"]): TrainRequest {
  const data = { name: "circle", samples: 100, noise: 0, seed };
  return request({ layers: SHALLOW, activation: "tanh", data, initial, rate: 0.3, steps: 600 }, OF_UNITS);
}
const constant = ({ seed }: Setting) => ofCircle(seed, { scheme: "constant" });

/** All weights the same but one. */
export function brokenLayers({ unit, weight, by }: Setting): Layer[] {
  const changed = (i: number, name: WeightName) => CONSTANT + (i + 1 === unit && name === weight ? by : 0);
  const units = Array.from({ length: HIDDEN }, (_, i) => i);
  return [
    { W: units.map((i) => [changed(i, "w1"), changed(i, "w2")]), b: units.map(() => [0]) },
    { W: [units.map((i) => changed(i, "v"))], b: [[0]] },
  ];
}

// ---- twenty layers, of which the sizes of what they hand on are seen

const LAYERS = 20;
const SPIKE_WIDTH = 16;

/** Samples as wide as the layers, each with one input that is not 0; the root of the mean square of all inputs is 1. */
const SPIKES = {
  inputs: Array.from({ length: SPIKE_WIDTH }, (_, i) =>
    Array.from({ length: SPIKE_WIDTH }, (_, j) => (i === j ? 4 : 0)),
  ),
  targets: Array.from({ length: SPIKE_WIDTH }, (_, i) => [i % 2]),
};

/** Orthogonal weights keep every length, so that the scale is the factor of each layer to the last digit. */
function linear(scale: number, seed: number): TrainRequest {
  const layers = [...Array<number>(LAYERS).fill(SPIKE_WIDTH), 1];
  const initial = { scheme: "orthogonal", scale, seed };
  return request({ layers, activation: "linear", data: SPIKES, initial, rate: 0.1, steps: 100 }, OF_LAYERS);
}
function random(scheme: string, activation: string, seed: number): TrainRequest {
  const layers = [2, ...Array<number>(LAYERS - 1).fill(24), 1];
  const data = { name: "circle", samples: 60, seed };
  return request({ layers, activation, data, initial: { scheme, seed }, rate: 0.01, steps: 150 }, OF_LAYERS);
}

/** Unless an experiment says otherwise. Sizes are the same for all bars, so that they can be compared. */
const USUAL = {
  picture: "units",
  controls: null,
  costs: [0.001, 10],
  reach: 1,
  sizes: [1e-8, 1e4],
} as const satisfies Partial<Experiment>;

export const EXPERIMENTS: Record<ExperimentName, Experiment> = {
  zero: {
    ...USUAL,
    choices: ["nothing", "one", "different"],
    right: "one",
    runs: [
      { name: "sigmoid", request: ({ seed }) => ofMoons("sigmoid", seed) },
      { name: "tanh", request: ({ seed }) => ofMoons("tanh", seed) },
    ],
    costs: [0.01, 1],
  },
  constant: {
    ...USUAL,
    choices: ["zero", "one", "four"],
    right: "one",
    runs: [
      { name: "constant", request: constant },
      { name: "random", request: ({ seed }) => ofCircle(seed, { scheme: "xavier_normal", seed }) },
    ],
    reach: 2,
  },
  break: {
    ...USUAL,
    choices: ["one", "two", "four"],
    right: "two",
    runs: [
      { name: "whole", request: constant },
      { name: "broken", request: (setting) => ofCircle(setting.seed, { layers: brokenLayers(setting) }) },
    ],
    controls: "break",
  },
  deep: {
    ...USUAL,
    choices: ["half", "ninth", "thousandth"],
    right: "thousandth",
    picture: "layers",
    runs: [
      { name: "small", request: ({ seed }) => linear(0.5, seed) },
      { name: "large", request: ({ seed }) => linear(1.5, seed) },
    ],
    costs: [0.01, 1e8],
  },
  xavier: {
    ...USUAL,
    choices: ["same", "fades", "grows"],
    right: "fades",
    picture: "layers",
    runs: [
      { name: "xavier", request: ({ seed, units }) => random("xavier_normal", units, seed) },
      { name: "he", request: ({ seed, units }) => random("he_normal", units, seed) },
    ],
    controls: "units",
  },
};
