/**
 * A function of one number and its derivative as points, with the window that shows them. The numbers come from whoever samples; here
 * it is only decided where to ask, and how far up and down a picture goes.
 */
import type { Samples } from "../engine/protocol.js";

/** NaN or infinite where there is no number. */
export interface CurvePoint {
  x: number;
  value: number;
  slope: number;
}
export type Range = readonly [low: number, high: number];

export interface SampledPoint extends CurvePoint {
  /** No line joins this value to the next one. */
  breaks: boolean;
  /** No line joins this slope to the next one. */
  bends: boolean;
}
export interface Sampled {
  points: SampledPoint[];
  corners: number[];
  /** Where the slope is next to nothing. */
  dead: Range[];
}
/** A function at so many places in equal steps, both ends included; what marks it (breaks, corners, dead zones) if it is asked for. */
export type Sampler = (range: Range, count: number, marked: boolean) => Sampled;

export interface Curve extends Sampled {
  x: Range;
  /** From bottom to top of the picture of the function, and of its derivative. */
  values: Range;
  slopes: Range;
}

/** Below this a slope hands back next to nothing. */
export const DEAD_BELOW = 0.05;
/** About as many points as a curve has pixels to show. */
export const POINTS = 401;

const REACH = 4;
/** Of what is shown, around it. */
const MARGIN = 0.1;
/** Of the window: what is dead for less than that is only a turning point. */
const NOTED = 0.04;

/** What `sample` has answered for a range. */
export function sampledOf({ shape, numbers, breaks = [], corners = [], dead_zones }: Samples, range: Range): Sampled {
  const count = shape[2];
  const [low, high] = range;
  const after = new Set(breaks.map((found) => found.after));
  const points = Array.from({ length: count }, (_, i): SampledPoint => {
    const x = i + 1 === count ? high : low + ((high - low) * i) / (count - 1);
    const [value, slope] = [numbers[i] as number, numbers[count + i] as number];
    return { x, value, slope, breaks: after.has(i), bends: after.has(i) };
  });
  for (const { after } of corners) (points[after] as SampledPoint).bends = true;
  const places = [...breaks, ...corners].map(({ at }) => at);
  const snapped = (edge: number) =>
    places.find((place) => Math.abs(place - edge) <= (high - low) / (count - 1)) ?? edge;
  const dead = (dead_zones ?? [])
    .map(([from, to]): Range => [snapped(from), snapped(to)])
    .filter(([from, to]) => to - from >= NOTED * (high - low));
  return { points, corners: [...new Set(places.slice(breaks.length))], dead };
}

/** Within a window; null where there is no value in it. */
export function curveIn(window: Range, sampler: Sampler, count = POINTS): Curve | null {
  const sampled = sampler(window, count, true);
  // before more points are added where it ends: a picture is as high as most of the curve asks for
  const defined = sampled.points.filter(isDefined);
  if (defined.length === 0) return null;
  return {
    ...sampled,
    points: withEnds(sampled.points, sampler),
    x: window,
    values: heights(defined.map(({ value }) => value)),
    slopes: heights([...defined.map(({ slope }) => slope), 0, 0]),
  };
}

/** Where the function is defined around 0; null where it is defined nowhere near. */
export function curveOf(sampler: Sampler): Curve | null {
  const wide: Range = [-REACH, REACH];
  const defined = withEnds(sampler(wide, POINTS, false).points, sampler).filter(isDefined);
  const [first, last] = [defined.at(0), defined.at(-1)];
  if (!first || !last) return null;
  const margin = (last.x - first.x) * MARGIN;
  return curveIn([first.x === -REACH ? -REACH : first.x - margin, last.x === REACH ? REACH : last.x + margin], sampler);
}

function isDefined({ value }: CurvePoint): boolean {
  return Number.isFinite(value);
}
/** A derivative belongs to a value: 1/x is none of log where x < 0. */
function isSmooth(point: CurvePoint): boolean {
  return isDefined(point) && Number.isFinite(point.slope);
}

/** The next of …, 0.1, 0.2, 0.5, 1, 2, 5, … */
export function roundStep(atLeast: number): number {
  const power = 10 ** Math.floor(Math.log10(atLeast));
  return (([1, 2, 5].find((step) => step * power >= atLeast * (1 - 1e-9)) ?? 10) * power * 1e6) / 1e6;
}

const ENDS = 17;
const NARROWINGS = 6;
/** A function that comes and goes more often than that is no better to see for more points. */
const MOST_ENDS = 12;

/** Goes on towards where the function ends: without that log would not reach the bottom. */
function withEnds(points: readonly SampledPoint[], sampler: Sampler): SampledPoint[] {
  let ends = 0;
  return points.flatMap((point, i) => {
    const next = points[i + 1];
    if (!next || isDefined(point) === isDefined(next) || ++ends > MOST_ENDS) return [point];
    return [point, ...between(point, next, sampler)];
  });
}

/** What is defined between a point that is and one that is not, ever closer to where it ends. */
function between(left: SampledPoint, right: SampledPoint, sampler: Sampler): SampledPoint[] {
  const goesOn = isDefined(left);
  let [from, to] = [left, right];
  const found: SampledPoint[][] = [];
  for (let i = 0; i < NARROWINGS && from.x < to.x; i++) {
    const { points } = sampler([from.x, to.x], ENDS, false);
    const inside = points.slice(1, -1).filter(isDefined);
    if (goesOn) found.push(inside);
    else found.unshift(inside);
    const edge = points.findIndex((point, k) => k > 0 && isDefined(point) !== goesOn);
    [from, to] = [points[edge - 1] ?? from, points[edge] ?? to];
  }
  return found.flat();
}

/**
 * From the least to the largest, but not as far as a pole goes: further from the middle nine tenths than they are wide themselves is
 * left out.
 */
export function spread(numbers: readonly number[]): Range {
  const sorted = numbers.filter(Number.isFinite).sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  const room = 1.5 * (at(0.95) - at(0.05)) || Number.POSITIVE_INFINITY;
  return [Math.max(at(0), at(0.05) - room), Math.min(at(1), at(0.95) + room)];
}

/** The same with room around it, and with 0 in it unless that is far away. */
export function heights(numbers: readonly number[]): Range {
  let [low, high] = spread(numbers);
  if (Math.max(low, -high) <= high - low) [low, high] = [Math.min(low, 0), Math.max(high, 0)];
  const margin = (high - low || 2 * Math.max(1, Math.abs(low))) * MARGIN;
  return [low - margin, high + margin];
}

/** The points of function or derivative that hang together: what lies between two runs is a pole, a jump, a corner or nothing. */
export function runs({ points }: Pick<Curve, "points">, of: "value" | "slope"): SampledPoint[][] {
  const found: SampledPoint[][] = [[]];
  const [shown, ends] = of === "value" ? [isDefined, "breaks" as const] : [isSmooth, "bends" as const];
  for (const point of points) {
    if (shown(point)) found.at(-1)?.push(point);
    if (!shown(point) || point[ends]) found.push([]);
  }
  return found.filter(({ length }) => length > 0);
}
