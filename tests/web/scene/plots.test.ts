import { expect, test } from "vitest";
import { curvePoint, movable, surfacePoint, windowAround, zoomed } from "../../../web/src/scene/plots.js";
import { explained } from "../explained.js";

test("every entry that has a gradient can be moved", async () => {
  const explanation = await explained("W = [[1, 2], [3, 4]]; x = 5; sum(W) * x + 0*step(k)");
  expect(
    movable(explanation).map(({ input, entry, at, value, gradient }) => [input, entry, at, value, gradient]),
  ).toEqual([
    ["W", 0, [0, 0], 1, 5],
    ["W", 1, [0, 1], 2, 5],
    ["W", 2, [1, 0], 3, 5],
    ["W", 3, [1, 1], 4, 5],
    ["x", 0, [0, 0], 5, 10],
    ["k", 0, [0, 0], 1, 0],
  ]);
});

test("a window lies around the point, as wide as its size asks for, and 0 is in it", () => {
  expect([1, -2, 0.1, 30, 0].map(windowAround)).toEqual([
    [-1, 3],
    [-7, 3],
    [-2, 2],
    [-50, 150],
    [-2, 2],
  ]);
  expect(windowAround(Number.NaN)).toEqual([-2, 2]);
});

test("zooming keeps to round widths, and in and out come back", () => {
  expect(zoomed([-1, 3], 1, true)).toEqual([0, 2]);
  expect(zoomed([0, 2], 1, false)).toEqual([-1, 3]);
  expect(zoomed([-7, 3], -2, false)).toEqual([-10, 10]);
});

test("the slope is that of the output, whatever the backward pass starts with", async () => {
  const explanation = await explained("x = 3; y = 2; f = x^2 * y", { output_adjoint: 10 });
  const [x, y] = movable(explanation);
  if (!x || !y) throw new Error("no inputs");
  expect([x.gradient, curvePoint(explanation, x)]).toEqual([120, { x: 3, value: 18, slope: 12 }]);
  expect(surfacePoint(explanation, x, y)).toEqual({ x: 3, y: 2, value: 18, gradient: [12, 9] });
});
