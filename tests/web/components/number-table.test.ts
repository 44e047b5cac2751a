import { expect, test } from "vitest";
import { fewOf } from "../../../web/src/components/number-table.js";

test.each([
  [0, []],
  [1, [0]],
  [5, [0, 1, 2, 3, 4]],
  [6, [0, 2, 4, 5]],
  [9, [0, 2, 4, 6, 8]],
  [10, [0, 3, 6, 9]],
])("of %d rows, five at most", (count, shown) => {
  expect(fewOf(count, 5)).toEqual(shown);
});

test("never more than what is wanted, the last among them", () => {
  for (let count = 1; count < 200; count++) {
    const shown = fewOf(count, 26);
    expect([shown.length <= 26, shown.at(-1)]).toEqual([true, count - 1]);
  }
});
