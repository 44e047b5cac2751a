/** The five experiments: what is asked, and the two runs that answer. Their words are `start-<experiment>…` in start.ftl. */
import type { Layer, TrainRequest } from "../../engine/protocol-train.js";
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

type Initial = TrainRequest["initial"];

function shallow(activation: string, data: string, rate: number, steps: number, seed: number, initial: Initial) {
  return {
    layers: [2, HIDDEN, 1],
    activations: [activation, "linear"],
    loss: "mse",
    data: { name: data, samples: 100, noise: data === "moons" ? 0.1 : 0, seed },
    initial,
    optimizer: { name: "gd", learning_rate: rate },
    steps,
    record: ["loss", "parameters", "gradient_norms", "activations", "distinct_units"],
    histogram: HISTOGRAM,
  } satisfies TrainRequest;
}

const ofMoons = (activation: string, seed: number) => shallow(activation, "moons", 0.2, 300, seed, { scheme: "zero" });
const ofCircle = (seed: number, initial: Initial) => shallow("tanh", "circle", 0.3, 600, seed, initial);

/** All weights the same but one. */
export function brokenLayers({ unit, weight, by }: Setting): Layer[] {
  const changed = (i: number, name: WeightName) => CONSTANT + (i + 1 === unit && name === weight ? by : 0);
  const units = Array.from({ length: HIDDEN }, (_, i) => i);
  return [
    { W: units.map((i) => [changed(i, "w1"), changed(i, "w2")]), b: units.map(() => [0]) },
    { W: [units.map((i) => changed(i, "v"))], b: [[0]] },
  ];
}

const LAYERS = 20;
const SPIKE_WIDTH = 16;

/** Samples as wide as the layers, each with one input that is not 0; the root of the mean square of all inputs is 1. */
const SPIKES = {
  inputs: Array.from({ length: SPIKE_WIDTH }, (_, i) =>
    Array.from({ length: SPIKE_WIDTH }, (_, j) => (i === j ? 4 : 0)),
  ),
  targets: Array.from({ length: SPIKE_WIDTH }, (_, i) => [i % 2]),
};

interface Deep {
  layers: number[];
  activation: string;
  initial: Initial;
  data: TrainRequest["data"];
  rate: number;
  steps: number;
}
function deep({ layers, activation, initial, data, rate, steps }: Deep): TrainRequest {
  return {
    layers,
    activations: [...Array<string>(LAYERS - 1).fill(activation), "linear"],
    loss: "mse",
    data,
    initial,
    optimizer: { name: "gd", learning_rate: rate },
    steps,
    record: ["loss", "gradient_norms", "activations"],
    histogram: HISTOGRAM,
  };
}

/** Orthogonal weights keep every length, so that the scale is the factor of each layer to the last digit. */
function linear(scale: number, seed: number): TrainRequest {
  return deep({
    layers: [...Array<number>(LAYERS).fill(SPIKE_WIDTH), 1],
    activation: "linear",
    initial: { scheme: "orthogonal", scale, seed },
    data: SPIKES,
    rate: 0.1,
    steps: 100,
  });
}
function random(scheme: string, activation: string, seed: number): TrainRequest {
  return deep({
    layers: [2, ...Array<number>(LAYERS - 1).fill(24), 1],
    activation,
    initial: { scheme, seed },
    data: { name: "circle", samples: 60, seed },
    rate: 0.01,
    steps: 150,
  });
}

/** Of all bars, so that they can be compared. */
const SIZES = [1e-8, 1e4] as const;

export const EXPERIMENTS: Record<ExperimentName, Experiment> = {
  zero: {
    choices: ["nothing", "one", "different"],
    right: "one",
    picture: "units",
    runs: [
      { name: "sigmoid", request: ({ seed }) => ofMoons("sigmoid", seed) },
      { name: "tanh", request: ({ seed }) => ofMoons("tanh", seed) },
    ],
    controls: null,
    costs: [0.01, 1],
    reach: 1,
    sizes: SIZES,
  },
  constant: {
    choices: ["zero", "one", "four"],
    right: "one",
    picture: "units",
    runs: [
      { name: "constant", request: ({ seed }) => ofCircle(seed, { scheme: "constant" }) },
      { name: "random", request: ({ seed }) => ofCircle(seed, { scheme: "xavier_normal", seed }) },
    ],
    controls: null,
    costs: [0.001, 10],
    reach: 2,
    sizes: SIZES,
  },
  break: {
    choices: ["one", "two", "four"],
    right: "two",
    picture: "units",
    runs: [
      { name: "whole", request: ({ seed }) => ofCircle(seed, { scheme: "constant" }) },
      { name: "broken", request: (setting) => ofCircle(setting.seed, { layers: brokenLayers(setting) }) },
    ],
    controls: "break",
    costs: [0.001, 10],
    reach: 1,
    sizes: SIZES,
  },
  deep: {
    choices: ["half", "ninth", "thousandth"],
    right: "thousandth",
    picture: "layers",
    runs: [
      { name: "small", request: ({ seed }) => linear(0.5, seed) },
      { name: "large", request: ({ seed }) => linear(1.5, seed) },
    ],
    controls: null,
    costs: [0.01, 1e8],
    reach: 1,
    sizes: SIZES,
  },
  xavier: {
    choices: ["same", "fades", "grows"],
    right: "fades",
    picture: "layers",
    runs: [
      { name: "xavier", request: ({ seed, units }) => random("xavier_normal", units, seed) },
      { name: "he", request: ({ seed, units }) => random("he_normal", units, seed) },
    ],
    controls: "units",
    costs: [0.001, 10],
    reach: 1,
    sizes: SIZES,
  },
};
