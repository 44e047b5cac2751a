/** Walking through a circuit: along its wires, and between the operands of one gate. */
import type { NodeId } from "../engine/protocol.js";
import type { Layout, PlacedGate } from "./layout.js";

export type Direction = "left" | "right" | "up" | "down";

/** The node reached from `node`; itself where there is none. Left and right follow wires, up and down stay among siblings. */
export function walk(layout: Layout, node: NodeId, direction: Direction): NodeId {
  const gate = layout.at.get(node);
  if (gate === undefined) return layout.flag.node;
  switch (direction) {
    case "left":
      return layout.into.get(node)?.[0]?.from ?? node;
    case "right":
      return layout.outOf.get(node)?.[0]?.to ?? node;
    case "up":
      return sibling(layout, gate, -1);
    case "down":
      return sibling(layout, gate, 1);
  }
}

/** The next operand of the first gate that reads the node, or else the next gate of its column. */
function sibling(layout: Layout, gate: PlacedGate, offset: 1 | -1): NodeId {
  const reader = layout.outOf.get(gate.node)?.[0];
  const operands = [...new Set((reader ? (layout.into.get(reader.to) ?? []) : []).map(({ from }) => from))];
  const next = operands[operands.indexOf(gate.node) + offset];
  if (next !== undefined) return next;
  const beyond = layout.gates.filter((other) => other.column === gate.column && (other.y - gate.y) * offset > 0);
  return beyond.reduce(
    (nearest, other) => (Math.abs(other.y - gate.y) < Math.abs(nearest.y - gate.y) ? other : nearest),
    beyond[0] ?? gate,
  ).node;
}
