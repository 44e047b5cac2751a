import { expect, test } from "vitest";
import { netUpdateEquation, slopeOf } from "../../../web/src/scene/net-update.js";
import { falseEquation } from "./printed.js";
import { generator, operand } from "./random.js";

test("an update as it is read", () => {
  expect(netUpdateEquation({ before: 0.5, gradient: -0.2, rate: 0.1, after: 0.52 }, true)).toBe(
    "0.50 − 0.10 × (−0.20) = 0.52",
  );
  expect(netUpdateEquation({ before: 0.5, gradient: -4, rate: 0.05, after: 0.7 }, true)).toBe(
    "0.50 − 0.05 × (−4) = 0.70",
  );
  expect(netUpdateEquation({ before: -0.25, gradient: 0, rate: 0.5, after: -0.25 }, true)).toBe(
    "−0.25 − 0.50 × 0 = −0.25",
  );
  expect(netUpdateEquation({ before: 0.5, gradient: 3, rate: 0.1, after: 0.4 }, false)).toBe("0.50 + (−0.10) = 0.40");
});

test("an update with penalties goes down the slope of both", () => {
  const update = { before: 0.5, gradient: -0.2, rate: 0.1, after: 0.5 - 0.1 * (-0.2 + 0.01 * 0.5), l2: 0.01 };
  expect(netUpdateEquation(update, true)).toBe("0.50 − 0.10 × (−0.20 + 0.01 × 0.50) ≈ 0.52");
  const both = { before: -0.5, gradient: 1, rate: 0.5, after: -0.5 - 0.5 * (1 - 0.5 * 0.5 - 0.25), l1: 0.25, l2: 0.5 };
  expect(netUpdateEquation(both, true)).toBe("−0.50 − 0.50 × (1 + 0.50 × (−0.50) + (−0.25)) = −0.75");
  expect(slopeOf(both)).toBe(0.5);
});

test("an update is true as printed, or says that it is not exact", () => {
  const random = generator(11);
  const said = Array.from({ length: 400 }, () => {
    const [before, gradient, rate] = [operand(random), random() - 0.5, random()];
    const after = before - rate * gradient;
    return [
      netUpdateEquation({ before, gradient, rate, after }, true),
      netUpdateEquation({ before, gradient, rate, after }, false),
    ];
  }).flat();
  expect(said.map(falseEquation).filter((found) => found !== null)).toEqual([]);
});
