/**
 * The documents between the engine and everything that shows them: types and the one decoder.
 * ARCHITECTURE.md describes them in prose. Spans are 0-based, half-open, in UTF-16 code units.
 */
import type { TrainingTables } from "./protocol-train.js";

/** JSON has no NaN, Infinity or -0: on the wire they are strings. */
export type WireNumber = number | "NaN" | "Infinity" | "-Infinity" | "-0";
export type WireValue = WireNumber | WireNumber[][];

/** A node's value: a number where the shape is 1×1, otherwise rows of numbers. */
export type Value = number | number[][];
export type Shape = readonly [rows: number, columns: number];
export type Span = readonly [begin: number, end: number];
export type NodeId = number;

export interface ExplainRequest {
  program: string;
  /** Values of inputs by name; wins over a literal in the program. A flat list is a column. */
  at?: Record<string, number | number[] | number[][]>;
  /** The stage whose value is the output; the last one unless given. */
  output?: string;
  output_adjoint?: number | number[][];
  /** Built-in functions to open into their definition, by name. */
  expand?: string[];
  /** The picture that `view` and `steps` speak of. */
  zoom?: "gates" | "stages";
  /** Groups (by id) drawn as one box. */
  closed?: number[];
  include?: Part[];
  /** Whose Jacobians are wanted, by name or id; the output's unless given. */
  of?: string | NodeId;
  /** Names of inputs and stages, or ids of nodes, by which Jacobians and derivatives in symbols are wanted; all inputs unless given. */
  by?: (string | NodeId)[];
  /** How often each derivative is taken. */
  order?: number;
  /** The entry of an input, counted row by row, whose differences are wanted at every step width. */
  check_of?: EntryOf;
  /** The entry of an input that moves in forward mode; the first input's first unless given. */
  along?: EntryOf;
  /** A rule that is broken at one node on purpose: gradients, steps and checks are then those of the broken pass. */
  bug?: { rule: string; node: NodeId };
}
export type Part =
  | "steps"
  | "paths"
  | "check"
  | "check_sweep"
  | "derivatives"
  | "code"
  | "jacobian"
  | "shapes"
  | "cost"
  | "tangents"
  | "bugs"
  | "suspects";

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

export interface Path {
  nodes: NodeId[];
  product: number;
}
export interface Check {
  numeric: Value;
  relative_error: number;
}

export interface EntryOf {
  input: string;
  entry: number;
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
  /** What it computes or, backward, goes back through. */
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
  /** Rows and columns by their numbers, in the order that takes matrices column by column. */
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
/** Of all derivatives of the output by all inputs it depends on. */
export interface ModeCost {
  passes: number;
  multiplications: number;
}
export interface Fix {
  span: Span;
  text: string;
}
/** An error or a note. `message` is English for logs and the command line; the page formats `code` and `args`. */
export interface Diagnostic {
  code: string;
  args: Record<string, string | number>;
  span?: Span;
  related?: Span[];
  hint?: string;
  fix?: Fix;
  node?: NodeId;
  message: string;
}

export interface Explanation {
  version: 1;
  ok: true;
  graph: { nodes: GraphNode[]; stages: Stage[]; groups: Group[] };
  inputs: InputInfo[];
  output: { node: NodeId; value: Value };
  primals: Value[];
  /** Null for constants and whatever depends on constants only: no derivative is taken there. */
  adjoints: (Value | null)[];
  view: View;
  steps?: Step[];
  /** By input name; scalar programs only, at most 64 an input. */
  paths?: Record<string, Path[]>;
  /** Inputs with more paths than are listed. */
  truncated_paths?: string[];
  check?: Record<string, Check>;
  /** By input or stage; this and what follows only from the workbench. */
  derivatives?: Record<string, SymbolicDerivative>;
  /** Of every closed box by what it reads. */
  local_derivatives?: { node: NodeId; partials: Record<string, SymbolicDerivative> }[];
  code?: Record<Target, string>;
  /** One entry a line of `code`. */
  code_lines?: Record<Target, CodeLine[]>;
  check_sweep?: CheckReport;
  /** One by each of the request's `by`. */
  jacobian?: Jacobian[];
  /** Of all nodes but constants, and of all gradients. */
  shapes?: { values: ValueShape[]; gradients: GradientShape[] };
  cost?: Record<Jacobian["mode"], ModeCost>;
  /** Forward mode: the entry that moves, absent where there is no input, and how each node does; null like `adjoints`. */
  along?: EntryOf;
  tangents?: (Value | null)[];
  /** The one that was asked for: every gradient here is that of the broken pass. */
  bug?: Bug;
  /** All that can be planted at this point and make a gradient wrong. */
  bugs?: Bug[];
  /** The gates and sums that are wrong, worst first; and all of them, in the order of the backward pass. */
  suspects?: LocalCheck[];
  examined?: LocalCheck[];
  notes: Diagnostic[];
}
export interface Failure {
  version: 1;
  ok: false;
  error: Diagnostic;
}
export type ExplainReply = Explanation | Failure;

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
  include?: ("gradient" | "breaks")[];
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
  dead_zones?: (readonly [from: number, to: number])[];
}
export type SampleReply = Samples | Failure;

