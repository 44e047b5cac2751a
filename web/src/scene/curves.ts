/** Wires as chains of cubic Bézier curves: their SVG path, and the point a copy has reached on its way. */
import type { Point } from "./metrics.js";

export type Curve = readonly [start: Point, control1: Point, control2: Point, end: Point];

export function line(start: Point, end: Point): Curve {
  return [
    start,
    { x: start.x + (end.x - start.x) / 3, y: start.y + (end.y - start.y) / 3 },
    { x: end.x - (end.x - start.x) / 3, y: end.y - (end.y - start.y) / 3 },
    end,
  ];
}

/** Leaves and arrives horizontally. A bulge lifts it off its twin where a gate reads one node twice. */
export function bend(start: Point, end: Point, bulge = 0): Curve {
  const middle = (start.x + end.x) / 2;
  return [start, { x: middle, y: start.y + bulge }, { x: middle, y: end.y + bulge / 2 }, end];
}

export function pathOf(curves: readonly Curve[]): string {
  let path = "";
  let pen: Point | null = null;
  for (const [start, control1, control2, end] of curves) {
    if (pen === null || pen.x !== start.x || pen.y !== start.y) path += `M${show(start.x)} ${show(start.y)}`;
    path +=
      start.y === end.y && control1.y === start.y && control2.y === end.y
        ? `H${show(end.x)}`
        : `C${[control1, control2, end].map(({ x, y }) => `${show(x)} ${show(y)}`).join(" ")}`;
    pen = end;
  }
  return path;
}

/** Coordinates in paths and attributes carry at most two decimals. */
export function show(x: number): number {
  return Math.round(x * 100) / 100;
}

export function pointOn([a, b, c, d]: Curve, t: number): Point {
  const s = 1 - t;
  const [wa, wb, wc, wd] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
  return { x: wa * a.x + wb * b.x + wc * c.x + wd * d.x, y: wa * a.y + wb * b.y + wc * c.y + wd * d.y };
}

const SAMPLES = 12;

/** Points along the curves, close enough to measure by. */
export function sample(curves: readonly Curve[]): Point[] {
  const points: Point[] = curves.length > 0 ? [(curves[0] as Curve)[0]] : [];
  for (const curve of curves) for (let i = 1; i <= SAMPLES; i++) points.push(pointOn(curve, i / SAMPLES));
  return points;
}

/** The point at `fraction` of the way along `points`, by length. */
export function along(points: readonly Point[], fraction: number): Point {
  const lengths = [0];
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1] as Point, points[i] as Point];
    lengths.push((lengths[i - 1] as number) + Math.hypot(b.x - a.x, b.y - a.y));
  }
  const target = Math.min(1, Math.max(0, fraction)) * (lengths[points.length - 1] as number);
  const next = Math.max(
    1,
    lengths.findIndex((length) => length >= target),
  );
  const [a, b] = [points[next - 1] as Point, points[next] as Point];
  const span = (lengths[next] as number) - (lengths[next - 1] as number);
  const t = span === 0 ? 0 : (target - (lengths[next - 1] as number)) / span;
  return { x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y) };
}
