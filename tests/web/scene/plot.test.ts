import { expect, test } from "vitest";
import { type CurvePoint, curveOf, type Evaluate } from "../../../web/src/scene/curve.js";
import { placeOnAxis, plotOf, ticks } from "../../../web/src/scene/plot.js";

const parabola: Evaluate = (places) => places.map((x) => ({ x, value: x * x, slope: 2 * x }));
const curve = curveOf(parabola);
if (!curve) throw new Error("no curve");
const at = (x: number) => parabola([x])[0] as CurvePoint;

/** First and last place of path data. */
function ends(path: string): [number, number][] {
  const places = [...path.matchAll(/[ML]([-\d.]+) ([-\d.]+)/g)].map(([, x, y]): [number, number] => [
    Number(x),
    Number(y),
  ]);
  return [places.at(0) as [number, number], places.at(-1) as [number, number]];
}

test("the point lies on the curve, and the tangent goes through it with the slope that is said", () => {
  const plot = plotOf(curve, at(1), 720);
  const { frame, tangent, point } = plot;
  const [[x0, y0], [x1, y1]] = ends(tangent) as [[number, number], [number, number]];
  const perX = (frame.right - frame.left) / (curve.x[1] - curve.x[0]);
  const perY = (frame.bottom - frame.top) / (curve.y[1] - curve.y[0]);
  expect((y0 - y1) / perY / ((x1 - x0) / perX)).toBeCloseTo(2, 2);
  expect(y0 + ((point?.x ?? 0) - x0) * ((y1 - y0) / (x1 - x0))).toBeCloseTo(point?.y ?? Number.NaN, 1);
});

test("a place in the picture is where it was put", () => {
  for (const x of [-3.5, 0, 2]) {
    const plot = plotOf(curve, at(x), 400);
    expect(placeOnAxis(curve, plot, plot.point?.x ?? Number.NaN)).toBeCloseTo(x, 2);
  }
  expect(placeOnAxis(curve, plotOf(curve, at(0), 400), -100)).toBe(-4);
});

test("where there is no value there is neither point nor tangent", () => {
  const plot = plotOf(curve, { x: 1, value: Number.NaN, slope: Number.NaN }, 720);
  expect([plot.point, plot.tangent]).toEqual([null, ""]);
});

test("a steep tangent stays within reach of the picture", () => {
  const plot = plotOf(curve, { x: 0, value: 0, slope: 1e9 }, 720);
  for (const [, y] of ends(plot.tangent)) expect(Math.abs(y)).toBeLessThan(3000);
});

test("ticks are round numbers, fewer in a narrow picture, and exactly as printed", () => {
  expect(ticks([-4, 4], 9)).toEqual([-4, -3, -2, -1, 0, 1, 2, 3, 4]);
  expect(ticks([-0.11, 1.1], 6)).toEqual([0, 0.5, 1]);
  expect(ticks([-1.2, 1.2], 14)).toContain(0.6);
  expect(plotOf(curve, at(1), 300).horizontal.map(({ text }) => text)).toEqual(["−4", "−2", "0", "2", "4"]);
});
