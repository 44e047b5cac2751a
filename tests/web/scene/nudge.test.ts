import { describe, expect, test } from "vitest";
import { sentenceText } from "../../../web/src/locales/words.js";
import type { NumberKey } from "../../../web/src/scene/model.js";
import { type Nudged, nudgeMessage, readNudge, spokenNudge } from "../../../web/src/scene/nudge.js";
import { explained } from "../explained.js";
import { falseEquation } from "./printed.js";

/** What the engine says before and after input `name` moves. */
function nudged(program: string, name: string, by: number): Nudged {
  const before = explained(program);
  const input = before.inputs.find((candidate) => candidate.name === name);
  const from = input?.value as number;
  const after = explained(program, { at: { [name]: from + by } });
  return {
    input: input?.node ?? 0,
    entry: [0, 0],
    from,
    to: from + by,
    gradient: input?.gradient as number,
    outputBefore: before.output.value as number,
    outputNow: after.output.value as number,
  };
}
const FIRST = "x = -2; y = 5; z = -4; (x + y) * z";
const told = (program: string, name: string, by: number) =>
  sentenceText(nudgeMessage(explained(program), nudged(program, name, by), new Set()));

test("on a plane prediction and truth are one", () => {
  expect(told(FIRST, "x", 0.1)).toBe("x moved by +0.1. Its gradient −4 predicts f moves by −0.4. f moved by −0.4.");
  expect(told(FIRST, "x", -0.3)).toBe("x moved by −0.3. Its gradient −4 predicts f moves by +1.2. f moved by +1.2.");
  expect(told(FIRST, "x", 0)).toBe("x moved by 0. Its gradient −4 predicts f moves by 0. f moved by 0.");
});

test("on a curve they separate, in as many digits as it takes", () => {
  expect(told("x = 3; x*x", "x", 0.1)).toBe(
    "x moved by +0.1. Its gradient 6 predicts f moves by +0.6. f moved by +0.61.",
  );
  expect(told("x = 3; x*x", "x", 0.01)).toBe(
    "x moved by +0.01. Its gradient 6 predicts f moves by +0.06. f moved by +0.0601.",
  );
});

describe("the product is true as printed", () => {
  test.each([0.1, 0.05, -0.2, 0.01])("for a move by %d", (by) => {
    const reading = readNudge(nudged("x = 1.37; sigmoid(x) * 3", "x", by));
    const { gradient, moved, predicted } = reading.texts;
    expect(falseEquation(`${gradient} × (${moved.replace("+", "")}) ≈ ${predicted.replace("+", "")}`)).toBeNull();
  });
});

test("an entry of a matrix is called by its index", () => {
  const explanation = explained("w = [2, 3]; sum(w * w)");
  const nudge: Nudged = { input: 0, entry: [1, 0], from: 3, to: 3.5, gradient: 6, outputBefore: 13, outputNow: 16.25 };
  expect(sentenceText(nudgeMessage(explanation, nudge, new Set()))).toBe(
    "w[1] moved by +0.5. Its gradient 6 predicts f moves by +3. f moved by +3.25.",
  );
});

test("covered numbers stay covered", () => {
  const explanation = explained(FIRST);
  const nudge = nudged(FIRST, "x", 0.1);
  expect(sentenceText(nudgeMessage(explanation, nudge, new Set<NumberKey>([`gradient:${nudge.input}`])))).toBe(
    "x moved by +0.1. f moved by −0.4.",
  );
  expect(sentenceText(nudgeMessage(explanation, nudge, new Set<NumberKey>([`value:${explanation.output.node}`])))).toBe(
    "x moved by +0.1.",
  );
});

test("for the ear", () => {
  expect(sentenceText(spokenNudge(explained(FIRST), nudged(FIRST, "x", 0.1), new Set()))).toBe(
    "x moved by 0.1. Gradient minus 4 predicts f moves by minus 0.4. It moved by minus 0.4.",
  );
});
