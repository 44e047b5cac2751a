import { expect, test } from "vitest";
import type { Step } from "../../../web/src/scene/hill.js";
import { outcomeOf } from "../../../web/src/scene/outcome.js";

/** w² from 1: each update multiplies w by 1 − 2η. */
function walked(rate: number, updates = 1000): Step[] {
  return Array.from({ length: updates + 1 }, (_, update) => {
    const w = (1 - 2 * rate) ** update;
    return { update, w, loss: w * w, slope: 2 * w };
  });
}

test.each([
  [0.5, { kind: "arrived", update: 1, swings: false }],
  [0.1, { kind: "arrived", update: 21, swings: false }],
  [0.9, { kind: "arrived", update: 21, swings: true }],
  [0.99, { kind: "arrived", update: 228, swings: true }],
  [0.9999, { kind: "slow", swings: true }],
  [0.001, { kind: "slow", swings: false }],
  [1e-20, { kind: "slow", swings: false }],
  [1, { kind: "oscillates" }],
  [1.1, { kind: "diverged", update: 13 }],
])("η = %f on w²", (rate, outcome) => {
  expect(outcomeOf(walked(rate))).toEqual(outcome);
});

test("a walk that ended early is lost where it ended, at the latest", () => {
  const steps = [...walked(1.1, 3), { update: 4, w: Number.NaN, loss: Number.NaN, slope: Number.NaN }];
  expect(outcomeOf(steps)).toEqual({ kind: "diverged", update: 4 });
});
