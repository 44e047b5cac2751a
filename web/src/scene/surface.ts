/** A function of two numbers in a picture: its level lines, the sign of its heights, and arrows along its gradient. */
import type { Samples } from "../engine/protocol.js";
import { levelLines, levelsOf, negated, regionAbove } from "./contours.js";
import type { Range } from "./curve.js";
import { show } from "./curves.js";
import type { Point } from "./metrics.js";
import { type Frame, leftOf, type Placing, placing, type Tick, ticks, tickText } from "./plot.js";

export interface Surface {
  x: Range;
  y: Range;
  columns: number;
  rows: number;
  /** Row by row, from the lowest y; then the derivative by x, then that by y. */
  planes: readonly [values: Float64Array, byX: Float64Array, byY: Float64Array];
}
/** NaN or infinite where there is no number. */
export interface SurfacePoint {
  x: number;
  y: number;
  value: number;
  gradient: readonly [byX: number, byY: number];
}
export type Sign = "negative" | "zero" | "positive";

export interface LevelLine {
  sign: Sign;
  path: string;
  label: (Point & { text: string }) | null;
}
export interface Arrow {
  from: Point;
  to: Point;
  /** Path data of its head. */
  head: string;
}
export interface SurfacePlot {
  width: number;
  height: number;
  frame: Frame;
  horizontal: Tick[];
  vertical: Tick[];
  /** Each lies over the one before it: the further from 0, the deeper the colour. */
  regions: { sign: Sign; path: string }[];
  lines: LevelLine[];
  arrows: Arrow[];
  point: Point;
  /** At the point; null where there is no gradient, or where it is 0. */
  steepest: Arrow | null;
}

export function surfaceOf({ shape, numbers }: Samples, x: Range, y: Range): Surface {
  const [, rows, columns] = shape;
  const plane = (index: number) => numbers.subarray(index * rows * columns, (index + 1) * rows * columns);
  return { x, y, columns, rows, planes: [plane(0), plane(1), plane(2)] };
}

const TOP = 24;
const RIGHT = 12;
const BOTTOM = 40;
const WIDEST = 420;
const COLUMN = 56;
const LEVELS = 11;

/** As high as it is wide: where both axes have one scale, arrows stand upright on the lines. */
export function surfacePlotOf(surface: Surface, at: SurfacePoint, width: number): SurfacePlot {
  const vertical = ticks(surface.y, Math.min(width, WIDEST) / COLUMN);
  const left = leftOf(vertical);
  const side = Math.min(width, WIDEST) - left - RIGHT;
  const frame: Frame = { left, top: TOP, right: left + side, bottom: TOP + side };
  const onAxes = placing(surface.x, surface.y, frame);
  const scale = gradientScale(surface);
  const point = { x: clamp(onAxes.x(at.x), left, frame.right), y: clamp(onAxes.y(at.y), TOP, frame.bottom) };
  return {
    width: frame.right + RIGHT,
    height: frame.bottom + BOTTOM,
    frame,
    horizontal: ticks(surface.x, side / COLUMN).map((x) => ({ at: onAxes.x(x), text: tickText(x) })),
    vertical: vertical.map((y) => ({ at: onAxes.y(y), text: tickText(y) })),
    ...heightsOf(surface, frame),
    arrows: arrowsOf(surface, onAxes, frame, scale),
    point,
    steepest: arrow(point, at.gradient, scale, { shortest: 18, longest: 44 }, slopeOf(surface, frame)),
  };
}

function heightsOf(surface: Surface, frame: Frame): Pick<SurfacePlot, "regions" | "lines"> {
  const { columns, rows, planes } = surface;
  const grid = { columns, rows, values: planes[0] };
  const below = negated(grid);
  const levels = levelsOf(planes[0], LEVELS);
  const toPicture = placing([0, columns - 1], [0, rows - 1], frame);
  const path = (points: readonly Point[], end: string) =>
    `M${points.map(({ x, y }) => `${show(toPicture.x(x))} ${show(toPicture.y(y))}`).join("L")}${end}`;
  const region = (sign: Sign, points: Point[][]) => ({ sign, path: points.map((one) => path(one, "Z")).join("") });
  const labels = new Labels();
  return {
    regions: [
      ...levels.filter((level) => level >= 0).map((level) => region("positive", regionAbove(grid, level))),
      ...levels
        .filter((level) => level <= 0)
        .reverse()
        .map((level) => region("negative", regionAbove(below, -level))),
    ].filter((found) => found.path !== ""),
    lines: levels.flatMap((level) => {
      const lines = levelLines(grid, level);
      if (lines.length === 0) return [];
      const places = lines.map((line) => line.map(({ x, y }) => ({ x: toPicture.x(x), y: toPicture.y(y) })));
      const sign = level === 0 ? "zero" : level < 0 ? "negative" : "positive";
      return [
        {
          sign,
          path: lines.map((line) => path(line, "")).join(""),
          label: labels.place(places, tickText(level), frame),
        },
      ];
    }),
  };
}

