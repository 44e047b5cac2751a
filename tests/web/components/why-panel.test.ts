import { expect, test } from "vitest";
import "../../../web/src/components/why-panel.js";
import { createWorkbench } from "../../../web/src/engine/client.js";
import type { CircuitState, NumberKey } from "../../../web/src/scene/model.js";
import { explained, ops } from "../explained.js";
import { neuron, product, square } from "../scene/scaffold.js";
import { listen, show, stateOf, textOf } from "./support.js";

/** Another wire into the gate comes from the same node, so ∂(x × x)/∂x would not say which of the two is meant. */
const PER_WIRE = "∂f/∂x = ∂f/∂f · 1 + ∂f/∂(x × x) · x + ∂f/∂(x × x) · x";

const why = (key: NumberKey, explanation = product(), change: Partial<CircuitState> = {}) =>
  show("why-panel", { key, state: stateOf(explanation, change) });
const all = (element: Element & { renderRoot: ParentNode }, selector: string) =>
  [...element.renderRoot.querySelectorAll(selector)].map((found) => textOf(found));

test("says where a gradient comes from, what it means, and by which rule", async () => {
  const shown = await why("gradient:0");
  expect(all(shown, "h2")).toEqual(["Gradient at x"]);
  expect(all(shown, ".number")).toEqual(["∂f/∂x −4"]);
  expect(all(shown, "p:not(.formula, [role=status])")).toEqual([
    "If x moves by 0.1, f moves by about −0.4.",
    "+ hands the same gradient to each of its inputs.",
  ]);
  expect(all(shown, ".formula")).toEqual(["∂f/∂x = ∂f/∂(x + y) · ∂(x + y)/∂x"]);
  expect(all(shown, "li")).toEqual(["∂f/∂(x + y) · ∂(x + y)/∂x −4 × 1 = −4"]);
});

test("adds up what every wire brings", async () => {
  const shown = await show("why-panel", { key: "gradient:0" as NumberKey, state: stateOf(square()), ops });
  expect(all(shown, ".formula")).toEqual([PER_WIRE, "1 + 3 + 3 = 7"]);
  expect(all(shown, ".term")).toEqual(["1 × 1 = 1", "1 × 3 = 3", "1 × 3 = 3"]);
});

test("shows all digits, and a click copies them", async () => {
  const copied: string[] = [];
  Object.defineProperty(navigator, "clipboard", {
    configurable: true,
    value: { writeText: async (text: string) => void copied.push(text) },
  });
  const shown = await why("gradient:7", neuron());
  expect(all(shown, ".digits")).toEqual(["0.19661193324148188"]);
  shown.renderRoot.querySelector<HTMLElement>(".copy")?.click();
  await new Promise((resolve) => setTimeout(resolve));
  await shown.updateComplete;
  expect(copied).toEqual(["0.19661193324148188"]);
  expect(all(shown, "[role=status]")).toEqual(["Copied"]);
});

test("a wire is asked about by its contribution", async () => {
  const shown = await why("gradient:0");
  const heard = listen(shown, "number-why");
  shown.renderRoot.querySelector<HTMLElement>(".term")?.click();
  expect(heard).toEqual([{ name: "number-why", detail: { key: "contribution:2.0" } }]);
  expect(all(await why("contribution:2.0"), "h2")).toEqual(["What + hands to x"]);
});

test("a value is explained by what its gate computed", async () => {
  expect(all(await why("value:2"), "p:not([role=status])")).toEqual(["x + y: −2 + 5 = 3"]);
  expect(all(await why("value:0"), "p:not([role=status])")).toEqual(["An input. Drag it, or change its number."]);
});

test("gives nothing away that is covered", async () => {
  const covered = new Set<NumberKey>(["gradient:0", "contribution:2.0"]);
  const shown = await why("gradient:0", product(), { covered });
  expect(textOf(shown)).not.toContain("= −4");
  expect(all(shown, ".term")).toEqual(["−4 × 1 = ?"]);
  expect(shown.renderRoot.querySelector("cover-slot")).not.toBeNull();
});

/** The text of a formula; what is not drawn is left out. */
const formulas = (element: Element & { renderRoot: ParentNode }) =>
  [...element.renderRoot.querySelectorAll("math")].map((math) => textOf(math).replaceAll(/[\u2061\u2062]/g, ""));

