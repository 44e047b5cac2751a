/** Everything that the page of one op shows: what the engine describes, and what it answers about the op alone. */
import type { OpDescription, SymbolicDerivative, Target } from "../engine/protocol.js";
import type { Curve, CurvePoint } from "./curve.js";

export type Language = Exclude<Target, "pseudocode" | "worksheet">;
export const LANGUAGES: readonly Language[] = ["python", "numpy", "jax", "pytorch", "cpp"];

export interface Spelling {
  language: Language;
  text: string;
  /** The language has no such function: the code defines it first. */
  isDefined: boolean;
}

export interface OpPage {
  op: OpDescription;
  /** By name; empty where the operands are matrices. */
  at: ReadonlyMap<string, number>;
  /** By the first operand, while the others are held; null where there is none. */
  curve: Curve | null;
  point: CurvePoint | null;
  /** One an operand, where the engine can say it as a formula. */
  formulas: (SymbolicDerivative | null)[];
  spellings: Spelling[];
}