/** Numbers on lines, none over another. */
class Labels {
  readonly #taken: Point[] = [];

  /** In the middle of the longest line where there is room, or at its quarters. */
  place(lines: readonly Point[][], text: string, frame: Frame): LevelLine["label"] {
    const longest = lines.reduce((a, b) => (lengthOf(b) > lengthOf(a) ? b : a));
    if (lengthOf(longest) < 60) return null;
    for (const share of [0.5, 0.25, 0.75, 0.12, 0.88]) {
      const at = longest[Math.round(share * (longest.length - 1))] as Point;
      const fits =
        at.x > frame.left + 20 && at.x < frame.right - 20 && at.y > frame.top + 10 && at.y < frame.bottom - 10;
      if (!fits || this.#taken.some(({ x, y }) => Math.abs(x - at.x) < 44 && Math.abs(y - at.y) < 18)) continue;
      this.#taken.push(at);
      return { ...at, text };
    }
    return null;
  }
}

function lengthOf(line: readonly Point[]): number {
  return line.reduce(
    (sum, { x, y }, i) => sum + (i === 0 ? 0 : Math.hypot(x - (line[i - 1] as Point).x, y - (line[i - 1] as Point).y)),
    0,
  );
}

/** Pixels between arrows, about. */
const SPACING = 38;
const LENGTHS = { shortest: 5, longest: 26 };
const HEAD = 5;

/** On points of the grid, as evenly as they allow. */
function arrowsOf(surface: Surface, onAxes: Placing, frame: Frame, scale: number): Arrow[] {
  const { columns, rows, planes, x, y } = surface;
  const count = Math.max(3, Math.round((frame.right - frame.left) / SPACING));
  const along = (points: number) =>
    Array.from({ length: count }, (_, i) => Math.round(((i + 0.5) / count) * (points - 1)));
  return along(rows).flatMap((row) =>
    along(columns).flatMap((column) => {
      const index = row * columns + column;
      const from = { x: onAxes.x(between(x, column / (columns - 1))), y: onAxes.y(between(y, row / (rows - 1))) };
      const gradient = [planes[1][index] as number, planes[2][index] as number] as const;
      const isThere = Number.isFinite(planes[0][index]);
      const found = isThere ? arrow(from, gradient, scale, LENGTHS, slopeOf(surface, frame)) : null;
      return found ? [found] : [];
    }),
  );
}

/** The largest gradient but for a few, to which arrows are compared. */
function gradientScale({ planes: [, byX, byY] }: Surface): number {
  const sizes = [...byX].map((x, i) => Math.hypot(x, byY[i] as number)).filter(Number.isFinite);
  sizes.sort((a, b) => a - b);
  return sizes[Math.floor(0.95 * (sizes.length - 1))] ?? 0;
}

/** Pixels a unit, along both axes. */
function slopeOf({ x, y }: Surface, frame: Frame): Point {
  return { x: (frame.right - frame.left) / (x[1] - x[0]), y: (frame.bottom - frame.top) / (y[1] - y[0]) };
}

/** Uphill. Its length grows with the root of the gradient, so that small ones are seen beside large ones; it is bounded. */
function arrow(
  from: Point,
  [byX, byY]: readonly [number, number],
  scale: number,
  { shortest, longest }: { shortest: number; longest: number },
  perUnit: Point,
): Arrow | null {
  const size = Math.hypot(byX, byY);
  if (!Number.isFinite(size) || size === 0) return null;
  const [right, down] = [(byX / size) * perUnit.x, -(byY / size) * perUnit.y];
  const drawn = Math.hypot(right, down);
  const length = clamp(longest * Math.sqrt(size / (scale || size)), shortest, longest);
  const [ux, uy] = [right / drawn, down / drawn];
  const to = { x: from.x + ux * length, y: from.y + uy * length };
  const head = Math.min(HEAD * (longest / LENGTHS.longest), length * 0.6);
  const wing = (side: number) =>
    `${show(to.x - head * (ux - side * 0.6 * uy))} ${show(to.y - head * (uy + side * 0.6 * ux))}`;
  return { from, to, head: `M${wing(1)}L${show(to.x)} ${show(to.y)}L${wing(-1)}` };
}

function between([low, high]: Range, share: number): number {
  return low + share * (high - low);
}
function clamp(at: number, low: number, high: number): number {
  return Math.min(Math.max(at, low), high);
}
