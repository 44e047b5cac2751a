import { describe, expect, test } from "vitest";
import { readMatrix } from "../../../web/src/scene/matrix.js";

describe("a matrix that was typed", () => {
  test.each([
    [
      "[[1, 2], [3, −4]]",
      2,
      2,
      [
        [1, 2],
        [3, -4],
      ],
    ],
    [
      "[ [1,2],\n  [.5,1e-3] ]",
      2,
      2,
      [
        [1, 2],
        [0.5, 0.001],
      ],
    ],
    ["[1, 2, 3]", 3, 1, [[1], [2], [3]]],
    ["[[1], [2]]", 2, 1, [[1], [2]]],
    ["[[1, 2, 3]]", 1, 3, [[1, 2, 3]]],
  ])("%s", (text, rows, columns, matrix) => {
    expect(readMatrix(text, rows, columns)).toEqual(matrix);
  });

  test.each([
    ["[[1, 2], [3]]", 2, 2],
    ["[[1, 2], [3, 4], [5, 6]]", 2, 2],
    ["[[1, 2], [3, x]]", 2, 2],
    ["[[1, 2], [3, ]]", 2, 2],
    ["[[1, 2], [3, 4]", 2, 2],
    ["[1, 2]", 1, 2],
    ["", 2, 2],
    ["[[[1, 2], [3, 4]]]", 2, 2],
  ])("%s is none of its shape", (text, rows, columns) => {
    expect(readMatrix(text, rows, columns)).toBeNull();
  });
});
