/** The steps of both passes, in the order in which they are computed. */
import type { NodeId, Value } from "./values.js";

export interface StartStep {
  phase: "start";
  node: NodeId;
  adjoint: Value;
}
export interface ForwardStep {
  phase: "forward";
  node: NodeId;
  value: Value;
}
/** One `+=`: `adjoint` × `partial` = `contribution` arrives at `target`, whose sum so far is `total`. */
export interface BackwardStep {
  phase: "backward";
  node: NodeId;
  /** Which of the box's inputs; `target` is the node behind it. */
  input: number;
  target: NodeId;
  adjoint: Value;
  /** Absent where there is no elementwise local derivative; `rule` then says what is computed. */
  partial?: Value;
  rule?: string;
  contribution: Value;
  total: Value;
  /** This is arrival number `arrived` of `of`; the sum is final when they are equal. */
  arrived: number;
  of: number;
}
/** Forward mode begins here: the input that moves, with 1 at the entry that does. */
export interface TangentStart {
  phase: "start";
  node: NodeId;
  tangent: Value;
}
/** One `+=` of forward mode: `tangent` × `partial` = `contribution` arrives at `node`, whose sum so far is `total`. */
export interface TangentStep {
  phase: "tangent";
  node: NodeId;
  /** Which of the box's inputs; `source` is the node behind it. */
  input: number;
  source: NodeId;
  tangent: Value;
  /** Absent where there is no elementwise local derivative; `rule` then says what is computed. */
  partial?: Value;
  rule?: string;
  contribution: Value;
  total: Value;
  arrived: number;
  of: number;
}
/**
 * Order: every forward step, the start, every backward step. In forward mode the start, then of each gate its forward step
 * and what arrives there.
 */
export type Step = BackpropStep | TangentStart | TangentStep;
export type BackpropStep = StartStep | ForwardStep | BackwardStep;
