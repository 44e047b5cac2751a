import { expect, test } from "vitest";
import { Bundle } from "../../../web/src/locales/bundle.js";

const MESSAGES = [
  "start=Start: if {node} moves by 1, {node} moves by 1.",
  "start.hint=a = b",
  "sum=adds {count|all {count} entries|0|nothing|one|the only entry}",
  "phase={phase|backward|forward|forward, {step}}",
].join("\n");

const english = new Bundle("en", MESSAGES);

test("arguments take their places, as often as they stand there", () => {
  expect(english.format("start", { node: "f" })).toBe("Start: if f moves by 1, f moves by 1.");
  expect(english.format("start.hint", {})).toBe("a = b");
  expect(english.format("start", { node: "$1 {node}" })).toBe("Start: if $1 {node} moves by 1, $1 {node} moves by 1.");
});

test("a count is a number of the language, and chooses its plural there", () => {
  expect(english.format("sum", { count: 1 })).toBe("adds the only entry");
  expect(english.format("sum", { count: 0 })).toBe("adds nothing");
  expect(english.format("sum", { count: 20000 })).toBe("adds all 20,000 entries");
  expect(new Bundle("de", MESSAGES).format("sum", { count: 20000 })).toBe("adds all 20.000 entries");
  expect(new Bundle("fr", MESSAGES).format("sum", { count: 1.5 })).toBe("adds the only entry");
});

test("a text chooses by what it is, and never by a plural", () => {
  expect(english.format("phase", { phase: "forward", step: "2" })).toBe("forward, 2");
  expect(english.format("phase", { phase: "one" })).toBe("backward");
  expect(english.format("sum", { count: "1" })).toBe("adds all 1 entries");
});

test("what is missing is visible, and no crash", () => {
  expect(english.format("start", {})).toBe("Start: if {node} moves by 1, {node} moves by 1.");
  expect(english.format("sum", {})).toBe("adds all {count} entries");
  expect(english.has("start.hint")).toBe(true);
  expect(english.has("start.fix")).toBe(false);
  expect(english.format("start.fix", {})).toBe("start.fix");
});

test("texts are transformed, arguments not", () => {
  const loud = new Bundle("en", MESSAGES, (text) => text.toUpperCase());
  expect(loud.format("sum", { count: 3 })).toBe("ADDS ALL 3 ENTRIES");
  expect(loud.format("phase", { phase: "forward", step: "x" })).toBe("FORWARD, x");
});
