/** What the free lab can be set to, and the request that is made of it. */
import type { Layer, TrainRequest } from "../../engine/protocol.js";
import type { UsedData } from "../../state/data-choice.js";

export const SCHEMES = [
  "zero",
  "constant",
  "too_small",
  "lecun_normal",
  "xavier_normal",
  "he_normal",
  "orthogonal",
  "too_large",
  "uniform",
  "normal",
  "scaled",
  "hand",
] as const;
export type Scheme = (typeof SCHEMES)[number];
export const MOST_SCHEMES = 6;
/** Those that draw nothing. */
const FIXED: readonly Scheme[] = ["zero", "constant", "hand"];
export const ACTIVATIONS = ["tanh", "sigmoid", "relu"] as const;
export const SEEDS = [1, 5, 10, 20] as const;
export const OPTIMIZERS = ["gd", "momentum", "nesterov", "adagrad", "rmsprop", "adam", "adamw"] as const;
/** Samples an update; 0 for all. */
export const BATCHES = [0, 1, 5, 10, 20, 50] as const;
/** What the curves are of. */
export const CHARTS = ["cost", "accuracy"] as const;
export const UPDATES = 300;
/** Updates from one frame to the next: all go into 300. */
const EVERY = [3, 5, 6, 10, 15, 20, 30, 50, 60, 100] as const;
/** Numbers that all frames of a run may hold together: more would keep a page from doing anything else while they arrive. */
const RECORDED = 700_000;
/** Between these two a net may have any number of hidden layers. */
export const DEPTHS = [1, 50] as const;
export const MOST_UNITS = 32;
export const RATES = [0, 10] as const;
export const SCALES = [0, 100] as const;
/** Weights and biases that one may be asked to type. */
export const MOST_BY_HAND = 100;

export interface FreeSetting {
  widths: number[];
  activation: (typeof ACTIVATIONS)[number];
  rate: number;
  optimizer: (typeof OPTIMIZERS)[number];
  batch: number;
  chart: (typeof CHARTS)[number];
  /** Of the scheme "scaled". */
  scale: number;
  schemes: Scheme[];
  seed: number;
  seeds: number;
  /** All weights and biases of the scheme "hand", layer by layer; empty until there are some. */
  hand: number[];
}
export const FREE_DEFAULT: FreeSetting = {
  widths: [6, 3],
  activation: "relu",
  rate: 0.1,
  optimizer: "gd",
  batch: 0,
  chart: "cost",
  scale: 1,
  schemes: ["zero", "constant", "too_small", "xavier_normal", "he_normal", "too_large"],
  seed: 1,
  seeds: 20,
  hand: [],
};

/** Of the first seed unless another is given. */
export function requestOf(scheme: Scheme, setting: FreeSetting, used: UsedData, seed = setting.seed): TrainRequest {
  const { widths, activation, rate, optimizer, batch } = setting;
  const layers = shapeOf(setting, used);
  return {
    layers,
    activations: [...widths.map(() => activation), "linear"],
    loss: used.classes === null ? "mse" : used.outputs > 1 ? "cross_entropy_logits" : "bce_logits",
    data: used.request,
    initial: initialOf(scheme, setting, layers, seed),
    optimizer: { name: optimizer, learning_rate: rate },
    batch,
    order_seed: seed,
    steps: UPDATES,
    every: everyOf(layers),
  };
}

function initialOf(scheme: Scheme, setting: FreeSetting, layers: number[], seed: number): TrainRequest["initial"] {
  if (scheme === "hand") return { layers: layersOf(setting.hand, layers) };
  // the engine's has the variance of LeCun's, which is three times that of U(−1/√n, 1/√n)
  if (scheme === "uniform") return { scheme: "lecun_uniform", scale: Math.sqrt(1 / 3), seed };
  return { scheme, seed, ...(scheme === "scaled" && { scale: setting.scale }) };
}

