/** The way of an optimiser over a map, as a path. */
import { show } from "./curves.js";
import type { Point } from "./metrics.js";
import type { Frame, Placing } from "./plot.js";

/** The first updates are marked one by one; later ones lie too close. */
const FEET = 25;
/** Pixels beyond the frame: the line leaves the picture in the right direction, and numbers stay small. */
const BEYOND = 2000;

export function trackOf(
  places: readonly Point[],
  place: Placing,
  { left, right, top, bottom }: Frame,
): { path: string; feet: Point[]; end: Point | null } {
  const within = (pixel: number, low: number, high: number) => Math.min(Math.max(pixel, low - BEYOND), high + BEYOND);
  const points = places.map(({ x, y }) => ({
    x: show(within(place.x(x), left, right)),
    y: show(within(place.y(y), top, bottom)),
  }));
  const inside = ({ x, y }: Point) => x >= left && x <= right && y >= top && y <= bottom;
  const last = points.at(-1);
  return {
    path: points.length < 2 ? "" : `M${points.map(({ x, y }) => `${x} ${y}`).join("L")}`,
    feet: points.slice(1, FEET + 1).filter(inside),
    end: last && points.length > 1 && inside(last) ? last : null,
  };
}
