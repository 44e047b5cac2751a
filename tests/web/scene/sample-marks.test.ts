import { expect, test } from "vitest";
import { marksPath } from "../../../web/src/scene/sample-marks.js";

const mark = { x: 10, y: 20, radius: 5 };

test("each look has a shape of its own, closed and around its place", () => {
  const paths = [0, 1, 2, 3].map((look) => marksPath([mark], look));
  expect(paths).toEqual([
    "M5.5 15.5h9v9h-9z",
    "M5 20a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z",
    "M10 13.5l6 11h-12z",
    "M10 13l7 7l-7 7l-7 -7z",
  ]);
  expect(marksPath([mark], 5)).toBe(paths[1]);
});

test("many marks are one path, none is none", () => {
  expect(marksPath([mark, { ...mark, x: 30 }], 0)).toBe("M5.5 15.5h9v9h-9zM25.5 15.5h9v9h-9z");
  expect(marksPath([], 0)).toBe("");
});
