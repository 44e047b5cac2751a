import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

test("ARCHITECTURE.md lists every code of errors and notes, and no other", () => {
  const header = readFileSync("engine/base/diagnostics.hpp", "utf8");
  const codes = [...header.matchAll(/^ {4}\{"(\w+)"/gm)].map(([, code]) => code);
  const section = readFileSync("ARCHITECTURE.md", "utf8").split("## Diagnostics\n")[1].split("\n## ")[0];
  const listed = [...section.split("\n\n")[1].matchAll(/`(\w+)`/g)].map(([, code]) => code);
  expect(codes.length).toBeGreaterThan(50);
  expect(listed.toSorted()).toEqual(codes.toSorted());
});
