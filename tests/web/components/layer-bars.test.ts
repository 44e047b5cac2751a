import { expect, test } from "vitest";
import "../../../web/src/components/layer-bars.js";
import "../../../web/src/locales/start.js";
import { show, textOf } from "./support.js";

test("the picture says where the signal begins and ends, and by which factor", async () => {
  const element = await show("layer-bars", {
    label: "too small",
    sizes: [0.5, 0.25, 0.125],
    range: [1e-8, 1e4],
    factor: "×0.5 a layer",
  });
  expect(element.renderRoot.querySelector("svg")?.getAttribute("aria-label")).toBe(
    "too small: layer 1 0.50, layer 3 0.13",
  );
  expect(textOf(element.renderRoot.querySelector(".factor"))).toBe("×0.5 a layer");
  expect(element.renderRoot.querySelectorAll(".bar")).toHaveLength(3);
});

test("what is no number, or beyond the axis, is marked as such", async () => {
  const element = await show("layer-bars", { sizes: [1e9, 1e-12, Number.NaN], range: [1e-8, 1e4] });
  expect([...element.renderRoot.querySelectorAll(".bar")].map((bar) => bar.classList.contains("lost"))).toEqual([
    false,
    false,
    true,
  ]);
  expect(element.renderRoot.querySelectorAll(".arrow")).toHaveLength(3);
});

test("no layers are no picture", async () => {
  const element = await show("layer-bars", { sizes: [] });
  expect(element.renderRoot.querySelector("svg")).toBeNull();
});
