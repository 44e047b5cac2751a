/**
 * Forward mode, as a second animation of the same circuit: below each stem stands how its value moves when one entry of
 * one input does, and that travels with the values.
 */
import type { BackwardStep, Explanation, NodeId, Step, TangentStart, TangentStep } from "../engine/protocol.js";
import { IS_SITE } from "../product.js";
import { isTurned } from "./arranged.js";
import { entryName } from "./entries.js";
import type { Phrase } from "./message.js";
import { nodeWords } from "./names.js";
import { once } from "./once.js";
import type { Picture } from "./picture.js";
import { isZero } from "./values.js";

export function isForwardMode(explanation: Explanation): boolean {
  return IS_SITE && explanation.tangents !== undefined;
}

/** The steps that backprop does not have; a value is a value in either. */
export function isOfForwardMode(step: Step): step is TangentStart | TangentStep {
  return "tangent" in step;
}

/** What the numbers below the wires are. */
export function belowWords({ explanation, words, layout }: Picture): string {
  if (IS_SITE && isForwardMode(explanation)) return words.tangent?.(alongName(explanation)) ?? "";
  return words.gradient(layout.flag.label, isTurned(explanation));
}

/** What moves: `x`, `W[0, 1]`. */
export function alongName({ along, inputs }: Explanation): string {
  const input = inputs.find(({ name }) => name === along?.input);
  return input === undefined ? "" : entryName(input, along?.entry ?? 0);
}

export function alongNode({ along, inputs }: Explanation): NodeId | null {
  return inputs.find(({ name }) => name === along?.input)?.node ?? null;
}

/** `∂q/∂x`, both ends linked. */
export function tangentSymbol(explanation: Explanation, node: NodeId): Phrase {
  const along = alongNode(explanation);
  const below = along === null ? "" : { node: along, text: alongName(explanation) };
  return ["∂", nodeWords(explanation, node), "/∂", below];
}

/** Every step of forward mode, or those that arrive at one node. */
export function tangentSteps({ steps = [] }: Explanation, node?: NodeId): TangentStep[] {
  return steps.filter(
    (step): step is TangentStep => step.phase === "tangent" && (node === undefined || step.node === node),
  );
}

const moving = once(
  (explanation: Explanation): ReadonlySet<NodeId> => new Set(tangentSteps(explanation).map(({ node }) => node)),
);

/** Whether nothing of what moves reaches a node. It is known to stay as soon as it has a value. */
export function isStill(explanation: Explanation, node: NodeId): boolean {
  const tangent = explanation.tangents?.[node] ?? null;
  if (tangent === null) return false;
  return !moving(explanation).has(node) && isZero(tangent);
}

/** The edge of a step, for what treats both directions alike: `adjoint` is what comes in, `target` the other end. */
export function edgeOf(step: TangentStep): BackwardStep {
  const { source, tangent, rule } = step;
  const edge: BackwardStep = { ...step, phase: "backward", target: source, adjoint: tangent };
  // on a tag the other factor stands alone: · x, or W ·
  return rule === undefined ? edge : { ...edge, rule: rule.replace("tangent", "·") };
}
