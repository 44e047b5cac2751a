/** What planted bugs and their gates are called. */
import type { Bug, Explanation, NodeId } from "../engine/protocol.js";
import { msg } from "../locales/index.js";
import { isNamed, nodeName, shortFormula } from "../scene/names.js";

/** `h = g × z`; what arrives at a node arrives at its name. */
export function gateTitle(explanation: Explanation, node: NodeId, breaks: Bug["breaks"] = "gate"): string {
  const isLeaf = explanation.graph.nodes[node]?.inputs.length === 0;
  if (breaks === "sum" || isLeaf || !isNamed(explanation, node)) return nodeName(explanation, node);
  return `${nodeName(explanation, node)} = ${shortFormula(explanation, node)}`;
}

export function bugWords(explanation: Explanation, { node, rule, breaks }: Bug): string {
  return msg("bug-banner-known", { gate: gateTitle(explanation, node, breaks), rule: msg(`bug-rule-${rule}`) });
}
