/** Where everything stands: gates in columns, stems, ports, wires. Depends on the structure only, never on a value. */
import type { Explanation, NodeId } from "../engine/protocol.js";
import { columnsOf, visitOrder } from "./columns.js";
import { bend, type Curve, line, pathOf } from "./curves.js";
import { type Frame, framesOf } from "./frames.js";
import { type Gate, gatesOf, stackHeight } from "./gates.js";
import { GAP, MARGIN, type Point, type Rect, ROW_PITCH, STEM, textWidth } from "./metrics.js";
import { nodeAt } from "./names.js";
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
  ledgerLines: number;
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

export interface Layout {
  width: number;
  height: number;
  gates: PlacedGate[];
  at: ReadonlyMap<NodeId, PlacedGate>;
  wires: Wire[];
  /** In text order, from the topmost port down. */
  into: ReadonlyMap<NodeId, Wire[]>;
  outOf: ReadonlyMap<NodeId, Wire[]>;
  /** The flag at the output, at the end of its wire. */
  flag: Rect & { label: string; node: NodeId; path: string };
  frames: Frame[];
  legend: Rect;
}

export interface LayoutOptions {
  /** Every node next to its first reader: for a phone. */
  compact?: boolean;
}

const FLAG: NodeId = -1;
const LEGEND: Rect = { x: MARGIN, y: 10, width: 150, height: 46 };
/** Wires that climb more than half a row need more room to turn. */
const STEEPNESS = 0.22;
const WIDEST_GAP = 64;
/** Bottom of a second caption line under a scalar. */
const TWO_LINES = 60;
/** A tag over a gate. */
const TAG = 24;

/** Two explanations with the same key have the same layout. */
export function layoutKey(explanation: Explanation): string {
  const { graph, view, output, primals } = explanation;
  const boxes = view.boxes.map(({ node, inputs, group, stage }) => {
    const { op, shape, name, index, group: groups } = nodeAt(explanation, node);
    return [node, op, inputs, shape, name, index, groups, group, stage, op === "constant" ? primals[node] : 0];
  });
  return JSON.stringify([output.node, boxes, graph.groups.map(({ name }) => name)]);
}

export function layoutCircuit(explanation: Explanation, { compact = false }: LayoutOptions = {}): Layout {
  const gates = gatesOf(explanation);
  const output = explanation.output.node;
  const columns = columnsOf(gates, compact);
  alignPills(gates, columns);
  const visits = visitOrder(gates, output);
  const readers = new Map<NodeId, number>();
  for (const { gate, operand } of visits) count(readers, gate.operands[operand]?.node as NodeId);
  const flagLabel = nodeAt(explanation, output).name ?? "f";
  for (const gate of gates) if (gate.node === output) gate.name = null;
  const outputColumn = columns.get(output) as number;

  const rows = rowsOf(
    [
      ...gates.map((gate) => ({
        id: gate.node,
        column: columns.get(gate.node) as number,
        half: halfOf(gate, readers.get(gate.node) ?? 0),
      })),
      { id: FLAG, column: outputColumn + 1, half: ROW_PITCH / 4 },
    ],
    [
      ...visits.map(({ gate, operand }) => ({
        from: gate.operands[operand]?.node as NodeId,
        to: gate.node,
        name: String(operand),
      })),
      { from: output, to: FLAG, name: "flag" },
    ],
  );
  const top = Math.min(
    ...gates.map((gate) => (rows.nodes.get(gate.node) as number) - halfOf(gate, readers.get(gate.node) ?? 0)),
  );
  const height = (y: number) => Math.round(y - top) + MARGIN;

  const placed = gates.map(
    (gate): PlacedGate => ({
      ...gate,
      x: 0,
      y: height(rows.nodes.get(gate.node) as number),
      column: columns.get(gate.node) as number,
      stemX: 0,
      dotX: 0,
      readers: readers.get(gate.node) ?? 0,
      ledgerLines: 1,
    }),
  );
  const at = new Map(placed.map((gate) => [gate.node, gate]));
  const routes = visits.map(
    ({ gate, operand }, i): Route => routeOf(at, gate, operand, (rows.lanes[i] as number[]).map(height)),
  );
  const flagY = height(rows.nodes.get(FLAG) as number);
  const flagRoute: Route = { heights: [at.get(output)?.y as number, flagY], from: outputColumn, bulge: 0 };
  const flagWidth = Math.max(32, Math.ceil(textWidth(flagLabel, 15)) + 22);

  const xs = spread(placed, [...routes, flagRoute], flagWidth);
  for (const gate of placed) {
    gate.stemX = xs[gate.column]?.stem as number;
    gate.x = gate.stemX - gate.width / 2;
    gate.dotX = gate.stemX + gate.stem;
  }
  const flagX = xs[outputColumn + 1]?.left as number;
  for (const gate of placed) gate.ledgerLines = ledgerRoom(gate, placed) >= TWO_LINES ? 2 : 1;
  const drop = legendDrop(placed);
  for (const gate of placed) gate.y += drop;

  const wires = visits.map(({ gate, operand }, i) => wireOf(at, gate, operand, routes[i] as Route, xs, drop));
  const outputGate = at.get(output) as PlacedGate;
  const frames = framesOf(explanation, placed);
  const flagCurves = curvesOf(
    { x: outputGate.dotX, y: outputGate.y },
    { x: flagX, y: flagY + drop },
    flagRoute,
    xs,
    drop,
  );
  return {
    width:
      Math.max(...xs.map(({ right }) => right), flagX + flagWidth, ...frames.map(({ x, width }) => x + width)) + MARGIN,
    height:
      Math.max(
        ...placed.map((gate) => gate.y + halfOf(gate, gate.readers)),
        ...frames.map((frame) => frame.y + frame.height),
      ) + MARGIN,
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
    flag: {
      x: flagX,
      y: flagY + drop - 14,
      width: flagWidth,
      height: 28,
      label: flagLabel,
      node: output,
      path: pathOf(flagCurves),
    },
    frames,
    legend: LEGEND,
  };
}

