import { expect, test } from "vitest";
import "../../../web/src/components/sample-view.js";
import "../../../web/src/locales/data.js";
import { show, textOf } from "./support.js";

const rows = (element: Awaited<ReturnType<typeof show>>) =>
  [...element.renderRoot.querySelectorAll("tr")].map((row) => [...row.children].map(textOf));

test("two inputs: a mark each, told apart by shape, in a sentence and in a table", async () => {
  const element = await show("sample-view", {
    samples: {
      inputs: [
        [1, 2],
        [-1, 0.5],
      ],
      targets: [[1], [0]],
    },
    names: ["width", "height"],
    target: "kind",
    classes: ["no", "yes"],
  });
  expect(element.renderRoot.querySelectorAll("svg.samples path.m0, svg.samples path.m1")).toHaveLength(2);
  const words = "2 samples, from width, height to kind.";
  expect(element.renderRoot.querySelector("svg.samples")?.getAttribute("aria-label")).toBe(words);
  expect(textOf(element.renderRoot.querySelector(".legend"))).toBe("kind = no (1)kind = yes (1)");
  expect(rows(element)).toEqual([
    ["width", "height", "kind"],
    ["1", "2", "yes"],
    ["−1", "0.50", "no"],
  ]);
});

test("more than two inputs have no picture, but their table is open", async () => {
  const element = await show("sample-view", {
    samples: { inputs: [[1, 2, 3]], targets: [[0, 0, 1]] },
    names: ["a", "b", "c"],
    target: "y",
    classes: ["p", "q", "r"],
  });
  expect(element.renderRoot.querySelector("svg.samples")).toBeNull();
  expect(element.renderRoot.querySelector("details")?.open).toBe(true);
  expect(rows(element)[1]).toEqual(["1", "2", "3", "r"]);
});

test("a hundred rows of many", async () => {
  const inputs = Array.from({ length: 250 }, (_, i) => [i]);
  const element = await show("sample-view", {
    samples: { inputs, targets: inputs },
    names: ["x"],
    target: "y",
    classes: null,
  });
  expect(rows(element)).toHaveLength(101);
  expect(textOf(element)).toContain("and 150 more");
});
