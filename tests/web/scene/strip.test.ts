import { expect, test } from "vitest";
import { medianOf, stripScene } from "../../../web/src/scene/strip.js";

const scale = { from: -1, to: 1, bins: 2 };

test("a column an update, the darker the more values are there", () => {
  const scene = stripScene(
    [0, 100],
    [
      [4, 0],
      [1, 3],
    ],
    100,
    scale,
  );
  expect(scene).toEqual({
    width: 320,
    height: 96,
    shades: ["", "", "M160 48h160v48h-160z", "", "", "M0 48h160v48h-160zM160 0h160v48h-160z"],
    at: 240,
    zero: 48,
  });
});

test("nothing counted is nothing drawn", () => {
  expect(stripScene([0], [[0, 0]], 0, scale).shades.join("")).toBe("");
});

test("the middle value is about in the middle of its bin; the first and last bins take what lies beyond", () => {
  const wide = { from: -2, to: 2, bins: 4 };
  expect(medianOf([1, 3, 0, 0], wide)).toEqual({ at: -0.5, side: "inside" });
  expect(medianOf([2, 1, 0, 0], wide)).toEqual({ at: -1, side: "below" });
  expect(medianOf([0, 1, 0, 2], wide)).toEqual({ at: 1, side: "above" });
  expect(medianOf([0, 0], scale)).toBeNull();
  expect(medianOf([], scale)).toBeNull();
});
