import { expect, test } from "vitest";
import { accuracyOf } from "../../../web/src/scene/accuracy.js";

test("of one output its sign says which class; 0 speaks for class 0, as the picture of a region does", () => {
  expect(accuracyOf([[2], [-1], [3], [0]], [[1], [0], [0], [0]])).toBe(0.75);
  expect(accuracyOf([[0]], [[1]])).toBe(0);
});

test("of several the largest; where two are, none is chosen", () => {
  const targets = [
    [0, 1, 0],
    [1, 0, 0],
  ];
  expect(
    accuracyOf(
      [
        [-3, -1, -2],
        [5, 5, 1],
      ],
      targets,
    ),
  ).toBe(0.5);
});

test("nothing answered, nothing right or wrong; what is no number is wrong", () => {
  expect(accuracyOf([], [])).toBeNaN();
  expect(accuracyOf([[Number.NaN], [1]], [[1], [1]])).toBe(0.5);
  expect(accuracyOf([[Number.NaN, 0]], [[0, 1]])).toBe(0);
});
