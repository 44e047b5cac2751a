/**
 * Level lines of numbers on a grid by marching squares, and the regions above a level. Places are in cells: column, row. A cell with a
 * corner that is no finite number has neither.
 */
import { type Range, roundStep, spread } from "./curve.js";
import type { Point } from "./metrics.js";

/** Row by row. */
export interface Grid {
  columns: number;
  rows: number;
  values: ArrayLike<number>;
}

/**
 * Round levels between the least and the largest number: equally far apart, or, where most numbers are small beside a few, each about
 * twice the one before. None where everything is one height.
 */
export function levelsOf(numbers: ArrayLike<number>, most: number): number[] {
  const finite = Array.from(numbers).filter(Number.isFinite);
  const sizes = finite.map(Math.abs).sort((a, b) => a - b);
  const at = (share: number) => sizes[Math.round(share * (sizes.length - 1))] ?? 0;
  const levels = at(0.98) > SKEWED * at(0.5) ? growing(at(0.1), at(0.98), most) : even(spread(finite), most);
  const [lowest, highest] = finite.reduce(([a, b], x) => [Math.min(a, x), Math.max(b, x)], [Infinity, -Infinity]);
  return levels.filter((level) => level > lowest && level < highest);
}

const SKEWED = 12;

/** 1, 2, 5, 10, … of both signs and 0; powers of ten alone where those are too many. */
function growing(least: number, largest: number, most: number): number[] {
  const first = Math.floor(Math.log10(Math.max(least, largest * 1e-6)));
  const powers = Array.from({ length: Math.ceil(Math.log10(largest)) - first + 1 }, (_, i) => first + i);
  const levels = (of: number[]) => powers.flatMap((power) => of.map((digit) => Number(`${digit}e${power}`)));
  const within = (found: number[]) => found.filter((level) => level >= least && level <= largest);
  const fine = within(levels([1, 2, 5]));
  const positive = fine.length <= most ? fine : within(levels([1]));
  return [...positive.map((level) => -level).reverse(), 0, ...positive];
}

/** Multiples of a round number. */
function even([low, high]: Range, most: number): number[] {
  if (!(high > low)) return [];
  const step = roundStep((high - low) / most);
  const begin = Math.ceil(low / step + 1e-9);
  const count = Math.max(0, Math.floor(high / step - 1e-9) - begin + 1);
  return Array.from({ length: count }, (_, i) => Number(((begin + i) * step).toPrecision(12)) + 0);
}

/** A place on the edge between two neighbours of the grid; a line is closed by edges that are the same. */
interface Crossing extends Point {
  edge: number;
}
interface Cell {
  /** What of it is above the level, as polygons. */
  polygons: Point[][];
  /** Pieces of level line, with what is above the level always on the same side. */
  pieces: [from: Crossing, to: Crossing][];
}

/** Each line from piece to piece; a closed one ends where it begins. */
export function levelLines(grid: Grid, level: number): Point[][] {
  const pieces = cellsOf(grid, level).flatMap((cell) => cell.pieces);
  const from = new Map(pieces.map((piece) => [piece[0].edge, piece]));
  const reached = new Set(pieces.map(([, to]) => to.edge));
  const follow = (first: number): Point[] => {
    const line: Point[] = [];
    for (let piece = from.get(first); piece; piece = from.get(piece[1].edge)) {
      from.delete(piece[0].edge);
      if (line.length === 0) line.push(place(piece[0]));
      line.push(place(piece[1]));
    }
    return line;
  };
  const open = [...from.keys()].filter((edge) => !reached.has(edge)).map(follow);
  const closed: Point[][] = [];
  for (const edge of from.keys()) closed.push(follow(edge));
  return [...open, ...closed];
}

/** Polygons that meet without a gap; cells that lie above the level as a whole are one a row. */
export function regionAbove(grid: Grid, level: number): Point[][] {
  return cellsOf(grid, level).flatMap(({ polygons }) => polygons);
}

/** The same numbers upside down: what was below a level is above its opposite. */
export function negated({ columns, rows, values }: Grid): Grid {
  return { columns, rows, values: Float64Array.from(values, (value) => -value) };
}

function cellsOf(grid: Grid, level: number): Cell[] {
  const cells: Cell[] = [];
  for (let row = 0; row + 1 < grid.rows; row++) {
    let whole: Point[] | null = null;
    for (let column = 0; column + 1 < grid.columns; column++) {
      const corners = cornersOf(grid, column, row);
      const hasNumbers = corners.every(({ value }) => Number.isFinite(value));
      const above = corners.filter(({ value }) => value >= level).length;
      if (hasNumbers && above === 4) {
        // begins a row of whole cells, or makes it longer
        if (whole) for (const corner of whole.slice(1, 3)) corner.x++;
        else cells.push({ polygons: [(whole = corners.map(place))], pieces: [] });
        continue;
      }
      whole = null;
      if (hasNumbers && above > 0) cells.push(divided(corners, level));
    }
  }
  return cells;
}

interface Corner extends Point {
  value: number;
  /** Of the edge from here to the next corner. */
  edge: number;
}

/** Around the cell. An edge has one number, from whichever cell it is seen. */
function cornersOf({ columns, values }: Grid, column: number, row: number): Corner[] {
  const along = (x: number, y: number) => 2 * (y * columns + x);
  const at = (x: number, y: number, edge: number) => ({ x, y, value: values[y * columns + x] as number, edge });
  return [
    at(column, row, along(column, row)),
    at(column + 1, row, along(column + 1, row) + 1),
    at(column + 1, row + 1, along(column, row + 1)),
    at(column, row + 1, along(column, row) + 1),
  ];
}

/** A cell that the level passes through: once, or twice where it is a saddle. */
function divided(corners: Corner[], level: number): Cell {
  const outline: (Point | Crossing)[] = [];
  const crossings: { at: Crossing; leaves: boolean }[] = [];
  corners.forEach((corner, i) => {
    const next = corners[(i + 1) % 4] as Corner;
    const isAbove = corner.value >= level;
    if (isAbove) outline.push(place(corner));
    if (isAbove === next.value >= level) return;
    const t = (level - corner.value) / (next.value - corner.value);
    const at = { x: corner.x + t * (next.x - corner.x), y: corner.y + t * (next.y - corner.y), edge: corner.edge };
    outline.push(at);
    crossings.push({ at, leaves: isAbove });
  });
  const centre = corners.reduce((sum, { value }) => sum + value, 0) / 4;
  const isSplit = crossings.length === 4 && centre < level;
  const pieces = crossings.flatMap(({ at, leaves }, i): Cell["pieces"] => {
    const other = crossings[(i + (isSplit ? 3 : 1)) % crossings.length];
    return leaves && other ? [[at, other.at]] : [];
  });
  if (!isSplit) return { polygons: [outline.map(place)], pieces };
  // two corners stand alone, each between the crossings beside it
  const polygons = outline.flatMap((point, i) => {
    if ("edge" in point) return [];
    const sides = [outline[(i + 5) % 6], point, outline[(i + 1) % 6]] as Point[];
    return [sides.map(place)];
  });
  return { polygons, pieces };
}

function place({ x, y }: Point): Point {
  return { x, y };
}
