/** `sample`: a program at all points of a curve or a surface. */
import type { ExplainRequest } from "./explain.js";
import type { Failure, NodeId } from "./values.js";

/** An input, or one entry of it counted row by row, that moves in equal steps, both ends included. */
export interface Axis {
  input: string;
  entry?: number;
  from: number;
  to: number;
  count: number;
}
export interface SampleRequest extends Pick<ExplainRequest, "program" | "at" | "output"> {
  /** One for a curve, two for a surface. */
  axes: readonly [Axis] | readonly [Axis, Axis];
  /** Breaks and corners of a curve only. */
  include?: ("gradient" | "breaks" | "corners")[];
  /** Where a curve's derivative is smaller than this, it is dead. */
  dead_below?: number;
}
export interface Samples {
  version: 1;
  ok: true;
  /** The first plane holds the values, then one for the derivative by each axis; the first axis runs along a row. */
  shape: readonly [planes: number, rows: number, columns: number];
  numbers: Float64Array;
  /** No line joins point `after` to the next one: there is a jump, a pole or nothing at `at`. */
  breaks?: { after: number; at: number }[];
  /** The slope changes at once at `at`, which is point `after` or between it and the next one: `node` goes over to another piece. */
  corners?: { after: number; at: number; node: NodeId }[];
  dead_zones?: (readonly [from: number, to: number])[];
}
export type SampleReply = Samples | Failure;
