import { expect, test } from "vitest";
import "../../../web/src/components/layer-details.js";
import "../../../web/src/locales/start.js";
import { show, textOf } from "./support.js";

const frame = {
  step: 3,
  gradient_norms: [0.5, 1e-9],
  activations: [
    { mean: 0, variance: 0.25, saturated: 0.333, histogram: [1, 0, 3] },
    { mean: -0.75, variance: 1e-6, saturated: 1, histogram: [0, 4, 0] },
  ],
};
const bars = (element: Awaited<ReturnType<typeof show>>) =>
  [...element.renderRoot.querySelectorAll("path.bars")].map((path) => path.getAttribute("d"));

test("a row a layer, its numbers as they are", async () => {
  const element = await show("layer-details", { label: "Layers", frame, range: { from: -1.2, to: 1.2 } });
  expect([...element.renderRoot.querySelectorAll("tr")].map((row) => [...row.children].map(textOf))).toEqual([
    ["layer", "Mean", "Variance", "Saturated", "Gradient’s length", "Values z−1.21.2"],
    ["1", "0", "0.25", "33 %", "0.50", "lower quarter below −0.40, middle above 0.40, upper quarter above 0.40"],
    ["2", "−0.75", "1×10⁻⁶", "100 %", "1×10⁻⁹", "lower quarter about 0, middle about 0, upper quarter about 0"],
  ]);
  expect(bars(element)).toEqual(["M0 36v-18h48v18zM96 36v-31.18h48v31.18z", "M48 36v-36h48v36z"]);
});

test("other histograms on a scale of powers; none while they are not there", async () => {
  const element = await show("layer-details", {
    frame,
    kind: "gradients",
    range: { from: -10, to: 2, isLog: true },
    histograms: [[4, 0, 0]],
  });
  expect(textOf(element.renderRoot.querySelector("thead th:last-child"))).toBe("Gradients at weights10⁻¹⁰10²");
  expect(bars(element)).toEqual(["M0 36v-36h48v36z", ""]);
});

test("nothing to show is nothing", async () => {
  const element = await show("layer-details", { frame: { step: 0 } });
  expect(element.renderRoot.querySelector("table")).toBeNull();
});
