import { expect, test } from "vitest";
import { countsOf, endsOf, histogramScene } from "../../../web/src/scene/histogram.js";

test("heights are roots of shares of all, not of the largest bar", () => {
  expect(histogramScene([1, 0, 0, 3], -1.2, 1.2)).toEqual({
    width: 144,
    height: 36,
    path: "M0 36v-18h36v18zM108 36v-31.18h36v31.18z",
    zero: 72,
  });
});

test("nothing counted is nothing drawn", () => {
  expect(histogramScene([0, 0], 0, 1)).toMatchObject({ path: "", zero: 0 });
  expect(histogramScene([Number.NaN, Number.NaN], 0, 1).path).toBe("");
});

test("what lies outside of a scale is in the first or last bin, what is no number in none", () => {
  const scale = { from: -1, to: 1, bins: 4 };
  expect(countsOf([-9, -1, -0.1, 0, 0.5, 1, 9, Number.NaN, Number.POSITIVE_INFINITY], scale)).toEqual([2, 1, 1, 4]);
});

test("on a scale of powers 0 is in the first bin, and signs do not count", () => {
  const powers = { from: -2, to: 2, bins: 4, isLog: true };
  expect(countsOf([0, 1e-9, 0.05, -0.5, 2, -20, 1e6], powers)).toEqual([3, 1, 1, 2]);
});

test("the ends of a scale", () => {
  expect(endsOf({ from: -1.2, to: 1.2, bins: 1 })).toEqual(["−1.2", "1.2"]);
  expect(endsOf({ from: -10, to: 2, bins: 1, isLog: true })).toEqual(["10⁻¹⁰", "10²"]);
});
