/** Heights: dagre spaces the gates of each column, and the wires that pass it, in the order of first visit. */

import type { EdgeLabel, GraphLabel, NodeLabel } from "@dagrejs/dagre";
import { Graph, layout } from "@dagrejs/dagre";
import type { NodeId } from "../engine/protocol.js";
import { LANE } from "./metrics.js";

export interface RowNode {
  id: NodeId;
  column: number;
  /** Room to keep free above and below the wire. */
  half: number;
}
export interface RowWire {
  from: NodeId;
  to: NodeId;
  /** Tells the wires between the same two nodes apart. */
  name: string;
}
export interface Rows {
  /** Height of each node's wire. */
  nodes: Map<NodeId, number>;
  /** For each wire the heights at which it passes the columns between its ends, from left to right. */
  lanes: number[][];
}

type DagreGraph = Graph<GraphLabel, NodeLabel, EdgeLabel>;

/** `wires` in order of first visit; within a column what is visited first stands highest. */
export function rowsOf(nodes: readonly RowNode[], wires: readonly RowWire[]): Rows {
  const columns = new Map(nodes.map(({ id, column }) => [String(id), column]));
  const graph: DagreGraph = new Graph({ multigraph: true });
  // Columns are ours: the ranker hands them over, and the root that dagre ties everything to gets one of its own.
  const ranker = (ranked: DagreGraph) => {
    for (const id of ranked.nodes()) ranked.node(id).rank = columns.get(id) ?? -1;
  };
  graph.setGraph({ rankdir: "LR", nodesep: 0, edgesep: LANE, ranksep: 8, ranker } as unknown as GraphLabel);
  for (const { id, half } of nodes) graph.setNode(String(id), { width: 0, height: 2 * half });
  for (const { from, to, name } of wires)
    graph.setEdge({ v: String(from), w: String(to), name }, { minlen: 1, weight: 1 });

  layout(graph, {
    customOrder: (layered) => {
      // dagre counts on a bend in every wire; those between neighbouring columns have none and get one, far away
      for (const edge of layered.edges()) layered.edge(edge).points ??= [{ x: -1e6, y: -1e6 }];
      orderByVisit(layered, nodes, wires);
    },
  });
  const isLong = (from: NodeId, to: NodeId) =>
    (columns.get(String(to)) as number) > (columns.get(String(from)) as number) + 1;
  return {
    nodes: new Map(nodes.map(({ id }) => [id, graph.node(String(id)).y ?? 0])),
    lanes: wires.map(({ from, to, name }) => {
      const points = graph.edge({ v: String(from), w: String(to), name }).points ?? [];
      return isLong(from, to) ? points.slice(1, -1).map(({ y }) => y) : [];
    }),
  };
}

/** Long wires are chains of dummies by now: each takes its place in its column when its wire is first visited. */
function orderByVisit(layered: DagreGraph, nodes: readonly RowNode[], wires: readonly RowWire[]): void {
  const chains = new Map<string, string[]>();
  for (const id of layered.nodes()) {
    const { edgeObj } = layered.node(id);
    if (edgeObj === undefined) continue;
    const key = wireKey(edgeObj.v, edgeObj.w, edgeObj.name);
    const chain = chains.get(key);
    if (chain) chain.push(id);
    else chains.set(key, [id]);
  }
  const filled = new Map<number, number>();
  const take = (id: string) => {
    const label = layered.node(id);
    if (label.order !== undefined) return;
    const order = filled.get(label.rank as number) ?? 0;
    label.order = order;
    filled.set(label.rank as number, order + 1);
  };
  for (const { from, to, name } of wires) {
    take(String(to));
    for (const dummy of chains.get(wireKey(String(from), String(to), name)) ?? []) take(dummy);
    take(String(from));
  }
  for (const { id } of nodes) take(String(id));
}

function wireKey(from: string, to: string, name: string | undefined): string {
  return `${from} ${to} ${name}`;
}
