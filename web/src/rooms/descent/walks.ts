/** What the parts of the lab ask of the engine. */
import type { Workbench } from "../../engine/client.js";
import type { DescentRequest, DescentRun, OptimizerChoice } from "../../engine/protocol-train.js";
import type { Range } from "../../scene/curve.js";
import type { Step } from "../../scene/hill.js";

/** The part of the engine that the lab uses. */
export type Engine = Pick<Workbench, "train" | "sample" | "explain">;

export interface Walk {
  program: string;
  at: Record<string, number>;
  optimizer: OptimizerChoice;
  steps: number;
  /** The inputs that move; all unless given. */
  parameters?: string[];
  /** Frames are so many updates apart. */
  every?: number;
}

/** Every update of a program that is walked down, with place, loss and gradient. */
export function walk(engine: Engine, asked: Walk): DescentRun {
  const request: DescentRequest = { ...asked, record: ["loss", "parameters", "gradients"] };
  const reply = engine.train(request);
  if (!reply.ok) throw new Error(reply.error.message);
  return reply;
}

/** Down a hill of one number. */
export function walkOf(engine: Engine, program: string, start: number, rate: number, steps: number): Step[] {
  const run = walk(engine, { program, at: { w: start }, optimizer: { name: "gd", learning_rate: rate }, steps });
  return run.frames.map(({ step, loss, parameters, gradients }) => ({
    update: step,
    w: Number(parameters?.w),
    loss,
    slope: Number(gradients?.w),
  }));
}

/** f″ at w. */
export function curvatureOf(engine: Engine, program: string, w: number): number {
  const reply = engine.explain({ program, at: { w }, include: ["derivatives"], by: ["w"], order: 2 });
  return reply.ok ? Number(reply.derivatives?.w?.value ?? Number.NaN) : Number.NaN;
}

const POINTS = 241;

/** The curve as it is drawn; nothing is computed from it. */
export function curveOf(engine: Engine, program: string, [from, to]: Range): { x: number; y: number }[] {
  const axes = [{ input: "w", entry: 0, from, to, count: POINTS }] as const;
  const reply = engine.sample({ program, axes });
  if (!reply.ok) throw new Error(reply.error.message);
  return Array.from({ length: POINTS }, (_, i) => ({
    x: from + ((to - from) * i) / (POINTS - 1),
    y: reply.numbers[i] as number,
  }));
}
