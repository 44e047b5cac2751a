import { expect, test } from "vitest";
import "../../../web/src/components/descent-map.js";
import { surfaceOf } from "../../../web/src/scene/surface.js";
import "../../../web/src/locales/descent.js";
import { listen, show } from "./support.js";

/** x² + y², with its gradient, on 21 × 21 points. */
const SIDE = 21;
const at = (i: number) => -2 + (4 * i) / (SIDE - 1);
const numbers = new Float64Array(3 * SIDE * SIDE);
for (let row = 0; row < SIDE; row++)
  for (let column = 0; column < SIDE; column++) {
    const [x, y] = [at(column), at(row)];
    for (const [plane, number] of [x * x + y * y, 2 * x, 2 * y].entries())
      numbers[plane * SIDE * SIDE + row * SIDE + column] = number;
  }
const surface = surfaceOf({ version: 1, ok: true, shape: [3, SIDE, SIDE], numbers }, [-2, 2], [-2, 2]);
const point = { x: 1, y: -1, value: 2, gradient: [2, -2] as const };
const tracks = [
  { look: 0, places: [point, { x: 0.5, y: -0.5 }, { x: 0, y: 0 }] },
  { look: 4, places: [point, { x: 1e6, y: -1 }] },
];

test("each way has its line, its first updates, and a stop where it ends inside", async () => {
  const element = await show("descent-map", { surface, point, tracks });
  const count = (selector: string) => element.renderRoot.querySelectorAll(selector).length;
  expect([count(".track.s0"), count(".foot.s0"), count(".stop.s0")]).toEqual([1, 2, 1]);
  // the other one left the map
  expect([count(".track.s4"), count(".foot.s4"), count(".stop.s4")]).toEqual([1, 0, 0]);
});

test("no tracks before a bet", async () => {
  const element = await show("descent-map", { surface, point });
  expect(element.renderRoot.querySelectorAll(".track")).toHaveLength(0);
});

test("the start is moved by keys, and said", async () => {
  const element = await show("descent-map", { surface, point, names: ["w", "b"], formula: "w² + b²" });
  const heard = listen(element, "place-change");
  const handle = element.renderRoot.querySelector("[role=slider]");
  expect(handle?.getAttribute("aria-valuetext")).toContain("w = 1");
  const press = (key: string) => handle?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  press("ArrowRight");
  press("ArrowDown");
  expect(heard.map(({ detail }) => detail)).toMatchObject([
    { y: -1, gesture: "end" },
    { x: 1, gesture: "end" },
  ]);
  const [right, down] = heard.map(({ detail }) => detail as { x: number; y: number });
  expect([(right?.x ?? 0) > 1, (down?.y ?? 0) < -1]).toEqual([true, true]);
});
