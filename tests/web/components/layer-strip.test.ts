import { expect, test } from "vitest";
import "../../../web/src/components/layer-strip.js";
import "../../../web/src/locales/start.js";
import { show, textOf } from "./support.js";

const properties = {
  label: "Xavier, layer 2",
  updates: [0, 150, 300],
  counts: [
    [0, 4, 0, 0],
    [2, 2, 0, 0],
    [0, 0, 0, 4],
  ],
  at: 150,
  scale: { from: -2, to: 2, bins: 4 },
};

test("where the middle value is goes with the picture, in words", async () => {
  const element = await show("layer-strip", properties);
  const words = "Xavier, layer 2: the middle one is about −0.50 at update 0 and above 1 at update 300.";
  expect(textOf(element.renderRoot.querySelector("p"))).toBe(words);
  expect(element.renderRoot.querySelector("svg")?.getAttribute("aria-label")).toBe(words);
  expect([...element.renderRoot.querySelectorAll(".ends span, .updates span")].map(textOf)).toEqual([
    "−2",
    "2",
    "0",
    "300",
  ]);
});

test("sizes are powers of ten", async () => {
  const element = await show("layer-strip", {
    ...properties,
    kind: "gradients",
    scale: { from: -20, to: 0, bins: 4, isLog: true },
  });
  expect(textOf(element.renderRoot.querySelector("p"))).toContain("about 10⁻¹² at update 0 and above 10⁻⁵");
});

test("nothing looked into is nothing drawn; a net without numbers has none", async () => {
  const element = await show("layer-strip", { ...properties, counts: [] });
  expect(element.renderRoot.querySelector("svg")).toBeNull();
  element.counts = [[]];
  await element.updateComplete;
  expect(textOf(element.renderRoot.querySelector("p"))).toContain("the middle one is no number at update 0");
});

test("the numbers are in a table: where the quarters end, update by update, the last one among them", async () => {
  const element = await show("layer-strip", properties);
  const rows = (one: typeof element) =>
    [...one.renderRoot.querySelectorAll("tr")].map((row) => [...row.children].map(textOf).join(" | "));
  expect(rows(element)).toEqual([
    "Update | Lower quarter | Middle | Upper quarter",
    "0 | about −0.50 | about −0.50 | about −0.50",
    "150 | below −1 | below −1 | about −0.50",
    "300 | above 1 | above 1 | above 1",
  ]);
  element.updates = Array.from({ length: 51 }, (_, i) => 6 * i);
  element.counts = element.updates.map(() => [0, 1, 0, 0]);
  await element.updateComplete;
  expect(rows(element)).toHaveLength(12);
  expect(rows(element).at(-1)).toMatch(/^300 /);
});
