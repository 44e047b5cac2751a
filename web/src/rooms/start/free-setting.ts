/** What the free lab can be set to, and the request that is made of it. */
import type { TrainRequest } from "../../engine/protocol-train.js";
import { SAMPLES } from "./free-data.js";

export const SCHEMES = [
  "zero",
  "constant",
  "too_small",
  "lecun_normal",
  "xavier_normal",
  "he_normal",
  "orthogonal",
  "too_large",
] as const;
export type Scheme = (typeof SCHEMES)[number];
export const MOST_SCHEMES = 6;
export const SEEDS = [1, 5, 10, 20] as const;
export const UPDATES = 300;
export const EVERY = 3;
/** Squares along an edge of a picture of what a net answers. */
export const GRID = 32;

export interface FreeSetting {
  data: string;
  widths: number[];
  activation: "tanh" | "sigmoid" | "relu";
  rate: number;
  schemes: Scheme[];
  seed: number;
  seeds: number;
}
export const FREE_DEFAULT: FreeSetting = {
  data: "circle",
  widths: [6, 3],
  activation: "relu",
  rate: 0.1,
  schemes: ["zero", "constant", "too_small", "xavier_normal", "he_normal", "too_large"],
  seed: 1,
  seeds: 1,
};

export function requestOf(scheme: Scheme, { data, widths, activation, rate, seed }: FreeSetting): TrainRequest {
  return {
    layers: [2, ...widths, 1],
    activations: [...widths.map(() => activation), "linear"],
    loss: "bce_logits",
    data: { name: data, samples: SAMPLES, seed },
    initial: { scheme, seed },
    optimizer: { name: "gd", learning_rate: rate },
    steps: UPDATES,
    every: EVERY,
  };
}

/** The middles of the squares, row by row from the top. */
export function gridOf(reach: number): number[][] {
  const middle = (i: number) => reach * ((2 * i + 1) / GRID - 1);
  return Array.from({ length: GRID * GRID }, (_, i) => [middle(i % GRID), -middle(Math.floor(i / GRID))]);
}

export function areWidths(widths: readonly number[]): boolean {
  return widths.length <= 20 && widths.every((width) => Number.isInteger(width) && width >= 1 && width <= 32);
}
export function isRate(rate: number): boolean {
  return rate > 0 && rate <= 10;
}
