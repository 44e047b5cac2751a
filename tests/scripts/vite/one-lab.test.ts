import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { oneLab } from "../../../scripts/vite/one-lab.js";
import { ELEMENTS } from "../../../web/src/rooms/labs/elements.js";

interface Hooks {
  resolveId(id: string): string | null;
  load(this: { error(text: string): void }, id: string): string | null;
}
const hooksOf = (name: string) => oneLab(name) as unknown as Hooks;
const noError = { error: (text: string) => expect.unreachable(text) };

test.each(Object.entries(ELEMENTS))("the lab %s is the file that defines <%s>", (name, element) => {
  const { resolveId, load } = hooksOf(name);
  const code = load.call(noError, resolveId("virtual:lab") ?? "") ?? "";
  const [, file = "", exported] = /^import "(.*)"; export const lab = "(.*)";$/.exec(code) ?? [];
  expect(exported).toBe(name);
  expect(readFileSync(file, "utf8")).toContain(`customElements.define("${element}"`);
});

test("other modules are left alone, and a lab that is none stops the build", () => {
  const { resolveId, load } = hooksOf("moon");
  expect([resolveId("lit"), load.call(noError, "lit")]).toEqual([null, null]);
  let failure = "";
  const error = (text: string) => {
    failure = text;
    throw new Error(text);
  };
  expect(() => load.call({ error }, "\0virtual:lab")).toThrow();
  expect(failure).toBe("there is no lab moon");
});
