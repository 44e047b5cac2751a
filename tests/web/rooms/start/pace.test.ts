import { expect, test } from "vitest";
import { advance } from "../../../../web/src/rooms/start/pace.js";

test("the first updates take their time, the rest a few seconds", () => {
  expect(advance(0, 900, 300)).toBe(1);
  expect(advance(0, 4 * 900, 300)).toBe(4);
  expect(advance(4, 3500, 300)).toBe(152);
  expect(advance(3, 900 + 7000, 300)).toBe(300);
});

test("many small times are one large one", () => {
  let position = 0;
  for (let i = 0; i < 500; i++) position = advance(position, 10, 100);
  expect(position).toBeCloseTo(advance(0, 5000, 100), 6);
});

test("it ends at the last update, also of a short run", () => {
  expect(advance(1.5, 1e6, 2)).toBe(2);
  expect(advance(0, 10, 0)).toBe(0);
});
