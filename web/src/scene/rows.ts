/** Heights: the gates of each column, and the wires that pass it, spaced in the order of first visit. */
import type { NodeId } from "../engine/protocol.js";
import { LANE } from "./metrics.js";
import { type Item, type Segment, spaced } from "./spacing.js";

export interface RowNode {
  id: NodeId;
  column: number;
  /** Room to keep free above and below the wire. */
  half: number;
}
export interface RowWire {
  from: NodeId;
  to: NodeId;
}
export interface Rows {
  /** Height of each node's wire. */
  nodes: Map<NodeId, number>;
  /** For each wire the heights at which it passes the columns between its ends, from left to right. */
  lanes: number[][];
}

/** `wires` in order of first visit; within a column what is visited first stands highest. */
export function rowsOf(nodes: readonly RowNode[], wires: readonly RowWire[]): Rows {
  const indexOf = new Map(nodes.map(({ id }, i) => [id, i]));
  const items: Item[] = nodes.map(({ half }) => ({ half, passing: false }));
  const columnOf = nodes.map(({ column }) => column);
  const segments: Segment[] = [];
  const passes = wires.map(({ from, to }) => {
    const [first, last] = [indexOf.get(from) as number, indexOf.get(to) as number];
    const chain: number[] = [];
    for (let column = (columnOf[first] as number) + 1; column < (columnOf[last] as number); column++) {
      chain.push(items.length);
      items.push({ half: LANE / 2, passing: true });
      columnOf.push(column);
    }
    const stops = [first, ...chain, last];
    for (let i = 1; i < stops.length; i++) segments.push({ from: stops[i - 1] as number, to: stops[i] as number });
    return { first, last, chain };
  });

  const columns: number[][] = [];
  const taken = new Set<number>();
  const take = (item: number) => {
    if (taken.has(item)) return;
    taken.add(item);
    const column = columnOf[item] as number;
    (columns[column] ??= []).push(item);
  };
  for (const { first, last, chain } of passes) for (const item of [last, ...chain, first]) take(item);
  nodes.forEach((_, i) => {
    take(i);
  });

  const heights = spaced(
    items,
    [...columns].map((column) => column ?? []),
    segments,
  );
  return {
    nodes: new Map(nodes.map(({ id }, i) => [id, heights[i] as number])),
    lanes: passes.map(({ chain }) => chain.map((item) => heights[item] as number)),
  };
}
