/** The entry of a matrix that is pointed at or walked to: its cell is outlined on both sides of the stem; a heat tile says what it holds. */
import type { Explanation } from "../engine/protocol.js";
import { isTurned } from "./arranged.js";
import { belowWords } from "./forward-mode.js";
import { extent } from "./frames.js";
import { cellPlace } from "./grids.js";
import type { Layout, PlacedGate } from "./layout.js";
import { around, type Mark, rect, text, union } from "./marks.js";
import { CAPTION_SIZE, CELL_HEIGHT, CELL_WIDTH, type Point, type Rect, textWidth } from "./metrics.js";
import type { Cell } from "./model.js";
import { formatNumber } from "./numbers.js";
import { gateAt, gradientKey, isCovered, type Picture, valueKey } from "./picture.js";
import { gridRect, type Side } from "./places.js";

const LINE = 18;

/** The cell of an entry on one side of the stem, and back: in numerator layout a gradient is turned over. */
export function cellOn(explanation: Explanation, side: Side, cell: Cell): Cell {
  const isOver = side === "gradient" && isTurned(explanation);
  return isOver ? { ...cell, row: cell.column, column: cell.row } : cell;
}

export function cellRect(gate: PlacedGate, side: Side, { row, column }: Cell): Rect {
  const grid = gridRect(gate, side);
  const matrix = side === "value" ? gate.matrix : gate.gradient;
  if (matrix?.as !== "tile") return around(cellPlace(grid, row, column), CELL_WIDTH, CELL_HEIGHT);
  const [width, height] = [grid.width / matrix.columns, grid.height / matrix.rows];
  return { x: grid.x + column * width, y: grid.y + row * height, width, height };
}

/** Null where there is no such cell. `place` says where it is: "row 1, column 3". */
export function pointedAt(
  picture: Picture,
  cell: Cell | null,
  place: (cell: Cell) => string,
): { marks: Mark[]; focus: Rect } | null {
  const { explanation, layout, moment, words } = picture;
  const gate = cell && gateAt(picture, cell.node);
  if (!cell || !gate?.matrix) return null;
  const hasGradient = ((explanation.tangents ?? explanation.adjoints)[cell.node] ?? null) !== null;
  const sides: Side[] = hasGradient ? ["value", "gradient"] : ["value"];
  const marks: Mark[] = sides.map((side) =>
    rect(`pointed-${side}`, "ring linked", cellRect(gate, side, cellOn(explanation, side, cell)), 2),
  );
  if (gate.matrix.as === "grid") return { marks, focus: extent(gate) };

  const written = (side: Side): string[] => {
    const known = moment.nodes[cell.node]?.[side] ?? null;
    if (isCovered(picture, (side === "value" ? valueKey : gradientKey)(cell.node))) return ["?"];
    const { row, column } = cellOn(explanation, side, cell);
    return Array.isArray(known) ? [formatNumber(known[row]?.[column] as number)] : [];
  };
  const name = { value: words.value, gradient: belowWords(picture) };
  const lines = [
    { role: "caption counter", line: place(cell) },
    ...sides.flatMap((side) => written(side).map((number) => ({ role: side, line: `${name[side]} ${number}` }))),
  ];
  const plate = plateBeside(gate, layout, {
    width: Math.max(...lines.map(({ line }) => textWidth(line, CAPTION_SIZE + 2))) + 24,
    height: lines.length * LINE + 8,
  });
  const x = plate.x + plate.width / 2;
  marks.push(
    rect("pointed-plate", "plate cell", plate, 6),
    ...lines.map(({ role, line }, i) => text(`pointed-${i}`, role, { x, y: plate.y + 18 + i * LINE }, line)),
  );
  return { marks, focus: union([extent(gate), plate]) };
}

/** Over the value, under the gradient, or beside the stem: the first place where it hides nothing, else where it hides least. */
function plateBeside(gate: PlacedGate, layout: Layout, size: { width: number; height: number }): Rect {
  const [value, gradient] = [gridRect(gate, "value"), gridRect(gate, "gradient")];
  const x = value.x + value.width / 2 - size.width / 2;
  const y = gate.y - size.height / 2;
  const places = [
    { x, y: value.y - 8 - size.height },
    { x, y: Math.max(gradient.y + gradient.height, value.y + value.height) + 8 },
    { x: value.x + value.width + 12, y },
    { x: value.x - 12 - size.width, y },
  ].map((at) => ({ ...size, ...within(layout, size, at) }));
  const others = layout.gates.filter(({ node }) => node !== gate.node).map(extent);
  const inTheWay = [layout.legend, ...others, value, gradient];
  const hidden = (place: Rect) => inTheWay.reduce((sum, other) => sum + sharedArea(place, other), 0);
  return places.reduce((best, place) => (hidden(place) < hidden(best) ? place : best));
}

function within({ width, height }: Layout, size: { width: number; height: number }, at: Point): Point {
  const clamp = (least: number, at: number, most: number) => Math.max(least, Math.min(at, most));
  return { x: clamp(2, at.x, width - size.width - 2), y: clamp(2, at.y, height - size.height - 2) };
}

function sharedArea(a: Rect, b: Rect): number {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return across > 0 && down > 0 ? across * down : 0;
}
