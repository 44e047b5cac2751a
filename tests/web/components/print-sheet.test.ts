import { expect, test } from "vitest";
import "../../../web/src/components/print-sheet.js";
import { explain, product } from "../scene/scaffold.js";
import { show, textOf } from "./support.js";

const sheet = (explanation = product()) => show("print-sheet", { explanation, program: "(x + y) * z" });
const rows = (page: Element | undefined) =>
  [...(page?.querySelectorAll("tbody tr") ?? [])].map((row) => [...row.querySelectorAll("td")].map(textOf));

test("page 2 holds what page 1 leaves blank, at the same place", async () => {
  const [worksheet, solution] = [...(await sheet()).renderRoot.querySelectorAll("section")];
  expect(rows(worksheet)[2]).toEqual(["3", "+", "x", "", "×", "=", ""]);
  expect(rows(solution)).toEqual([
    ["1", "×", "x + y", "1", "× (−4)", "= −4", "−4"],
    ["2", "×", "z", "1", "× 3", "= 3", "3"],
    ["3", "+", "x", "−4", "× 1", "= −4", "−4"],
    ["4", "+", "y", "−4", "× 1", "= −4", "−4"],
  ]);
  expect(worksheet?.querySelectorAll(".blank")).toHaveLength(4 * 4);
  expect(solution?.querySelectorAll(".blank")).toHaveLength(0);
});

test("the worksheet's picture has every value and no gradient but the start", async () => {
  const page = (await sheet()).renderRoot.querySelector("section");
  const { state, paper } = page?.querySelector("circuit-view") ?? {};
  expect(paper).toBe(true);
  expect([...(state?.covered ?? [])].filter((key) => key.startsWith("value"))).toEqual([]);
  expect([...(state?.covered ?? [])].filter((key) => key.startsWith("gradient")).sort()).toEqual([
    "gradient:0",
    "gradient:1",
    "gradient:2",
    "gradient:3",
  ]);
});

test("a product that is rounded says so", async () => {
  const page = (
    await sheet(
      explain([
        ["x", 1 / 3],
        ["y", 2 / 3],
        ["f", "mul", 0, 1],
      ]),
    )
  ).renderRoot.querySelectorAll("section")[1];
  expect(rows(page)[0]?.[5]).toMatch(/^≈ /);
});
