import { expect, test } from "vitest";
import { sentenceText } from "../../../web/src/locales/words.js";
import type { NumberKey } from "../../../web/src/scene/model.js";
import { spokenAt } from "../../../web/src/scene/spoken.js";
import { explained, FIRST } from "../explained.js";

/** Every step as it is heard in full. */
function heard(program: string, covered = new Set<NumberKey>(), request = {}): string[] {
  const explanation = explained(program, request);
  return (explanation.steps ?? []).map((_, step) => {
    const spoken = spokenAt(explanation, step + 1, covered);
    return [spoken?.result, spoken?.detail]
      .map((message) => (message ? sentenceText(message) : ""))
      .join(" ")
      .trim();
  });
}

test("the first circuit, by ear", () => {
  expect(heard(FIRST)).toEqual([
    "q: value 3. Plus gate: x plus y.",
    "f: value minus 12. Times gate: q times z.",
    "f: gradient 1. Backward pass starts.",
    "q: gradient minus 4, final. Times gate: incoming 1 times the other input z, minus 4.",
    "z: gradient 3, final. Times gate: incoming 1 times the other input q, 3.",
    "x: gradient minus 4, final. Plus gate passes minus 4 unchanged.",
    "y: gradient minus 4, final. Plus gate passes minus 4 unchanged.",
  ]);
});

test("a sum is spoken as it grows, and said to be final", () => {
  expect(heard("x = -2; y = 5; z = -4; (x + y) * z + x").filter((line) => line.startsWith("x:"))).toEqual([
    "x: gradient 1 so far, 1 of 2. Plus gate passes 1 unchanged.",
    "x: gradient now minus 3, final, 2 of 2. 1 plus minus 4.",
  ]);
});

test("a router says what it chose", () => {
  expect(heard("x = 3; y = 1; z = 0.5; max(x, y) * z").slice(-2)).toEqual([
    "x: gradient 0.5, final. Max gate chose x.",
    "y: gradient 0, final. Max gate chose x.",
  ]);
});

test("matrices are spoken by their shape", () => {
  expect(heard("w = [2, -3]; x = [-1, -2]; f = w.T @ x").slice(-3)).toEqual([
    "w transposed: gradient final, 1 by 2. G times x transposed.",
    "x: gradient final, 2 by 1. w times G.",
    "w: gradient final, 2 by 1. The incoming gradient, rows and columns exchanged.",
  ]);
});

test("a covered number is called covered", () => {
  expect(heard(FIRST, new Set(["gradient:0", "value:3"]))[0]).toBe("q: value covered. Plus gate: x plus y.");
  expect(heard(FIRST, new Set(["gradient:0"]))[5]).toBe(
    "x: gradient covered, final. Plus gate passes minus 4 unchanged.",
  );
});

test("nothing that is spoken needs eyes", () => {
  const programs = [
    FIRST,
    "x = 2; f = -x^2 + sin(x) * log(x) + sqrt(x) / 3 + x^-1 + 2^x + abs(x) + step(x)",
    "x = 3; y = 3; f = max(x, y) + min(x, 1) + if(x >= y, x, -y)",
    "W = [[1, 2], [3, 4]]; x = [0.00001, 1e9]; b = 0.5; f = sum(tanh(W @ x + b)) + x[1] + [x[0], b].T @ [1, 2]",
    "s(r) = 1 / (1 + exp(-r)); x = 2; f = s(s(x))",
  ];
  for (const line of programs.flatMap((program) => heard(program))) {
    expect(line).not.toMatch(/[^\x20-\x7e]/);
    expect(line).not.toMatch(
      /[()[\]{}+*/^=<>_]|\b(left|right|above|below|blue|green|red|colou?r)\b|undefined|\$|spoken-/,
    );
  }
});
