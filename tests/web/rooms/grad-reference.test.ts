import { expect, test, vi } from "vitest";
import "../../../web/src/rooms/grad-reference.js";
import type { OpArticle } from "../../../web/src/components/op-article.js";
import { createWorkbench } from "../../../web/src/engine/client.js";
import type { GradReference } from "../../../web/src/rooms/grad-reference.js";
import { Asker, aloneOf } from "../../../web/src/rooms/reference/asker.js";
import { CORNERS } from "../../../web/src/scene/corners.js";
import { hasCurve } from "../../../web/src/scene/operands.js";
import { slugOf } from "../../../web/src/scene/slugs.js";
import { listen, show, textOf } from "../components/support.js";

const engine = await createWorkbench();
const asker = new Asker(engine);

async function reference(op: string, at: [string, number][] = []): Promise<GradReference> {
  const element = await show("grad-reference", { op, at: new Map(at), root: "../../" });
  await vi.waitFor(() => expect(element.asker).not.toBeNull());
  await element.updateComplete;
  return element;
}
async function article(element: GradReference): Promise<OpArticle> {
  const shown = element.renderRoot.querySelector("op-article") as OpArticle;
  await shown.updateComplete;
  return shown;
}
const all = (element: { renderRoot: ParentNode }, selector: string) => [
  ...element.renderRoot.querySelectorAll(selector),
];
const op = (name: string) => {
  const found = asker.ops.find((op) => op.name === name);
  if (!found) throw new Error(name);
  return found;
};

test("a gate's page says its rule, its numbers, its corners and how it is spelled", async () => {
  const text = textOf(await article(await reference("abs", [["x", -2]])));
  expect(text).toContain("x sign(x)");
  expect(text).toContain("At x = −2 the value is 2 and the slope is −1.");
  expect(text).toContain("Corner at 0; the derivative is taken as 0 there.");
  expect(text).toContain("At x = 0 others hand on: PyTorch 0 JAX 1 TensorFlow 0");
  expect(text).toContain("NumPy np.abs(x)");
  expect(text).toContain("C++ std::abs(x)");
});

test("the point moves, the other operands are fields, and the circuit opens where it stands", async () => {
  const element = await reference("pow");
  const heard = listen(element, "link-change");
  const shown = await article(element);
  expect(textOf(shown.renderRoot.querySelector(".reading"))).toBe(
    "At a = 0.50 the value is 0.13 and the slope is 0.75.",
  );
  const [, exponent] = all(shown, "input") as HTMLInputElement[];
  if (!exponent) throw new Error("no field");
  exponent.value = "2";
  exponent.dispatchEvent(new Event("change"));
  await element.updateComplete;
  await shown.updateComplete;
  expect(textOf(shown.renderRoot.querySelector(".reading"))).toBe("At a = 0.50 the value is 0.25 and the slope is 1.");
  expect(shown.circuit).toBe("../../#e=a^b&a=0.5&b=2");
  expect(heard).toHaveLength(1);
});

test("a matrix gate shows the shapes of an example instead of a curve", async () => {
  const text = textOf(await article(await reference("matmul")));
  expect(text).toContain("a adjoint @ b.T b a.T @ adjoint");
  expect(text).toContain("For example: a 2×3, b 3×4, a @ b 2×4");
  expect(text).toContain("NumPy a @ b");
  expect(text).not.toContain("tangent");
});

test("search finds by any word, says how many, and Enter goes to the first", async () => {
  const element = await reference("");
  const heard = listen(element, "op-choose");
  const field = element.renderRoot.querySelector("input") as HTMLInputElement;
  field.value = "smooth relu";
  field.dispatchEvent(new Event("input"));
  await element.updateComplete;
  expect(all(element, "nav li code").map(textOf)).toEqual(["silu", "softplus"]);
  expect(textOf(element.renderRoot.querySelector('[role="status"]'))).toBe(`2 of ${asker.ops.length} gates`);
  field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter" }));
  expect(heard).toEqual([{ name: "op-choose", detail: { op: "silu" } }]);
});

test("every gate has an address of its own, and another spelling leads to it too", async () => {
  const element = await reference("ln");
  expect(textOf((await article(element)).renderRoot.querySelector("h1"))).toBe("log logarithm");
  const addresses = all(element, "nav li a").map((link) => link.getAttribute("href"));
  expect(addresses).toEqual(asker.ops.map(({ name }) => `../../reference/${slugOf(name)}/`));
});

test("a comparison opens as the condition of an if", () => {
  expect(aloneOf(op("less"))).toEqual({ program: "if(a < b, a, b)", at: { a: 1, b: 2 } });
});

test("a gate that there is none of is told so", async () => {
  expect(textOf(await reference("nosuch"))).toContain("There is no gate called nosuch.");
});

test("every gate on numbers has a curve and a start on it; every gate is spelled in every language and opens as a circuit", () => {
  for (const op of asker.ops) {
    const { at, curve, point, spellings } = asker.page(op, new Map());
    expect(engine.explain(aloneOf(op, at)).ok, op.name).toBe(true);
    if (hasCurve(op)) {
      expect(curve, op.name).not.toBeNull();
      expect(Number.isFinite(point?.value), op.name).toBe(true);
    }
    expect(
      spellings.map(({ language }) => language),
      op.name,
    ).toHaveLength(5);
  }
}, 30_000);

test("where others are compared at 0, our own derivative is the one that the page states", () => {
  const slope = (name: string, at: [string, number][]) => asker.page(op(name), new Map(at)).point?.slope;
  const ours = Object.keys(CORNERS)
    .filter((name) => CORNERS[name]?.at === "x = 0" && hasCurve(op(name)))
    .map((name) => [name, slope(name, [["x", 0]])]);
  expect(Object.fromEntries(ours)).toEqual({
    relu: 0,
    leaky_relu: 0.01,
    abs: 0,
    sqrt: Number.POSITIVE_INFINITY,
    log: Number.POSITIVE_INFINITY,
    sign: 0,
    floor: 0,
  });
  expect(
    slope("max", [
      ["a", 2],
      ["b", 2],
    ]),
  ).toBe(0.5);
  expect(
    slope("clamp", [
      ["x", -1],
      ["a", -1],
      ["b", 1],
    ]),
  ).toBe(0);
});
