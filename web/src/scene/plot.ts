/** A function, and below it its derivative on the same axis, as lines in a picture of a given size. */
import type { Curve, CurvePoint, Range } from "./curve.js";
import { roundStep, runs } from "./curve.js";
import type { Point } from "./metrics.js";
import { formatNumber } from "./numbers.js";

export interface Tick {
  at: number;
  text: string;
}
export interface Frame {
  left: number;
  top: number;
  right: number;
  bottom: number;
}
/** One of the two pictures. */
export interface Panel {
  frame: Frame;
  vertical: Tick[];
  /** Where 0 lies; null outside of the picture. */
  zero: number | null;
  /** Path data: moves and lines. */
  path: string;
  /** Points that stand alone, such as what is chosen at a corner. */
  dots: Point[];
  /** What belongs to the point; null where the function has nothing there, or nothing that is shown. */
  point: Point | null;
}
export interface Plot {
  width: number;
  height: number;
  horizontal: Tick[];
  /** Where 0 lies; null outside of the picture. */
  zero: number | null;
  value: Panel;
  slope: Panel;
  tangent: string;
  /** Where the slope is written, beside the tangent. */
  label: (Point & { anchor: "start" | "end" }) | null;
  corners: Point[];
  dead: { from: number; to: number }[];
  /** Where the point is along the axis. */
  at: number;
}

const TOP = 24;
const RIGHT = 12;
/** Between the two, with the name of the derivative. */
const BETWEEN = 28;
/** The numbers along the axis, and its name. */
const BOTTOM = 40;
/** Pixels that a label needs for itself. */
const COLUMN = 56;
const ROW = 36;
const DIGIT = 7.5;

export function plotOf(curve: Curve, at: CurvePoint, width: number): Plot {
  const upper = Math.round(Math.min(width * 0.5, 260));
  const lower = Math.round(upper * 0.6);
  const [values, slopes] = [ticks(curve.values, upper / ROW), ticks(curve.slopes, lower / ROW)];
  const left = leftOf([...values, ...slopes]);
  const frame: Frame = { left, top: TOP, right: width - RIGHT, bottom: TOP + upper };
  const below: Frame = { ...frame, top: frame.bottom + BETWEEN, bottom: frame.bottom + BETWEEN + lower };
  const place = placing(curve.x, curve.values, frame);
  const placeSlope = placing(curve.x, curve.slopes, below);
  const shown = Number.isFinite(at.value);
  const point = shown ? { x: place.x(at.x), y: clamp(place.y(at.value), frame.top, frame.bottom) } : null;
  const hasSlope = shown && Number.isFinite(at.slope);
  return {
    width,
    height: below.bottom + BOTTOM,
    horizontal: ticks(curve.x, (frame.right - left) / COLUMN).map((x) => ({ at: place.x(x), text: tickText(x) })),
    zero: inside(place.x(0), left, frame.right),
    value: { ...panel(curve, "value", frame, place, values), point },
    slope: {
      ...panel(curve, "slope", below, placeSlope, slopes),
      point: hasSlope ? { x: place.x(at.x), y: clamp(placeSlope.y(at.slope), below.top, below.bottom) } : null,
    },
    tangent: hasSlope ? tangent(curve, at, place) : "",
    label: point && hasSlope ? beside(point, at.slope, frame) : null,
    corners: curve.corners.map((x) => ({ x: place.x(x), y: place.y(valueAt(curve, x)) })),
    dead: curve.dead.map(([from, to]) => ({ from: place.x(from), to: place.x(to) })),
    at: clamp(place.x(at.x), left, frame.right),
  };
}

function panel(curve: Curve, of: "value" | "slope", frame: Frame, place: Placing, lines: readonly number[]) {
  const hanging = runs(curve, of);
  return {
    frame,
    vertical: lines.map((y) => ({ at: place.y(y), text: tickText(y) })),
    zero: inside(place.y(0), frame.top, frame.bottom),
    path: hanging
      .filter(({ length }) => length > 1)
      .map((run) => `M${run.map((point) => `${place.x(point.x)} ${reach(place.y(point[of]))}`).join("L")}`)
      .join(""),
    dots: hanging.flatMap((run) => {
      const [point] = run;
      return run.length === 1 && point ? [{ x: place.x(point.x), y: reach(place.y(point[of])) }] : [];
    }),
  };
}

