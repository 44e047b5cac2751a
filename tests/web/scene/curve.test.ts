import { expect, test } from "vitest";
import { createWorkbench } from "../../../web/src/engine/client.js";
import {
  type Curve,
  curveIn,
  curveOf,
  DEAD_BELOW,
  heights,
  roundStep,
  runs,
  type Sampler,
  sampledOf,
} from "../../../web/src/scene/curve.js";

const workbench = await createWorkbench();

function sampler(program: string): Sampler {
  return (range, count, marked) => {
    const axes = [{ input: "x", from: range[0], to: range[1], count }] as const;
    const include = marked ? (["gradient", "breaks", "corners"] as const) : (["gradient"] as const);
    const reply = workbench.sample({ program, axes, include: [...include], ...(marked && { dead_below: DEAD_BELOW }) });
    if (!reply.ok) throw new Error(reply.error.message);
    return sampledOf(reply, range);
  };
}
function curve(program: string): Curve {
  const found = curveOf(sampler(program));
  if (!found) throw new Error("defined nowhere");
  return found;
}
const ends = (run: { x: number }[]) => [run.at(0)?.x, run.at(-1)?.x];

test("a smooth function is one run from end to end, and so is its derivative", () => {
  const sine = curve("sin(x)");
  expect(runs(sine, "value").map(ends)).toEqual([[-4, 4]]);
  expect(runs(sine, "slope").map(ends)).toEqual([[-4, 4]]);
  expect(sine.points.map(({ x }) => x)).toContain(0.5);
  expect([sine.corners, sine.dead]).toEqual([[], []]);
});

test("the window is where the function is, and what is below the end of log is drawn as far as the page goes", () => {
  const log = curve("log(x)");
  expect(log.x[0]).toBeCloseTo(-0.4);
  expect(log.x[1]).toBe(4);
  const [run] = runs(log, "value");
  expect(Math.min(...(run ?? []).map(({ value }) => value))).toBeLessThan(log.values[0]);
  // 1/x goes on to the left of 0, but belongs to no value there
  const slopes = runs(log, "slope").flat();
  expect(Math.min(...slopes.map(({ x }) => x))).toBeGreaterThan(0);
});

test("poles and jumps are not bridged", () => {
  expect(runs(curve("tan(x)"), "value")).toHaveLength(3);
  expect(runs(curve("1/x"), "value")).toHaveLength(2);
  const floor = runs(curve("floor(x)"), "value");
  expect(floor.map((run) => run.at(-1)?.value)).toEqual([-4, -3, -2, -1, 0, 1, 2, 3, 4]);
});

test("what is chosen at a corner stands alone between the two sides", () => {
  const absolute = curve("abs(x)");
  expect(absolute.corners).toEqual([0]);
  expect(runs(absolute, "value")).toHaveLength(1);
  expect(runs(absolute, "slope").map((run) => [run.length > 1, run[0]?.slope])).toEqual([
    [true, -1],
    [false, 0],
    [true, 1],
  ]);
});

test("what is bent is no corner, however the slope goes", () => {
  for (const program of [
    "sin(3*x)",
    "tanh(2*x)",
    "x^3",
    "exp(x)",
    "1/x",
    "sigmoid(4*x)",
    "sigmoid(1000*x)",
    "cbrt(x)",
    "elu(x)",
    "step(x)",
  ])
    expect([program, curve(program).corners]).toEqual([program, []]);
  expect(curve("clamp(x, -1.503, 2)").corners.map((x) => x.toFixed(6))).toEqual(["-1.503000", "2.000000"]);
});

test("a dead zone ends at the corner that ends it, and a turning point is none", () => {
  expect(curve("relu(x)").dead).toEqual([[-4, 0]]);
  expect(curve("x^2").dead).toEqual([]);
  const [[, left], [right]] = curve("tanh(x)").dead as [[number, number], [number, number]];
  expect([left, right].map((x) => x.toFixed(2))).toEqual(["-2.18", "2.18"]);
});

test("a function that ends on both sides is shown with room around it", () => {
  const arc = curve("asin(x)");
  expect(arc.x[0]).toBeCloseTo(-1.2);
  expect(arc.x[1]).toBeCloseTo(1.2);
  const [run] = runs(arc, "value");
  expect(run?.at(0)?.x).toBeCloseTo(-1, 6);
  expect(run?.at(-1)?.x).toBeCloseTo(1, 6);
});

test("what has no value in a window has no curve there", () => {
  expect(curveOf(sampler("log(-1 - x^2)"))).toBeNull();
  expect(curveIn([-3, -1], sampler("log(x)"))).toBeNull();
  expect(curveIn([-3, 1], sampler("log(x)"))?.x).toEqual([-3, 1]);
});

test("a picture goes as far as the numbers, but not along a pole, and has 0 in it unless that is far away", () => {
  expect(heights([1, 2, 3]).map((y) => y.toFixed(2))).toEqual(["-0.30", "3.30"]);
  expect(heights([100, 101, 102]).map((y) => y.toFixed(2))).toEqual(["99.80", "102.20"]);
  expect(heights([0, 0, 0])).toEqual([-0.2, 0.2]);
  const pole = Array.from({ length: 101 }, (_, i) => 1 / (i - 50));
  expect(heights(pole)[1]).toBeLessThan(0.9);
  expect(heights([Number.NaN, Number.POSITIVE_INFINITY, 2, -2])).toEqual([-2.4, 2.4]);
});

test("steps are round", () => {
  expect([0.03, 0.2, 0.21, 3, 7].map(roundStep)).toEqual([0.05, 0.2, 0.5, 5, 10]);
});
