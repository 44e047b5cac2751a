import { expect, test } from "vitest";
import { type Curve, type CurvePoint, curveOf, type Sampler } from "../../../web/src/scene/curve.js";
import { placeOnAxis, plotOf, rounded, ticks } from "../../../web/src/scene/plot.js";

const at = (x: number): CurvePoint => ({ x, value: x * x, slope: 2 * x });
const parabola: Sampler = ([low, high], count) => ({
  points: Array.from({ length: count }, (_, i) => low + ((high - low) * i) / (count - 1)).map((x) => ({
    ...at(x),
    breaks: false,
    bends: false,
  })),
  corners: [],
  dead: [],
});
const curve = curveOf(parabola) as Curve;

/** First and last place of path data. */
function ends(path: string): [number, number][] {
  const places = [...path.matchAll(/[ML]([-\d.]+) ([-\d.]+)/g)].map(([, x, y]): [number, number] => [
    Number(x),
    Number(y),
  ]);
  return [places.at(0) as [number, number], places.at(-1) as [number, number]];
}

test("the point lies on the curve, and the tangent goes through it with the slope that is said", () => {
  const { value, tangent } = plotOf(curve, at(1), 640);
  const { frame, point } = value;
  const [[x0, y0], [x1, y1]] = ends(tangent) as [[number, number], [number, number]];
  const perX = (frame.right - frame.left) / (curve.x[1] - curve.x[0]);
  const perY = (frame.bottom - frame.top) / (curve.values[1] - curve.values[0]);
  expect((y0 - y1) / perY / ((x1 - x0) / perX)).toBeCloseTo(2, 2);
  expect(y0 + ((point?.x ?? 0) - x0) * ((y1 - y0) / (x1 - x0))).toBeCloseTo(point?.y ?? Number.NaN, 1);
});

test("the derivative stands below on the same axis, with its own point", () => {
  const { value, slope, horizontal } = plotOf(curve, at(1), 640);
  expect([slope.frame.left, slope.frame.right]).toEqual([value.frame.left, value.frame.right]);
  expect(slope.frame.top).toBeGreaterThan(value.frame.bottom);
  expect(slope.point?.x).toBe(value.point?.x);
  const [[x0, y0], [x1, y1]] = ends(slope.path) as [[number, number], [number, number]];
  expect(y0 + ((slope.point?.x ?? 0) - x0) * ((y1 - y0) / (x1 - x0))).toBeCloseTo(slope.point?.y ?? Number.NaN, 1);
  expect(horizontal.map(({ text }) => text)).toContain("0");
});

test("a place in the picture is where it was put", () => {
  for (const x of [-3.5, 0, 2]) {
    const { value } = plotOf(curve, at(x), 400);
    expect(placeOnAxis(curve.x, value.frame.left, value.frame.right, value.point?.x ?? Number.NaN)).toBeCloseTo(x, 2);
  }
  expect(placeOnAxis(curve.x, 40, 300, -100)).toBe(-4);
});

test("a point goes to round places within the window", () => {
  expect([0.1234, -9, 9, -0.004].map((x) => rounded([-4, 4], x))).toEqual([0.12, -4, 4, 0]);
  expect(rounded([-1.13, 1.11], -5)).toBe(-1.13);
});

test("where there is no value there is neither point nor tangent", () => {
  const plot = plotOf(curve, { x: 1, value: Number.NaN, slope: Number.NaN }, 640);
  expect([plot.value.point, plot.slope.point, plot.tangent, plot.label]).toEqual([null, null, "", null]);
});

test("a steep tangent stays within reach of the picture", () => {
  const plot = plotOf(curve, { x: 0, value: 0, slope: 1e9 }, 640);
  for (const [, y] of ends(plot.tangent)) expect(Math.abs(y)).toBeLessThan(3000);
});

test("the slope is written above the tangent, inside of the picture, wherever the point is", () => {
  for (let x = -4; x <= 4; x += 0.5) {
    const { label, value } = plotOf(curve, at(x), 300);
    const { left, right, top, bottom } = value.frame;
    const reach = label?.anchor === "end" ? -90 : 90;
    expect(label?.x).toBeGreaterThan(left);
    expect((label?.x ?? 0) + reach).toBeGreaterThan(left - 1);
    expect((label?.x ?? 0) + reach).toBeLessThan(right + 1);
    expect([(label?.y ?? 0) > top, (label?.y ?? 0) < bottom]).toEqual([true, true]);
  }
});

test("ticks are round numbers, fewer in a narrow picture, and exactly as printed", () => {
  expect(ticks([-4, 4], 9)).toEqual([-4, -3, -2, -1, 0, 1, 2, 3, 4]);
  expect(ticks([-0.11, 1.1], 6)).toEqual([0, 0.5, 1]);
  expect(ticks([-1.2, 1.2], 14)).toContain(0.6);
  expect(plotOf(curve, at(1), 300).horizontal.map(({ text }) => text)).toEqual(["−4", "−2", "0", "2", "4"]);
});
