/** The graph of a program, and the boxes it is drawn as. */
import type { NodeId, Shape, Span, Value } from "./values.js";

export interface GraphNode {
  id: NodeId;
  /** Name of the operation as `describe` lists it; `input` and `constant` for leaves. */
  op: string;
  inputs: NodeId[];
  span: Span;
  shape: Shape;
  /** The name the program gives it, if any. */
  name?: string;
  /** The stage (statement) in which it was written; an input without a statement has none. */
  stage?: number;
  /** Ids of the groups it lies in, outermost first. */
  group: number[];
  /** Literal indices of `index`: [i] or [i, j]. */
  index?: number[];
  /** Numbers that are written after the operands: those of `reshape(x, 1, 2)`. */
  numbers?: number[];
}
export interface Stage {
  id: number;
  name: string;
  node: NodeId;
  span: Span;
}
export interface Group {
  id: number;
  /** Name of the function that was called. */
  name: string;
  span: Span;
  parent: number | null;
  output: NodeId;
}
export interface InputInfo {
  name: string;
  node: NodeId;
  value: Value;
  gradient: Value | null;
  /** Where the value was written: as a literal (then `span` covers the literal), in `at`, or nowhere. */
  source: "literal" | "at" | "default";
  span?: Span;
}

/**
 * What is drawn: a node on its own, or a closed group or stage that its output node stands for.
 * `inputs` are the nodes it reads, in text order (a gate that reads a node twice lists it twice; a region lists it once).
 */
export interface Box {
  node: NodeId;
  inputs: NodeId[];
  /** Local derivative of the box by each of its inputs: null where there is no elementwise one, or the input is constant. */
  partials: (Value | null)[];
  group?: number;
  stage?: number;
}
export interface View {
  boxes: Box[];
}
