/** What a number key speaks of. */
import type { BackwardStep, Box, Explanation, NodeId, Value } from "../engine/protocol.js";
import type { NodeWords } from "./message.js";
import type { NumberKey } from "./model.js";
import { boxOf, nodeWords } from "./names.js";
import { gateWords } from "./sentence-parts.js";

export type NumberKind = "value" | "gradient" | "contribution" | "partial";

export interface Place {
  kind: NumberKind;
  node: NodeId;
  /** Which input of the gate; only contributions and local derivatives lie on an edge. */
  input: number;
}

export function placeOf(key: NumberKey): Place {
  const [kind, place = ""] = key.split(":");
  const [node = 0, input = 0] = place.split(".").map(Number);
  return { kind: kind as NumberKind, node, input };
}

/** The last part of a message id, and its arguments: `gate` hands something to `node`. */
export function keyWords(
  explanation: Explanation,
  key: NumberKey,
): { id: NumberKind; args: Record<string, NodeWords> } {
  const { kind, node, input } = placeOf(key);
  if (kind === "value" || kind === "gradient") return { id: kind, args: { node: nodeWords(explanation, node) } };
  const box = boxAt(explanation, node);
  return {
    id: kind,
    args: { gate: gateWords(explanation, box), node: nodeWords(explanation, box.inputs[input] ?? node) },
  };
}

export function boxAt(explanation: Explanation, node: NodeId): Box {
  return boxOf(explanation, node) ?? { node, inputs: [], partials: [] };
}

/** The number behind a key; null where there is none: gradients of constants, local derivatives of matrix products. */
export function numberAt(explanation: Explanation, key: NumberKey): Value | null {
  const { kind, node, input } = placeOf(key);
  switch (kind) {
    case "value":
      return explanation.primals[node] ?? null;
    case "gradient":
      return explanation.adjoints[node] ?? null;
    case "partial":
      return boxAt(explanation, node).partials[input] ?? null;
    case "contribution":
      return arrivals(explanation).find((step) => step.node === node && step.input === input)?.contribution ?? null;
  }
}

/** Every backward step, or those that arrive at one node. */
export function arrivals(explanation: Explanation, target?: NodeId): BackwardStep[] {
  return (explanation.steps ?? []).filter(
    (step): step is BackwardStep => step.phase === "backward" && (target === undefined || step.target === target),
  );
}
