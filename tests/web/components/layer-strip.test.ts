import { expect, test } from "vitest";
import "../../../web/src/components/layer-strip.js";
import "../../../web/src/locales/start.js";
import { show, textOf } from "./support.js";

const properties = {
  label: "Xavier, layer 2",
  updates: [0, 150, 300],
  counts: [
    [4, 0],
    [2, 2],
    [0, 4],
  ],
  at: 150,
  scale: { from: -1, to: 1, bins: 2 },
};

test("where the middle value is goes with the picture, in words", async () => {
  const element = await show("layer-strip", properties);
  const words = "Xavier, layer 2: half of them lie below about −0.50 at update 0, below about 0.50 at update 300.";
  expect(textOf(element.renderRoot.querySelector("p"))).toBe(words);
  expect(element.renderRoot.querySelector("svg")?.getAttribute("aria-label")).toBe(words);
  expect([...element.renderRoot.querySelectorAll(".ends span, .updates span")].map(textOf)).toEqual([
    "−1",
    "1",
    "0",
    "300",
  ]);
});

test("sizes are powers of ten", async () => {
  const element = await show("layer-strip", {
    ...properties,
    kind: "gradients",
    scale: { from: -10, to: 2, bins: 2, isLog: true },
  });
  expect(textOf(element.renderRoot.querySelector("p"))).toContain("below about 10⁻⁷ at update 0, below about 10⁻¹");
});

test("nothing looked into is nothing drawn", async () => {
  const element = await show("layer-strip", { ...properties, counts: [] });
  expect(element.renderRoot.querySelector("svg")).toBeNull();
});
