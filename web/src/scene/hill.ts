/** A hill of one number in a picture: in fog only the slope underfoot and at earlier places is there, otherwise the curve and the way down it. */
import type { Range } from "./curve.js";
import { show } from "./curves.js";
import type { Point } from "./metrics.js";
import { type Frame, leftOf, type Placing, placing, type Tick, ticks, tickText } from "./plot.js";

/** A place after so many updates. */
export interface Step {
  update: number;
  w: number;
  loss: number;
  slope: number;
}
export interface Hill {
  window: Range;
  /** Points of the curve. */
  curve: readonly Point[];
}
export interface HillView {
  /** Places so far; the last one is where w is. */
  steps: readonly Step[];
  isFoggy: boolean;
  /** Where an update is thought to land. */
  guess: number | null;
}
export interface HillPicture {
  width: number;
  height: number;
  frame: Frame;
  horizontal: Tick[];
  vertical: Tick[];
  /** Path data; empty in fog. */
  curve: string;
  /** From place to place; empty in fog. */
  way: string;
  /** Places before this one, and the slope that was felt there. */
  footprints: (Point & { tangent: string })[];
  here: Point & { tangent: string; isBeyond: boolean };
  /** Where the slope is written: beside it, or where no curve is. */
  label: Point & { anchor: "start" | "middle" | "end" };
  /** Along the axis; null where none is made. */
  guess: number | null;
  /** From the place before to this one, above the axis. */
  leap: string;
}

const TOP = 28;
const RIGHT = 14;
const BOTTOM = 64;
const COLUMN = 44;
const ROW = 44;
/** Pixels to either side that can be felt in fog. */
const REACH = 34;
const FAR = 3000;
/** Pixels of "slope g = −1.59", and by how much it is moved up until no curve crosses it. */
const LABEL = { width: 130, height: 18, rise: 14, highest: 84 };

export function hillPictureOf(hill: Hill, { steps, isFoggy, guess }: HillView, width: number): HillPicture {
  const height = Math.round(Math.min(Math.max(width * 0.52, 240), 380));
  const values = valuesOf(hill);
  const lines = ticks(values, (height - TOP - BOTTOM) / ROW);
  const frame: Frame = { left: leftOf(lines), top: TOP, right: width - RIGHT, bottom: height - BOTTOM };
  const place = placing(hill.window, values, frame);
  const at = (step: Step) => pointOf(step, hill.window, place, frame);
  const last = steps.at(-1) as Step;
  const before = steps.at(-2);
  const here = at(last);
  const curve = isFoggy ? [] : hill.curve.map(({ x, y }) => ({ x: place.x(x), y: place.y(y) }));
  const isBeyond = !(last.w >= hill.window[0] && last.w <= hill.window[1]);
  return {
    width,
    height,
    frame,
    horizontal: ticks(hill.window, (frame.right - frame.left) / COLUMN).map((x) => ({
      at: place.x(x),
      text: tickText(x),
    })),
    vertical: lines.map((y) => ({ at: place.y(y), text: tickText(y) })),
    curve: polyline(curve),
    way: isFoggy
      ? ""
      : polyline(steps.filter(({ loss }) => Number.isFinite(loss)).map((step) => beyond(step, place, frame))),
    footprints: steps
      .slice(0, -1)
      .map((step) => ({ ...beyond(step, place, frame), tangent: tangent(step, place, at(step)) })),
    here: {
      ...here,
      tangent: isBeyond ? "" : tangent(last, place, here),
      isBeyond,
    },
    label: labelOf(here, last.slope, frame, curve),
    guess: guess === null ? null : clamp(place.x(guess), frame.left, frame.right),
    leap: before ? leap(at(before).x, here.x, frame.bottom) : "",
  };
}

/** With room above the highest place, and a foot under the lowest. */
function valuesOf({ curve }: Hill): Range {
  const heights = curve.map(({ y }) => y);
  const [low, high] = [Math.min(...heights), Math.max(...heights)];
  return [low - 0.08 * (high - low), high + 0.04 * (high - low)];
}

function pointOf({ w, loss }: Step, [low, high]: Range, place: Placing, frame: Frame): Point {
  const x = Number.isFinite(w) ? place.x(clamp(w, low, high)) : frame.right;
  const y = Number.isFinite(loss) ? clamp(place.y(loss), frame.top, frame.bottom) : frame.top;
  return { x, y };
}

/** Where it would be if the picture went on, though not so far that it could not be drawn. */
function beyond({ w, loss }: Step, place: Placing, { left, right, top, bottom }: Frame): Point {
  return { x: clamp(place.x(w), left - FAR, right + FAR), y: clamp(place.y(loss), top - FAR, bottom + FAR) };
}

/** As long for every slope. */
function tangent({ slope }: Step, place: Placing, { x, y }: Point): string {
  const unit = { x: place.x(1) - place.x(0), y: place.y(1) - place.y(0) };
  const along = { x: unit.x, y: slope * unit.y };
  const length = Math.hypot(along.x, along.y);
  if (!Number.isFinite(length) || length === 0) return "";
  const [dx, dy] = [(along.x / length) * REACH, (along.y / length) * REACH];
  return `M${show(x - dx)} ${show(y - dy)}L${show(x + dx)} ${show(y + dy)}`;
}

/** Beside the upper end of the tangent, or higher, where there is room and no curve; above all of it where there is none. */
function labelOf({ x, y }: Point, slope: number, frame: Frame, curve: readonly Point[]): HillPicture["label"] {
  const { left, right, top } = frame;
  const room = { start: right - x, end: x - left };
  const sides = (["start", "end"] as const).filter((side) => room[side] > LABEL.width);
  if (sides.length === 0) sides.push(room.start > room.end ? "start" : "end");
  if (slope >= 0) sides.reverse();
  for (const anchor of sides)
    for (let rise = LABEL.rise; rise <= LABEL.highest; rise += LABEL.rise) {
      const label = { x: x + (anchor === "start" ? 18 : -18), y: Math.max(y - rise, top + 12), anchor };
      if (!isCrossed(label, curve)) return label;
    }
  return { x: (left + right) / 2, y: top + 16, anchor: "middle" };
}

function isCrossed({ x, y, anchor }: HillPicture["label"], curve: readonly Point[]): boolean {
  const [left, right] = anchor === "start" ? [x, x + LABEL.width] : [x - LABEL.width, x];
  const [top, bottom] = [y - LABEL.height, y + 6];
  return curve.some((from, i) => {
    const to = curve[i + 1] ?? from;
    const isBeside = Math.max(from.x, to.x) < left || Math.min(from.x, to.x) > right;
    return !isBeside && Math.max(from.y, to.y) > top && Math.min(from.y, to.y) < bottom;
  });
}

/** An arc over the axis with a head at its end. */
function leap(from: number, to: number, bottom: number): string {
  const width = Math.abs(to - from);
  if (width < 6) return "";
  const rise = Math.min(30, 8 + width * 0.18);
  const side = Math.sign(to - from);
  const head = `M${show(to - side * 9)} ${show(bottom - 10)}L${show(to)} ${show(bottom - 3)}L${show(to - side * 1)} ${show(bottom - 14)}`;
  return `M${show(from)} ${show(bottom - 3)}Q${show((from + to) / 2)} ${show(bottom - 3 - 2 * rise)} ${show(to)} ${show(bottom - 3)}${head}`;
}

function polyline(points: readonly Point[]): string {
  return points.length < 2 ? "" : `M${points.map(({ x, y }) => `${show(x)} ${show(y)}`).join("L")}`;
}
function clamp(at: number, low: number, high: number): number {
  return Math.min(Math.max(at, low), high);
}
