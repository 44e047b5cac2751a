/**
 * A function of one number and its derivative as points, with the window that shows them: where the function is defined, and not
 * further up than a page can show. The numbers come from whoever evaluates; here it is only decided where to ask.
 */

/** NaN or infinite where there is no number. */
export interface CurvePoint {
  x: number;
  value: number;
  slope: number;
}

/** Values and slopes at many places at once, in their order. */
export type Evaluate = (places: readonly number[]) => CurvePoint[];
export type Range = readonly [low: number, high: number];

export interface Curve {
  /** From left to right; every tick of the axis is among them. */
  points: CurvePoint[];
  x: Range;
  y: Range;
}

const REACH = 4;
/** About as many points as a curve has pixels to show. */
const POINTS = 400;
/** Of the width that is shown, beyond where the function ends. */
const MARGIN = 0.1;
const HALVINGS = 24;

/** Null where the function is defined nowhere near 0. */
export function curveOf(evaluate: Evaluate): Curve | null {
  const wide = pointsIn([-REACH, REACH], evaluate);
  const defined = wide.filter(isDefined);
  const [first, last] = [defined.at(0), defined.at(-1)];
  if (!first || !last) return null;
  const margin = (last.x - first.x) * MARGIN;
  const x: Range = [first.x === -REACH ? -REACH : first.x - margin, last.x === REACH ? REACH : last.x + margin];
  const points = x[1] - x[0] === 2 * REACH ? wide : pointsIn(x, evaluate);
  return { points, x, y: heights(points, x[1] - x[0]) };
}

function isDefined({ value }: CurvePoint): boolean {
  return Number.isFinite(value);
}
/** A derivative belongs to a value: 1/x is none of log where x < 0. */
function isSmooth(point: CurvePoint): boolean {
  return isDefined(point) && Number.isFinite(point.slope);
}

/** Multiples of a round number, so that 0 and the ticks are among them. */
function grid([low, high]: Range): number[] {
  const perUnit = 1 / roundStep((high - low) / POINTS);
  const begin = Math.ceil(low * perUnit);
  const end = Math.floor(high * perUnit);
  // divided, not multiplied: 3 / 10 is the double that is written 0.3
  return Array.from({ length: end - begin + 1 }, (_, i) => (begin + i) / perUnit);
}

/** The next of …, 0.1, 0.2, 0.5, 1, 2, 5, … */
export function roundStep(atLeast: number): number {
  const power = 10 ** Math.floor(Math.log10(atLeast));
  return (([1, 2, 5].find((step) => step * power >= atLeast * (1 - 1e-9)) ?? 10) * power * 1e6) / 1e6;
}

function pointsIn(range: Range, evaluate: Evaluate): CurvePoint[] {
  return withEnds(withEnds(evaluate(grid(range)), isDefined, evaluate), isSmooth, evaluate);
}

/** Goes on towards where the function or its slope ends: without that log would not reach the bottom. */
function withEnds(points: CurvePoint[], holds: (point: CurvePoint) => boolean, evaluate: Evaluate): CurvePoint[] {
  return points.flatMap((point, i) => {
    const next = points[i + 1];
    if (!next || holds(point) === holds(next)) return [point];
    if (holds(point)) return [point, ...towards(point.x, next.x, holds, evaluate)];
    return [point, ...towards(next.x, point.x, holds, evaluate).reverse()];
  });
}

/** Points from `inside` on to the last before `outside`, by halving what is left. */
function towards(
  inside: number,
  outside: number,
  holds: (point: CurvePoint) => boolean,
  evaluate: Evaluate,
): CurvePoint[] {
  const found: CurvePoint[] = [];
  let [last, beyond] = [inside, outside];
  for (let i = 0; i < HALVINGS; i++) {
    const [middle] = evaluate([(last + beyond) / 2]) as [CurvePoint];
    if (holds(middle)) found.push(middle);
    if (holds(middle)) last = middle.x;
    else beyond = middle.x;
  }
  return found;
}

/** From 0 to the extremes of function and derivative, cut where the picture would be higher than wide. */
function heights(points: readonly CurvePoint[], width: number): Range {
  const most = 0.75 * width;
  const all = points
    .filter(isDefined)
    .flatMap(({ value, slope }) => [value, slope])
    .filter(Number.isFinite);
  const [low, high] = [Math.max(Math.min(0, ...all), -most), Math.min(Math.max(0, ...all), most)];
  const margin = (high - low || 1) * MARGIN;
  return [low - margin, high + margin];
}

/** The points of function or derivative that hang together: what lies between two runs is a pole, a step or nothing. */
export function runs({ points, y }: Curve, of: "value" | "slope"): CurvePoint[][] {
  const found: CurvePoint[][] = [[]];
  const shown = of === "value" ? isDefined : isSmooth;
  points.forEach((point, i) => {
    if (i > 0 && breaks(points, i, of, (y[1] - y[0]) * VISIBLE)) found.push([]);
    if (shown(point)) found.at(-1)?.push(point);
  });
  return found.filter(({ length }) => length > 0);
}

/** Of the height of the picture: a smaller jump cannot be seen. */
const VISIBLE = 0.02;
/** How much more than a neighbour a difference may be before it is a jump. */
const JUMP = 8;

/** Between point `i` and the one before it. */
function breaks(points: readonly CurvePoint[], i: number, of: "value" | "slope", visible: number): boolean {
  const [before, from, to, after] = [-2, -1, 0, 1].map((step) => points[i + step]);
  if (!from || !to || !Number.isFinite(from[of]) || !Number.isFinite(to[of])) return true;
  const rise = to[of] - from[of];
  if (Math.abs(rise) < visible) return false;
  if (of === "value" && isDenied(rise, from.slope, to.slope)) return true;
  const neighbours = [before && from[of] - before[of], after && after[of] - to[of]]
    .filter((difference) => difference !== undefined)
    .map(Math.abs)
    .filter(Number.isFinite);
  return neighbours.length > 0 && Math.abs(rise) > JUMP * Math.min(...neighbours);
}

/** Both slopes say that it goes the other way, or not at all. */
function isDenied(rise: number, ...slopes: number[]): boolean {
  return slopes.every((slope) => rise * slope <= 0);
}
