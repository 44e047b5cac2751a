import { describe, expect, test } from "vitest";
import { boxOf, phraseText } from "../../../web/src/scene/names.js";
import { localDerivative } from "../../../web/src/scene/rules.js";
import { engine, explained, ops } from "../explained.js";
import { plain } from "./printed.js";

const NAMES = ["p", "q", "r"];

/** Their local derivative is a plain number, or it is chosen in words. */
const WITHOUT_FORMULA = ["add", "sub", "neg", "identity", "step", "sign", "floor", "clamp", "max", "min", "if"];

/** Every other elementwise op, at every sample that it brings along. */
const cases = [...ops.values()]
  .filter(({ kind, name }) => kind === "elementwise" && !WITHOUT_FORMULA.includes(name))
  .flatMap(({ name, notation, samples }) => samples.map((sample) => ({ name, notation, sample })));

/** `a^b` with the operands called p and q. */
function programOf(notation: string, operands: number): string {
  const letters = (notation.match(/\b[a-z]\b(?!\()/g) ?? []).slice(0, operands);
  const expression = letters.reduce(
    (text, letter, i) => text.replace(new RegExp(`\\b${letter}\\b(?!\\()`), `§${i}`),
    notation,
  );
  return `out = ${expression.replace(/, …/, "").replace(/§(\d)/g, (_, i) => NAMES[Number(i)] as string)}`;
}

describe("the local derivative in symbols is the engine’s number", () => {
  test.each(cases)("$notation at $sample", ({ notation, sample }) => {
    const program = programOf(notation, sample.length);
    const at = Object.fromEntries(
      sample.map((value, i) => [NAMES[i] as string, value]).filter(([name]) => program.includes(name as string)),
    );
    const explanation = explained(program, { at });
    const box = boxOf(explanation, explanation.output.node);
    if (box === undefined) throw new Error(program);
    for (const [input, partial] of box.partials.entries()) {
      const formula = localDerivative(explanation, ops, box, input);
      if (formula === null || typeof partial !== "number" || !Number.isFinite(partial)) continue;
      const written = plain(phraseText(formula)).replace("σ", "out").replace("σ", "out");
      const reply = engine.explain({ program: written, at: { ...at, out: explanation.output.value } });
      if (!reply.ok) throw new Error(`${written}: ${reply.error.message}`);
      // the textbook form loses digits far from 0, which is why the engine has another
      expect(Math.abs((reply.output.value as number) - partial)).toBeLessThan(1e-9 * Math.max(1, Math.abs(partial)));
    }
  });
});

test.each([
  ["x = 3; y = 4; f = x * y", 0, "y"],
  ["x = 3; y = 4; f = (x + 1) / (y - 2)", 1, "−(x + 1)/(y − 2)²"],
  ["x = 3; f = cos(x + 1)", 0, "−sin(x + 1)"],
  ["x = 3; f = x^2", 0, "2 × x"],
  ["x = 3; f = x^5", 0, "5 × x⁴"],
  ["x = 3; f = x^0.5", 0, "0.5 × x^(−0.5)"],
  ["x = 3; f = relu(x)", 0, "heaviside(x)"],
])("%s by operand %d is %s", (program, input, expected) => {
  const explanation = explained(program);
  const box = boxOf(explanation, explanation.output.node);
  expect(box && phraseText(localDerivative(explanation, ops, box, input) ?? [])).toBe(expected);
});

test("prose and plain numbers are no formula", () => {
  for (const program of ["x = 3; y = 4; max(x, y)", "x = 3; y = 4; x + y", "x = [1, 2]; sum(x)", "x = 3; step(x)"]) {
    const explanation = explained(program);
    const box = boxOf(explanation, explanation.output.node);
    expect(box && localDerivative(explanation, ops, box, 0)).toBeNull();
  }
});
