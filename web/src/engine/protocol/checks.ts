/** What differences say of gradients, and of gates that were broken on purpose. */
import type { EntryOf, NodeId, Value } from "./values.js";

export interface Check {
  numeric: Value;
  relative_error: number;
}

/** What measuring says of an entry of a gradient. */
export interface EntryCheck {
  finding: "agrees" | "corner" | "jump" | "differs" | "not_finite";
  gradient: number;
  numeric: number;
  relative_error: number;
  /** Where the corner or the jump is, or the first number that is not finite. */
  node?: NodeId;
  /** The slopes to both sides of a corner or a jump. */
  left?: number;
  right?: number;
}
/** Differences at one step width `h`: central, to the left, to the right; `difference` is that of `slope` and gradient. */
export interface SweepPoint {
  h: number;
  slope: number;
  left: number;
  right: number;
  difference: number;
  /** A gate that is on another piece at x + h than at x − h. */
  corner?: NodeId;
}
export interface Sweep extends EntryOf {
  /** From the widest h to the narrowest. */
  points: SweepPoint[];
  /** Which point is nearest to the gradient. */
  best: number;
  /** Theory: the difference is `truncation` · h², plus at most about `rounding` / h. */
  truncation: number;
  rounding: number;
}
export interface CheckReport {
  /** By input, entries row by row. */
  entries: Record<string, EntryCheck[]>;
  /** Of the entry in `check_of`. */
  sweep?: Sweep;
}

/** A broken rule: of a gate, or of the sum where contributions meet at a node. `text` is English. */
export interface Bug {
  rule: string;
  node: NodeId;
  breaks: "gate" | "sum";
  text: string;
}
/** What a gate handed back, or without `input` what a node took for the sum, beside what numbers alone say of it. */
export interface LocalCheck {
  node: NodeId;
  input?: number;
  /** The entry that is furthest off, counted row by row. */
  entry: number;
  finding: EntryCheck["finding"];
  /** The local derivative where all is single numbers, otherwise what was handed back. */
  used: number;
  measured: number;
  relative_error: number;
}
