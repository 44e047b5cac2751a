import { expect, test } from "vitest";
import { placing } from "../../../web/src/scene/plot.js";
import { trackOf } from "../../../web/src/scene/track.js";

const frame = { left: 0, top: 0, right: 100, bottom: 100 };
const place = placing([0, 10], [0, 10], frame);

test("a way from place to place, its first updates marked, its end where it is seen", () => {
  const { path, feet, end } = trackOf(
    [0, 5, 10].map((x) => ({ x, y: x })),
    place,
    frame,
  );
  expect(path).toBe("M0 100L50 50L100 0");
  expect(feet).toEqual([
    { x: 50, y: 50 },
    { x: 100, y: 0 },
  ]);
  expect(end).toEqual({ x: 100, y: 0 });
});

test("what runs away leaves the picture, with numbers that can be drawn, and has no end in it", () => {
  const { path, feet, end } = trackOf(
    [
      { x: 5, y: 5 },
      { x: 1e200, y: 5 },
    ],
    place,
    frame,
  );
  expect(path).toBe("M50 50L2100 50");
  expect(feet).toEqual([]);
  expect(end).toBeNull();
});

test("who has not moved has no way", () => {
  expect(trackOf([{ x: 5, y: 5 }], place, frame)).toEqual({ path: "", feet: [], end: null });
});
