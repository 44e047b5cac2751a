import { expect, test } from "vitest";
import "../../../web/src/components/fog-hill.js";
import "../../../web/src/locales/descent.js";
import type { Hill, HillView, Step } from "../../../web/src/scene/hill.js";
import { listen, show, textOf } from "./support.js";

const hill: Hill = {
  window: [-1, 7],
  curve: Array.from({ length: 9 }, (_, i) => ({ x: i - 1, y: (i - 4) ** 2 / 2 })),
};
const start: Step = { update: 0, w: 0, loss: 4.5, slope: -3 };

async function opened(change: Partial<HillView> = {}, asks = true) {
  const view: HillView = { steps: [start], isFoggy: true, guess: null, ...change };
  const element = await show("fog-hill", { hill, view, asks });
  const heard = listen(element, "guess-change", "guess-answer");
  const slider = element.renderRoot.querySelector("[role=slider]") as SVGElement;
  const press = (key: string, more = {}) =>
    slider.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, ...more }));
  return { element, heard, slider, press };
}

test("what is felt is said; what is in fog is not there", async () => {
  const { element, slider } = await opened();
  expect(textOf(element)).toContain("slope g = −3");
  expect(textOf(element)).not.toContain("f(w)");
  expect(element.renderRoot.querySelector(".curve")?.getAttribute("d")).toBe("");
  expect(slider.getAttribute("aria-valuetext")).toBe(
    "Nothing guessed yet. Arrow keys point along the axis, Enter lands.",
  );
});

test("arrow keys point from where w is, Home and End to the edges", async () => {
  const { heard, press } = await opened();
  for (const key of ["ArrowRight", "ArrowLeft", "PageUp", "Home", "End", "Enter", "x"]) press(key);
  press("ArrowRight", { shiftKey: true });
  press("ArrowRight", { ctrlKey: true });
  expect(heard.map(({ name, detail }) => [name, detail])).toEqual([
    ["guess-change", { guess: 0.1 }],
    ["guess-change", { guess: -0.1 }],
    ["guess-change", { guess: 1 }],
    ["guess-change", { guess: -1 }],
    ["guess-change", { guess: 7 }],
    ["guess-change", { guess: 0.02 }],
  ]);
});

test("Enter lands where the guess is", async () => {
  const { heard, press, slider } = await opened({ guess: 0.3 });
  expect(slider.getAttribute("aria-valuetext")).toBe("w = 0.30. Enter lands there.");
  press("Enter");
  press("ArrowRight");
  expect(heard).toEqual([
    { name: "guess-answer", detail: { guess: 0.3 } },
    { name: "guess-change", detail: { guess: 0.4 } },
  ]);
});

test("a hand points while it is down, and lands where it lets go", async () => {
  const { element, heard } = await opened();
  const picture = element.renderRoot.querySelector("svg") as SVGSVGElement;
  picture.setPointerCapture = () => {};
  picture.hasPointerCapture = () => true;
  const box = { left: 0, top: 0, width: 640, height: 333 } as DOMRect;
  picture.getBoundingClientRect = () => box;
  const point = (type: string, clientX: number) =>
    picture.dispatchEvent(Object.assign(new Event(type), { clientX, button: 0, pointerId: 1 }));
  point("pointerdown", 100);
  point("pointermove", 626);
  point("pointerup", 626);
  expect(heard.map(({ name }) => name)).toEqual(["guess-change", "guess-change", "guess-answer"]);
  expect(heard[2]?.detail).toEqual({ guess: 7 });
});

test("where nothing is asked there is nothing to point with", async () => {
  const { element, slider } = await opened({ isFoggy: false }, false);
  expect(slider).toBeNull();
  expect(textOf(element)).toContain("f(w)");
  expect(element.renderRoot.querySelector(".curve")?.getAttribute("d")).not.toBe("");
});
