/** Inputs that are made of the two that samples have: what a net cannot multiply by itself is handed to it. */
import type { Explanation } from "../../engine/protocol.js";
import type { TrainingEngine } from "../../engine/training.js";

export const FEATURES = ["x1x1", "x2x2", "x1x2", "sinx1", "sinx2"] as const;
export type FeatureName = (typeof FEATURES)[number];

/** As they are read. */
export const FEATURE_LABELS: Record<FeatureName, string> = {
  x1x1: "x₁²",
  x2x2: "x₂²",
  x1x2: "x₁x₂",
  sinx1: "sin x₁",
  sinx2: "sin x₂",
};

/** Only of points are there any. */
export const FEATURED_INPUTS = 2;

type Sine = (x: number) => number;
const MADE: Record<FeatureName, (x1: number, x2: number, sine: Sine) => number> = {
  x1x1: (x1) => x1 * x1,
  x2x2: (_, x2) => x2 * x2,
  x1x2: (x1, x2) => x1 * x2,
  sinx1: (x1, _, sine) => sine(x1),
  sinx2: (_, x2, sine) => sine(x2),
};

/** The same in the language, of two names. */
export function featurePrograms(x1: string, x2: string, features: readonly FeatureName[]): string[] {
  const made = {
    x1x1: `${x1} * ${x1}`,
    x2x2: `${x2} * ${x2}`,
    x1x2: `${x1} * ${x2}`,
    sinx1: `sin(${x1})`,
    sinx2: `sin(${x2})`,
  };
  return [x1, x2, ...features.map((name) => made[name])];
}

export function withFeatures(
  engine: Pick<TrainingEngine, "explain">,
  rows: readonly (readonly number[])[],
  features: readonly FeatureName[],
): number[][] {
  if (features.length === 0) return rows.map((row) => [...row]);
  const sine = features.some((name) => name.startsWith("sin")) ? sineOf(engine, rows.flat()) : Number;
  return rows.map(([x1 = 0, x2 = 0]) => [x1, x2, ...features.map((name) => MADE[name](x1, x2, sine))]);
}

/** The engine's own: browsers differ in theirs. */
function sineOf(engine: Pick<TrainingEngine, "explain">, numbers: readonly number[]): Sine {
  const different = [...new Set(numbers)];
  const reply = engine.explain({ program: `x = [${different.join(", ")}]\nf = sin(x)` });
  const sines = new Map(reply.ok ? different.map((number, i) => [number, entryOf(reply, i)]) : []);
  return (x) => sines.get(x) ?? Number.NaN;
}

function entryOf({ primals, output }: Explanation, i: number): number {
  const value = primals[output.node];
  return Array.isArray(value) ? (value[i]?.[0] ?? Number.NaN) : (value ?? Number.NaN);
}

/** Those that samples have, without what was made of them. */
export function ownInputs(row: readonly number[], features: readonly FeatureName[]): number[] {
  return row.slice(0, row.length - features.length);
}
