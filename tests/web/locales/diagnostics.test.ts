import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../../web/src/engine/protocol.js";
import { diagnosticWords, phrase } from "../../../web/src/locales/diagnostics.js";
import { setLocale } from "../../../web/src/locales/index.js";
import { messageIds } from "./sources.js";

/** The table of the engine: code, English text, hint. */
const HEADER = readFileSync("engine/base/diagnostics.hpp", "utf8");
const ENTRY = /\{\s*"(\w+)",\s*"((?:[^"\\]|\\.)*)"(?:,\s*"((?:[^"\\]|\\.)*)")?\s*\}/g;
const codes = [...HEADER.matchAll(ENTRY)].map(([, code = "", message = "", hint = ""]) => ({ code, message, hint }));

const ids = new Set(messageIds("en"));
const argumentsOf = (text: string) => [...text.matchAll(/\{\s*\$?(\w+)\s*\}/g)].map(([, name]) => name).sort();

test("the table of the engine can be read", () => {
  expect(codes.length).toBeGreaterThan(50);
  expect(codes.length).toBe(HEADER.match(/^ {4}\{"/gm)?.length);
});

describe.each(codes)("$code", ({ code, message, hint }) => {
  const args = Object.fromEntries(argumentsOf(message + hint).map((name) => [name, `‹${name}›`]));
  const diagnostic: Diagnostic = { code, args, message, ...(hint && { hint }) };

  test("has a text for the page, with the same arguments", () => {
    const words = diagnosticWords(diagnostic);
    for (const name of argumentsOf(message)) expect(words.message).toContain(`‹${name}›`);
    expect(words.message).not.toMatch(/[{}]/);
    expect(words.message).toMatch(/^[\p{Lu}‹“^].*[.…]$/u);
  });

  test("has a hint exactly when the engine has one", () => {
    expect(ids.has(`diagnostic-${code}.hint`)).toBe(hint !== "");
    if (hint !== "")
      for (const name of argumentsOf(hint)) expect(diagnosticWords(diagnostic).hint).toContain(`‹${name}›`);
  });
});

test("no text is left of a code that is gone", () => {
  const known = new Set(codes.map(({ code }) => code));
  const named = [...ids]
    .filter((id) => id.startsWith("diagnostic-"))
    .map((id) => id.slice("diagnostic-".length).split(".")[0]);
  expect(named.filter((code) => !known.has(code as string))).toEqual([]);
});

test("a fix is labelled with what it writes", () => {
  const missing = {
    code: "missing_operator",
    args: { suggestion: "5*x" },
    message: "",
    hint: "write 5*x",
    fix: { span: [0, 2], text: "5*x" },
  } as const;
  expect(diagnosticWords({ ...missing })).toEqual({
    message: "An operator is missing.",
    hint: "Write 5*x.",
    fix: "Write 5*x",
  });
  const unmatched = {
    code: "unmatched_bracket",
    args: { bracket: ")" },
    message: "",
    fix: { span: [3, 4], text: "" },
  } as const;
  expect(diagnosticWords({ ...unmatched })).toEqual({
    message: "“)” closes nothing.",
    hint: "",
    fix: "Remove it",
  });
});

describe("the engine’s English, where a page has no words of its own", () => {
  const words = (message: string, args: Diagnostic["args"] = {}, hint?: string) =>
    diagnosticWords({ code: "from_the_future", args, message, ...(hint && { hint }) });

  test.each([
    ["something new", {}, "Something new."],
    ["'x' already has a value", { name: "x" }, "“x” already has a value."],
    ["relu has a corner here", { operation: "relu" }, "relu has a corner here."],
    ["''' cannot be read here", { character: "'" }, "“'” cannot be read here."],
    ["expected ',' or ']', found '+'", { found: "'+'" }, "Expected “,” or “]”, found “+”."],
  ] as const)("%s", (message, args, sentence) => {
    expect(words(message, args)).toEqual({ message: sentence, hint: "", fix: "" });
  });

  test("tells the hint, with which the engine’s message ends, once", () => {
    const hint = "did you mean 'sin'?";
    expect(words(`unknown function 'sinn'; ${hint}`, { suggestion: "sin" }, hint)).toEqual({
      message: "Unknown function “sinn”.",
      hint: "Did you mean “sin”?",
      fix: "",
    });
  });

  test.each(codes)("makes sentences of $code", ({ message, hint }) => {
    const told = words(message, {}, hint);
    expect(told.message).toMatch(/^[\p{Lu}{“^].*\.$/u);
    expect(told.hint).toMatch(/^(\p{Lu}.*[.?])?$/u);
  });
});

test("what the parser expected or found is said in words that can be translated", async () => {
  const parser = readdirSync("engine/text")
    .map((file) => readFileSync(`engine/text/${file}`, "utf8"))
    .join("");
  const calls = /\b(?:fail_unexpected|close_bracket|unexpected)\([^"()]*(?:\([^()]*\)[^"()]*)*"((?:[^"\\]|\\.)*)"\)/g;
  const expected = [...new Set([...parser.matchAll(calls)].map(([, text = ""]) => text))];
  expect(expected.length).toBeGreaterThan(4);
  await setLocale("xx-pseudo");
  expect(expected.filter((text) => !phrase(text).startsWith("["))).toEqual([]);
  await setLocale("en");
});

test("counts choose the plural, quotes are the reader’s", () => {
  const arity = { code: "wrong_arity", message: "", hint: "it is written tanh(x)" };
  const one = { name: "tanh", expected: "1", found: "2", suggestion: "tanh(x)" };
  expect(diagnosticWords({ ...arity, args: one })).toMatchObject({
    message: "tanh takes 1 value, not 2.",
    hint: "It is written tanh(x).",
  });
  expect(diagnosticWords({ ...arity, args: { ...one, expected: "3" } }).message).toBe("tanh takes 3 values, not 2.");
  const token = { code: "unexpected_token", message: "", args: { expected: "',' or ']'", found: "'+'" } };
  expect(diagnosticWords(token).message).toBe("Here I expected “,” or “]”, but found “+”.");
  const large = { code: "program_too_large", message: "", args: { limit: "20000", unit: "values" } };
  expect(diagnosticWords(large).message).toBe("This program needs more than 20,000 values.");
});
