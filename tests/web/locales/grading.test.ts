import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { messageIds } from "./sources.js";

const rules = [...readFileSync("engine/diff/wrong_rules.cpp", "utf8").matchAll(/\.id = "(\w+)"/g)].map(([, id]) => id);
const remarks = /remark_names\[\] = \{([^}]*)\}/.exec(readFileSync("engine/explain/grade.hpp", "utf8"))?.[1] ?? "";
const texts = messageIds("en", ["workbench.ftl"]);

test("every misconception that the engine knows of has a text, and no text is left of one that is gone", () => {
  expect(rules.length).toBeGreaterThan(50);
  const named = texts.filter((id) => id.startsWith("misconception-")).map((id) => id.slice("misconception-".length));
  expect(named.sort()).toEqual([...rules].sort());
});

test("and so has every remark", () => {
  const codes = [...remarks.matchAll(/"(\w+)"/g)].map(([, code]) => `grade-${code}`);
  expect(codes).toHaveLength(6);
  expect(texts).toEqual(expect.arrayContaining(codes));
});
