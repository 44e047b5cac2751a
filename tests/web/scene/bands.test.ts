import { expect, test } from "vitest";
import { bandOf } from "../../../web/src/scene/bands.js";

const run = (...costs: number[]) => costs.map((value, i) => ({ step: 3 * i, value }));

test("the line is the median, the band the middle half", () => {
  expect(bandOf("He", [run(1, 5), run(2, 1), run(3, 2), run(4, 3), run(5, 4)])).toEqual({
    name: "He",
    points: [
      { x: 0, y: 3 },
      { x: 3, y: 3 },
    ],
    band: [
      { x: 0, low: 2, high: 4 },
      { x: 3, low: 2, high: 4 },
    ],
  });
});

test("one run has no band", () => {
  expect(bandOf("one", [run(1, 2)])).toEqual({
    name: "one",
    points: [
      { x: 0, y: 1 },
      { x: 3, y: 2 },
    ],
  });
});

test("runs that stopped or are not finite are worse than all others", () => {
  const { points, band } = bandOf("x", [run(1, 1, 1), run(2, 2, Number.NaN), run(3)]);
  expect(points.map(({ y }) => y)).toEqual([2, 2, Number.POSITIVE_INFINITY]);
  expect(band?.at(-1)).toEqual({ x: 6, low: Number.POSITIVE_INFINITY, high: Number.POSITIVE_INFINITY });
});

test("of what should be large, what is not there is the least", () => {
  const { band } = bandOf("x", [run(1, 4), run(1, 5), run(1)], Number.NEGATIVE_INFINITY);
  expect(band?.at(-1)).toEqual({ x: 3, low: Number.NEGATIVE_INFINITY, high: 4.5 });
});
