import { expect, test } from "vitest";
import type { TrainFrame } from "../../../web/src/engine/protocol.js";
import "../../../web/src/components/unit-plane.js";
import "../../../web/src/locales/start.js";
import { show, textOf } from "./support.js";

const frame = (step: number, rows: number[][]): TrainFrame => ({
  step,
  layers: [
    { W: rows, b: rows.map(() => [0]) },
    { W: [rows.map(() => 1)], b: [[0]] },
  ],
});
const frames = [
  frame(0, [
    [0, 0],
    [0, 0],
  ]),
  frame(1, [
    [0.5, -0.25],
    [0.5, -0.25],
  ]),
  frame(2, [
    [0.5, -0.25],
    [3, 0],
  ]),
];

test("what the picture shows is also said, at every update", async () => {
  const element = await show("unit-plane", { label: "tanh", frames, at: 1 });
  const picture = element.renderRoot.querySelector("svg");
  expect(textOf(element.renderRoot.querySelector(".words"))).toBe("2 units in one, at (0.50, −0.25)");
  expect(picture?.getAttribute("aria-label")).toBe("tanh: 2 units in one, at (0.50, −0.25)");
  element.at = 2;
  await element.updateComplete;
  expect(textOf(element.renderRoot.querySelector(".words"))).toBe(
    "unit 1 at (0.50, −0.25) · unit 2 beyond the edge, at (3, 0)",
  );
  expect([...element.renderRoot.querySelectorAll(".point text")].map(textOf)).toEqual(["1", "2"]);
});

test("going back draws what was there, not what came after", async () => {
  const element = await show("unit-plane", { label: "tanh", frames, at: 0 });
  const before = element.renderRoot.querySelector("svg")?.innerHTML.replace(/<!--.*?-->/g, "");
  element.at = 2;
  await element.updateComplete;
  expect(element.renderRoot.querySelectorAll(".trail")).toHaveLength(2);
  element.at = 0;
  await element.updateComplete;
  expect(element.renderRoot.querySelector("svg")?.innerHTML.replace(/<!--.*?-->/g, "")).toBe(before);
});