export interface Placing {
  x(x: number): number;
  y(y: number): number;
}

export function placing(x: Range, y: Range, { left, right, top, bottom }: Frame): Placing {
  return {
    x: (at) => round(left + ((at - x[0]) / (x[1] - x[0])) * (right - left)),
    y: (at) => round(bottom - ((at - y[0]) / (y[1] - y[0])) * (bottom - top)),
  };
}

/** What is on an axis at a place of the picture; the inverse of where it was put. */
export function placeOnAxis(range: Range, from: number, to: number, pixel: number): number {
  const share = (pixel - from) / (to - from);
  return clamp(range[0] + share * (range[1] - range[0]), ...range);
}

/** The nearest of the round numbers of a range, `parts` of them at least: so a number can be read, and 0 be met. */
export function rounded([low, high]: Range, to: number, parts = 640): number {
  const perUnit = 1 / roundStep((high - low) / parts);
  return (
    clamp(Math.round(to * perUnit), Math.ceil(low * perUnit - 1e-9), Math.floor(high * perUnit + 1e-9)) / perUnit + 0
  );
}

/** The room that the widest label needs. */
export function leftOf(lines: readonly number[]): number {
  return Math.round(12 + DIGIT * Math.max(2, ...lines.map((line) => tickText(line).length)));
}

function inside(at: number, low: number, high: number): number | null {
  return at >= low && at <= high ? at : null;
}
function round(pixel: number): number {
  return Math.round(pixel * 100) / 100;
}
function clamp(at: number, low: number, high: number): number {
  return Math.min(Math.max(at, low), high);
}

/** Round numbers within the range, at most `most`. */
export function ticks([low, high]: Range, most: number): number[] {
  const step = roundStep((high - low) / Math.max(2, most));
  const begin = Math.ceil(low / step - 1e-9);
  const count = Math.floor(high / step + 1e-9) - begin + 1;
  return Array.from({ length: count }, (_, i) => Number(((begin + i) * step).toPrecision(12)) + 0);
}

/** 0.5 is enough on an axis, where 0.50 says what a result is. */
export function tickText(at: number): string {
  return formatNumber(at).replace(/(\.\d)0$/, "$1");
}

/** Far outside is far enough: drawing programs do not like large numbers. */
function reach(pixel: number): number {
  return clamp(pixel, -5000, 5000);
}

/** On the line between the points around it. */
function valueAt({ points }: Curve, x: number): number {
  const next = points.findIndex((point) => point.x >= x);
  const [a, b] = [points[next - 1] ?? points[next], points[next]];
  if (!a || !b || b.x === x) return b?.value ?? Number.NaN;
  // from the left by its own slope: the corner lies on that line
  return a.value + (x - a.x) * a.slope;
}

/** From one side of the picture to the other, or as far as it is not much higher than the picture. */
function tangent({ x, values }: Curve, { x: at, value, slope }: CurvePoint, place: Placing): string {
  const most = (3 * (values[1] - values[0])) / Math.abs(slope);
  const end = (step: number) => `${place.x(at + step)} ${place.y(value + slope * step)}`;
  return `M${end(-Math.min(at - x[0], most))}L${end(Math.min(x[1] - at, most))}`;
}

const LABEL = { width: 100, right: 14, above: -12, below: 22 };

/** Above the tangent, on the side from which it rises to the point; below it where that side has no room. */
function beside({ x, y }: Point, slope: number, { left, right, top, bottom }: Frame): NonNullable<Plot["label"]> {
  const rises = slope >= 0;
  const hasRoom = rises ? x - left > LABEL.width : right - x > LABEL.width;
  const isLeft = rises === hasRoom;
  const at = clamp(y + (hasRoom ? LABEL.above : LABEL.below), top + 14, bottom - 6);
  return { x: x + (isLeft ? -LABEL.right : LABEL.right), y: at, anchor: isLeft ? "end" : "start" };
}
