import { expect, test } from "vitest";
import { quantileOf, stripScene } from "../../../web/src/scene/strip.js";

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

test("the quarters lie in the bins in which so many have been passed", () => {
  const wide = { from: 0, to: 8, bins: 8 };
  const quarters = [0.25, 0.5, 0.75].map((share) => quantileOf([0, 1, 0, 1, 0, 1, 1, 0], wide, share));
  expect(quarters).toEqual([
    { at: 1.5, side: "inside" },
    { at: 3.5, side: "inside" },
    { at: 5.5, side: "inside" },
  ]);
});

test("the middle value is about in the middle of its bin; the first and last bins take what lies beyond", () => {
  const wide = { from: -2, to: 2, bins: 4 };
  expect(quantileOf([1, 3, 0, 0], wide, 0.5)).toEqual({ at: -0.5, side: "inside" });
  expect(quantileOf([2, 1, 0, 0], wide, 0.5)).toEqual({ at: -1, side: "below" });
  expect(quantileOf([0, 1, 0, 2], wide, 0.5)).toEqual({ at: 1, side: "above" });
  expect(quantileOf([0, 0], scale, 0.5)).toBeNull();
  expect(quantileOf([], scale, 0.5)).toBeNull();
});
