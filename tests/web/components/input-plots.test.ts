import { expect, test } from "vitest";
import "../../../web/src/components/input-plots.js";
import type { InputPlots } from "../../../web/src/components/input-plots.js";
import { createWorkbench } from "../../../web/src/engine/client.js";
import { curveIn, DEAD_BELOW, sampledOf } from "../../../web/src/scene/curve.js";
import { movable, type ShownPlots } from "../../../web/src/scene/plots.js";
import { surfaceOf } from "../../../web/src/scene/surface.js";
import { explained } from "../explained.js";
import { listen, show, textOf } from "./support.js";

const workbench = await createWorkbench();
const program = "x = 1; y = 2; f = relu(x) * y";
const explanation = explained(program);
const [x, y] = movable(explanation);
if (!x || !y) throw new Error("no inputs");

function plots(change: Partial<ShownPlots> = {}): ShownPlots {
  const curve = curveIn([-3, 3], (range, count) => {
    const axes = [{ input: "x", from: range[0], to: range[1], count }] as const;
    const reply = workbench.sample({
      program,
      axes,
      include: ["gradient", "breaks", "corners"],
      dead_below: DEAD_BELOW,
    });
    if (!reply.ok) throw new Error(reply.error.message);
    return sampledOf(reply, range);
  });
  return { isOpen: true, x: x as typeof y, y: null, curve, surface: null, problem: null, ...change } as ShownPlots;
}
function map(): Partial<ShownPlots> {
  const axes = [
    { input: "x", from: -3, to: 3, count: 13 },
    { input: "y", from: -3, to: 3, count: 13 },
  ] as const;
  const reply = workbench.sample({ program, axes, include: ["gradient"] });
  if (!reply.ok) throw new Error(reply.error.message);
  return { y: y as typeof x, surface: surfaceOf(reply, [-3, 3], [-3, 3]) } as Partial<ShownPlots>;
}
const shown = (change: Partial<ShownPlots> = {}, covered = new Set<never>()) =>
  show("input-plots", { explanation, plots: plots(change), covered });
async function inner(element: InputPlots, tag: "function-plot" | "contour-plot") {
  const plot = element.renderRoot.querySelector(tag);
  if (!plot) throw new Error(`no ${tag}`);
  await plot.updateComplete;
  return plot;
}
const slider = (plot: { renderRoot: ParentNode }) => plot.renderRoot.querySelector('[role="slider"]') as SVGElement;
const press = (plot: { renderRoot: ParentNode }, key: string) =>
  slider(plot).dispatchEvent(new KeyboardEvent("keydown", { key, cancelable: true, bubbles: true }));

test("the curve is said: where the point is, where it is dead, where it has a corner", async () => {
  const text = textOf(await shown());
  expect(text).toContain("How f moves with x");
  expect(text).toContain("At x = 1, f is 2. The tangent has slope 2: that is the gradient at x.");
  expect(text).toContain("Hatched is dead, |∂f/∂x| < 0.05: x < 0.");
  expect(text).toContain("A ring marks its corner, at x = 0.");
});

test("the point is the input: keys move it as a gesture of the circuit", async () => {
  const element = await shown();
  const heard = listen(element, "input-change", "plot-change");
  const plot = await inner(element, "function-plot");
  expect(slider(plot).getAttribute("aria-valuetext")).toBe("x = 1: f = 2, slope 2");
  press(plot, "ArrowRight");
  press(plot, "+");
  expect(heard).toEqual([
    { name: "input-change", detail: { node: x.node, entry: [0, 0], value: 1.1, gesture: "end" } },
    { name: "plot-change", detail: { kind: "zoom", closer: true } },
  ]);
});

test("on the map arrows move one input, a hand moves both", async () => {
  const element = await shown(map());
  const heard = listen(element, "input-change");
  const plot = await inner(element, "contour-plot");
  expect(slider(plot).getAttribute("aria-valuetext")).toBe("x = 1, y = 2: f = 2, gradient 2 by x, 1 by y");
  press(plot, "ArrowUp");
  const detail = { x: 1.5, y: 0.5, gesture: "move" };
  plot.dispatchEvent(new CustomEvent("place-change", { detail }));
  expect(heard.map((event) => event.detail)).toEqual([
    { node: y.node, entry: [0, 0], value: 2.1, gesture: "end" },
    {
      ...{ node: x.node, entry: [0, 0], value: 1.5, gesture: "move" },
      also: { node: y.node, entry: [0, 0], value: 0.5 },
    },
  ]);
  expect(textOf(element)).toContain("At x = 1, y = 2, f is 2 and ∇f = (2, 1).");
});

test("what is covered is not given away", async () => {
  const text = textOf(await shown({}, new Set([`gradient:${x.node}`]) as never));
  expect(text).toContain("This number is covered.");
  expect(text).not.toContain("slope");
});

test("what cannot be drawn says why", async () => {
  expect(textOf(await shown({ problem: "matrix", curve: null }))).toContain("The output is a matrix.");
  expect(textOf(await shown({ problem: "empty", curve: null }))).toContain("f has no value anywhere in this window.");
});

test("a second input is chosen, and closed again", async () => {
  const element = await shown(map());
  const heard = listen(element, "plot-change");
  const [, second] = element.renderRoot.querySelectorAll("select");
  if (!second) throw new Error("no choice");
  second.value = "-1";
  second.dispatchEvent(new Event("change"));
  second.value = "0";
  second.dispatchEvent(new Event("change"));
  expect(heard.map(({ detail }) => detail)).toEqual([
    { kind: "choose", axis: "y", entry: null },
    { kind: "choose", axis: "y", entry: { input: "y", entry: 0 } },
  ]);
});
