/** What every part of the picture is drawn from: the state, its layout, and the moment that is to be seen. */
import type { BackwardStep, Explanation, NodeId, Step, TangentStep, Value } from "../engine/protocol.js";
import { IS_SITE } from "../product.js";
import type { Layout, PlacedGate, Wire } from "./layout.js";
import type { Mark } from "./marks.js";
import type { Point, Rect } from "./metrics.js";
import type { CircuitState, Moment, NumberKey } from "./model.js";
import type { Motion } from "./motion-forward.js";
import { nodeAt } from "./names.js";
import type { Side } from "./places.js";
import { momentAt, stepDuration, stepsOf } from "./timeline.js";

/** The few words in the picture, in the reader's language. */
export interface PictureWords {
  value: string;
  /** "gradient ∂f/∂·", of the output by its name; a layout that is not the usual one is named too. */
  gradient(output: string, isTurned: boolean): string;
  /** "derivative ∂·/∂x", of the entry that moves in forward mode; only on the site. */
  tangent?(along: string): string;
  /** "1 of 2" */
  arrived(arrived: number, of: number): string;
  /** "Σ of 7" */
  sumOf(contributions: number): string;
  /** "first NaN here" */
  first(text: string): string;
}

export interface PictureOptions {
  words: PictureWords;
  /** Rest frames only: reduced motion, print and pictures. */
  still?: boolean;
  /** Gates of operations that have a definition open into it. */
  ops?: ReadonlyMap<string, { definition?: string }>;
  /** The explanation before the drag: gradients that have changed since and are off its paths are underlined. */
  before?: Explanation | null;
  /** Nothing of the last step stays: it says something while stepping, and nothing on paper. */
  traceless?: boolean;
  /** The number that is being asked for: its slot is a field. */
  asked?: NumberKey | null;
  /** Numbers that cannot be seen may stay what they were. */
  labels?: (gate: PlacedGate, draw: () => readonly Mark[]) => readonly Mark[];
  /** What lies over everything; where there is a `focus`, that is what a camera holds. */
  over?: (picture: Picture) => { marks: readonly Mark[]; focus: Rect } | null;
  /** How small matrices travel; without it their shapes do. */
  grids?: {
    copyOf(key: string, side: Side, at: Point, value: Value, opacity: number): Mark[] | null;
    elementwiseBackward(picture: Picture, step: BackwardStep, elapsed: number): Motion | null;
  };
}

export interface Picture extends PictureOptions {
  state: CircuitState;
  explanation: Explanation;
  layout: Layout;
  moment: Moment;
  /** The step that is under way, or whose trace stays; null before the first. */
  action: Step | null;
  /** Milliseconds into the step while something moves, null in a rest frame. */
  elapsed: number | null;
  /** The gates and wires on the paths from the dragged input to the output. */
  dragged: ReadonlySet<NodeId>;
}

/** From here on a step shows its rest frame; what remains of it is for reading. */
export function landing(step: Step, isProduct: boolean): number {
  if (step.phase === "start") return 400;
  if (step.phase === "forward") return isProduct ? 2300 : 1120;
  if (step.rule !== undefined && Array.isArray(step.contribution)) return 2290;
  return (step.of > 1 ? 1770 : 1490) + (IS_SITE && step.phase === "backward" && isSpread(step) ? SPREAD : 0);
}

/** For what was spread over a row or a column to come together again. */
export const SPREAD = 400;
export function isSpread({ rule, adjoint, contribution }: BackwardStep): boolean {
  return rule === undefined && [adjoint].flat(2).length > [contribution].flat(2).length;
}

export function pictureOf(state: CircuitState, layout: Layout, options: PictureOptions): Picture {
  const { explanation } = state;
  const now = momentAt(explanation, state.time);
  const step = now.step === null ? null : (stepsOf(explanation)[now.step] as Step);
  const underWay = now.progress < 1 && step !== null;
  const elapsed = underWay ? now.progress * stepDuration(explanation, now.step as number) : null;
  const isProduct = step !== null && nodeAt(explanation, step.node).op === "matmul";
  const resting = elapsed === null || options.still === true || elapsed >= landing(step as Step, isProduct);
  return {
    ...options,
    state,
    explanation,
    layout,
    moment: underWay && resting ? momentAt(explanation, now.done + 1) : now,
    action: options.traceless === true ? null : step,
    elapsed: resting ? null : elapsed,
    dragged: state.dragged === null ? new Set() : between(layout, state.dragged, explanation.output.node),
  };
}

/** The nodes on paths from one node to another. */
function between(layout: Layout, from: NodeId, to: NodeId): Set<NodeId> {
  const below = new Set([from]);
  for (const gate of layout.gates) if (gate.operands.some(({ node }) => below.has(node))) below.add(gate.node);
  const above = new Set([to]);
  for (const gate of [...layout.gates].reverse())
    if (above.has(gate.node)) for (const { node } of gate.operands) above.add(node);
  return new Set([...below].filter((node) => above.has(node)));
}

export function gateAt({ layout }: Picture, node: NodeId): PlacedGate | undefined {
  return layout.at.get(node);
}

/** The wire on which a step hands its contribution on. */
export function wireOf({ layout }: Picture, step: BackwardStep | TangentStep): Wire | undefined {
  return layout.into.get(step.node)?.find(({ input }) => input === step.input);
}

export function isCovered({ state }: Picture, key: NumberKey): boolean {
  return state.covered.has(key);
}

export function valueKey(node: NodeId): NumberKey {
  return `value:${node}`;
}
export function gradientKey(node: NodeId): NumberKey {
  return `gradient:${node}`;
}
export function partialKey(node: NodeId, input: number): NumberKey {
  return `partial:${node}.${input}`;
}
export function contributionKey(node: NodeId, input: number): NumberKey {
  return `contribution:${node}.${input}`;
}
