import { expect, test } from "vitest";
import { createWorkbench } from "../../../web/src/engine/client.js";
import type { Sweep } from "../../../web/src/engine/protocol.js";
import { PLOT, sweepPlot } from "../../../web/src/scene/sweep.js";

const engine = await createWorkbench();

function swept(program: string, x: number): Sweep {
  const reply = engine.explain({ program, at: { x }, include: ["check_sweep"], check_of: { input: "x", entry: 0 } });
  if (!reply.ok || !reply.check_sweep?.sweep) throw new Error("nothing was swept");
  return reply.check_sweep.sweep;
}

test("the V of sin at 1 falls from the right along h², and rises to the left", () => {
  const sweep = swept("sin(x)", 1);
  const plot = sweepPlot(sweep);
  expect(plot.points).toHaveLength(25);
  const best = plot.points[sweep.best];
  const lowest = Math.max(...plot.points.map(({ y }) => y));
  expect(best?.y).toBe(lowest);
  const wide = plot.points.slice(0, 5).map(({ y }) => y);
  expect(wide).toEqual([...wide].sort((a, b) => a - b));
  expect(plot.truncation?.[1].x).toBeGreaterThan(plot.truncation?.[0].x as number);
  expect(plot.rounding?.[0].y).toBeLessThan(plot.rounding?.[1].y as number);
});

test("everything stays inside of the picture", () => {
  for (const [program, x] of [
    ["sin(x)", 1],
    ["x*x", 3],
    ["abs(x)", 0.002],
    ["2*x", 1],
    ["sqrt(x)", 0],
    ["exp(x)", 40],
  ] as const) {
    const plot = sweepPlot(swept(program, x));
    const lines = [plot.truncation, plot.rounding].flatMap((line) => line ?? []);
    for (const { x, y } of [...plot.points, ...lines]) {
      expect(x).toBeGreaterThanOrEqual(PLOT.left - 1e-6);
      expect(x).toBeLessThanOrEqual(PLOT.width - PLOT.right + 1e-6);
      expect(y).toBeGreaterThanOrEqual(PLOT.top - 1e-6);
      expect(y).toBeLessThanOrEqual(PLOT.height - PLOT.bottom + 1e-6);
    }
  }
});

test("a difference of exactly 0 stands on a line of its own, below the smallest that is not", () => {
  const plot = sweepPlot({
    ...swept("sin(x)", 1),
    best: 0,
    points: swept("sin(x)", 1).points.map((point, i) => (i < 3 ? { ...point, difference: 0 } : point)),
  });
  expect(plot.exact).toBe(PLOT.height - PLOT.bottom);
  expect(plot.points.slice(0, 3).every(({ y }) => y === plot.exact)).toBe(true);
  expect(plot.points.slice(3).every(({ y }) => y < (plot.exact as number))).toBe(true);
  expect(sweepPlot(swept("sqrt(x)", 0)).points).toEqual([]);
});

test("step widths that reach across a corner are marked", () => {
  const plot = sweepPlot(swept("abs(x)", 0.002));
  expect(plot.points.filter(({ isAcross }) => isAcross).map(({ index }) => index)).toEqual([0, 1, 2, 3]);
});