/** Inputs of one column are equally wide, so that their left edges line up too. */
function alignPills(gates: readonly Gate[], columns: ReadonlyMap<NodeId, number>): void {
  const widest = new Map<number, number>();
  const pills = gates.filter(({ shape }) => shape === "pill");
  for (const { node, width } of pills)
    widest.set(columns.get(node) as number, Math.max(width, widest.get(columns.get(node) as number) ?? 0));
  for (const pill of pills) pill.width = widest.get(columns.get(pill.node) as number) as number;
}

interface Route {
  /** Height at the source, in each column passed, and at the port. */
  heights: number[];
  /** Column of the source. */
  from: number;
  bulge: number;
}
interface ColumnX {
  left: number;
  stem: number;
  right: number;
}

/** Room a node needs above and below its wire. */
function halfOf(gate: Gate, readers: number): number {
  const caption = readers < 2 ? 0 : readers === 3 || readers === 4 ? 38 : 22;
  const name = gate.name === null ? 0 : 16;
  return Math.max(ROW_PITCH / 2, gate.height / 2 + 24, stackHeight(gate) + Math.max(caption, name) + 4);
}

function routeOf(at: ReadonlyMap<NodeId, PlacedGate>, gate: Gate, operand: number, lanes: number[]): Route {
  const { node } = gate.operands[operand] as Gate["operands"][number];
  const source = at.get(node) as PlacedGate;
  const target = at.get(gate.node) as PlacedGate;
  const twins = gate.operands.filter((other) => other.node === node).length;
  const port = portOf(target, operand);
  // twins that run level would lie on each other: they bulge apart
  const level = Math.max(0, 1 - Math.abs(target.y - source.y) / ROW_PITCH);
  return {
    heights: [source.y, ...lanes, target.y + port.y],
    from: source.column,
    bulge: twins > 1 ? 1.5 * level * port.y : 0,
  };
}

/** Relative to the centre of the box. Ports go from top to bottom in text order. */
function portOf({ shape, width, operands }: Gate, operand: number): Point {
  const n = operands.length;
  const position = operand - (n - 1) / 2;
  if (shape !== "circle") return { x: -width / 2, y: 14 * position };
  const y = n === 1 ? 0 : (n === 2 ? 24 : 28 / (n - 1)) * position;
  return { x: -Math.sqrt((width / 2) ** 2 - y * y), y };
}

