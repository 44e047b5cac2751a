import { expect, test, vi } from "vitest";
import "../../../web/src/components/net-view.js";
import "../../../web/src/components/net-matrices.js";
import "../../../web/src/components/net-stages.js";
import "../../../web/src/components/net-table.js";
import { createWorkbench } from "../../../web/src/engine/client.js";
import "../../../web/src/locales/network.js";
import { type Net, stagesOf } from "../../../web/src/scene/net.js";
import { NetAnswer } from "../../../web/src/scene/net-answer.js";
import { programOf } from "../../../web/src/scene/net-program.js";
import { listen, show, textOf } from "./support.js";

const net: Net = {
  sizes: [2, 2, 1],
  activations: ["tanh", "sigmoid"],
  bias: true,
  loss: "mse",
  layers: [
    {
      W: [
        [0.11, -0.12],
        [0.13, -0.14],
      ],
      b: [[0.15], [-0.16]],
    },
    { W: [[0.17, -0.18]], b: [[0.19]] },
  ],
  inputs: [[1, 0]],
  targets: [[1]],
};
const reply = (await createWorkbench()).explain({ program: programOf(net) });
if (!reply.ok) throw new Error(reply.error.message);
const answer = new NetAnswer(reply);
const whole = { net, answer, done: 5, sample: 0, chosen: "", linked: null };

const drawn = (root: ParentNode, id: string) => [...root.querySelectorAll(`[data-id="${id}"]`)];

test("the numbers on a line are those of its weight", async () => {
  const element = await show("net-view", { ...whole });
  for (const [id, value] of [
    ["W1[0][0]", "0.11"],
    ["W1[0][1]", "−0.12"],
    ["W1[1][0]", "0.13"],
    ["W1[1][1]", "−0.14"],
    ["W2[0][0]", "0.17"],
    ["W2[0][1]", "−0.18"],
  ] as const) {
    const [, numbers] = drawn(element.renderRoot as ShadowRoot, id);
    expect(textOf(numbers?.querySelector("tspan") ?? null)).toBe(value);
  }
});

test("a line says which weight is pointed at and chosen, and is outlined when it is", async () => {
  const element = await show("net-view", { ...whole, linked: "W1[1][0]" });
  const root = element.renderRoot as ShadowRoot;
  expect([...root.querySelectorAll(".edge.linked")].map((edge) => edge.getAttribute("data-id"))).toEqual(["W1[1][0]"]);
  const heard = listen(element, "net-link", "net-choose");
  const line = root.querySelector('.edge[data-id="W2[0][1]"] .hit');
  line?.dispatchEvent(new Event("pointerover", { bubbles: true, composed: true }));
  root
    .querySelector('.neuron[data-id="A2[0][0]"] .body')
    ?.dispatchEvent(new Event("click", { bubbles: true, composed: true }));
  expect(heard).toEqual([
    { name: "net-link", detail: { id: "W2[0][1]" } },
    { name: "net-choose", detail: { id: "A2[0][0]" } },
  ]);
});

test("a weight is dragged sideways by its line, an output is not", async () => {
  const element = await show("net-view", { ...whole });
  const root = element.renderRoot as ShadowRoot;
  const picture = root.querySelector("svg.net") as SVGSVGElement;
  picture.setPointerCapture = () => {};
  const heard = listen(element, "net-edit", "net-choose");
  const at = (on: Element | null, type: string, clientX: number) =>
    on?.dispatchEvent(
      Object.assign(new Event(type, { bubbles: true, composed: true }), { clientX, pointerId: 1, button: 0 }),
    );
  at(root.querySelector('.edge[data-id="W1[0][1]"] .hit'), "pointerdown", 100);
  at(picture, "pointermove", 116);
  at(picture, "pointermove", 92);
  at(picture, "pointerup", 92);
  at(root.querySelector('.neuron[data-id="A1[0][0]"] .body'), "pointerdown", 100);
  at(picture, "pointermove", 150);
  expect(heard).toEqual([
    { name: "net-choose", detail: { id: "W1[0][1]" } },
    { name: "net-edit", detail: { id: "W1[0][1]", value: 0.08, gesture: "start" } },
    { name: "net-edit", detail: { id: "W1[0][1]", value: -0.22, gesture: "move" } },
    { name: "net-edit", detail: { id: "W1[0][1]", value: -0.22, gesture: "end" } },
  ]);
});

test("arrow keys go through the picture, and a voice says what is there", async () => {
  const element = await show("net-view", { ...whole, done: 3 });
  const root = element.renderRoot as ShadowRoot;
  const picture = root.querySelector("svg.net") as SVGSVGElement;
  const heard = listen(element, "net-link", "net-choose");
  const press = async (key: string) => {
    picture.dispatchEvent(new KeyboardEvent("keydown", { key }));
    await element.updateComplete;
    return root.querySelector("#now")?.getAttribute("aria-label");
  };
  expect(await press("ArrowRight")).toBe("W1[0][0]: value 0.11, gradient not computed");
  expect(await press("ArrowDown")).toBe("W1[0][1]: value minus 0.12, gradient not computed");
  await press("Enter");
  expect(heard).toEqual([
    { name: "net-link", detail: { id: "W1[0][0]" } },
    { name: "net-link", detail: { id: "W1[0][1]" } },
    { name: "net-choose", detail: { id: "W1[0][1]" } },
  ]);
});

test("a matrix that is pointed at is all of its entries", async () => {
  const element = await show("net-view", { ...whole, linked: "W1" });
  expect(element.renderRoot.querySelectorAll(".edge.linked")).toHaveLength(4);
});