/** What an exercise asks for: by name, or by the ids of the picture that the exercise gives. */
export type Asked =
  | { value: string | NodeId }
  | { gradient: string | NodeId }
  /** Of a box by its input number `input`; or of a stage by something that it reads. */
  | { partial: NodeId; input: number }
  | { contribution: NodeId; input: number }
  | { partial: string; by: string }
  | { contribution: string; by: string }
  | { expression: string };
export interface Exercise
  extends Pick<ExplainRequest, "program" | "at" | "output" | "output_adjoint" | "expand" | "zoom" | "closed"> {
  ask: Asked;
  /** A formula holds at every point, a number at this one. */
  form?: "number" | "formula";
  /** To which a number has to be right; otherwise to six digits. */
  decimals?: number;
  /** That a formula may use. */
  names?: string[];
}
export interface GradeRequest {
  exercise: Exercise;
  /** As it was typed. */
  answer: string;
}
export interface Misconception {
  id: string;
  source: "exercise" | "general";
  /** Where it first shows, with the wrong gradient and the right one. */
  name?: string;
  wrong?: number;
  right?: number;
  message: string;
}
export interface Grade {
  version: 1;
  ok: true;
  verdict: "right" | "rounded" | "wrong" | "undecided" | "unreadable";
  /** Of an unreadable answer. */
  error?: Diagnostic;
  remark?: { code: "sign" | "shape" | "transposed" | "entries" | "order" | "here_only"; message: string };
  misconception?: Misconception;
  /** What the answer comes to, and what is right. */
  found?: Value;
  expected?: Value;
  wrong_entries?: (readonly [row: number, column: number])[];
}
export type GradeReply = Grade | Failure;

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
  /** Only from the workbench. */
  training?: TrainingTables;
}

function decodeNumber(wire: unknown): unknown {
  switch (wire) {
    case "NaN":
      return Number.NaN;
    case "Infinity":
      return Number.POSITIVE_INFINITY;
    case "-Infinity":
      return Number.NEGATIVE_INFINITY;
    case "-0":
      return -0;
    default:
      return wire;
  }
}

/** The fields that hold numbers. Only these are decoded, so that a name or text "NaN" stays what it is. */
const NUMERIC = new Set([
  "value",
  "gradient",
  "primals",
  "adjoints",
  "partials",
  "adjoint",
  "partial",
  "contribution",
  "total",
  "product",
  "numeric",
  "relative_error",
  "h",
  "slope",
  "left",
  "right",
  "difference",
  "tangent",
  "tangents",
  "truncation",
  "rounding",
  "samples",
  "at",
  "dead_zones",
  "wrong",
  "right",
]);

function decodeNumbers(wire: unknown): unknown {
  return Array.isArray(wire) ? wire.map(decodeNumbers) : decodeNumber(wire);
}

const WIRE_NUMBER = /"(?:NaN|-?Infinity|-0)"/;

/** Parses a reply of the engine; the only place where wire numbers become numbers. */
export function decodeReply<T>(json: string): T {
  const reply = JSON.parse(json);
  // most replies have nothing to decode
  if (WIRE_NUMBER.test(json)) decodeFields(reply);
  return reply as T;
}

/** In place. The arguments of a message are texts, whatever they are called. */
function decodeFields(document: Record<string, unknown> | unknown[]): void {
  for (const [key, field] of Object.entries(document)) {
    if (NUMERIC.has(key)) (document as Record<string, unknown>)[key] = decodeNumbers(field);
    else if (key !== "args" && typeof field === "object" && field !== null) decodeFields(field as unknown[]);
  }
}

/** Serialises a request. Lone surrogates become U+FFFD, one for one, so spans still fit the text. */
export function encodeRequest(request: object): string {
  return JSON.stringify(request, (_key, value) => {
    if (typeof value === "string") return value.toWellFormed();
    if (typeof value !== "number") return value;
    if (Number.isFinite(value)) return Object.is(value, -0) ? "-0" : value;
    return String(value);
  });
}
