/** `describe`: every op, constant, diagnostic and limit. */
import type { Shape } from "./values.js";

export interface OpDescription {
  name: string;
  aliases: string[];
  /** Operands; null where any number will do. */
  arity: number | null;
  kind: "elementwise" | "comparison" | "linear_algebra" | "reduction" | "loss" | "structure";
  /** How it is written: `x * y`, `tanh(x)`. */
  notation: string;
  summary: string;
  /** One rule an operand, in words and symbols of the language. */
  rules: string[];
  kinks: string;
  /** A program of the language by which it can be opened. */
  definition?: string;
  samples: number[][];
  /** A matrix op alone, on operands of some shape; only from the workbench. */
  example?: OpExample;
}
export interface OpExample {
  program: string;
  /** By name. */
  operands: Record<string, Shape>;
  shape: Shape;
}
export interface Description {
  version: 1;
  ok: true;
  engine: string;
  ops: OpDescription[];
  constants: Record<string, number>;
  /** Every error and note there is: its English templates, with {arguments} in braces. */
  diagnostics: { code: string; message: string; hint: string }[];
  limits: Record<string, number>;
}