test("matrices: each entry once, each gradient under its value, and the shapes that meet", async () => {
  const element = await show("net-matrices", { ...whole, linked: "W1[1][0]" });
  const root = element.renderRoot as ShadowRoot;
  expect(drawn(root, "W1[1][0]").map((cell) => textOf(cell))).toEqual([
    "0.13",
    textOf(drawn(root, "W1[1][0]")[1] as Element),
  ]);
  expect(root.querySelectorAll("td.linked")).toHaveLength(2);
  expect(textOf(root.querySelector(".rules"))).toContain("∂W1 = ∂Z1 · Xᵀ: 2×1 · 1×2 = 2×2");
  expect(textOf(root.querySelector(".rules"))).toContain("∂X = W1ᵀ · ∂Z1: 2×2 · 2×1 = 2×1");
});

test("the table holds every number, and fields for what can be set", async () => {
  const element = await show("net-table", { ...whole, rows: [0, 1, 2, 3] });
  const root = element.renderRoot as ShadowRoot;
  const fields = [...root.querySelectorAll("number-grip")];
  expect(fields.map(({ name, value }) => `${name} ${value}`)).toEqual([
    "W1[0][0] 0.11",
    "W1[0][1] -0.12",
    "W1[1][0] 0.13",
    "W1[1][1] -0.14",
    "b1[0] 0.15",
    "b1[1] -0.16",
    "W2[0][0] 0.17",
    "W2[0][1] -0.18",
    "b2[0] 0.19",
    "X[0][0] 1",
    "X[1][0] 0",
    "Y[0][0] 1",
  ]);
  const heard = listen(element, "net-edit", "net-link", "net-choose");
  const input = fields[2]?.renderRoot.querySelector("input") as HTMLInputElement;
  input.dispatchEvent(new Event("focusin", { bubbles: true, composed: true }));
  input.value = "0,5";
  input.dispatchEvent(new Event("change"));
  root.querySelector<HTMLElement>('tr[data-id="b2[0]"] button')?.click();
  expect(heard).toEqual([
    { name: "net-link", detail: { id: "W1[1][0]" } },
    { name: "net-edit", detail: { id: "W1[1][0]", value: 0.5, gesture: "end" } },
    { name: "net-choose", detail: { id: "b2[0]" } },
  ]);
});

test("what is not computed is not told", async () => {
  const element = await show("net-table", { ...whole, done: 1, rows: [0, 1, 2, 3] });
  const cell = (id: string) => textOf(drawn(element.renderRoot as ShadowRoot, id)[0] ?? null);
  expect([cell("A1[0][0]"), cell("A2[0][0]"), cell("L")]).toEqual(["0.25", "·", "·"]);
});

test("stages: the next one by name, and none that is not allowed", async () => {
  const element = await show("net-stages", { stages: stagesOf(net), done: 3, allowed: 3, first: true });
  const root = element.renderRoot as ShadowRoot;
  const buttons = [...root.querySelectorAll<HTMLButtonElement>("ol button")];
  expect(buttons.map((button) => `${textOf(button)}${button.disabled ? " off" : ""}`)).toEqual([
    "Forward 1",
    "Forward 2",
    "Loss",
    "Backward 2 off",
    "Backward 1 off",
    "Update off",
  ]);
  expect(root.querySelector<HTMLButtonElement>(".next")?.disabled).toBe(true);
  const heard = listen(element, "stage-change", "stage-back");
  buttons[1]?.click();
  root.querySelector<HTMLElement>("button.icon")?.click();
  expect(heard).toEqual([
    { name: "stage-change", detail: { stage: 2 } },
    { name: "stage-back", detail: null },
  ]);
});

test("while updates are played the table keeps up now and then, and is right when they rest", async () => {
  vi.useFakeTimers();
  const element = await show("net-table", { ...whole, done: 1, rows: [0, 1, 2, 3] });
  const loss = () => textOf(drawn(element.renderRoot as ShadowRoot, "L")[0] ?? null);
  element.playing = true;
  element.done = 3;
  await element.updateComplete;
  expect(loss()).toBe("·");
  vi.advanceTimersByTime(400);
  await element.updateComplete;
  expect(loss()).not.toBe("·");
  element.done = 1;
  await element.updateComplete;
  element.playing = false;
  await element.updateComplete;
  expect(loss()).toBe("·");
  vi.useRealTimers();
});

test("cells of a matrix keep their elements from number to number, and are others for another shape", async () => {
  const element = await show("net-matrices", { ...whole, done: 5 });
  const root = element.renderRoot as ShadowRoot;
  const cells = () => [...root.querySelectorAll<HTMLElement>("td")];
  const before = cells();
  const texts = before.map(textOf);
  element.done = 1;
  element.chosen = "W1[0][0]";
  await element.updateComplete;
  expect(cells()).toEqual(before);
  expect(cells().map(textOf)).not.toEqual(texts);
  expect(root.querySelectorAll("td.chosen")).toHaveLength(2);
  element.done = 5;
  await element.updateComplete;
  expect(cells().map(textOf)).toEqual(texts);
  const two = { ...net, inputs: [...net.inputs, [0, 2]], targets: [...net.targets, [0]] };
  const reply = (await createWorkbench()).explain({ program: programOf(two) });
  Object.assign(element, { net: two, answer: reply.ok && new NetAnswer(reply) });
  await element.updateComplete;
  expect(
    cells()
      .filter(({ dataset }) => dataset.id === "X[1][1]")
      .map(textOf)[0],
  ).toBe("2");
  expect(cells().length).toBeGreaterThan(before.length);
});
