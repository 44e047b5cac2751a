import { afterEach, expect, test } from "vitest";
import { hasMessage, locale, msg, setLocale } from "../../../web/src/locales/index.js";
import { sentenceParts, sentenceText, speakable, spokenValue } from "../../../web/src/locales/words.js";
import { message } from "../../../web/src/scene/message.js";

afterEach(() => setLocale("en"));

test("a message takes its arguments, without isolation marks around them", () => {
  expect(msg("table-position", { step: 3, of: 7 })).toBe("Step 3 of 7");
  expect(msg("diagnostic-superscript.hint", { suggestion: "x^2" })).toBe("Write x^2.");
});

test("a count chooses the plural", () => {
  expect(msg("why-contributions", { count: 1 })).toBe("The wire it came by");
  expect(msg("why-contributions", { count: 3 })).toBe("The 3 wires it came by");
});

test("words that name a node stay apart from the sentence around them", () => {
  const said = message("backward-hands", {
    gate: { node: 4, text: "×" },
    target: { node: 2, text: "q" },
    equation: ["1 × ", { node: 3, text: "z" }, " (−4) = −4"],
  });
  expect(sentenceParts(said)).toEqual([
    { node: 4, text: "×" },
    " hands ",
    { node: 2, text: "q" },
    ": 1 × ",
    { node: 3, text: "z" },
    " (−4) = −4",
  ]);
  expect(sentenceText(said)).toBe("× hands q: 1 × z (−4) = −4");
});

test("numbers and formulas are spoken as words", () => {
  expect(spokenValue(-4)).toBe("minus 4");
  expect(spokenValue(0.5)).toBe("0.5");
  expect(spokenValue(-0.1966)).toBe("minus 0.20");
  expect(spokenValue(0.000045)).toBe("4.5 times 10 to the minus 5");
  expect(spokenValue(Number.NEGATIVE_INFINITY)).toBe("minus infinity");
  expect(spokenValue(Number.NaN)).toBe("not a number");
  expect(spokenValue([[1], [-2]])).toBe("1, minus 2");
  expect(
    spokenValue([
      [1, 2, 3],
      [4, 5, 6],
    ]),
  ).toBe("2 by 3 numbers");
  expect(speakable("(x + y) × z")).toBe("x plus y, times z");
  expect(speakable("exp(−n)")).toBe("exp of minus n");
  expect(speakable("w.T @ x")).toBe("w transposed matrix times x");
  expect(speakable("[a, x[1]]")).toBe("a, x at 1");
  expect(speakable("x² + x⁻¹")).toBe("x to the power 2 plus x to the power minus 1");
});

test("what is written can be spoken too", () => {
  expect(speakable("Yes: × hands q: 1 × z (−4) = −4")).toBe("Yes: times hands q: 1 times z minus 4, equals minus 4");
  expect(speakable("Very near: rounded numbers were multiplied. Use more digits, or an expression.")).toBe(
    "Very near: rounded numbers were multiplied. Use more digits, or an expression.",
  );
  expect(speakable("x moved by +0.1. f moved by 0.4.")).toBe("x moved by plus 0.1. f moved by 0.4.");
});

test("the pseudo-locale shows text that is cut, glued together or not a message", async () => {
  await setLocale("xx-pseudo");
  expect(locale()).toBe("xx-pseudo");
  const text = msg("table-position", { step: 3, of: 7 });
  expect(text).toMatch(/^\[Štép.*3.*7.*\]$/u);
  expect(text.length).toBeGreaterThan("Step 3 of 7".length * 1.3);
  expect(text).not.toContain("Step");
  const parts = sentenceParts(
    message("backward-hands", { gate: { node: 4, text: "×" }, target: { node: 2, text: "q" }, equation: "1" }),
  );
  expect(parts).toContainEqual({ node: 2, text: "q" });
});

test("an unknown language is English", async () => {
  await setLocale("tlh");
  expect(locale()).toBe("en");
  expect(msg("table-step")).toBe("Step");
  expect(hasMessage("no-such-message")).toBe(false);
});
