import { html, LitElement, svg } from "lit";
import { expect, test } from "vitest";
import { keyAlong, keyOnMap, keyZoom, PlotPoint, type Under } from "../../../web/src/components/plot-point.js";

const key = (name: string, more: KeyboardEventInit = {}) => new KeyboardEvent("keydown", { key: name, ...more });

test("along an axis arrows go a round step, pages ten, Home and End to its ends", () => {
  const to = (name: string, more?: KeyboardEventInit) => keyAlong(key(name, more), 1, [0, 8], 10);
  expect(["ArrowRight", "ArrowDown", "PageUp", "PageDown", "Home", "End"].map((name) => to(name))).toEqual([
    1.1, 0.9, 2, 0, 0, 8,
  ]);
  expect(to("ArrowUp", { shiftKey: true })).toBe(2);
  expect(keyAlong(key("ArrowUp", { shiftKey: true }), 1, [0, 8], 0.1)).toBeCloseTo(1.01, 12);
  expect(["a", "Enter", "Tab"].map((name) => to(name))).toEqual([null, null, null]);
  expect(to("ArrowRight", { ctrlKey: true })).toBeNull();
});

test("on a map each arrow goes to its side, in steps of its axis", () => {
  const to = (name: string, more?: KeyboardEventInit) =>
    keyOnMap(key(name, more), { x: 0, y: 0 }, [0, 8], [-8, 72], 10);
  expect(to("ArrowLeft")).toEqual({ x: -0.1, y: 0 });
  expect(to("ArrowUp")).toEqual({ x: 0, y: 1 });
  expect(to("ArrowUp", { shiftKey: true })).toEqual({ x: 0, y: 10 });
  expect([to("Home"), to("ArrowUp", { metaKey: true })]).toEqual([null, null]);
});

test("plus and minus zoom, unless they are the browser's own", () => {
  expect(["+", "=", "-", "x"].map((name) => keyZoom(key(name)))).toEqual([true, true, false, null]);
  expect(keyZoom(key("+", { ctrlKey: true }))).toBeNull();
});

class Plot extends LitElement {
  heard: [Under, string][] = [];
  readonly point = new PlotPoint(this, (under, gesture) => this.heard.push([under, gesture]));
  protected override render() {
    const { press, drag, release } = this.point;
    return html`<svg @pointerdown=${press} @pointermove=${drag} @pointerup=${release}>
      ${svg`<g role="slider" tabindex="0"></g>`}
    </svg>`;
  }
}
customElements.define("test-plot", Plot);

test("a hand is followed from where it is put down to where it is lifted, and gives the keys to the point", async () => {
  const plot = new Plot();
  document.body.append(plot);
  await plot.updateComplete;
  const picture = plot.renderRoot.querySelector("svg") as SVGSVGElement;
  picture.getBoundingClientRect = () => ({ left: 10, top: 20, width: 200, height: 100 }) as DOMRect;
  let held: number | null = null;
  picture.setPointerCapture = (id) => void (held = id);
  picture.hasPointerCapture = (id) => id === held;
  const move = (type: string, x: number, y: number, button = 0) =>
    picture.dispatchEvent(new PointerEvent(type, { clientX: x, clientY: y, button, pointerId: 7, cancelable: true }));
  move("pointermove", 60, 70);
  move("pointerdown", 60, 70, 2);
  expect(plot.heard).toEqual([]);
  move("pointerdown", 60, 70);
  expect(plot.shadowRoot?.activeElement?.getAttribute("role")).toBe("slider");
  move("pointermove", 110, 20);
  move("pointerup", 210, 120);
  expect(plot.heard).toEqual([
    [{ x: 0.25, y: 0.5 }, "move"],
    [{ x: 0.5, y: 0 }, "move"],
    [{ x: 1, y: 1 }, "end"],
  ]);
});
