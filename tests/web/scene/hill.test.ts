import { expect, test } from "vitest";
import { type Hill, hillPictureOf, type Step } from "../../../web/src/scene/hill.js";

const hill: Hill = {
  window: [-1, 7],
  curve: Array.from({ length: 81 }, (_, i) => ({ x: -1 + i / 10, y: (-4 + i / 10) ** 2 / 2 })),
};
const at = (update: number, w: number): Step => ({ update, w, loss: (w - 3) ** 2 / 2, slope: w - 3 });
const steps = [at(0, 0), at(1, 0.3), at(2, 0.57)];

test("in fog there is nothing of the curve, and nothing of the way", () => {
  const picture = hillPictureOf(hill, { steps, isFoggy: true, guess: null }, 700);
  expect(picture.curve).toBe("");
  expect(picture.way).toBe("");
  expect(picture.footprints).toHaveLength(2);
  expect(picture.here.tangent).not.toBe("");
});

test("without fog the way goes through every place", () => {
  const picture = hillPictureOf(hill, { steps, isFoggy: false, guess: null }, 700);
  expect(picture.curve.split("L")).toHaveLength(81);
  expect(picture.way.split("L")).toHaveLength(3);
});

test("a tangent is as long for every slope, and falls to the right where the slope is negative", () => {
  const ends = (step: Step) => {
    const { here } = hillPictureOf(hill, { steps: [step], isFoggy: true, guess: null }, 700);
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = (here.tangent.match(/-?[\d.]+/g) ?? []).map(Number);
    return { length: Math.hypot(x2 - x1, y2 - y1), falls: y2 > y1 };
  };
  expect(ends(at(0, 0)).length).toBeCloseTo(68, 1);
  expect(ends(at(0, 6)).length).toBeCloseTo(68, 1);
  expect(ends(at(0, 0)).falls).toBe(true);
  expect(ends(at(0, 6)).falls).toBe(false);
});

test.each([260, 320, 700])("at %i pixels everything lies in the picture, even where w does not", (width) => {
  const wide = [at(0, 0), at(1, 40)];
  const { frame, here, guess, horizontal } = hillPictureOf(hill, { steps: wide, isFoggy: false, guess: -3 }, width);
  expect(here.isBeyond).toBe(true);
  expect(here.x).toBe(frame.right);
  expect(here.tangent).toBe("");
  expect(here.y).toBe(frame.top);
  expect(guess).toBe(frame.left);
  expect(horizontal.length).toBeGreaterThan(2);
});

test("where there is no number, the place is at the edge", () => {
  const none: Step = { update: 1, w: Number.NaN, loss: Number.NaN, slope: Number.NaN };
  const { here, frame } = hillPictureOf(hill, { steps: [at(0, 0), none], isFoggy: false, guess: null }, 700);
  expect([here.x, here.y]).toEqual([frame.right, frame.top]);
  expect(here.tangent).toBe("");
});

test.each([true, false])("the slope is written beside the place, and across no curve (fog: %s)", (isFoggy) => {
  for (const width of [320, 700])
    for (let w = -0.8; w < 7; w += 0.4) {
      const { label, here, curve, frame } = hillPictureOf(hill, { steps: [at(0, w)], isFoggy, guess: null }, width);
      const [left, right] = label.anchor === "start" ? [label.x, label.x + 110] : [label.x - 110, label.x];
      const points = [...curve.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }));
      const crossed = points.filter(({ x, y }) => x > left && x < right && y > label.y - 14 && y < label.y + 4);
      expect([w, width, label.anchor === "middle" ? [] : crossed]).toEqual([w, width, []]);
      expect(label.y).toBeGreaterThan(frame.top);
      // in a bowl there is room inside
      if (width === 700 && Math.abs(w - 3) < 2.5) expect(Math.abs(label.x - here.x), `${w}`).toBeLessThan(20);
    }
});

test("a leap has a head on the side where it lands", () => {
  const right = hillPictureOf(hill, { steps: [at(0, 0), at(1, 3)], isFoggy: true, guess: null }, 700);
  const left = hillPictureOf(hill, { steps: [at(0, 3), at(1, 0)], isFoggy: true, guess: null }, 700);
  const landing = (leap: string) => Number(leap.match(/Q\S+ \S+ (\S+)/)?.[1]);
  expect(landing(right.leap)).toBe(right.here.x);
  expect(landing(left.leap)).toBe(left.here.x);
  expect(hillPictureOf(hill, { steps: [at(0, 0)], isFoggy: true, guess: null }, 700).leap).toBe("");
});
