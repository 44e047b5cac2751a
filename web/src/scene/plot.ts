/** A function, its derivative and the tangent at one point, as lines in a picture of a given size. */
import type { Curve, CurvePoint, Range } from "./curve.js";
import { roundStep, runs } from "./curve.js";
import { formatNumber } from "./numbers.js";

export interface Tick {
  at: number;
  text: string;
}
export interface Plot {
  width: number;
  height: number;
  /** Inside the axes' labels. */
  frame: { left: number; top: number; right: number; bottom: number };
  horizontal: Tick[];
  vertical: Tick[];
  /** Where 0 lies; null outside of the picture. */
  axes: { x: number | null; y: number | null };
  /** Path data: moves and lines. */
  value: string;
  slope: string;
  /** Points that stand alone, such as what is chosen at a corner. */
  dots: { of: "value" | "slope"; x: number; y: number }[];
  tangent: string;
  /** The point on the curve; null where the function has no value there. */
  point: { x: number; y: number } | null;
}

const LABELS = { left: 44, right: 12, top: 12, bottom: 28 };
/** Pixels that a label needs for itself. */
const COLUMN = 56;
const ROW = 40;

export function plotOf(curve: Curve, at: CurvePoint, width: number): Plot {
  const height = Math.round(Math.min(width * 0.6, 400));
  const frame = { left: LABELS.left, top: LABELS.top, right: width - LABELS.right, bottom: height - LABELS.bottom };
  const place = placing(curve, frame);
  const inside = (at: number, low: number, high: number) => (at >= low && at <= high ? at : null);
  const shown = Number.isFinite(at.value);
  return {
    width,
    height,
    frame,
    horizontal: ticks(curve.x, (frame.right - frame.left) / COLUMN).map((x) => ({ at: place.x(x), text: tickText(x) })),
    vertical: ticks(curve.y, (frame.bottom - frame.top) / ROW).map((y) => ({ at: place.y(y), text: tickText(y) })),
    axes: { x: inside(place.x(0), frame.left, frame.right), y: inside(place.y(0), frame.top, frame.bottom) },
    value: path(curve, "value", place),
    slope: path(curve, "slope", place),
    dots: [...dots(curve, "value", place), ...dots(curve, "slope", place)],
    tangent: shown && Number.isFinite(at.slope) ? tangent(curve, at, place) : "",
    point: shown ? { x: place.x(at.x), y: clamp(place.y(at.value), frame.top, frame.bottom) } : null,
  };
}

interface Placing {
  x(x: number): number;
  y(y: number): number;
}

function placing({ x, y }: Curve, { left, right, top, bottom }: Plot["frame"]): Placing {
  return {
    x: (at) => round(left + ((at - x[0]) / (x[1] - x[0])) * (right - left)),
    y: (at) => round(bottom - ((at - y[0]) / (y[1] - y[0])) * (bottom - top)),
  };
}

/** What is on the axis at a place of the picture; the inverse of where it was put. */
export function placeOnAxis(curve: Curve, { frame }: Plot, pixel: number): number {
  const share = (pixel - frame.left) / (frame.right - frame.left);
  return clamp(curve.x[0] + share * (curve.x[1] - curve.x[0]), ...curve.x);
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
  return Array.from({ length: count }, (_, i) => Number(((begin + i) * step).toPrecision(12)));
}

/** 0.5 is enough on an axis, where 0.50 says what a result is. */
function tickText(at: number): string {
  return formatNumber(at).replace(/(\.\d)0$/, "$1");
}

function path(curve: Curve, of: "value" | "slope", place: Placing): string {
  return runs(curve, of)
    .filter(({ length }) => length > 1)
    .map((run) => `M${run.map((point) => `${place.x(point.x)} ${reach(place.y(point[of]))}`).join("L")}`)
    .join("");
}

/** Far outside is far enough: drawing programs do not like large numbers. */
function reach(pixel: number): number {
  return clamp(pixel, -5000, 5000);
}

function dots(curve: Curve, of: "value" | "slope", place: Placing): Plot["dots"] {
  return runs(curve, of).flatMap((run) => {
    const [point] = run;
    return run.length === 1 && point ? [{ of, x: place.x(point.x), y: place.y(point[of]) }] : [];
  });
}

/** From one side of the picture to the other, or as far as it is not much higher than the picture. */
function tangent({ x, y }: Curve, { x: at, value, slope }: CurvePoint, place: Placing): string {
  const most = (3 * (y[1] - y[0])) / Math.abs(slope);
  const end = (step: number) => `${place.x(at + step)} ${place.y(value + slope * step)}`;
  return `M${end(-Math.min(at - x[0], most))}L${end(Math.min(x[1] - at, most))}`;
}
