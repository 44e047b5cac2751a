/** What an embed is built without is nothing that it asks for. */
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { messageIds } from "../../locales/sources.js";

const LEFT_OUT = messageIds("en", ["site.ftl", "gallery.ftl", "diagnostics.ftl"]);

/** The messages that a built page asks for by name, of those that an embed lacks. */
function asked(page: string): string[] {
  const code = readFileSync(`dist/${page}`, "utf8");
  return LEFT_OUT.filter((id) => code.includes(`\`${id}\``) || code.includes(`"${id}"`));
}

test("an embed asks for no message that was left out of it", () => {
  expect(asked("embed.html")).toEqual([]);
  expect(asked("gradcircuit.html")).toContain("room-help");
});
