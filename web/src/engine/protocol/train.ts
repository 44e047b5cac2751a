/** `train`: a net, or a program of the language, that is walked downhill. */
import type { ExplainRequest } from "./explain.js";
import type { Failure, Value } from "./values.js";

export interface Layer {
  /** Outputs × inputs. */
  W: number[][];
  /** A column; only of nets with biases. */
  b?: number[][];
}

export interface OptimizerChoice {
  name: string;
  learning_rate?: number;
  momentum?: number;
  beta1?: number;
  beta2?: number;
  alpha?: number;
  epsilon?: number;
  weight_decay?: number;
  schedule?: { name: string; factor?: number; every?: number; warm_up?: number };
}

interface AnyRequest {
  optimizer: OptimizerChoice;
  steps: number;
  every?: number;
  /** How the frames travel; they arrive the same. Binary unless asked otherwise. */
  format?: "nested" | "binary";
}

export interface TrainRequest extends AnyRequest {
  /** The number of inputs, then the units of each layer. */
  layers: number[];
  activations: string[];
  bias?: boolean;
  loss: string;
  data: { inputs: number[][]; targets: number[][] } | { name: string; samples?: number; noise?: number; seed?: number };
  initial: { scheme: string; scale?: number; seed?: number } | { layers: Layer[] };
  /** Samples an update; 0 for all. */
  batch?: number;
  shuffle?: boolean;
  order_seed?: number;
  l1?: number;
  l2?: number;
  record?: ("loss" | "parameters" | "gradients" | "gradient_norms" | "activations" | "outputs" | "distinct_units")[];
  histogram?: { from: number; to: number; bins: number };
  state?: TrainState;
  /** One run each. */
  seeds?: number[];
}

/** A program whose output is walked down by moving some of its inputs, all of them unless named. */
export interface DescentRequest extends AnyRequest {
  program: string;
  parameters?: string[];
  at?: ExplainRequest["at"];
  output?: string;
  record?: ("loss" | "parameters" | "gradients")[];
  state?: DescentState;
}

/** Where a run is; with its request, all that is needed to go on from there. */
export interface TrainState {
  step: number;
  layers: Layer[];
  slots: Layer[][];
  order: { generator: string[]; taken: number };
}
export interface DescentState {
  step: number;
  parameters: Record<string, Value>;
  slots: Record<string, Value>[];
}

export interface TrainFrame {
  /** Updates so far. */
  step: number;
  loss?: number;
  layers?: Layer[];
  gradients?: Layer[];
  gradient_norms?: number[];
  /** Of each layer; two units differ in a weight or in the bias. */
  distinct_units?: number[];
  /** A value is saturated where its slope is below 0.05; what lies outside the histogram is in its first or last bin. */
  activations?: { mean: number; variance: number; saturated: number; histogram: number[] }[];
  /** A row a sample. */
  outputs?: number[][];
}
export interface DescentFrame {
  step: number;
  loss: number;
  parameters?: Record<string, Value>;
  gradients?: Record<string, Value>;
}

export interface Stop {
  step: number;
  /** Counted from 0; null where it is no layer's. */
  layer: number | null;
  /** Of a program: its first value that is not finite. */
  node?: number;
  /** The first of these that is not finite. */
  what: "parameters" | "sums" | "activations" | "values" | "loss" | "gradient";
  /** In English. */
  why: string;
}

export interface Run<Frame, State> {
  frames: Frame[];
  state: State;
  /** Why it ended early. */
  stopped: Stop | null;
}
export type TrainRun = Run<TrainFrame, TrainState>;
export type DescentRun = Run<DescentFrame, DescentState>;

interface Answer {
  version: 1;
  ok: true;
}
export type Training = Answer & TrainRun;
/** One run a seed, in the order of `seeds`. */
export type Trainings = Answer & { runs: (TrainRun & { seed: number })[] };
export type Descent = Answer & DescentRun;

/** What a request asks for, it gets. */
export type TrainReply<Request extends TrainRequest | DescentRequest> =
  | Failure
  | (Request extends { program: string } ? Descent : Request extends { seeds: number[] } ? Trainings : Training);

/** What the module of the labs answers to `describe`. */
export interface TrainingDescription extends Answer {
  training: TrainingTables;
}
/** What a request may name, each with its formula. */
export interface TrainingTables {
  activations: string[];
  initializers: TableEntry[];
  losses: TableEntry[];
  /** With the settings that each has, and what they are unless set. */
  optimizers: (TableEntry & { settings: Record<string, number> })[];
  /** With the names of what each can be set to. */
  schedules: (TableEntry & { settings: string[] })[];
  /** Of so many inputs; so many samples unless asked otherwise; targets are classes, 0 and 1, or numbers to be met. */
  data: (TableEntry & { inputs: number; samples: number; classes: boolean })[];
}
export interface TableEntry {
  name: string;
  formula: string;
  summary: string;
}
