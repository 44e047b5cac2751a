/** Where everything stands: gates in columns, stems, ports, wires. Depends on the structure only, never on a value. */
import type { Explanation, NodeId } from "../engine/protocol.js";
import { isShaped, isTurned } from "./arranged.js";
import { columnsOf, visitOrder } from "./columns.js";
import { type Curve, pathOf } from "./curves.js";
import { type Frame, framesOf } from "./frames.js";
import { type Gate, gatesOf } from "./gates.js";
import { halfOf, ledgerLines, topOf } from "./headroom.js";
import { MARGIN, NUMBER_SIZE, type Point, type Rect, ROW_PITCH, STEM, textWidth } from "./metrics.js";
import { nodeAt } from "./names.js";
import { type ColumnX, columnsAcross, curvesOf, portOf, type Route, routeOf } from "./routes.js";
import { rowsOf } from "./rows.js";

export interface PlacedGate extends Gate {
  /** Centre of the box; its wire leaves at height y. */
  x: number;
  y: number;
  column: number;
  /** The stem runs from the box to the branch dot. */
  stemX: number;
  dotX: number;
  /** How many wires branch off after the dot. */
  readers: number;
  /** Lines of caption for which there is room under the gradient. */
  ledgerLines: 1 | 2;
}

export interface Wire {
  from: NodeId;
  to: NodeId;
  /** Which of the box's inputs it is. */
  input: number;
  /** From the branch dot to the port. */
  curves: Curve[];
  path: string;
  port: Point;
  /** Centre of the tag that carries the local derivative. */
  tag: Point;
}

/** The flag at the output, at the end of its wire. */
export interface Flag extends Rect {
  label: string;
  node: NodeId;
  path: string;
}

export interface Layout {
  width: number;
  height: number;
  gates: PlacedGate[];
  at: ReadonlyMap<NodeId, PlacedGate>;
  wires: Wire[];
  /** In text order, from the topmost port down. */
  into: ReadonlyMap<NodeId, Wire[]>;
  outOf: ReadonlyMap<NodeId, Wire[]>;
  flag: Flag;
  frames: Frame[];
  legend: Rect;
}

export interface LayoutOptions {
  /** Every node next to its first reader: for a phone. */
  compact?: boolean;
}

const FLAG: NodeId = -1;
const FLAG_HEIGHT = 28;
const LEGEND: Rect = { x: MARGIN, y: 10, width: 150, height: 46 };
/** It names the layout too. */
const WIDE_LEGEND = 232;

/** Two explanations with the same key have the same layout. */
export function layoutKey(explanation: Explanation): string {
  const { graph, view, output, primals } = explanation;
  const boxes = view.boxes.map(({ node, inputs, group, stage }) => {
    const { op, shape, name, index, group: groups } = nodeAt(explanation, node);
    return [node, op, inputs, shape, name, index, groups, group, stage, op === "constant" ? primals[node] : 0];
  });
  return JSON.stringify([
    output.node,
    boxes,
    graph.groups.map(({ name }) => name),
    isTurned(explanation),
    isShaped(explanation),
  ]);
}

export function layoutCircuit(explanation: Explanation, { compact = false }: LayoutOptions = {}): Layout {
  const legend = isTurned(explanation) ? { ...LEGEND, width: WIDE_LEGEND } : LEGEND;
  const gates = gatesOf(explanation);
  const columns = columnsOf(gates, compact);
  const columnOf = (node: NodeId) => columns.get(node) as number;
  alignPills(gates, columnOf);
  const visits = visitOrder(gates, explanation.output.node).map(({ gate, operand }) => {
    return { gate, operand, ...(gate.operands[operand] as Gate["operands"][number]) };
  });
  const readers = countBy(visits.map(({ node }) => node));
  const flag = { node: explanation.output.node, label: nodeAt(explanation, explanation.output.node).name ?? "f" };
  const flagColumn = columnOf(flag.node) + 1;
  const flagWidth = Math.max(32, Math.ceil(textWidth(flag.label, NUMBER_SIZE)) + 22);

  const rows = rowsOf(
    [
      ...gates.map((gate) => ({
        id: gate.node,
        column: columnOf(gate.node),
        half: halfOf(gate, readers.get(gate.node) ?? 0),
      })),
      { id: FLAG, column: flagColumn, half: ROW_PITCH / 4 },
    ],
    [...visits.map(({ node, gate }) => ({ from: node, to: gate.node })), { from: flag.node, to: FLAG }],
  );
  const row = (node: NodeId) => rows.nodes.get(node) as number;
  const routes = visits.map(({ node, gate, operand }, i) =>
    routeOf(columnOf(node), [row(node), ...(rows.lanes[i] as number[]), row(gate.node)], gate, operand),
  );
  const flagRoute: Route = { from: flagColumn - 1, heights: [row(flag.node), row(FLAG)], bulge: 0 };
  const boxes = gates.map(({ node, width, stem }) => ({ column: columnOf(node), width, stem }));
  const across = columnsAcross([...boxes, { column: flagColumn, width: flagWidth, stem: 0 }], [...routes, flagRoute]);

  const drop = dropOf(gates, legend, row, (gate) => (across[columnOf(gate.node)] as ColumnX).stem - gate.width);
  const down = (y: number) => Math.round(y + drop);
  for (const route of [...routes, flagRoute]) route.heights = route.heights.map(down);
  const placed = gates.map((gate): PlacedGate => {
    const column = columnOf(gate.node);
    const { stem } = across[column] as ColumnX;
    const others = gates
      .filter(({ node }) => columnOf(node) === column)
      .map((other) => ({ gate: other, y: row(other.node) }));
    return {
      ...gate,
      x: stem - gate.width / 2,
      y: down(row(gate.node)),
      column,
      stemX: stem,
      dotX: stem + gate.stem,
      readers: readers.get(gate.node) ?? 0,
      ledgerLines: ledgerLines(row(gate.node), others),
    };
  });
  const at = new Map(placed.map((gate) => [gate.node, gate]));
  const wires = visits.map(({ node, gate, operand, input }, i): Wire => {
    const [source, target] = [at.get(node) as PlacedGate, at.get(gate.node) as PlacedGate];
    const offset = portOf(target, operand);
    const port = { x: target.x + offset.x, y: target.y + offset.y };
    const curves = curvesOf({ x: source.dotX, y: source.y }, port, routes[i] as Route, across);
    return { from: node, to: gate.node, input, curves, path: pathOf(curves), port, tag: tagPlace(target, offset) };
  });
  const frames = framesOf(explanation, placed);
  return {
    ...sizeOf(placed, frames, Math.max((across.at(-1) as ColumnX).right, legend.x + legend.width)),
    gates: placed,
    at,
    wires,
    into: groupBy(
      wires,
      ({ to }) => to,
      (a, b) => a.input - b.input,
    ),
    outOf: groupBy(
      wires,
      ({ from }) => from,
      (a, b) => a.port.y - b.port.y,
    ),
    flag: { ...flag, ...flagAt(at.get(flag.node) as PlacedGate, flagRoute, across), width: flagWidth },
    frames,
    legend,
  };
}

