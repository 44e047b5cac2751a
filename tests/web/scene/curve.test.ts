import { expect, test } from "vitest";
import { type Curve, curveOf, roundStep, runs } from "../../../web/src/scene/curve.js";

/** A curve of functions that a test can compute. */
function curve(value: (x: number) => number, slope: (x: number) => number): Curve {
  const found = curveOf((places) => places.map((x) => ({ x, value: value(x), slope: slope(x) })));
  if (!found) throw new Error("defined nowhere");
  return found;
}
const ends = (run: { x: number }[]) => [run.at(0)?.x, run.at(-1)?.x];

test("a smooth function is one run from end to end, and so is its derivative", () => {
  const sine = curve(Math.sin, Math.cos);
  expect(runs(sine, "value").map(ends)).toEqual([[-4, 4]]);
  expect(runs(sine, "slope").map(ends)).toEqual([[-4, 4]]);
  expect(sine.points.map(({ x }) => x)).toContain(0.5);
});

test("the window is where the function is, and what is below the end of log is drawn as far as the page goes", () => {
  const log = curve(Math.log, (x) => 1 / x);
  expect(log.x[0]).toBeCloseTo(-0.4);
  expect(log.x[1]).toBe(4);
  const [run] = runs(log, "value");
  expect(Math.min(...(run ?? []).map(({ value }) => value))).toBeLessThan(log.y[0]);
  // 1/x goes on to the left of 0, but belongs to no value there
  expect(
    Math.min(
      ...runs(log, "slope")
        .flat()
        .map(({ x }) => x),
    ),
  ).toBeGreaterThan(0);
});

test("poles and steps are not bridged", () => {
  const tangent = runs(
    curve(Math.tan, (x) => 1 + Math.tan(x) ** 2),
    "value",
  );
  expect(tangent).toHaveLength(3);
  const floor = runs(
    curve(Math.floor, () => 0),
    "value",
  );
  expect(floor.map(([first]) => first?.value)).toEqual([-4, -3, -2, -1, 0, 1, 2, 3, 4]);
  const reciprocal = runs(
    curve(
      (x) => 1 / x,
      (x) => -1 / x ** 2,
    ),
    "value",
  );
  expect(reciprocal).toHaveLength(2);
});

test("what is chosen at a corner stands alone between the two sides", () => {
  const absolute = curve(Math.abs, Math.sign);
  expect(runs(absolute, "value")).toHaveLength(1);
  expect(runs(absolute, "slope").map((run) => [run.length > 1, run[0]?.slope])).toEqual([
    [true, -1],
    [false, 0],
    [true, 1],
  ]);
});

test("a function that ends on both sides is shown with room around it", () => {
  const arc = curve(Math.asin, (x) => 1 / Math.sqrt(1 - x * x));
  expect(arc.x[0]).toBeCloseTo(-1.2);
  expect(arc.x[1]).toBeCloseTo(1.2);
  expect(runs(arc, "value").map(ends)).toEqual([[-1, 1]]);
});

test("what has no value anywhere near 0 has no curve", () => {
  expect(curveOf((places) => places.map((x) => ({ x, value: Number.NaN, slope: Number.NaN })))).toBeNull();
});

test("steps are round", () => {
  expect([0.03, 0.2, 0.21, 3, 7].map(roundStep)).toEqual([0.05, 0.2, 0.5, 5, 10]);
});
