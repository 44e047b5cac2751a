import { expect, test } from "vitest";
import type { NumberField } from "../../../web/src/components/number-field.js";
import "../../../web/src/components/number-field.js";
import "../../../web/src/locales/data.js";
import { listen, show, textOf } from "./support.js";

async function opened(change: Partial<NumberField> = {}) {
  const element = await show("number-field", { label: "Rate", value: 0.1, least: 0, most: 10, above: true, ...change });
  const heard = listen(element, "number-change");
  const input = element.renderRoot.querySelector("input") as HTMLInputElement;
  const type = async (text: string) => {
    input.value = text;
    input.dispatchEvent(new Event("change"));
    await element.updateComplete;
  };
  return { element, heard, input, type, problem: () => textOf(element.renderRoot.querySelector("[role=alert]")) };
}

test("a number is said as it is typed anywhere in the world", async () => {
  const { heard, type, problem } = await opened();
  for (const text of ["0,5", " 10 ", "1e-3"]) await type(text);
  expect(heard.map(({ detail }) => detail)).toEqual([{ number: 0.5 }, { number: 10 }, { number: 0.001 }]);
  expect(problem()).toBe("");
});

test("a share is less than 1", async () => {
  const { heard, type, problem } = await opened({ most: 1, above: false, below: true });
  await type("1");
  expect(problem()).toBe("A number from 0 to less than 1.");
  await type("0");
  expect(heard.map(({ detail }) => detail)).toEqual([{ number: 0 }]);
});

test.each(["NaN", "Infinity", "1e999", "0", "-1", "10.01", "fast", ""])(
  "“%s” is named at its field, stays there, and is no change",
  async (text) => {
    const { element, heard, input, type, problem } = await opened();
    await type(text);
    expect(heard).toEqual([]);
    expect(problem()).toBe("A number above 0 and at most 10.");
    expect([input.value, input.getAttribute("aria-invalid"), input.getAttribute("aria-describedby")]).toEqual([
      text,
      "true",
      "problem",
    ]);
    element.value = 0.2;
    await element.updateComplete;
    expect([input.value, problem()]).toEqual(["0.2", ""]);
  },
);

test("whole numbers only, where only they make sense", async () => {
  const { heard, type, problem } = await opened({ whole: true, above: false, least: 1, most: 1000, value: 100 });
  await type("0");
  expect(problem()).toBe("A whole number from 1 to 1000.");
  await type("2.5");
  expect(problem()).toBe("A whole number from 1 to 1000.");
  await type("1000");
  expect(heard.map(({ detail }) => detail)).toEqual([{ number: 1000 }]);
});

test("has its name", async () => {
  const { element, input } = await opened();
  expect(element.renderRoot.querySelector("label")?.getAttribute("for")).toBe(input.id);
});
