import { expect, test } from "vitest";
import "../../../web/src/components/nudge-readout.js";
import { product } from "../scene/scaffold.js";
import { show, textOf } from "./support.js";

const nudge = {
  input: 0,
  entry: [0, 0],
  from: -2,
  to: -1.9,
  gradient: -4,
  outputBefore: -12,
  outputNow: -12.4,
} as const;

test("says what moved, what was predicted and what happened", async () => {
  const shown = await show("nudge-readout", { explanation: product(), nudge });
  expect(textOf(shown.renderRoot.querySelector("p"))).toBe(
    "x moved by +0.1. Its gradient −4 predicts f moves by −0.4. f moved by −0.4.",
  );
  expect(shown.renderRoot.querySelector("svg")?.getAttribute("aria-label")).toBe("Predicted −0.4, happened −0.4");
});

test("prediction and truth separate on the ruler where the curve bends", async () => {
  const shown = await show("nudge-readout", { explanation: product(), nudge: { ...nudge, outputNow: -12.8 } });
  const [predicted, actual] = [...shown.renderRoot.querySelectorAll("rect")].map((tick) =>
    Number(tick.getAttribute("x")),
  );
  expect(predicted).toBeCloseTo(160 - 0.4 * 148 - 4, 6);
  expect(actual).toBeCloseTo(160 - 0.8 * 148 - 1.5, 6);
});

test("a covered gradient is not told", async () => {
  const shown = await show("nudge-readout", {
    explanation: product(),
    nudge,
    covered: new Set(["gradient:0"] as const),
  });
  expect(textOf(shown)).toBe("x moved by +0.1. f moved by −0.4.");
  expect(shown.renderRoot.querySelector("svg")).toBeNull();
});
