import { describe, expect, test } from "vitest";
import { type Grid, levelLines, levelsOf, negated, regionAbove } from "../../../web/src/scene/contours.js";
import type { Point } from "../../../web/src/scene/metrics.js";

function grid(columns: number, rows: number, at: (x: number, y: number) => number): Grid {
  const values = Array.from({ length: columns * rows }, (_, i) => at(i % columns, Math.floor(i / columns)));
  return { columns, rows, values };
}
/** By the shoelace formula. */
const area = (polygon: readonly Point[]) =>
  Math.abs(
    polygon.reduce((sum, { x, y }, i) => {
      const next = polygon[(i + 1) % polygon.length] as Point;
      return sum + (x * next.y - next.x * y) / 2;
    }, 0),
  );
const areaOf = (polygons: Point[][]) => polygons.reduce((sum, polygon) => sum + area(polygon), 0);
const isClosed = (line: readonly Point[]) => JSON.stringify(line.at(0)) === JSON.stringify(line.at(-1));

describe("a plane", () => {
  const plane = grid(5, 4, (x, y) => x + y);
  test("has one straight open line a level, from edge to edge", () => {
    const [line, ...others] = levelLines(plane, 2.5);
    expect(others).toEqual([]);
    expect(line?.every(({ x, y }) => Math.abs(x + y - 2.5) < 1e-12)).toBe(true);
    expect(isClosed(line ?? [])).toBe(false);
    expect(new Set([line?.at(0), line?.at(-1)].map((point) => `${point?.x} ${point?.y}`))).toEqual(
      new Set(["2.5 0", "0 2.5"]),
    );
  });
  test("is divided into above and below without a rest", () => {
    expect(areaOf(regionAbove(plane, 2.5))).toBeCloseTo(12 - 2.5 ** 2 / 2);
    expect(areaOf(regionAbove(negated(plane), -2.5))).toBeCloseTo(2.5 ** 2 / 2);
  });
  test("is above a low level as a whole, one polygon a row, and nowhere above a high one", () => {
    expect(regionAbove(plane, -1).map(area)).toEqual([4, 4, 4]);
    expect(regionAbove(plane, 8)).toEqual([]);
    expect(levelLines(plane, 8)).toEqual([]);
  });
});

describe("a saddle", () => {
  const saddle = grid(6, 6, (x, y) => (x - 2.5) * (y - 2.5));
  test("has two lines on either side of its pass", () => {
    for (const level of [1, -1]) {
      const lines = levelLines(saddle, level);
      expect(lines).toHaveLength(2);
      const meets = lines.map((line) => line.every(({ x }) => x < 2.5) || line.every(({ x }) => x > 2.5));
      expect(meets).toEqual([true, true]);
    }
  });
  test("is cut apart in the cell of the pass by what its middle is", () => {
    const cell = (middle: number) => grid(2, 2, (x, y) => (x === y ? 1 : -1 + middle));
    expect(levelLines(cell(0.4), 0)).toHaveLength(2);
    expect(regionAbove(cell(0.4), 0)).toHaveLength(1);
    expect(levelLines(cell(-0.4), 0)).toHaveLength(2);
    expect(regionAbove(cell(-0.4), 0)).toHaveLength(2);
    for (const middle of [0.4, -0.4]) {
      const both = areaOf(regionAbove(cell(middle), 0)) + areaOf(regionAbove(negated(cell(middle)), 0));
      expect(both).toBeCloseTo(1);
    }
  });
});

test("a hill has closed lines, whole around the top", () => {
  const hill = grid(9, 9, (x, y) => -((x - 4) ** 2) - (y - 4) ** 2);
  const lines = levelLines(hill, -4.5);
  expect(lines).toHaveLength(1);
  expect(isClosed(lines[0] ?? [])).toBe(true);
  for (const { x, y } of lines[0] ?? []) expect(Math.hypot(x - 4, y - 4)).toBeCloseTo(Math.sqrt(4.5), 0);
});

test("cells with a corner that is no finite number are left out, and lines end there", () => {
  for (const hole of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
    const holed = grid(5, 5, (x, y) => (x === 2 && y === 2 ? hole : y));
    expect(areaOf(regionAbove(holed, -1))).toBe(12);
    expect(levelLines(holed, 1.5).map((line) => line.length)).toEqual([2, 2]);
  }
  expect(
    levelLines(
      grid(3, 3, () => Number.NaN),
      0,
    ),
  ).toEqual([]);
});

test("levels are round numbers between the least and the largest", () => {
  expect(levelsOf([-3.2, 0, 5], 8)).toEqual([-2, 0, 2, 4]);
  expect(levelsOf([0.11, 0.2, 0.29], 9)).toEqual([0.12, 0.14, 0.16, 0.18, 0.2, 0.22, 0.24, 0.26, 0.28]);
  expect(levelsOf([2, 2, Number.NaN], 8)).toEqual([]);
});

test("levels grow where most numbers are small beside a few, on both sides of 0", () => {
  const hundredfold = Array.from({ length: 101 }, (_, i) => 10 ** (i / 25 - 1));
  expect(levelsOf(hundredfold, 11)).toEqual([0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500]);
  expect(levelsOf([...hundredfold, ...hundredfold.map((x) => -x)], 8)).toEqual([-100, -10, -1, 0, 1, 10, 100]);
});
