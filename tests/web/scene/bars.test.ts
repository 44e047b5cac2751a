import { expect, test } from "vitest";
import { barsScene, factorOf } from "../../../web/src/scene/bars.js";

const RANGE = [1e-8, 1e4] as const;

test("bars go up or down from 1, whatever else is shown", () => {
  const { bars, one, frame } = barsScene([1, 100, 0.01], RANGE, 320);
  const [same, up, down] = bars;
  expect(one).toBe(frame.top + (frame.bottom - frame.top) / 3);
  expect(same).toMatchObject({ layer: 1, top: one, height: 1, beyond: null });
  expect((up?.top ?? 0) + (up?.height ?? 0)).toBe(one);
  expect(down?.top).toBe(one);
  expect(down?.height).toBe(up?.height);
  expect(barsScene([1], RANGE, 320).one).toBe(one);
});

test("what leaves the axis ends at its edge with an arrow; what is no number says so", () => {
  const { bars, frame } = barsScene([1e9, 1e-12, 0, Number.POSITIVE_INFINITY, Number.NaN], RANGE, 320);
  expect(bars.map(({ beyond, isNumber }) => [beyond, isNumber])).toEqual([
    ["above", true],
    ["below", true],
    ["below", true],
    ["above", false],
    ["above", false],
  ]);
  expect(bars[0]?.top).toBe(frame.top);
  expect((bars[1]?.top ?? 0) + (bars[1]?.height ?? 0)).toBe(frame.bottom);
});

test("the factor a layer leaves out the output", () => {
  expect(factorOf([1, 0.5, 0.25, 77])).toBe(0.5);
});