/** Inputs of one column are equally wide, so that their left edges line up too. */
function alignPills(gates: readonly Gate[], columnOf: (node: NodeId) => number): void {
  const pills = gates.filter(({ shape }) => shape === "pill");
  const widest = new Map<number, number>();
  for (const { node, width } of pills) widest.set(columnOf(node), Math.max(width, widest.get(columnOf(node)) ?? 0));
  for (const pill of pills) pill.width = widest.get(columnOf(pill.node)) as number;
}

/** How far everything moves down: the topmost gate to the margin, and nothing under the legend. */
function dropOf(
  gates: readonly Gate[],
  legend: Rect,
  row: (node: NodeId) => number,
  left: (gate: Gate) => number,
): number {
  const margin = Math.max(...gates.map((gate) => MARGIN + halfOf(gate, 0) - row(gate.node)));
  const beside = gates.filter((gate) => left(gate) < legend.x + legend.width + STEM / 2);
  const free = legend.y + legend.height + 10;
  return Math.max(margin, ...beside.map((gate) => free + topOf(gate) - row(gate.node)));
}

/** Over the gate; under it for a lower port, unless a ledger may stand there. Off the grid of a matrix. */
function tagPlace(gate: PlacedGate, port: Point): Point {
  const isBelow = gate.operands.length > 1 && port.y > 0 && gate.readers < 2;
  return {
    x: gate.x + (gate.matrix === null ? 4 : -10),
    y: gate.y + (isBelow ? 1 : -1) * (gate.height / 2 + 16),
  };
}

function flagAt(output: PlacedGate, route: Route, across: readonly ColumnX[]): Omit<Flag, "label" | "node" | "width"> {
  const end = { x: (across[route.from + 1] as ColumnX).left, y: route.heights.at(-1) as number };
  const curves = curvesOf({ x: output.dotX, y: output.y }, end, route, across);
  return { x: end.x, y: end.y - FLAG_HEIGHT / 2, height: FLAG_HEIGHT, path: pathOf(curves) };
}

function sizeOf(
  gates: readonly PlacedGate[],
  frames: readonly Frame[],
  right: number,
): { width: number; height: number } {
  const bottoms = [
    ...gates.map((gate) => gate.y + halfOf(gate, gate.readers)),
    ...frames.map((frame) => frame.y + frame.height),
  ];
  return {
    width: Math.max(right, ...frames.map((frame) => frame.x + frame.width)) + MARGIN,
    height: Math.max(...bottoms) + MARGIN / 2,
  };
}

function countBy(nodes: readonly NodeId[]): Map<NodeId, number> {
  const counts = new Map<NodeId, number>();
  for (const node of nodes) counts.set(node, (counts.get(node) ?? 0) + 1);
  return counts;
}

function groupBy(
  wires: readonly Wire[],
  key: (wire: Wire) => NodeId,
  order: (a: Wire, b: Wire) => number,
): Map<NodeId, Wire[]> {
  const groups = new Map<NodeId, Wire[]>();
  for (const wire of wires) groups.set(key(wire), [...(groups.get(key(wire)) ?? []), wire]);
  for (const group of groups.values()) group.sort(order);
  return groups;
}
