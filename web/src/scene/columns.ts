/** Which column each gate stands in, and in which order from top to bottom, before there are coordinates. */
import type { NodeId } from "../engine/protocol.js";
import type { Gate } from "./gates.js";

/** An input this many columns before its first reader still stands at the left edge; later ones stand beside their reader. */
const LEFT_WITHIN = 3;

/**
 * Columns from 0 at the left. Gates stand as far left as they can, so that equal parts of a circuit line up. `compact`
 * keeps every node next to its first reader instead: on a phone gate and inputs must fit beside each other.
 */
export function columnsOf(gates: readonly Gate[], compact = false): Map<NodeId, number> {
  const columns = new Map<NodeId, number>();
  for (const { node, operands } of gates) {
    columns.set(
      node,
      operands.reduce((column, operand) => Math.max(column, (columns.get(operand.node) ?? 0) + 1), 0),
    );
  }
  const firstReader = new Map<NodeId, number>();
  for (const gate of [...gates].reverse()) {
    const reader = firstReader.get(gate.node);
    let column = columns.get(gate.node) as number;
    if (reader !== undefined && (compact || (gate.operands.length === 0 && reader > LEFT_WITHIN))) column = reader - 1;
    columns.set(gate.node, column);
    for (const { node } of gate.operands) firstReader.set(node, Math.min(column, firstReader.get(node) ?? column));
  }
  const first = Math.min(...columns.values());
  for (const [node, column] of columns) columns.set(node, column - first);
  return columns;
}

/**
 * Nodes in order of first visit, walking back from the output along operands in text order. What does not reach the
 * output follows, the latest gates first. Visits each wire once, also on deep graphs: no recursion.
 */
export function visitOrder(gates: readonly Gate[], output: NodeId): { gate: Gate; operand: number }[] {
  const byNode = new Map(gates.map((gate) => [gate.node, gate]));
  const visited = new Set<NodeId>();
  const wires: { gate: Gate; operand: number }[] = [];
  for (const root of [output, ...gates.map(({ node }) => node).reverse()]) {
    const stack = [{ node: root, reader: null as { gate: Gate; operand: number } | null }];
    for (let next = stack.pop(); next; next = stack.pop()) {
      if (next.reader) wires.push(next.reader);
      const gate = byNode.get(next.node);
      if (gate === undefined || visited.has(next.node)) continue;
      visited.add(next.node);
      for (let operand = gate.operands.length - 1; operand >= 0; operand--) {
        const { node } = gate.operands[operand] as Gate["operands"][number];
        stack.push({ node, reader: { gate, operand } });
      }
    }
  }
  return wires;
}
