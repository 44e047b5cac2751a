/** Derivatives in symbols, as code and as matrices. */
import type { NodeId, Shape, Value } from "./values.js";

/** A MathML element: its name, then its children, elements or text. */
export type MathTree = [name: string, ...children: (MathTree | string)[]];
/** An expression as a program of the language; null where it is too large to be read. As a formula where it fits on a line. */
export interface Symbols {
  text: string | null;
  latex?: string;
  mathml?: MathTree;
}
/** From inputs alone; `staged` with the names of stages. */
export interface SymbolicDerivative extends Symbols {
  staged?: Symbols;
  /** How many operations it has; absent where nobody could compute it. */
  nodes?: number;
  value?: Value;
}

export type Target = "pseudocode" | "worksheet" | "python" | "numpy" | "jax" | "pytorch" | "cpp";
/** What a line of code stands for. */
export interface CodeLine {
  part: "setup" | "forward" | "backward";
  /** Whose value or, backward, whose gradient it computes. */
  target?: NodeId;
  /** What it computes or, backward, goes back through; where a gate takes several lines, all of them are its own. */
  gates?: NodeId[];
  /** Gaps of the worksheet, and what belongs there. */
  blanks?: { begin: number; expected: string }[];
}

/** Of a derivative as it is written down in either layout. */
export interface Layouts {
  numerator: Shape;
  denominator: Shape;
}
/** A row for each entry of `of`, a column for each of `by`, of both row by row. */
export interface JacobianEntries {
  of: NodeId;
  by: NodeId;
  entries: Value;
}
export interface Jacobian extends JacobianEntries, Layouts {
  /** What rows and columns are called: `z[0]`, `W[1, 2]`; only `[0]` where the node has no name. */
  rows: string[];
  columns: string[];
  /** Rows and columns by their numbers, in the order that takes matrices column by column, as `vec` does. */
  column_by_column: { rows: number[]; columns: number[] };
  mode: "forward" | "reverse";
  passes: number;
  multiplications: number;
  /** What arrives at `of` in the backward pass, and what it hands on to `by`; null for what depends on constants only. */
  adjoint: Value | null;
  product: Value | null;
  /** From stage to stage, of which it is the product in numerator layout; empty where there are none or too many. */
  chain: JacobianEntries[];
}
/** Why a shape is what it is; `message` is English, as that of a diagnostic. */
export interface ShapeReason {
  code: string;
  args: Record<string, string>;
  message: string;
}
export interface ValueShape extends ShapeReason {
  node: NodeId;
}
/** What node `node` hands back to its operand number `input`. */
export interface HandedBack extends ShapeReason {
  node: NodeId;
  input: number;
}
export interface GradientShape extends ShapeReason, Layouts {
  node: NodeId;
  /** Where its shape changes on the way. */
  arriving: HandedBack[];
}
/**
 * Of all derivatives of the output by all inputs it depends on: a multiplication for every partial derivative, of an entry
 * by an entry, that a pass meets.
 */
export interface ModeCost {
  passes: number;
  multiplications: number;
}
