import { expect, test } from "vitest";
import type { NumberKey } from "../../../web/src/scene/model.js";
import { askedNumber, coveredNumbers, nextStop } from "../../../web/src/state/cover.js";
import { explained, FIRST } from "../explained.js";

/** Nodes: x 0, y 1, z 2, q 3, f 4. Steps: q, f, start, q, z, x, y. */
const first = explained(FIRST);
const none: ReadonlySet<NumberKey> = new Set();
const sorted = (covered: ReadonlySet<NumberKey>) => [...covered].sort();

test("nothing is covered unless asked for", () => {
  expect(coveredNumbers(first, "off", none, 7).size).toBe(0);
  expect(nextStop(first, "off", none, 0)).toBeNull();
});

test("every gradient but the one that is given, with what would give it away", () => {
  expect(sorted(coveredNumbers(first, "gradients", none, 7))).toEqual([
    "contribution:3.0",
    "contribution:3.1",
    "contribution:4.0",
    "contribution:4.1",
    "gradient:0",
    "gradient:1",
    "gradient:2",
    "gradient:3",
  ]);
});

test("everything: values too, and the local derivatives that are values", () => {
  const covered = sorted(coveredNumbers(first, "all", none, 7)).filter((key) => !/^(gradient|contribution)/.test(key));
  expect(covered).toEqual(["partial:4.0", "partial:4.1", "value:3", "value:4"]);
});

test("what is revealed is not covered any more, nor are its contributions", () => {
  const covered = coveredNumbers(first, "gradients", new Set<NumberKey>(["gradient:0"]), 7);
  expect(covered.has("gradient:0")).toBe(false);
  expect(covered.has("contribution:3.0")).toBe(false);
  expect(covered.has("gradient:1")).toBe(true);
});

test("a number may be hidden beside what the mode covers", () => {
  expect(sorted(coveredNumbers(first, "off", none, 7, new Set<NumberKey>(["gradient:1"])))).toEqual([
    "contribution:3.1",
    "gradient:1",
  ]);
});

test("next: play stops before each number but the start, and asks for it", () => {
  const stops: (number | null)[] = [];
  const revealed = new Set<NumberKey>();
  for (let from: number | null = 0; from !== null; ) {
    const stop = nextStop(first, "next", revealed, from);
    stops.push(stop);
    if (stop === null) break;
    const asked = askedNumber(first, "next", revealed, stop);
    expect(sorted(coveredNumbers(first, "next", revealed, stop))).toContain(asked);
    revealed.add(asked as NumberKey);
    from = stop;
  }
  expect(stops).toEqual([0, 1, 3, 4, 5, 6, null]);
  expect([...revealed]).toEqual(["value:3", "value:4", "gradient:3", "gradient:2", "gradient:0", "gradient:1"]);
});

test("in flight nothing is asked", () => {
  expect(askedNumber(first, "next", none, 0)).toBe("value:3");
  expect(askedNumber(first, "next", none, 0.5)).toBeNull();
  expect(nextStop(first, "next", none, 0.5)).toBe(1);
});

test("where contributions meet, next asks for each, gradients for their sum", () => {
  const square = explained("x = 3; x*x + x");
  const asked = (mode: "next" | "gradients") =>
    (square.steps ?? []).map((_, time) => askedNumber(square, mode, none, time)).filter((key) => key !== null);
  expect(asked("next")).toEqual([
    "value:1",
    "value:2",
    "gradient:1",
    "contribution:2.1",
    "contribution:1.0",
    "gradient:0",
  ]);
  expect(asked("gradients")).toEqual(["gradient:1", "gradient:0"]);
});
