import { expect, test } from "vitest";
import "../../../web/src/components/generated-code.js";
import { createWorkbench } from "../../../web/src/engine/client.js";
import type { Explanation } from "../../../web/src/engine/protocol.js";
import { message } from "../../../web/src/scene/message.js";
import { type GapId, type GapState, gapsOf } from "../../../web/src/state/worksheet.js";
import { listen, show, textOf } from "./support.js";

const PROGRAM = "g = x + y\nh = g * z\nf = h + x";

async function explained(program = PROGRAM): Promise<Explanation> {
  const reply = (await createWorkbench()).explain({ program, include: ["code", "steps"] });
  if (!reply.ok) throw new Error(reply.error.message);
  return reply;
}

const lines = (root: ParentNode, selector = "li") => [...root.querySelectorAll(selector)].map((line) => textOf(line));

test("lines are written in the chosen language", async () => {
  const shown = await show("generated-code", { explanation: await explained(), view: "pseudocode" });
  expect(lines(shown.renderRoot).filter((line) => line.trim() !== "")).toEqual([
    "# forward",
    "g = x + y",
    "h = g * z",
    "f = h + x",
    "# backward",
    "df = 1",
    "dh = df",
    "dx = df",
    "dg = dh * z",
    "dz = dh * g",
    "dx += dg",
    "dy = dg",
  ]);
});

test("the line of the step and the lines of the linked node are marked", async () => {
  const explanation = await explained();
  const shown = await show("generated-code", { explanation, view: "pseudocode" });
  const marked = [];
  for (const step of explanation.steps ?? []) {
    Object.assign(shown, { step });
    await shown.updateComplete;
    marked.push(...lines(shown.renderRoot, "[aria-current=step]"));
  }
  expect(marked).toEqual([
    "g = x + y",
    "h = g * z",
    "f = h + x",
    "dh = df",
    "dx = df",
    "dg = dh * z",
    "dz = dh * g",
    "dx += dg",
    "dy = dg",
  ]);
  Object.assign(shown, { step: null, linked: explanation.inputs.find(({ name }) => name === "z")?.node });
  await shown.updateComplete;
  expect(lines(shown.renderRoot, ".linked")).toEqual(["dz = dh * g"]);
});

/** The worksheet of a program, with what stands in its gaps. */
async function worksheet(states: [GapId, GapState][] = []) {
  const explanation = await explained();
  const gaps = gapsOf(explanation);
  return show("generated-code", { explanation, view: "worksheet", gaps, states: new Map(states) });
}
const rowOf = (root: ParentNode, line: number) =>
  root.querySelectorAll("worksheet-line")[line]?.shadowRoot as ShadowRoot;

test("each gap is a field with a name of its own; what was typed is sent, and what was answered stands there", async () => {
  const shown = await worksheet([["11.0", { filled: "+=", verdict: null }]]);
  const labels = [...shown.renderRoot.querySelectorAll("worksheet-line")].flatMap((line) =>
    [...line.renderRoot.querySelectorAll("input")].map((field) => field.getAttribute("aria-label")),
  );
  expect(labels).toEqual(
    ["dx", "dg", "dz", "dx", "dy"]
      .flatMap((name) => [`${name}: = or +=?`, `${name}: what arrives?`])
      .filter((_, i) => i !== 6),
  );
  expect(textOf(rowOf(shown.renderRoot, 3).querySelector(".filled"))).toBe("+=");
  const heard = listen(shown, "worksheet-change", "node-select");
  const field = rowOf(shown.renderRoot, 1).querySelectorAll("input")[1] as HTMLInputElement;
  field.value = "dh*z";
  field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, composed: true, cancelable: true }));
  for (const button of shown.renderRoot.querySelectorAll<HTMLElement>(".row button")) button.click();
  expect(heard).toEqual([
    { name: "worksheet-change", detail: { change: { gap: "9.1", text: "dh*z" } } },
    { name: "worksheet-change", detail: { change: "reveal" } },
    { name: "worksheet-change", detail: { change: "restart" } },
  ]);
});

test("the reason stands below the line, with the way to Why", async () => {
  const verdict = { outcome: "wrong", message: message("worksheet-adds", { name: "dx" }) } as const;
  const shown = await worksheet([["11.0", { filled: null, verdict }]]);
  const said = rowOf(shown.renderRoot, 3).querySelector(".said") as HTMLElement;
  expect(textOf(said)).toBe("dx already holds a contribution: += adds to it. Why?");
  const field = rowOf(shown.renderRoot, 3).querySelector("input") as HTMLInputElement;
  expect(field.getAttribute("aria-invalid")).toBe("true");
  expect(field.getAttribute("aria-describedby")).toBe(said.id);
  const heard = listen(shown, "number-why");
  said.querySelector("button")?.click();
  expect(heard).toEqual([{ name: "number-why", detail: { key: "gradient:0" } }]);
});

test("another language is asked for, and the program itself is slotted", async () => {
  const shown = await show("generated-code", { explanation: null, view: null });
  expect(shown.renderRoot.querySelector("slot")).not.toBeNull();
  const heard = listen(shown, "code-view");
  const select = shown.renderRoot.querySelector("select") as HTMLSelectElement;
  select.value = "jax";
  select.dispatchEvent(new Event("change"));
  expect(heard.map(({ detail }) => detail)).toEqual([{ view: "jax" }]);
});

test("says why there is no code", async () => {
  const shown = await show("generated-code", { explanation: null, view: "cpp" });
  const excuse = () => textOf(shown.renderRoot.querySelector("p") as Element);
  expect(excuse()).toBe("Writing the code…");
  Object.assign(shown, { failed: true });
  await shown.updateComplete;
  expect(excuse()).toBe("The code could not be loaded. Are you connected?");
});
