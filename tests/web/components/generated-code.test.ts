import { expect, test } from "vitest";
import "../../../web/src/components/generated-code.js";
import { createWorkbench } from "../../../web/src/engine/client.js";
import type { Explanation } from "../../../web/src/engine/protocol.js";
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

test("a gap of the worksheet shows what belongs there, and nothing else", async () => {
  const shown = await show("generated-code", { explanation: await explained(), view: "worksheet" });
  const gaps = [...shown.renderRoot.querySelectorAll<HTMLElement>(".gap")];
  expect(gaps).toHaveLength(10);
  expect(gaps[8]?.closest("li") && textOf(gaps[8].closest("li") as Element)).toBe("dy ____ ____");
  const chosen = listen(shown, "node-select");
  gaps[8]?.click();
  gaps[7]?.click();
  await shown.updateComplete;
  expect(lines(shown.renderRoot, ".backward").slice(-2)).toEqual(["dx ____ dg", "dy = ____"]);
  expect(chosen).toEqual([]);
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
