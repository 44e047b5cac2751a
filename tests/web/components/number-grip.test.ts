import { expect, test } from "vitest";
import "../../../web/src/components/number-grip.js";
import "../../../web/src/locales/network.js";
import { listen, show, textOf } from "./support.js";

const inputOf = (element: { renderRoot: ParentNode }) => element.renderRoot.querySelector("input") as HTMLInputElement;

test("typed with a decimal comma, nudged by arrow keys", async () => {
  const element = await show("number-grip", { name: "W1[0][0]", value: 0.5 });
  const heard = listen(element, "number-change");
  const input = inputOf(element);
  input.value = "−0,25";
  input.dispatchEvent(new Event("change"));
  for (const key of ["ArrowUp", "PageDown"]) input.dispatchEvent(new KeyboardEvent("keydown", { key }));
  expect(heard.map(({ detail }) => detail)).toEqual([
    { value: -0.25, gesture: "end" },
    { value: 0.6, gesture: "end" },
    { value: -0.5, gesture: "end" },
  ]);
});

test("what is no number stays in the field, which says so", async () => {
  const element = await show("number-grip", { name: "w", value: 0.5 });
  const heard = listen(element, "number-change");
  const input = inputOf(element);
  input.value = "1.2.3";
  input.dispatchEvent(new Event("change"));
  await element.updateComplete;
  expect([heard.length, input.value, input.getAttribute("aria-invalid")]).toEqual([0, "1.2.3", "true"]);
  expect(textOf(element.renderRoot.querySelector("[role=alert]"))).toBe("Not a number. Write it like 0.5 or -2.");
});

test("dragged by its grip, a step every 8 pixels", async () => {
  const element = await show("number-grip", { name: "w", value: 1 });
  const heard = listen(element, "number-change");
  const grip = element.renderRoot.querySelector(".grip") as HTMLElement;
  grip.setPointerCapture = () => {};
  const at = (type: string, clientX: number) =>
    grip.dispatchEvent(Object.assign(new Event(type), { clientX, pointerId: 1 }));
  at("pointerdown", 100);
  at("pointermove", 103);
  at("pointermove", 116);
  at("pointermove", 84);
  at("pointerup", 84);
  at("pointermove", 200);
  expect(heard.map(({ detail }) => detail)).toEqual([
    { value: 1.2, gesture: "start" },
    { value: 0.8, gesture: "move" },
    { value: 0.8, gesture: "end" },
  ]);
});
