/** `explain`: one request in, one explanation or failure out. */
import type { Bug, Check, CheckReport, LocalCheck } from "./checks.js";
import type {
  CodeLine,
  GradientShape,
  Jacobian,
  ModeCost,
  SymbolicDerivative,
  Target,
  ValueShape,
} from "./derivatives.js";
import type { GraphNode, Group, InputInfo, Stage, View } from "./graph.js";
import type { Step } from "./steps.js";
import type { Diagnostic, EntryOf, Failure, NodeId, Value } from "./values.js";

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

export interface Path {
  nodes: NodeId[];
  product: number;
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
  /** All that can be planted at this point, make a gradient wrong and can be measured. */
  bugs?: Bug[];
  /** The gates and sums that are wrong, worst first; and all of them, in the order of the backward pass. */
  suspects?: LocalCheck[];
  examined?: LocalCheck[];
  notes: Diagnostic[];
}
export type ExplainReply = Explanation | Failure;
