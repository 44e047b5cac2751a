import { expect, test } from "vitest";
import {
  deepened,
  everyOf,
  layersOf,
  numbersOf,
  parametersOf,
  typedWidths,
  widthsText,
} from "../../../../web/src/rooms/start/free-setting.js";

test.each([
  ["6-3", [6, 3]],
  [" 6, 3 ", [6, 3]],
  ["6 – 3", [6, 3]],
  ["2×3-1", [2, 2, 2, 1]],
  ["2 x 3", [2, 2, 2]],
  ["8*2, 4", [8, 8, 4]],
])("“%s” are hidden layers", (text, widths) => expect(typedWidths(text)).toEqual(widths));

test.each(["", "six", "0", "33", "-3", "6--3", "1.5", "1e3", "6×0", "NaN", "1×51", `${"1-".repeat(50)}1`])(
  "“%s” are none",
  (text) => expect(typedWidths(text)).toBeNull(),
);

test("a thousand million parameters are refused before anything is allocated", () => {
  const begun = performance.now();
  for (const text of ["1×999999999", "31623-31623", "999999999", "32×50-32×50"]) expect(typedWidths(text)).toBeNull();
  expect(performance.now() - begun).toBeLessThan(50);
});

test("layers are written as they are typed", () => {
  for (const widths of [[6, 3], [4, 4, 4], [4, 4, 4, 4, 2], Array<number>(50).fill(24)])
    expect(typedWidths(widthsText(widths))).toEqual(widths);
  expect(widthsText(Array<number>(50).fill(24))).toBe("24×50");
  expect(widthsText([6, 3, 3])).toBe("6-3-3");
});

test("a deeper net repeats its last layer, a shallower one loses it", () => {
  expect(deepened([6, 3], 4)).toEqual([6, 3, 3, 3]);
  expect(deepened([6, 3], 1)).toEqual([6]);
});

test("large nets have fewer frames, so that a run can be recorded", () => {
  expect(everyOf([2, 6, 3, 1])).toBe(3);
  const deep = [2, ...Array<number>(50).fill(32), 1];
  expect(parametersOf(deep)).toBe(51_873);
  expect(everyOf(deep)).toBe(30);
  // the last update is one that can be shown
  for (const units of [1, 8, 16, 24, 32]) expect(300 % everyOf([2, ...Array<number>(50).fill(units), 1])).toBe(0);
});

test("weights as a list and as layers are the same numbers", () => {
  const layers = layersOf([1, 2, 3, 4, 5, 6, 7, 8, 9], [2, 2, 1]);
  expect(layers).toEqual([
    {
      W: [
        [1, 2],
        [3, 4],
      ],
      b: [[5], [6]],
    },
    { W: [[7, 8]], b: [[9]] },
  ]);
  expect(numbersOf(layers)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
});
