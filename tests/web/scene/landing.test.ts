import { expect, test } from "vitest";
import {
  exactText,
  type Misreading,
  misreadingOf,
  type Update,
  updateEquation,
  updateQuestion,
} from "../../../web/src/scene/landing.js";

/** (w − 3)²/2 at 0: the course's own first update. */
const bowl: Update = { w: 0, slope: -3, rate: 0.1, curvature: 1, landed: 0.3 };
const window = [-1, 7] as const;

test.each<[number, Misreading | null]>([
  [0.3, null],
  [0.36, null],
  [-0.3, "uphill"],
  [0.1, "rate-only"],
  [3, "slope-newton"],
  [0, "stays"],
  [-0.9, "direction"],
  [1, "far"],
])("a guess of %f on the wide bowl: %s", (guess, misreading) => {
  expect(misreadingOf(guess, bowl, window)).toBe(misreading);
});

test("where the second derivative is not 1, forgetting η and Newton’s method lead to different places", () => {
  const square: Update = { w: 1, slope: 2, rate: 0.1, curvature: 2, landed: 0.8 };
  expect(misreadingOf(-1, square, [-2, 2])).toBe("slope");
  expect(misreadingOf(0, square, [-2, 2])).toBe("newton");
  expect(misreadingOf(-0.2, square, [-2, 2])).toBe("amount");
  expect(misreadingOf(1.2, square, [-2, 2])).toBe("uphill");
  expect(misreadingOf(0.73, square, [-2, 2])).toBe(null);
  expect(misreadingOf(0.5, square, [-2, 2])).toBe("far");
});

test("on a line nobody can mean Newton’s method", () => {
  const line: Update = { w: 2, slope: 1, rate: 0.3, curvature: 0, landed: 1.7 };
  expect(misreadingOf(1, line, [-2.5, 2.5])).toBe("slope");
  expect(misreadingOf(1.87, line, [-2.5, 2.5])).toBe("short");
});

test("where every thought leads to the same place, a guess there is right", () => {
  const flat: Update = { w: 2.99, slope: -0.01, rate: 0.1, curvature: 1, landed: 2.991 };
  expect(misreadingOf(2.99, flat, window)).toBe(null);
  expect(misreadingOf(3, flat, window)).toBe(null);
});

test("equations are true as they are printed", () => {
  expect(updateEquation(bowl)).toBe("0 − 0.10 × (−3) = 0.30");
  expect(updateEquation({ w: 1, slope: 2, rate: 0.1, landed: 0.8 })).toBe("1 − 0.10 × 2 = 0.80");
  expect(updateEquation({ w: 2.746, slope: -0.254, rate: 0.3, landed: 2.8222 })).toMatch(
    /^2\.7\d+ − 0\.30+ × \(−0\.25\d*\) ≈ 2\.8/,
  );
  expect(updateQuestion(bowl)).toBe("0 − 0.10 × (−3)");
  expect(updateQuestion({ w: -0.1, slope: -1, rate: 0.3 })).toBe("−0.10 − 0.30 × (−1)");
});

test("a rate is shown as it was set", () => {
  expect([0.1, 1, 0.001, 1.99, 0.123456].map(exactText)).toEqual(["0.1", "1", "0.001", "1.99", "0.1235"]);
});
