/** Matrices: small ones as bracketed grids, larger ones as heat tiles whose sign is colour and mark. */
import { show } from "./curves.js";
import { slot } from "./labels.js";
import type { PlacedGate } from "./layout.js";
import { type Mark, path, rect, text } from "./marks.js";
import { BRACKET, CELL_GAP, CELL_HEIGHT, CELL_WIDTH, type Point, type Rect, SLOT_WIDTH } from "./metrics.js";
import { formatCell } from "./numbers.js";
import { gridRect, numberMiddle, type Side } from "./places.js";

/** Tiles finer than this many cells a side are averaged. */
const FINEST = 32;
/** Cells at least this wide carry the mark of their sign. */
const MARKED = 8;
const STRENGTHS = 8;

export function gridMarks(gate: PlacedGate, side: Side, value: number[][] | null, opacity?: number): Mark[] {
  const key = `${side}${gate.node}`;
  const grid = gridRect(gate, side);
  if (gate.matrix?.as === "tile") return tileMarks(key, gate, side, value, opacity);
  const caption = gate.matrix?.hasCaption ? [shapeMark(key, gate, side, grid)] : [];
  if (value === null)
    return [
      bracketMark(key, "bracket empty", grid),
      slot(key, "slot", numberMiddle(gate, side), SLOT_WIDTH),
      ...caption,
    ];
  return [
    bracketMark(key, `bracket ${side}`, grid, opacity),
    ...cellMarks(key, side, grid, value, opacity),
    ...caption,
  ];
}

export function cellPlace(grid: Rect, row: number, column: number): Point {
  return { x: grid.x + column * (CELL_WIDTH + CELL_GAP) + CELL_WIDTH / 2, y: grid.y + (row + 0.5) * CELL_HEIGHT };
}

export function cellMarks(
  key: string,
  role: string,
  grid: Rect,
  value: readonly (readonly number[])[],
  opacity?: number,
): Mark[] {
  return value.flatMap((entries, row) =>
    entries.map((entry, column) => {
      const { x, y } = cellPlace(grid, row, column);
      return cellMark(`${key}-${row}-${column}`, role, { x, y }, entry, opacity);
    }),
  );
}

/** One entry of a grid, its middle at a point. */
export function cellMark(key: string, role: string, { x, y }: Point, entry: number, opacity?: number): Mark {
  const written = formatCell(entry);
  const state = `${written.includes("×") ? " long" : ""}${Number.isFinite(entry) ? "" : " error"}`;
  return text(key, `cell ${role}${state}`, { x, y: y + 4.5 }, written, opacity);
}

export function bracketMark(key: string, role: string, { x, y, width, height }: Rect, opacity?: number): Mark {
  const side = (edge: number, inwards: number) =>
    `M${show(edge + inwards)} ${show(y)}H${show(edge)}V${show(y + height)}H${show(edge + inwards)}`;
  return path(`${key}-bracket`, role, side(x - 2, BRACKET) + side(x + width + 2, -BRACKET), opacity);
}

function tileMarks(key: string, gate: PlacedGate, side: Side, value: number[][] | null, opacity?: number): Mark[] {
  const frame = gridRect(gate, side);
  return [
    rect(`${key}-tile`, `tile ${side}${value === null ? " empty" : ""}`, frame, 2),
    ...(value === null ? [] : heatMarks(key, frame, averaged(value), opacity)),
    shapeMark(key, gate, side, frame),
  ];
}

/** `5×4`, over a value and under a gradient. */
function shapeMark(key: string, gate: PlacedGate, side: Side, frame: Rect): Mark {
  const { rows = 1, columns = 1, as } = (side === "value" ? gate.matrix : gate.gradient) ?? {};
  // off the ring that a step draws around a grid
  const gap = as === "grid" ? 6 : 0;
  const y = side === "value" ? frame.y - 5 - gap : frame.y + frame.height + 13 + gap;
  return text(
    `${key}-shape`,
    as === "grid" && side === "value" ? "caption shape value" : "caption",
    { x: frame.x + frame.width / 2, y },
    `${rows}×${columns}`,
  );
}

/** One path for each sign and strength, however many cells there are. */
function heatMarks(key: string, frame: Rect, cells: number[][], opacity = 1): Mark[] {
  const [width, height] = [frame.width / (cells[0]?.length ?? 1), frame.height / cells.length];
  const largest = Math.max(...cells.flat().map(Math.abs).filter(Number.isFinite), Number.MIN_VALUE);
  const paths = new Map<string, string>();
  const add = (role: string, d: string) => paths.set(role, (paths.get(role) ?? "") + d);
  for (const [row, entries] of cells.entries()) {
    for (const [column, entry] of entries.entries()) {
      if (entry === 0) continue;
      const [x, y] = [show(frame.x + column * width), show(frame.y + row * height)];
      const strength = Number.isFinite(entry) ? Math.ceil((STRENGTHS * Math.abs(entry)) / largest) : STRENGTHS;
      const sign = Number.isNaN(entry) ? "error" : entry < 0 ? "negative" : "positive";
      add(`heat ${sign} ${strength}`, `M${x} ${y}h${show(width)}v${show(height)}h${show(-width)}z`);
      if (entry < 0 && width >= MARKED) add("heat-sign", `M${show(x + width / 2 - 2.5)} ${show(y + height / 2)}h5`);
    }
  }
  return [...paths].map(([role, d]) => {
    const strength = Number(role.split(" ")[2] ?? STRENGTHS);
    return path(
      `${key}-${role.replaceAll(" ", "-")}`,
      role.replace(/ \d$/, ""),
      d,
      opacity * (0.15 + (0.85 * strength) / STRENGTHS),
    );
  });
}

/** Blocks of at most FINEST × FINEST, each the mean of its entries. */
function averaged(value: number[][]): number[][] {
  const blocks = (length: number) => Math.min(FINEST, length);
  const [rows, columns] = [value.length, value[0]?.length ?? 0];
  if (rows <= FINEST && columns <= FINEST) return value;
  return Array.from({ length: blocks(rows) }, (_, i) =>
    Array.from({ length: blocks(columns) }, (_, j) => {
      const block = value
        .slice(Math.floor((i * rows) / blocks(rows)), Math.floor(((i + 1) * rows) / blocks(rows)))
        .flatMap((row) =>
          row.slice(Math.floor((j * columns) / blocks(columns)), Math.floor(((j + 1) * columns) / blocks(columns))),
        );
      return block.reduce((sum, x) => sum + x, 0) / block.length;
    }),
  );
}
