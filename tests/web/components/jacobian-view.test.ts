import { expect, test } from "vitest";
import "../../../web/src/components/jacobian-view.js";
import "../../../web/src/components/shape-ledger.js";
import { createWorkbench } from "../../../web/src/engine/client.js";
import type { Explanation } from "../../../web/src/engine/protocol.js";
import { listen, show, textOf } from "./support.js";

const PROGRAM = "W = [[1, -1], [2, 1], [0, 1]]; x = [1, 0.5]; b = 2\nz = W @ x + b\na = tanh(z)\nf = sum(a * a)";

async function explained(of: string, by: string): Promise<Explanation> {
  const reply = (await createWorkbench()).explain({
    program: PROGRAM,
    of,
    by: [by],
    include: ["jacobian", "shapes", "cost"],
  });
  if (!reply.ok) throw new Error(reply.error.message);
  return reply;
}

async function jacobian(of: string, by: string, change: object = {}) {
  const explanation = await explained(of, by);
  const [found] = explanation.jacobian ?? [];
  if (!found) throw new Error("no Jacobian");
  return show("jacobian-view", {
    explanation,
    dependence: { of: found.of, by: found.by },
    jacobian: found,
    ...change,
  });
}

/** The first table, row by row. */
const rows = (root: ParentNode) =>
  [...(root.querySelector("table")?.rows ?? [])].map((row) => [...row.cells].map((cell) => textOf(cell)));

test("rows and columns are the entries of the two values, transposed in the other layout", async () => {
  const shown = await jacobian("z", "x", { layout: "numerator" });
  expect(rows(shown.renderRoot)).toEqual([
    ["", "x[0]", "x[1]"],
    ["z[0]", "1", "−1"],
    ["z[1]", "2", "1"],
    ["z[2]", "0", "1"],
  ]);
  Object.assign(shown, { layout: "denominator" });
  await shown.updateComplete;
  expect(rows(shown.renderRoot)).toEqual([
    ["", "z[0]", "z[1]", "z[2]"],
    ["x[0]", "1", "2", "0"],
    ["x[1]", "−1", "1", "1"],
  ]);
});

test("a matrix is laid out row by row, column by column, or as slices", async () => {
  const shown = await jacobian("z", "W", { layout: "numerator" });
  expect(rows(shown.renderRoot)[0]).toEqual(["", "W[0, 0]", "W[0, 1]", "W[1, 0]", "W[1, 1]", "W[2, 0]", "W[2, 1]"]);
  const press = async (name: string) => {
    const button = [...shown.renderRoot.querySelectorAll("button")].find((each) => textOf(each) === name);
    button?.click();
    await shown.updateComplete;
  };
  await press("Column by column");
  expect(rows(shown.renderRoot).slice(0, 2)).toEqual([
    ["", "W[0, 0]", "W[1, 0]", "W[2, 0]", "W[0, 1]", "W[1, 1]", "W[2, 1]"],
    ["z[0]", "1", "0", "0", "0.50", "0", "0"],
  ]);
  await press("As slices");
  expect([...shown.renderRoot.querySelectorAll("figcaption")].map((name) => textOf(name))).toEqual([
    "z[0]",
    "z[1]",
    "z[2]",
  ]);
  expect(rows(shown.renderRoot)).toEqual([
    ["", "[0]", "[1]"],
    ["[0]", "1", "0.50"],
    ["[1]", "0", "0"],
    ["[2]", "0", "0"],
  ]);
});

test("the chain of stages stands in the order of the layout, with shapes that fit", async () => {
  const shown = await jacobian("a", "x", { layout: "numerator" });
  const chain = () => textOf(shown.renderRoot.querySelector(".formula") as Element);
  expect(chain()).toBe("∂a/∂z · ∂z/∂x 3×3 · 3×2");
  Object.assign(shown, { layout: "denominator" });
  await shown.updateComplete;
  expect(chain()).toBe("∂z/∂x · ∂a/∂z 2×3 · 3×3");
});

test("says what backprop does instead, and what the Jacobian costs", async () => {
  const text = textOf((await jacobian("a", "W")).renderRoot as unknown as Element);
  expect(text).toContain("The gradient at a (3×1) arrives, the gradient at W (3×2) is handed on.");
  expect(text).toContain("Made of 3 backward passes, with 36 multiplications.");
});

test("two other nodes are asked about", async () => {
  const shown = await jacobian("z", "x");
  const heard = listen(shown, "dependence-change");
  const [of] = shown.renderRoot.querySelectorAll("select");
  const select = of as HTMLSelectElement;
  select.value = "5";
  select.dispatchEvent(new Event("change"));
  expect(heard.map(({ detail }) => detail)).toEqual([{ dependence: { of: 5, by: 1 } }]);
});

test("the ledger says of every stage which shape it has, which its gradient has, and why", async () => {
  const shown = await show("shape-ledger", { explanation: await explained("z", "x") });
  expect(rows(shown.renderRoot)).toEqual([
    ["Stage", "Shape", "Shape of its gradient"],
    [
      "W",
      "3×2as it is given",
      "3×2 3×1 · 1×2 = 3×2: the one product of the arriving gradient and the transposed other that fits",
    ],
    [
      "x",
      "2×1as it is given",
      "2×1 2×3 · 3×1 = 2×1: the one product of the arriving gradient and the transposed other that fits",
    ],
    ["b", "1×1as it is given", "1×1 3×1 → 1×1: all entries are summed, for the scalar went with each of them"],
    ["z", "3×13×1 + 1×1 = 3×1: the scalar goes with every entry", "3×1 a derivative for each entry of the value"],
    ["a", "3×1tanh(3×1) = 3×1: entry by entry", "3×1 a derivative for each entry of the value"],
    ["f", "1×1sum(3×1) = 1×1: all entries together make one number", "1×1 a derivative for each entry of the value"],
  ]);
  expect(textOf(shown.renderRoot as unknown as Element)).toContain("one pass, 30 multiplications by local derivatives");
});
