import { expect, test } from "vitest";
import type { Samples } from "../../../web/src/engine/protocol.js";
import { type Surface, type SurfacePoint, surfaceOf, surfacePlotOf } from "../../../web/src/scene/surface.js";

/** Of a function and its gradient, as the engine would sample them. */
function surface(at: (x: number, y: number) => [number, number, number], side = 21, reach = 2): Surface {
  const numbers = new Float64Array(3 * side * side);
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      const [x, y] = [column, row].map((i) => -reach + (2 * reach * i) / (side - 1)) as [number, number];
      at(x, y).forEach((number, plane) => {
        numbers[plane * side * side + row * side + column] = number;
      });
    }
  const samples: Samples = { version: 1, ok: true, shape: [3, side, side], numbers };
  return surfaceOf(samples, [-reach, reach], [-reach, reach]);
}
const plane = surface((x, y) => [2 * x + y, 2, 1]);
const here: SurfacePoint = { x: 1, y: -1, value: 1, gradient: [2, 1] };

test("one scale for both axes: the frame is square, and arrows stand upright on the level lines", () => {
  const { frame, arrows, lines } = surfacePlotOf(plane, here, 360);
  expect(frame.right - frame.left).toBe(frame.bottom - frame.top);
  const [[x0, y0], [x1, y1]] = [...(lines[0]?.path ?? "").matchAll(/[ML]([-\d.]+) ([-\d.]+)/g)]
    .map(([, x, y]) => [Number(x), Number(y)])
    .filter((_, i, all) => i === 0 || i === all.length - 1) as [[number, number], [number, number]];
  const { from, to } = arrows[0] as (typeof arrows)[0];
  const turn = ((to.x - from.x) * (x1 - x0) + (to.y - from.y) * (y1 - y0)) / Math.hypot(x1 - x0, y1 - y0);
  expect(Math.abs(turn)).toBeLessThan(0.2);
  // uphill: to the right, and up, which is less y in a picture
  expect(to.x).toBeGreaterThan(from.x);
  expect(to.y).toBeLessThan(from.y);
});

test("arrows are bounded in length, whatever the gradient", () => {
  const steep = surface((x, y) => [x ** 9 + y, 9 * x ** 8, 1]);
  const lengths = surfacePlotOf(steep, here, 360).arrows.map(({ from, to }) =>
    Math.hypot(to.x - from.x, to.y - from.y),
  );
  expect(Math.max(...lengths)).toBeLessThanOrEqual(26.01);
  expect(Math.min(...lengths)).toBeGreaterThanOrEqual(4.99);
});

test("no arrow where the gradient is 0 or no number, and none at the point", () => {
  const flat = surface(() => [3, 0, 0]);
  const nothing = surfacePlotOf(flat, { x: 0, y: 0, value: 3, gradient: [0, 0] }, 360);
  expect([nothing.arrows, nothing.lines, nothing.steepest]).toEqual([[], [], null]);
  const half = surface((x) => (x < 0 ? [Number.NaN, Number.NaN, 0] : [x, 1, 0]));
  const { arrows, frame } = surfacePlotOf(half, here, 360);
  expect(arrows.length).toBeGreaterThan(0);
  expect(Math.min(...arrows.map(({ from }) => from.x))).toBeGreaterThanOrEqual((frame.left + frame.right) / 2);
});

test("lines are signed and labelled with round numbers; regions are deeper the further they are from 0", () => {
  const { lines, regions } = surfacePlotOf(plane, here, 360);
  expect(lines.map(({ sign, label }) => [sign, label?.text])).toEqual([
    ["negative", "−4"],
    ["negative", "−2"],
    ["zero", "0"],
    ["positive", "2"],
    ["positive", "4"],
  ]);
  expect(regions.map(({ sign }) => sign)).toEqual([...Array(3).fill("positive"), ...Array(3).fill("negative")]);
});

test("the point stays in the picture, with its own arrow", () => {
  const plot = surfacePlotOf(plane, { ...here, x: 7 }, 360);
  expect(plot.point.x).toBe(plot.frame.right);
  expect(plot.steepest?.from).toEqual(plot.point);
});
