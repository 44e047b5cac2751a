import { expect, test } from "vitest";
import "../../../web/src/components/decision-region.js";
import { show } from "./support.js";

const samples = [
  { x: 0, y: 0, target: 1 as const },
  { x: 5, y: 5, target: 0 as const },
];
const marks = (element: Awaited<ReturnType<typeof show>>) =>
  [".one", ".zero"].map((look) => element.renderRoot.querySelector(look)?.getAttribute("d"));

test("classes differ by shape, places go up and to the right", async () => {
  const element = await show("decision-region", { label: "He", samples, reach: 5 });
  expect(marks(element)).toEqual(["M96 100a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z", "M196.4 -3.6h7.2v7.2h-7.2z"]);
  expect(element.renderRoot.querySelector("svg")?.getAttribute("aria-label")).toBe("He");
});

test("a window of its own: samples from 0 to 10 are at its corners", async () => {
  const element = await show("decision-region", {
    samples,
    window: [
      [0, 10],
      [-5, 5],
    ],
  });
  expect(marks(element)).toEqual(["M-4 100a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z", "M96.4 -3.6h7.2v7.2h-7.2z"]);
});

test("the canvas has a square an answer", async () => {
  const element = await show("decision-region", { answers: Array<number>(16).fill(0) });
  const canvas = element.renderRoot.querySelector("canvas");
  expect([canvas?.width, canvas?.height]).toEqual([4, 4]);
});

test("a line goes where the answer changes, for those who do not tell the colours apart", async () => {
  const answers = [-1, -1, 1, 1].flatMap((answer) => Array<number>(4).fill(answer));
  const element = await show("decision-region", { answers });
  const path = element.renderRoot.querySelector(".boundary")?.getAttribute("d") ?? "";
  const points = [...path.matchAll(/([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
  expect(points.every(([, y]) => y === 100)).toBe(true);
  expect(points.map(([x]) => x).sort()).toEqual([125, 175, 25, 75]);
  element.answers = Array<number>(16).fill(1);
  await element.updateComplete;
  expect(element.renderRoot.querySelector(".boundary")?.getAttribute("d")).toBe("");
});
