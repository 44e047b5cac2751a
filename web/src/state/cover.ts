/** Covered numbers: which are slots now, which one is asked for, and where play stops for them. */
import type { BackpropStep, Explanation, NodeId, Step } from "../engine/protocol.js";
import type { CoverMode, NumberKey, Time } from "../scene/model.js";

/** The number that a step brings to light. Of several contributions each is its own, the last one makes the sum. */
export function resultKey(known: Step): NumberKey {
  const step = known as BackpropStep; // nothing is covered in forward mode

  switch (step.phase) {
    case "forward":
      return `value:${step.node}`;
    case "start":
      return `gradient:${step.node}`;
    case "backward":
      return step.arrived < step.of ? `contribution:${step.node}.${step.input}` : `gradient:${step.target}`;
  }
}

/**
 * Every number that is a slot at time t: what the mode covers and `revealed` does not hold, and whatever `hidden` holds.
 * Inputs, constants and the start are given.
 */
export function coveredNumbers(
  explanation: Explanation,
  mode: CoverMode,
  revealed: ReadonlySet<NumberKey>,
  time: Time,
  hidden: ReadonlySet<NumberKey> = new Set(),
): Set<NumberKey> {
  const covered = new Set<NumberKey>(hidden);
  if (mode === "next") {
    const asked = askedNumber(explanation, mode, revealed, time);
    if (asked !== null) covered.add(asked);
  } else if (mode !== "off") {
    for (const key of coverable(explanation, mode)) if (!revealed.has(key)) covered.add(key);
  }
  coverHints(explanation, covered);
  return covered;
}

/** A contribution gives its gradient away, and a local derivative the value it was made from: of exp its own output. */
function coverHints({ graph, steps = [], view }: Explanation, covered: Set<NumberKey>): void {
  if (covered.size === 0) return;
  for (const step of steps) {
    if (step.phase !== "backward" || !covered.has(`gradient:${step.target}`)) continue;
    covered.add(`contribution:${step.node}.${step.input}`);
  }
  for (const { node, inputs } of view.boxes) {
    if (FLAT.has(graph.nodes[node]?.op ?? "") || ![node, ...inputs].some((place) => covered.has(`value:${place}`)))
      continue;
    inputs.forEach((_, input) => covered.add(`partial:${node}.${input}`));
  }
}

/** Ops whose local derivative is 0, 1 or −1, and tells nothing of a value. */
const FLAT = new Set(["add", "sub", "neg", "identity", "relu", "abs", "step", "sign", "max", "min", "if"]);

/** The number that the step after t brings to light, if it is covered: "Your turn". Null in flight and where nothing is asked. */
export function askedNumber(
  explanation: Explanation,
  mode: CoverMode,
  revealed: ReadonlySet<NumberKey>,
  time: Time,
): NumberKey | null {
  return Number.isInteger(time) && nextStop(explanation, mode, revealed, time) === time
    ? resultKey(explanation.steps?.[time] as Step)
    : null;
}

/** The first time at or after `from` at which play has to wait for a covered number; null when nothing is in the way. */
export function nextStop(
  explanation: Explanation,
  mode: CoverMode,
  revealed: ReadonlySet<NumberKey>,
  from: Time,
): number | null {
  if (mode === "off") return null;
  const asked = coverable(explanation, mode);
  const steps = explanation.steps ?? [];
  for (let k = Math.ceil(from); k < steps.length; k++) {
    const key = resultKey(steps[k] as Step);
    if (asked.has(key) && !revealed.has(key)) return k;
  }
  return null;
}

/** Everything that a mode covers while nothing is revealed. */
function coverable(explanation: Explanation, mode: CoverMode): ReadonlySet<NumberKey> {
  const { graph, adjoints, view, output, steps = [] } = explanation;
  const keys = new Set<NumberKey>();
  const isLeaf = (node: NodeId) => ["input", "constant"].includes(graph.nodes[node]?.op ?? "");
  for (const { node } of view.boxes) {
    if (mode !== "gradients" && !isLeaf(node)) keys.add(`value:${node}`);
    if (adjoints[node] !== null && node !== output.node) keys.add(`gradient:${node}`);
  }
  if (mode === "next") {
    for (const step of steps) if (step.phase === "backward") keys.add(resultKey(step));
  }
  return keys;
}
