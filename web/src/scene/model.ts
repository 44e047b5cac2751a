/** The words that scenes, components and rooms share: a moment of an explanation and the numbers it shows. */
import type { Explanation, NodeId, Target, Value } from "../engine/protocol.js";

/**
 * Position on the timeline, a real number in [0, steps.length]. At an integer k, k steps are done and the picture rests,
 * showing the trace of step k - 1; between k and k + 1 step k is under way.
 */
export type Time = number;

/** One number on the page. What is linked, covered, revealed, asked about and pointed at is named by such a key. */
export type NumberKey =
  | `value:${NodeId}`
  | `gradient:${NodeId}`
  | `contribution:${NodeId}.${number}`
  | `partial:${NodeId}.${number}`;

/** One entry of a node's matrix. */
export interface Cell {
  node: NodeId;
  row: number;
  column: number;
}

/** Not yet computed, incomplete and zero are three different things. */
export type Progress = "none" | "incomplete" | "final";

export interface Arrival {
  /** The gate that hands it on, and which of its inputs the edge is. */
  from: NodeId;
  input: number;
  amount: Value;
}

export interface NodeMoment {
  value: Value | null;
  /** The gradient so far; null before the first arrival. */
  gradient: Value | null;
  progress: Progress;
  /** What has arrived at the node, in order; `of` how many there will be. */
  arrivals: Arrival[];
  of: number;
}

/** Everything that is known at time t, by node id. */
export interface Moment {
  time: Time;
  /** Steps that are done. */
  done: number;
  /** The step under way, or at rest the one whose trace stays; null at 0. */
  step: number | null;
  /** 0 at the begin of the step under way, 1 at rest. */
  progress: number;
  nodes: NodeMoment[];
}

export type CoverMode = "off" | "next" | "gradients" | "all";

/** What the Code panel shows besides the program itself. */
export type CodeView = Target | "shapes";

/** "How does `of` depend on `by`?" */
export interface Dependence {
  of: NodeId;
  by: NodeId;
}
/** Of derivatives: in denominator layout a gradient has the shape of its value, in numerator layout the transposed one. */
export type MatrixLayout = "denominator" | "numerator";
/** The order in which a matrix is laid out in a line. */
export type VecOrder = "rows" | "columns";

/** What a circuit needs to be drawn; every field is plain data. */
export interface CircuitState {
  explanation: Explanation;
  time: Time;
  /** Numbers that are dotted slots now. */
  covered: ReadonlySet<NumberKey>;
  /** The node whose Why is open. */
  selected: NodeId | null;
  /** Hover, focus and tap: one node linked through sentence, code, program, table and picture. */
  linked: NodeId | null;
  /** The input being dragged; paths from it to the output are thick. */
  dragged: NodeId | null;
  /** One path that is pointed at, node by node from the output: thick as well. */
  route?: readonly NodeId[] | null;
}

/**
 * Events of the circuit's components. All bubble and are composed; `detail` is given here.
 * The room listens; components never change what they were given.
 */
export interface CircuitEvents {
  /** Why this number? */
  "number-why": { key: NumberKey };
  /** A node was clicked or Enter was pressed on it. */
  "node-select": { node: NodeId };
  "node-link": { node: NodeId | null };
  "route-link": { route: readonly NodeId[] | null };
  /** `entry` is the row and column within a matrix. */
  "input-change": {
    node: NodeId;
    entry: readonly [row: number, column: number];
    value: number;
    gesture: "start" | "move" | "end";
    /** What the same hand moves with it: a point on a map has two inputs. */
    also?: { node: NodeId; entry: readonly [row: number, column: number]; value: number };
  };
  "group-toggle": { node: NodeId; group: number | null };
  "cover-reveal": { key: NumberKey };
  "cover-answer": { key: NumberKey; text: string };
  "time-change": { time: Time; playing: boolean };
}
