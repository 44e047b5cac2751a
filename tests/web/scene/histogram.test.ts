import { expect, test } from "vitest";
import { histogramScene } from "../../../web/src/scene/histogram.js";

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
