/** What a net can be set to. */
import type { FeatureName } from "./features.js";
import { AMOUNT_NAMES, type Training } from "./training.js";

export const ACTIVATIONS = ["tanh", "sigmoid", "relu", "leaky_relu", "gelu", "silu", "softplus", "linear"] as const;
const LOSSES = ["mse", "half_sse", "half_mse", "bce", "bce_logits", "cross_entropy_logits"] as const;
export const SCHEMES = [
  "xavier_normal",
  "he_normal",
  "lecun_normal",
  "too_small",
  "too_large",
  "zero",
  "constant",
] as const;

export interface Setting extends Training {
  task: string;
  sizes: readonly number[];
  activations: readonly string[];
  bias: boolean;
  loss: string;
  scheme: string;
  seed: number;
  /** Of what is drawn: how many samples, and the deviation of what is added to them. */
  count: number;
  noise: number;
  /** Samples that are kept for testing: further ones that are drawn, or the last of one's own. */
  test: number;
  /** Inputs that are made of the samples' two. */
  features: readonly FeatureName[];
}

export const MOST_UNITS = 8;
const MOST_LAYERS = 6;
/** More are not listed. */
export const MOST_SAMPLES = 64;
/** What can be set of samples. Classes take turns: one sample alone has no other to be told from. */
export const DATA_AMOUNTS = {
  count: { least: 2, most: MOST_SAMPLES, whole: true },
  noise: { least: 0, most: 5, whole: false },
  test: { least: 0, most: MOST_SAMPLES, whole: true },
} as const;
export type DataAmount = keyof typeof DATA_AMOUNTS;
export const USUAL_DATA = { count: 16, noise: 0, test: 0, features: [] } as const;

export function isDataAmount(name: DataAmount, value: number): boolean {
  const { least, most, whole } = DATA_AMOUNTS[name];
  return value >= least && value <= most && (!whole || Number.isInteger(value));
}

const LARGEST_RATE = 100;
const LARGEST_SEED = 9999;

/** The units of the hidden layers; inputs and outputs are those of the data. */
export function areHidden(units: readonly number[]): boolean {
  return units.length < MOST_LAYERS && units.every((unit) => Number.isInteger(unit) && unit >= 1 && unit <= MOST_UNITS);
}
export function isRate(rate: number): boolean {
  return Number.isFinite(rate) && rate > 0 && rate <= LARGEST_RATE;
}

/** What is typed as hidden layers: `2`, `4-3`, or nothing at all. */
export function readHidden(text: string): number[] | null {
  const parts = text
    .trim()
    .split(/[\s,\-–×]+/)
    .filter((part) => part !== "");
  const units = parts.map(Number);
  return areHidden(units) ? units : null;
}

/** Every layer its activation: those there were, then tanh; the last one stays the last. */
export function activationsFor(sizes: readonly number[], before: readonly string[]): string[] {
  const [last = "sigmoid"] = before.slice(-1);
  const hidden = before.slice(0, -1);
  return [...Array.from({ length: sizes.length - 2 }, (_, i) => hidden[i] ?? hidden.at(-1) ?? "tanh"), last];
}

/** Softmax over one output is always 1. */
export function lossesFor(outputs: number): string[] {
  return LOSSES.filter((loss) => loss !== "cross_entropy_logits" || outputs > 1);
}

/** What is wrong with the last layer for a loss; null where nothing is. */
export function misfitOf({ loss, activations }: Pick<Setting, "loss" | "activations">): "bce" | "logits" | null {
  const last = activations.at(-1);
  if (loss === "bce" && last !== "sigmoid") return "bce";
  return loss.endsWith("_logits") && last !== "linear" ? "logits" : null;
}

export function randomSeed(): number {
  return 1 + Math.floor(Math.random() * LARGEST_SEED);
}

/** Whether something is set that most leave as it is. */
export function isUnusual(setting: Setting, usual: Setting): boolean {
  const names = [...AMOUNT_NAMES, "schedule", "shuffle", "count", "noise", "test"] as const;
  return names.some((name) => setting[name] !== usual[name]) || setting.features.length > 0;
}
