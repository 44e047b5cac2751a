/** What an embed is built without is nothing that it asks for. */
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { messageIds } from "../../locales/sources.js";
import { LABS } from "../support/labs.js";

const LEFT_OUT = messageIds("en", ["site.ftl", "gallery.ftl", "diagnostics.ftl"]);

/** Asked for by what an embed has, in a state that it does not: numerator layout. */
const UNREACHED = ["picture-gradient-turned"];

const read = (page: string) => readFileSync(`dist/${page}`, "utf8");

/** Of some messages those that a built page asks for by name. */
function asked(code: string, ids: string[]): string[] {
  return ids.filter((id) => code.includes(`\`${id}\``) || code.includes(`"${id}"`));
}

test("an embed asks for no message that was left out of it", () => {
  expect(asked(read("embed.html"), LEFT_OUT)).toEqual([]);
  expect(asked(read("gradcircuit.html"), LEFT_OUT)).toContain("room-help");
});

for (const lab of LABS) {
  test(`the embed of ${lab} has every message that it asks for, and those of circuits only if it draws one`, () => {
    const code = read(`embed/${lab}.html`);
    const found = asked(code, messageIds("en"));
    expect(found).toContain("room-share");
    const isThere = (id: string) => code.includes(`${id}=`);
    expect(found.filter((id) => !isThere(id) && !UNREACHED.includes(id))).toEqual([]);
    expect(isThere("guide-ask-hint")).toBe(code.includes("circuit-view"));
  });
}
