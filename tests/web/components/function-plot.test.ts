import { beforeAll, expect, test } from "vitest";
import "../../../web/src/components/function-plot.js";
import type { FunctionPlot } from "../../../web/src/components/function-plot.js";
import "../../../web/src/locales/plots.js";
import { type Curve, type CurvePoint, curveOf, type Sampler } from "../../../web/src/scene/curve.js";
import { plotOf } from "../../../web/src/scene/plot.js";
import { listen, show, textOf } from "./support.js";

beforeAll(() => {
  Element.prototype.hasPointerCapture = () => true;
});

const at = (x: number): CurvePoint => ({ x, value: x * x, slope: 2 * x });
const square: Sampler = ([low, high], count) => ({
  points: Array.from({ length: count }, (_, i) => low + ((high - low) * i) / (count - 1)).map((x) => ({
    ...at(x),
    breaks: false,
    bends: false,
  })),
  corners: [],
  dead: [[-1, 1]],
});

async function plot(x: number) {
  const names = { formula: "x^2", operand: "x", derivative: "∂f/∂x" };
  const element = await show("function-plot", { curve: curveOf(square), point: at(x), ...names, width: 640 });
  await element.updateComplete;
  return { element, heard: listen(element, "point-change", "plot-zoom") };
}
const slider = (element: FunctionPlot) => element.renderRoot.querySelector('[role="slider"]') as SVGElement;

test("the point is a slider that says where it is", async () => {
  const { element } = await plot(0.5);
  const { attributes } = slider(element);
  const said = ["aria-label", "aria-valuemin", "aria-valuemax", "aria-valuenow", "aria-valuetext"];
  expect(said.map((name) => attributes.getNamedItem(name)?.value)).toEqual([
    "x",
    "-4",
    "4",
    "0.5",
    "x = 0.50: x^2 = 0.25, slope 1",
  ]);
  const texts = [...element.renderRoot.querySelectorAll("text:not(.across, .up)")].map(textOf);
  expect(texts).toEqual(["x^2", "∂f/∂x", "x", "slope 1", "1"]);
  expect([...element.renderRoot.querySelectorAll("text.over.across")].map(textOf)).toEqual(["dead"]);
});

test("arrows move it by a round step, more with Shift or Page keys, Home and End to the ends", async () => {
  const { element, heard } = await plot(0.5);
  const keys = ["ArrowRight", "ArrowDown", "PageUp", "Home", "End"];
  for (const key of keys) slider(element).dispatchEvent(new KeyboardEvent("keydown", { key, cancelable: true }));
  slider(element).dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowLeft", shiftKey: true, cancelable: true }));
  expect(heard.map(({ detail }) => detail)).toEqual([0.6, 0.4, 1.5, -4, 4, -0.5].map((x) => ({ x, gesture: "end" })));
});

test("other keys stay with the page", async () => {
  const { element, heard } = await plot(0.5);
  const event = new KeyboardEvent("keydown", { key: "ArrowRight", ctrlKey: true, cancelable: true });
  slider(element).dispatchEvent(event);
  expect([heard, event.defaultPrevented]).toEqual([[], false]);
});

test("it follows the hand, to round places, and says when the hand lets go", async () => {
  const { element, heard } = await plot(0.5);
  const picture = element.renderRoot.querySelector(".picture") as SVGElement;
  picture.getBoundingClientRect = () => ({ left: 0, width: 640 }) as DOMRect;
  const at = (type: string, clientX: number) =>
    picture.dispatchEvent(Object.assign(new MouseEvent(type, { clientX, cancelable: true }), { pointerId: 1 }));
  const { left, right } = plotOf(curveOf(square) as Curve, { x: 0, value: 0, slope: 0 }, 640).value.frame;
  const pixel = (x: number) => left + ((x + 4) / 8) * (right - left);
  at("pointerdown", pixel(0.003));
  at("pointermove", pixel(1));
  at("pointerup", pixel(1));
  expect(heard.map(({ detail }) => detail)).toEqual([
    { x: 0, gesture: "move" },
    { x: 1, gesture: "move" },
    { x: 1, gesture: "end" },
  ]);
});

test("+ and − ask for a closer and a wider look", async () => {
  const { element, heard } = await plot(0.5);
  for (const key of ["+", "-"]) slider(element).dispatchEvent(new KeyboardEvent("keydown", { key, cancelable: true }));
  expect(heard.map(({ detail }) => detail)).toEqual([{ closer: true }, { closer: false }]);
});
