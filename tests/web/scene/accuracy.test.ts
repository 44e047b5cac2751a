import { expect, test } from "vitest";
import { percentRight } from "../../../web/src/scene/accuracy.js";

test("of one output its sign says which class; 0 speaks for class 0, as the picture of a region does", () => {
  expect(percentRight([[2], [-1], [3], [0]], [[1], [0], [0], [0]])).toBe(75);
  expect(percentRight([[0]], [[1]])).toBe(0);
});

test("of several the largest; where two are, none is chosen", () => {
  const targets = [
    [0, 1, 0],
    [1, 0, 0],
  ];
  expect(
    percentRight(
      [
        [-3, -1, -2],
        [5, 5, 1],
      ],
      targets,
    ),
  ).toBe(50);
});

test("nothing answered, nothing right or wrong; what is no number is wrong", () => {
  expect(percentRight([], [])).toBeNaN();
  expect(percentRight([[Number.NaN], [1]], [[1], [1]])).toBe(50);
  expect(percentRight([[Number.NaN, 0]], [[0, 1]])).toBe(0);
});

test("whole numbers stay whole: 58 of 100 are 58 %", () => {
  const outputs = Array.from({ length: 100 }, (_, i) => [i < 58 ? 1 : -1]);
  expect(percentRight(outputs, Array(100).fill([1]))).toBe(58);
});
