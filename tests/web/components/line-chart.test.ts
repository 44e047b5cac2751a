import { expect, test } from "vitest";
import "../../../web/src/components/line-chart.js";
import "../../../web/src/locales/labs.js";
import { listen, show, textOf } from "./support.js";

const series = ["zero", "He"].map((name, i) => ({
  name,
  points: [0, 1, 2].map((x) => ({ x, y: i === 0 ? 0.6931 : 0.6931 / (1 + x) })),
}));

function chart() {
  return show("line-chart", { label: "Cost", series, xAxis: { title: "Update" }, yAxis: { title: "Cost" } });
}

test("arrow keys read every line, Home and End the ends", async () => {
  const element = await chart();
  const heard = listen(element, "read-change");
  const slider = element.renderRoot.querySelector("[role=slider]") as HTMLElement;
  const press = async (key: string) => {
    slider.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    await element.updateComplete;
    return slider.getAttribute("aria-valuetext");
  };
  expect(slider.getAttribute("aria-valuetext")).toBe("Arrow keys read the lines");
  expect(await press("ArrowRight")).toBe("Update 0: zero 0.69, He 0.69");
  expect(await press("ArrowRight")).toBe("Update 1: zero 0.69, He 0.35");
  expect(await press("End")).toBe("Update 2: zero 0.69, He 0.23");
  expect(await press("ArrowRight")).toBe("Update 2: zero 0.69, He 0.23");
  expect(textOf(element.renderRoot.querySelector(".readout"))).toBe("Update 2: zero 0.69, He 0.23");
  expect(heard.map(({ detail }) => detail)).toEqual([{ x: 0 }, { x: 1 }, { x: 2 }]);
});

test("every number is in a table", async () => {
  const element = await chart();
  const rows = [...element.renderRoot.querySelectorAll("tr")];
  expect(rows.map((row) => [...row.children].map(textOf))).toEqual([
    ["Update", "zero", "He"],
    ["0", "0.69", "0.69"],
    ["1", "0.69", "0.35"],
    ["2", "0.69", "0.23"],
  ]);
});

test("points of their own are drawn as points, and the table is of them", async () => {
  const dots = { name: "samples", isDots: true, points: [{ x: 1, y: 0.5 }] };
  const element = await show("line-chart", {
    label: "Answers",
    series: [...series.slice(1), dots],
    xAxis: { title: "Input" },
    yAxis: { title: "Output" },
  });
  expect(element.renderRoot.querySelectorAll(".plot .line")).toHaveLength(1);
  expect(element.renderRoot.querySelectorAll(".plot .dots")).toHaveLength(1);
  const rows = [...element.renderRoot.querySelectorAll("tr")].map((row) => [...row.children].map(textOf));
  expect(rows).toEqual([
    ["Input", "He", "samples"],
    ["1", "0.35", "0.50"],
  ]);
});
