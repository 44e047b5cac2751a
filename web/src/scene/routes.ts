/** The way of a wire: from the branch dot past the columns between to its port, turning only in the gaps between columns. */
import { bend, type Curve, line } from "./curves.js";
import type { Gate } from "./gates.js";
import { GAP, MARGIN, type Point, ROW_PITCH } from "./metrics.js";

export interface Route {
  /** Column of the source. */
  from: number;
  /** Height at the source, in each column passed, and at the port. */
  heights: number[];
  /** How far it bulges away from a twin that reads the same node. */
  bulge: number;
}

/** Where a column's boxes begin, where its stems begin, and where the longest of them ends. */
export interface ColumnX {
  left: number;
  stem: number;
  right: number;
}

/** Wires that climb more than half a row need more room to turn. */
const STEEPNESS = 0.22;
const WIDEST_GAP = 64;
const PORT_PITCH = 14;
const BULGE = 1.5;

/** Relative to the centre of the box. Ports go from top to bottom in text order. */
export function portOf({ shape, width, operands }: Gate, operand: number): Point {
  const count = operands.length;
  const position = operand - (count - 1) / 2;
  if (shape !== "circle") return { x: -width / 2, y: PORT_PITCH * position };
  const y = count === 1 ? 0 : (count === 2 ? 24 : 28 / (count - 1)) * position;
  return { x: -Math.sqrt((width / 2) ** 2 - y * y), y };
}

/** `heights` from the source to the gate's own height, which the port shifts. */
export function routeOf(from: number, heights: readonly number[], gate: Gate, operand: number): Route {
  const port = portOf(gate, operand);
  const [first = 0, last = 0] = [heights[0], heights.at(-1)];
  const hasTwin = gate.operands.some(({ node }, i) => i !== operand && node === gate.operands[operand]?.node);
  // twins that run level would lie on each other
  const level = Math.max(0, 1 - Math.abs(last - first) / ROW_PITCH);
  return { from, heights: [...heights.slice(0, -1), last + port.y], bulge: hasTwin ? BULGE * level * port.y : 0 };
}

/** Columns from left to right: the widest box, the longest stem, and a gap in which the wires have room to turn. */
export function columnsAcross(
  boxes: readonly { column: number; width: number; stem: number }[],
  routes: readonly Route[],
): ColumnX[] {
  const last = Math.max(...boxes.map(({ column }) => column));
  const widths = Array.from({ length: last + 1 }, () => ({ box: 0, stem: 0, climb: 0, bulges: false }));
  type Width = (typeof widths)[number];
  for (const { column, width, stem } of boxes) {
    const widest = widths[column] as Width;
    widest.box = Math.max(widest.box, width);
    widest.stem = Math.max(widest.stem, stem);
  }
  for (const { from, heights, bulge } of routes) {
    for (let i = 1; i < heights.length; i++) {
      const gap = widths[from + i - 1] as Width;
      gap.climb = Math.max(gap.climb, Math.abs((heights[i] as number) - (heights[i - 1] as number)));
      gap.bulges ||= bulge !== 0;
    }
  }
  let left = MARGIN;
  return widths.map(({ box, stem, climb, bulges }) => {
    const column = { left, stem: left + box, right: left + box + stem };
    const turning = Math.min(WIDEST_GAP, GAP + Math.round(STEEPNESS * (climb - ROW_PITCH / 2)));
    left = column.right + Math.max(bulges ? 2 * GAP : GAP, turning);
    return column;
  });
}

/** From the branch dot at `start` to the port at `end`; straight within columns. */
export function curvesOf(
  start: Point,
  end: Point,
  { from, heights, bulge }: Route,
  columns: readonly ColumnX[],
): Curve[] {
  const curves: Curve[] = [];
  let pen = start;
  const lineTo = (x: number) => {
    if (x <= pen.x) return;
    curves.push(line(pen, { x, y: pen.y }));
    pen = { x, y: pen.y };
  };
  for (let i = 1; i < heights.length; i++) {
    lineTo(columns[from + i - 1]?.right as number);
    const turn = { x: columns[from + i]?.left as number, y: i === heights.length - 1 ? end.y : (heights[i] as number) };
    curves.push(turn.y === pen.y && bulge === 0 ? line(pen, turn) : bend(pen, turn, bulge));
    pen = turn;
  }
  lineTo(end.x);
  return curves;
}
