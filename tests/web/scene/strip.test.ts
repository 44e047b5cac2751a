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

test("the middle value is in the middle of its bin", () => {
  expect(medianOf([3, 1], scale)).toBe(-0.5);
  expect(medianOf([1, 3], scale)).toBe(0.5);
  expect(medianOf([0, 0], scale)).toBeNaN();
  expect(medianOf([], scale)).toBeNaN();
});
