import { expect, test } from "vitest";
import "../../../web/src/components/weight-editor.js";
import "../../../web/src/locales/start.js";
import { listen, show, textOf } from "./support.js";

const layers = [
  {
    W: [
      [1, 2],
      [3, 4],
    ],
    b: [[5], [6]],
  },
  { W: [[-7, 8]], b: [[0.5]] },
];

async function opened() {
  const element = await show("weight-editor", { layers, names: ["x1", "x2"] });
  const heard = listen(element, "weight-change");
  const fields = () => [...element.renderRoot.querySelectorAll("input")];
  const type = async (i: number, text: string) => {
    const field = fields()[i] as HTMLInputElement;
    field.value = text;
    field.dispatchEvent(new Event("change"));
    await element.updateComplete;
  };
  return { element, heard, fields, type };
}

test("every number has a field, with its place as its name", async () => {
  const { fields } = await opened();
  expect(fields().map(({ value }) => value)).toEqual(["1", "2", "5", "3", "4", "6", "−7", "8", "0.5"]);
  expect(fields().map((field) => field.getAttribute("aria-label"))).toEqual([
    "layer 1, unit 1, weight of x1",
    "layer 1, unit 1, weight of x2",
    "layer 1, unit 1, bias",
    "layer 1, unit 2, weight of x1",
    "layer 1, unit 2, weight of x2",
    "layer 1, unit 2, bias",
    "layer 2, unit 1, weight of z1",
    "layer 2, unit 1, weight of z2",
    "layer 2, unit 1, bias",
  ]);
});

test("a change says which number: weights row by row, then biases, layer by layer", async () => {
  const { heard, type } = await opened();
  await type(3, "0,25");
  await type(5, "-1");
  await type(7, "9");
  expect(heard.map(({ detail }) => detail)).toEqual([
    { index: 2, weight: 0.25 },
    { index: 5, weight: -1 },
    { index: 7, weight: 9 },
  ]);
});

test("what is no number stays in its field and is named; others can still be changed", async () => {
  const { element, heard, fields, type } = await opened();
  for (const text of ["many", "NaN", "1e9", ""]) await type(0, text);
  await type(1, "x");
  expect(heard).toEqual([]);
  expect([...element.renderRoot.querySelectorAll(".wrong")].map(textOf)).toEqual([
    "“” is no number from −1000 to 1000. The last good one stays in use.",
    "“x” is no number from −1000 to 1000. The last good one stays in use.",
  ]);
  expect(fields()[1]?.getAttribute("aria-invalid")).toBe("true");
  await type(1, "2");
  expect(element.renderRoot.querySelectorAll(".wrong")).toHaveLength(1);
});
