/** What is known at any moment of an explanation, and how moments follow each other in time. */
import type { BackpropStep, Explanation, NodeId, Step, Value } from "../engine/protocol.js";
import { IS_SITE } from "../product.js";
import { isForwardMode, isStill } from "./forward-mode.js";
import { constantsInside } from "./gates.js";
import type { Moment, NodeMoment, Progress, Time } from "./model.js";
import { once } from "./once.js";

/** Milliseconds at 1×, the time to read the sentence included. */
const DURATION: Record<Step["phase"], number> = { forward: 2400, start: 2400, backward: 3600, tangent: 3600 };

export function stepsOf(explanation: Explanation): readonly Step[] {
  return explanation.steps ?? [];
}

/** 0 for a step that shows nothing: the minus of a constant that is drawn inside its gate. */
export function stepDuration(explanation: Explanation, step: number): number {
  return durationsOf(explanation)[step] ?? 0;
}

export function totalDuration(explanation: Explanation): number {
  return durationsOf(explanation).reduce((sum, duration) => sum + duration, 0);
}

/** Milliseconds at 1× from the begin to `time`. */
export function toMilliseconds(explanation: Explanation, time: Time): number {
  const durations = durationsOf(explanation);
  let sum = 0;
  for (const [step, duration] of durations.entries()) {
    if (time <= step) break;
    sum += duration * Math.min(1, time - step);
  }
  return sum;
}

/** The inverse; steps that take no time are skipped. */
export function toTime(explanation: Explanation, milliseconds: number): Time {
  const durations = durationsOf(explanation);
  let rest = Math.max(0, milliseconds);
  for (const [step, duration] of durations.entries()) {
    if (rest < duration) return step + rest / duration;
    rest -= duration;
  }
  return durations.length;
}

/** The next (or, with -1, the previous) rest at which the picture has changed. */
export function restFrom(explanation: Explanation, time: Time, direction: 1 | -1): Time {
  const durations = durationsOf(explanation);
  let rest = direction === 1 ? Math.floor(time) + 1 : Math.ceil(time) - 1;
  while (rest > 0 && rest < durations.length && durations[rest - 1] === 0) rest += direction;
  return Math.min(durations.length, Math.max(0, rest));
}

const durationsOf = once((explanation: Explanation): readonly number[] => {
  const inside = constantsInside(explanation);
  return stepsOf(explanation).map((step) => (inside.has(step.node) ? 0 : DURATION[step.phase]));
});

/** Everything that is known at `time`: what the steps that are done have shown. O(nodes + steps). */
export function momentAt(explanation: Explanation, time: Time): Moment {
  const steps = stepsOf(explanation);
  const now = Math.min(steps.length, Math.max(0, Number.isFinite(time) ? time : 0));
  const done = Math.floor(now);
  const under = now - done;
  const nodes = atTheBegin(explanation, steps);
  for (let i = 0; i < done; i++) {
    if (IS_SITE && isForwardMode(explanation)) applyForwardMode(nodes, steps[i] as Step, explanation);
    else apply(nodes, steps[i] as BackpropStep);
  }
  if (done === steps.length) fillAtTheEnd(explanation, nodes);
  return {
    time: now,
    done,
    step: under > 0 ? done : done > 0 ? done - 1 : null,
    progress: under > 0 ? under : 1,
    nodes,
  };
}

/** Inputs and constants have their values before the first step. */
function atTheBegin(explanation: Explanation, steps: readonly Step[]): NodeMoment[] {
  const expected = new Map<NodeId, number>();
  for (const step of steps) {
    if (step.phase === "backward") expected.set(step.target, step.of);
    if (IS_SITE && step.phase === "tangent") expected.set(step.node, step.of);
  }
  return explanation.graph.nodes.map(({ id, op }) => ({
    value: op === "input" || op === "constant" ? (explanation.primals[id] ?? null) : null,
    gradient: null,
    progress: "none" as Progress,
    arrivals: [],
    of: expected.get(id) ?? 0,
  }));
}

function apply(nodes: NodeMoment[], step: BackpropStep): void {
  const node = nodes[step.phase === "backward" ? step.target : step.node] as NodeMoment;
  switch (step.phase) {
    case "forward":
      node.value = step.value;
      break;
    case "start":
      finish(node, step.adjoint);
      break;
    case "backward":
      node.gradient = step.total;
      node.progress = step.arrived === step.of ? "final" : "incomplete";
      node.arrivals.push({ from: step.node, input: step.input, amount: step.contribution });
  }
}

function applyForwardMode(nodes: NodeMoment[], step: Step, explanation: Explanation): void {
  const settle = (id: NodeId) => finish(nodes[id] as NodeMoment, explanation.tangents?.[id] ?? null);
  if (step.phase === "tangent") {
    const node = nodes[step.node] as NodeMoment;
    node.gradient = step.total;
    node.progress = step.arrived === step.of ? "final" : "incomplete";
    node.arrivals.push({ from: step.source, input: step.input, amount: step.contribution });
  } else if (step.phase === "forward") {
    apply(nodes, step);
    if (isStill(explanation, step.node)) settle(step.node);
  } else {
    // the direction is told as a whole: one entry moves, every other input stays
    for (const { node } of explanation.inputs) settle(node);
  }
}

function finish(node: NodeMoment, gradient: Value | null): void {
  node.gradient = gradient;
  node.progress = "final";
}

/** Nodes inside closed boxes have no steps, and what does not reach the output learns its zero only when all is done. */
function fillAtTheEnd(explanation: Explanation, nodes: NodeMoment[]): void {
  for (const [id, node] of nodes.entries()) {
    node.value ??= explanation.primals[id] ?? null;
    const adjoint = ((IS_SITE && explanation.tangents) || explanation.adjoints)[id] ?? null;
    if (node.progress === "none" && adjoint !== null) finish(node, adjoint);
  }
}

type Bezier = readonly [x1: number, y1: number, x2: number, y2: number];
const TRAVEL: Bezier = [0.4, 0, 0.2, 1];
const ARRIVE: Bezier = [0, 0, 0.2, 1];

/** How far a phase from `begin` to `end` (ms within the step) has come, linearly: 0 before it, 1 after it. */
export function phase(milliseconds: number, begin: number, end: number): number {
  return Math.min(1, Math.max(0, (milliseconds - begin) / (end - begin)));
}

export function travel(progress: number): number {
  return ease(TRAVEL, progress);
}

export function arrive(progress: number): number {
  return ease(ARRIVE, progress);
}

/** CSS's cubic-bezier, by bisection: eases must be exact at 0 and 1 and the same in every browser. */
function ease([x1, y1, x2, y2]: Bezier, x: number): number {
  if (x <= 0 || x >= 1) return Math.min(1, Math.max(0, x));
  const at = (a: number, b: number, t: number) => 3 * a * t * (1 - t) ** 2 + 3 * b * t * t * (1 - t) + t ** 3;
  let [low, high] = [0, 1];
  for (let i = 0; i < 30; i++) {
    const middle = (low + high) / 2;
    if (at(x1, x2, middle) < x) low = middle;
    else high = middle;
  }
  return at(y1, y2, low);
}
