import { expect, test } from "vitest";
import "../../../web/src/components/gate-table.js";
import type { NumberKey } from "../../../web/src/scene/model.js";
import { explained } from "../explained.js";
import { product, square } from "../scene/scaffold.js";
import { listen, show, stateOf, textOf } from "./support.js";

async function table(change: Parameters<typeof stateOf>[1] = {}, explanation = product()) {
  return show("gate-table", { state: stateOf(explanation, change) });
}
const rows = (element: Element & { renderRoot: ParentNode }) => [...element.renderRoot.querySelectorAll("tbody tr")];
const cells = (row: Element | undefined) => [...(row?.children ?? [])].map((cell) => textOf(cell));

test("holds every number of the circuit, by name", async () => {
  const shown = await table();
  expect(rows(shown).map(cells)).toEqual([
    ["x", "Input", "", "Gradient at x −4", "x + y"],
    ["y", "Input", "", "Gradient at y −4", "x + y"],
    ["x + y", "Plus gate", "Value of (x + y) 3", "Gradient at (x + y) −4", "f"],
    ["z", "Input", "", "Gradient at z 3", "f"],
    ["f", "Times gate: (x + y) × z", "Value of f −12", "Gradient at f 1", ""],
  ]);
  const fields = [...shown.renderRoot.querySelectorAll("input")];
  expect(fields.map((field) => [field.getAttribute("aria-label"), field.value])).toEqual([
    ["New value of x", "-2"],
    ["New value of y", "5"],
    ["New value of z", "-4"],
  ]);
});

test("not computed, incomplete and final are three different things", async () => {
  const shown = await table({ time: 5 }, square());
  expect(cells(rows(shown)[0])[3]).toBe("Gradient at x 1 1 of 3");
  expect(cells(rows(await table({ time: 0 }))[2]).slice(2, 4)).toEqual(["not computed", "not computed"]);
});

test("the current step is marked where its number arrives", async () => {
  const current = rows(await table({ time: 4 })).map((row) => row.getAttribute("aria-current"));
  expect(current).toEqual([null, null, "step", null, null]);
});

test("everything can be done with buttons and fields", async () => {
  const shown = await table({ time: 3 });
  const heard = listen(shown, "node-select", "number-why", "input-change", "time-change");
  const root = shown.renderRoot as ShadowRoot;
  root.querySelector<HTMLElement>("tbody tr:nth-child(3) th button")?.click();
  root.querySelector<HTMLElement>("[data-key='value:2']")?.click();
  const field = root.querySelector("input") as HTMLInputElement;
  field.value = "0.5";
  field.dispatchEvent(new Event("change"));
  const [back, step] = root.querySelectorAll<HTMLElement>(".steps button");
  step?.click();
  back?.click();
  expect(heard).toEqual([
    { name: "node-select", detail: { node: 2 } },
    { name: "number-why", detail: { key: "value:2" } },
    { name: "input-change", detail: { node: 0, entry: [0, 0], value: 0.5, gesture: "end" } },
    { name: "time-change", detail: { time: 4, playing: false } },
    { name: "time-change", detail: { time: 2, playing: false } },
  ]);
});

test("a field that holds no number goes back to the one it had", async () => {
  const shown = await table();
  const heard = listen(shown, "input-change");
  const field = shown.renderRoot.querySelector("input") as HTMLInputElement;
  field.value = "";
  field.dispatchEvent(new Event("change"));
  expect(field.value).toBe("-2");
  expect(heard).toEqual([]);
});

test("a large matrix is typed as a program writes it: what differs is one gesture, what is no matrix is said", async () => {
  const shown = await table(
    {},
    explained("W = [[1, 2, 3], [4, 5, 6], [7, 8, 9], [1, 1, 1], [2, 2, 2], [3, 3, 3]]; f = sum(W * W)"),
  );
  const heard = listen(shown, "input-change");
  const field = () => shown.renderRoot.querySelector("input.literal") as HTMLInputElement;
  const type = async (text: string) => {
    field().value = text;
    field().dispatchEvent(new Event("change"));
    await shown.updateComplete;
  };
  expect(field().value).toBe("[[1, 2, 3], [4, 5, 6], [7, 8, 9], [1, 1, 1], [2, 2, 2], [3, 3, 3]]");
  await type("[[1, 2, 3], [4, 5]]");
  expect(heard).toEqual([]);
  expect(field().value).toBe("[[1, 2, 3], [4, 5]]");
  expect(field().getAttribute("aria-invalid")).toBe("true");
  const error = shown.renderRoot.querySelector(`[id="${field().getAttribute("aria-describedby")}"]`);
  expect(textOf(error)).toBe("Needed are 6 rows of 3 numbers each, written like [[1, 2], [3, 4]].");
  await type("[[1, 2, 3], [4, -5, 6], [7, 8, 9], [1, 1, 1], [2, 2, 2], [3, 3, 0.5]]");
  expect(field().getAttribute("aria-invalid")).toBeNull();
  expect(heard.map(({ detail }) => detail)).toEqual([
    { node: 0, entry: [1, 1], value: -5, gesture: "start" },
    { node: 0, entry: [5, 2], value: 0.5, gesture: "move" },
    { node: 0, entry: [5, 2], value: 0.5, gesture: "end" },
  ]);
});

test("covered numbers are not in the document, and the number that replaces a slot gets its focus", async () => {
  const covered = new Set<NumberKey>(["gradient:1"]);
  const shown = await table({ covered });
  const slot = rows(shown)[1]?.querySelector("cover-slot");
  await slot?.updateComplete;
  expect(textOf(slot ?? null)).toBe("Show it");
  const heard = listen(shown, "cover-reveal");
  slot?.renderRoot.querySelector<HTMLElement>("button")?.click();
  expect(heard).toEqual([{ name: "cover-reveal", detail: { key: "gradient:1" } }]);
  shown.state = stateOf(product());
  await shown.updateComplete;
  expect((shown.renderRoot as ShadowRoot).activeElement?.getAttribute("data-key")).toBe("gradient:1");
});

test("while an input is dragged the table waits for the hand to rest", async () => {
  const shown = await table();
  shown.state = stateOf(square(), { dragged: 0 });
  await shown.updateComplete;
  expect(rows(shown).length).toBe(5);
  await new Promise((resolve) => setTimeout(resolve, 250));
  await shown.updateComplete;
  expect(rows(shown).length).toBe(3);
});
