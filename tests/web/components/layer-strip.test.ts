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