/** Columns from left to right: the widest box, the longest stem, and a gap in which its wires have room to turn. */
function spread(gates: readonly PlacedGate[], routes: readonly Route[], flagWidth: number): ColumnX[] {
  const last = Math.max(
    ...gates.map(({ column }) => column),
    ...routes.map(({ from, heights }) => from + heights.length - 1),
  );
  const widths = Array.from({ length: last + 1 }, () => ({ box: 0, stem: 0, climb: 0, bulges: false }));
  for (const { column, width, stem } of gates) {
    const widest = widths[column] as (typeof widths)[number];
    widest.box = Math.max(widest.box, width);
    widest.stem = Math.max(widest.stem, stem);
  }
  for (const { from, heights, bulge } of routes) {
    for (let i = 1; i < heights.length; i++) {
      const gap = widths[from + i - 1] as (typeof widths)[number];
      gap.climb = Math.max(gap.climb, Math.abs((heights[i] as number) - (heights[i - 1] as number)));
      gap.bulges ||= bulge !== 0;
    }
  }
  let left = MARGIN;
  return widths.map(({ box, stem, climb, bulges }) => {
    const width = box === 0 ? flagWidth : box;
    const column = { left, stem: left + width, right: left + width + stem };
    left =
      column.right +
      Math.max(bulges ? 2 * GAP : GAP, Math.min(WIDEST_GAP, GAP + Math.round(STEEPNESS * (climb - ROW_PITCH / 2))));
    return column;
  });
}

function wireOf(
  at: ReadonlyMap<NodeId, PlacedGate>,
  gate: Gate,
  operand: number,
  route: Route,
  xs: readonly ColumnX[],
  drop: number,
): Wire {
  const { node, input } = gate.operands[operand] as Gate["operands"][number];
  const source = at.get(node) as PlacedGate;
  const target = at.get(gate.node) as PlacedGate;
  const offset = portOf(target, operand);
  const port = { x: target.x + offset.x, y: target.y + offset.y };
  const curves = curvesOf({ x: source.dotX, y: source.y }, port, route, xs, drop);
  const below = target.operands.length > 1 && offset.y > 0 && target.readers < 2;
  // over a matrix the tag keeps to the left, off its grid
  const aside = target.matrix === null ? 4 : -10;
  const tag = { x: target.x + aside, y: target.y + (below ? 1 : -1) * (target.height / 2 + 14) };
  return { from: node, to: gate.node, input, curves, path: pathOf(curves), port, tag };
}

/** Turns in the gaps between columns, straight within them. */
function curvesOf(
  start: Point,
  end: Point,
  { heights, from, bulge }: Route,
  xs: readonly ColumnX[],
  drop: number,
): Curve[] {
  const curves: Curve[] = [];
  let pen = start;
  const lineTo = (x: number) => {
    if (x > pen.x) curves.push(line(pen, { x, y: pen.y }));
    pen = { x: Math.max(x, pen.x), y: pen.y };
  };
  for (let i = 1; i < heights.length; i++) {
    lineTo(xs[from + i - 1]?.right as number);
    const y = i === heights.length - 1 ? end.y : (heights[i] as number) + drop;
    const turn = { x: xs[from + i]?.left as number, y };
    curves.push(y === pen.y && bulge === 0 ? line(pen, turn) : bend(pen, turn, bulge));
    pen = turn;
  }
  lineTo(end.x);
  return curves;
}

/** Free height under a node's wire, as far as other gates of its column leave it. */
function ledgerRoom(gate: PlacedGate, gates: readonly PlacedGate[]): number {
  const below = gates.filter((other) => other.column === gate.column && other.y > gate.y);
  return Math.min(
    ...below.map(
      (other) =>
        other.y - Math.max(other.height / 2 + TAG, stackHeight(other) + (other.name === null ? 0 : 16)) - gate.y,
    ),
  );
}

/** How far everything moves down so that nothing lies under the legend. */
function legendDrop(gates: readonly PlacedGate[]): number {
  const below = gates.filter((gate) => gate.stemX - gate.width < LEGEND.x + LEGEND.width + STEM / 2);
  const top = Math.min(
    ...below.map((gate) => gate.y - Math.max(gate.height / 2, stackHeight(gate) + (gate.name === null ? 4 : 20))),
  );
  return Math.max(0, LEGEND.y + LEGEND.height + 10 - top);
}

function count(counts: Map<NodeId, number>, node: NodeId): void {
  counts.set(node, (counts.get(node) ?? 0) + 1);
}

function groupBy(
  wires: readonly Wire[],
  key: (wire: Wire) => NodeId,
  order: (a: Wire, b: Wire) => number,
): Map<NodeId, Wire[]> {
  const groups = new Map<NodeId, Wire[]>();
  for (const wire of wires) {
    const group = groups.get(key(wire));
    if (group) group.push(wire);
    else groups.set(key(wire), [wire]);
  }
  for (const group of groups.values()) group.sort(order);
  return groups;
}