async function derivative(program: string, by: string, order = 1) {
  const reply = (await createWorkbench()).explain({ program, by: [by], order, include: ["derivatives"] });
  return reply.ok ? (reply.derivatives?.[by] ?? null) : null;
}

test("a gradient is a formula too, in the names of stages first", async () => {
  const found = await derivative("q = x + y\nq^2*z", "x");
  const shown = await show("why-panel", {
    key: "gradient:0" as NumberKey,
    state: stateOf(product()),
    derivative: found,
  });
  expect(formulas(shown)).toEqual(["2qz", "2z(x+y)"]);
  expect(shown.renderRoot.querySelector("math")?.namespaceURI).toBe("http://www.w3.org/1998/Math/MathML");
});

test("a covered gradient has no formula", async () => {
  const covered = new Set<NumberKey>(["gradient:0"]);
  const found = await derivative("(x + y)*z", "x");
  const state = stateOf(product(), { covered });
  const shown = await show("why-panel", { key: "gradient:0" as NumberKey, state, derivative: found });
  expect(formulas(shown)).toEqual([]);
});

test("a derivative can be taken again, and a very large one has its value all the same", async () => {
  const state = stateOf(product());
  const shown = await show("why-panel", {
    key: "gradient:0" as NumberKey,
    state,
    derivative: await derivative("x^3", "x", 2),
    order: 2,
  });
  expect(textOf(shown.renderRoot.querySelector(".scroll") as Element)).toContain("∂²f/∂x² = 6");
  const heard = listen(shown, "derivative-order");
  for (const button of shown.renderRoot.querySelectorAll<HTMLElement>(".row button")) button.click();
  expect(heard.map(({ detail }) => detail)).toEqual([{ order: 3 }, { order: 1 }]);
  const many = Array.from({ length: 64 }, (_, i) => `sin(x + ${i + 1})`).join("*");
  Object.assign(shown, { derivative: await derivative(many, "x", 6), order: 6 });
  await shown.updateComplete;
  expect(textOf(shown.renderRoot.querySelector(".scroll") as Element)).toMatch(
    /^∂⁶f\/∂x⁶ = too large to show \([\d,]+ operations\); its value is still computed$/,
  );
});

test("a stage has paths too: the products of their local derivatives, and the sum, or how many are too many", async () => {
  const explanation = explained("a = x*y\nb = a^2\nc = 3*a\nf = b*c", {
    at: { x: 2, y: 1 },
    include: ["steps", "paths"],
  });
  const a = explanation.graph.nodes.find(({ name }) => name === "a")?.id;
  const shown = await show("why-panel", { key: `gradient:${a}` as NumberKey, state: stateOf(explanation), ops });
  const paths = [...shown.renderRoot.querySelectorAll<HTMLElement>(".paths li")];
  expect(paths.map((path) => textOf(path))).toEqual(["f → b → a 6 × 4 = 24", "f → c → a 4 × 3 = 12"]);
  expect(textOf(shown.renderRoot as Element)).toContain("24 + 12 = 36 Their products add up to the gradient.");
  const doubling = Array.from({ length: 8 }, (_, i) => `y${i + 1} = y${i} + y${i}`).join("\n");
  const many = explained(`y0 = 2*x\n${doubling}`, { include: ["steps", "paths"] });
  const y0 = many.graph.nodes.find(({ name }) => name === "y0")?.id;
  const truncated = await show("why-panel", { key: `gradient:${y0}` as NumberKey, state: stateOf(many), ops });
  expect(textOf(truncated.renderRoot as Element)).toContain(
    "More than 64 paths from y8 to y0Nobody adds that many one by one.",
  );
});

test("pointing at a path, or stepping on it, follows it in the picture", async () => {
  const explanation = explained("(x + y) * z + x", { include: ["steps", "paths"] });
  const shown = await show("why-panel", { key: "gradient:0" as NumberKey, state: stateOf(explanation), ops });
  const heard = listen(shown, "route-link");
  const paths = [...shown.renderRoot.querySelectorAll<HTMLElement>(".paths li")];
  expect(paths.map((path) => textOf(path))).toEqual(["f → (x + y) × z → x + y → x 1 × 1 × 1 = 1", "f → x 1"]);
  paths[1]?.focus();
  paths[1]?.blur();
  expect(heard.map(({ detail }) => detail)).toEqual([{ route: [5, 0] }, { route: null }]);
});
