import { expect, test } from "vitest";
import "../../../web/src/components/forward-panel.js";
import { explained, FIRST } from "../explained.js";
import { listen, show, textOf } from "./support.js";

const first = explained(FIRST);
const cost = { forward: { passes: 3, multiplications: 12 }, reverse: { passes: 1, multiplications: 4 } };
const x = { input: "x", entry: 0 };
const read = (panel: { renderRoot: ParentNode }, selector: string) => textOf(panel.renderRoot.querySelector(selector));

test("says what all gradients cost in either mode", async () => {
  const panel = await show("forward-panel", { explanation: first, cost, chosen: x });
  expect(read(panel, ".count")).toBe(
    "All 3 gradients: backprop 1 pass, 4 multiplications; forward mode 3 passes, 12 multiplications.",
  );
  const one = explained("x = 2; f = exp(x)");
  const even = { passes: 1, multiplications: 1 };
  const same = await show("forward-panel", { explanation: one, cost: { forward: even, reverse: even }, chosen: x });
  expect(read(same, ".count")).toBe(
    "The one gradient: backprop 1 pass, 1 multiplication; forward mode 1 pass, 1 multiplication.",
  );
  expect(same.renderRoot.querySelector("small")).toBeNull();
});

test("every entry of every input can be chosen, and what is chosen is played", async () => {
  const layer = explained("W = [[1, 2], [3, 4]]; b = 5; f = sum(W) * b");
  const panel = await show("forward-panel", { explanation: layer, cost, chosen: { input: "W", entry: 2 } });
  const select = panel.renderRoot.querySelector("select") as HTMLSelectElement;
  expect([...select.options].map(textOf)).toEqual(["W[0, 0]", "W[0, 1]", "W[1, 0]", "W[1, 1]", "b"]);
  expect(select.selectedIndex).toBe(2);
  const heard = listen(panel, "forward-choose", "forward-play", "forward-end");
  select.selectedIndex = 4;
  select.dispatchEvent(new Event("change"));
  (panel.renderRoot.querySelector("button.primary") as HTMLElement).click();
  expect(heard).toEqual([
    { name: "forward-choose", detail: { along: { input: "b", entry: 0 } } },
    { name: "forward-play", detail: { along: { input: "W", entry: 2 } } },
  ]);
});

test("while it is on, it leads back", async () => {
  const panel = await show("forward-panel", { explanation: first, cost, chosen: x, on: true });
  const buttons = [...panel.renderRoot.querySelectorAll("button")];
  expect(buttons.map(textOf)).toEqual(["Play it again", "Back to backprop"]);
  const heard = listen(panel, "forward-end");
  buttons[1]?.click();
  expect(heard).toHaveLength(1);
});

test("without an input, before the count and without the engine it says so", async () => {
  const none = await show("forward-panel", { explanation: explained("1 + 2"), chosen: null });
  expect(textOf(none)).toContain("There is no input here that could move.");
  const waiting = await show("forward-panel", { explanation: first, chosen: x });
  expect(read(waiting, "[role=status]")).toBe("Counting…");
  const failed = await show("forward-panel", { explanation: first, chosen: x, failed: true });
  expect(read(failed, "[role=alert]")).toBe("Forward mode could not be loaded. Are you connected?");
});
