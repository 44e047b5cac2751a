import { beforeAll, expect, test, vi } from "vitest";
import type { FunctionPlot } from "../../../web/src/components/function-plot.js";
import "../../../web/src/locales/reference.js";
import { type CurvePoint, curveOf, type Evaluate } from "../../../web/src/scene/curve.js";
import { listen, show, textOf } from "./support.js";

beforeAll(async () => {
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe() {}
      disconnect() {}
    },
  );
  Element.prototype.setPointerCapture = () => {};
  Element.prototype.hasPointerCapture = () => true;
  await import("../../../web/src/components/function-plot.js");
});

const square: Evaluate = (places) => places.map((x) => ({ x, value: x * x, slope: 2 * x }));
const at = (x: number) => square([x])[0] as CurvePoint;

async function plot(x: number) {
  const element = await show("function-plot", { curve: curveOf(square), point: at(x), formula: "x^2", operand: "x" });
  return { element, heard: listen(element, "point-change") };
}
const slider = (element: FunctionPlot) => element.renderRoot.querySelector('[role="slider"]') as SVGElement;

test("the point is a slider that says where it is", async () => {
  const { element } = await plot(0.5);
  const { attributes } = slider(element);
  const said = ["aria-label", "aria-valuemin", "aria-valuemax", "aria-valuenow", "aria-valuetext"];
  expect(said.map((name) => attributes.getNamedItem(name)?.value)).toEqual(["x", "-4", "4", "0.5", "0.50"]);
  expect(textOf(element.renderRoot.querySelector(".legend"))).toBe("x^2 derivative by x tangent");
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
  picture.getBoundingClientRect = () => ({ left: 0, width: 720 }) as DOMRect;
  const at = (type: string, clientX: number) =>
    picture.dispatchEvent(Object.assign(new MouseEvent(type, { clientX, cancelable: true }), { pointerId: 1 }));
  at("pointerdown", 376);
  at("pointermove", 459);
  at("pointerup", 459);
  expect(heard.map(({ detail }) => detail)).toEqual([
    { x: 0, gesture: "move" },
    { x: 1, gesture: "move" },
    { x: 1, gesture: "end" },
  ]);
});
