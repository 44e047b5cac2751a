import { expect, test } from "vitest";
import "../../../web/src/components/rate-slider.js";
import "../../../web/src/locales/descent.js";
import { listen, show, textOf } from "./support.js";

async function opened(rate = 0.1) {
  const element = await show("rate-slider", { rate });
  const heard = listen(element, "rate-change");
  const [range, typed] = [...element.renderRoot.querySelectorAll("input")] as [HTMLInputElement, HTMLInputElement];
  const enter = async (input: HTMLInputElement, value: string, event: "input" | "change") => {
    input.value = value;
    input.dispatchEvent(new Event(event));
    await element.updateComplete;
  };
  return { element, heard, range, typed, enter };
}

test("equal distances are equal factors", async () => {
  const { heard, range, enter } = await opened();
  expect([range.value, range.min, range.max]).toEqual(["-20", "-60", "20"]);
  await enter(range, "-40", "input");
  await enter(range, "6", "change");
  expect(heard.map(({ detail }) => detail)).toEqual([
    { rate: 0.01, gesture: "move" },
    { rate: 2, gesture: "end" },
  ]);
});

test("a rate is typed as people write numbers", async () => {
  const { heard, typed, enter } = await opened();
  for (const text of ["1.99", " 0,5 ", "1e-3"]) await enter(typed, text, "change");
  expect(heard.map(({ detail }) => detail)).toEqual(
    [0.0, 1.99, 0.5, 0.001].slice(1).map((rate) => ({ rate, gesture: "end" })),
  );
});

test.each(["", "0", "-1", "fast", "1001", "NaN", "Infinity", "1e999"])(
  "“%s” is no rate: it says so at the field, and keeps what was typed",
  async (text) => {
    const { element, heard, typed, enter } = await opened();
    await enter(typed, text, "change");
    expect(heard).toEqual([]);
    expect(typed.getAttribute("aria-invalid")).toBe("true");
    expect(typed.value).toBe(text);
    expect(textOf(element.renderRoot.querySelector("[role=alert]"))).toBe(
      "A learning rate is a number above 0 and at most 1000, such as 0.1.",
    );
    await enter(typed, "0.2", "change");
    expect(element.renderRoot.querySelector("[role=alert]")).toBeNull();
  },
);