/** Whether it is the same net from every seed. */
export function isFixed(scheme: Scheme, setting: FreeSetting, used: UsedData): boolean {
  return FIXED.includes(scheme) && batchesOf(setting, used) === 1;
}

/** Updates that an epoch takes: of more than one, the samples of each are drawn. */
export function batchesOf({ batch }: Pick<FreeSetting, "batch">, { request }: UsedData): number {
  const samples = "inputs" in request ? request.inputs.length : (request.samples ?? 1);
  return batch === 0 ? 1 : Math.ceil(samples / batch);
}

/** Whether anything can be told right or wrong. */
export function isAccuracy({ chart }: Pick<FreeSetting, "chart">, { classes }: UsedData): boolean {
  return chart === "accuracy" && classes !== null;
}

/** The number of inputs, then the units of each layer. */
export function shapeOf({ widths }: Pick<FreeSetting, "widths">, { names, outputs }: UsedData): number[] {
  return [names.length, ...widths, outputs];
}

/** Deep nets have fewer frames. */
export function everyOf(layers: readonly number[]): number {
  const parameters = parametersOf(layers);
  return EVERY.find((every) => parameters * (UPDATES / every + 2) <= RECORDED) ?? 100;
}

export function parametersOf(layers: readonly number[]): number {
  return layers.slice(1).reduce((sum, units, i) => sum + units * ((layers[i] ?? 0) + 1), 0);
}

// ---- weights by hand, as one list: of each layer its weights row by row, then its biases

export function layersOf(numbers: readonly number[], shape: readonly number[]): Layer[] {
  let at = 0;
  const take = (count: number) => numbers.slice(at, (at += count));
  return shape.slice(1).map((units, i) => ({
    W: Array.from({ length: units }, () => take(shape[i] ?? 0)),
    b: take(units).map((bias) => [bias]),
  }));
}

export function numbersOf(layers: readonly Layer[]): number[] {
  return layers.flatMap(({ W, b = [] }) => [...W.flat(), ...b.flat()]);
}

// ---- hidden layers as they are typed: 6-3, or 24×50 for 50 layers of 24 units

/** Null where it is none of that. Nothing is made longer than it may be. */
export function typedWidths(text: string): number[] | null {
  const parts = text
    .trim()
    .replace(/\s*[×x*]\s*/gi, "×")
    .split(/\s*[\s,\-–]\s*/);
  const widths: number[] = [];
  for (const part of parts) {
    const [, units, layers = "1"] = /^(\d{1,9})(?:×(\d{1,9}))?$/.exec(part) ?? [];
    if (units === undefined || widths.length + Number(layers) > DEPTHS[1]) return null;
    widths.push(...Array<number>(Number(layers)).fill(Number(units)));
  }
  return areWidths(widths) ? widths : null;
}

export function widthsText(widths: readonly number[]): string {
  const runs: { units: number; layers: number }[] = [];
  for (const units of widths) {
    const last = runs.at(-1);
    if (last?.units === units) last.layers++;
    else runs.push({ units, layers: 1 });
  }
  const text = ({ units, layers }: (typeof runs)[number]) =>
    layers > 3 ? `${units}×${layers}` : Array<number>(layers).fill(units).join("-");
  return runs.map(text).join("-");
}

/** As many layers as asked for: the last ones go, or the last one is repeated. */
export function deepened(widths: readonly number[], depth: number): number[] {
  return Array.from({ length: depth }, (_, i) => widths[i] ?? widths.at(-1) ?? 1);
}

export function areWidths(widths: readonly number[]): boolean {
  const [least, most] = DEPTHS;
  return (
    widths.length >= least &&
    widths.length <= most &&
    widths.every((width) => Number.isInteger(width) && width >= 1 && width <= MOST_UNITS)
  );
}
export function isRate(rate: number): boolean {
  return rate > RATES[0] && rate <= RATES[1];
}
export function isScale(scale: number): boolean {
  return scale >= SCALES[0] && scale <= SCALES[1];
}
