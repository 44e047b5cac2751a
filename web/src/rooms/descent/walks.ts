/** What the parts of the lab ask of the engine. */
import type { DescentRequest, DescentRun, OptimizerChoice } from "../../engine/protocol.js";
import type { TrainingEngine } from "../../engine/training.js";
import type { Range } from "../../scene/curve.js";
import type { Step } from "../../scene/hill.js";

/** The part of the engine that the lab uses. */
export type Engine = Pick<TrainingEngine, "train" | "sample">;

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

/** Where a program stands before the first update: its output, and its derivatives by all its inputs. */
export function standing(engine: Engine, program: string, at: Record<string, number>) {
  const [frame] = walk(engine, { program, at, optimizer: { name: "gd", learning_rate: 1 }, steps: 0 }).frames;
  return { output: frame?.loss ?? Number.NaN, gradients: frame?.gradients ?? {} };
}

/** f″ at w: the slope of the program that is f′. */
export function curvatureOf(engine: Engine, derivative: string, w: number): number {
  return Number(standing(engine, derivative, { w }).gradients.w);
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
