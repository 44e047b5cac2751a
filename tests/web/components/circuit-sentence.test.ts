import { afterEach, expect, test } from "vitest";
import { setLocale } from "../../../web/src/locales/index.js";
import { message } from "../../../web/src/scene/message.js";
import "../../../web/src/components/circuit-sentence.js";
import { product, square } from "../scene/scaffold.js";
import { listen, show, stateOf, textOf } from "./support.js";

afterEach(() => setLocale("en"));

test("says the step at its time", async () => {
  const sentence = await show("circuit-sentence", { state: stateOf(product(), { time: 6 }) });
  expect(textOf(sentence)).toBe("+ hands x: −4 × 1 = −4 + hands the same gradient to each of its inputs.");
  sentence.state = stateOf(product(), { time: 2 });
  await sentence.updateComplete;
  expect(textOf(sentence)).toBe("f = (x + y) × z: 3 × (−4) = −12");
  sentence.state = stateOf(product(), { time: 0 });
  await sentence.updateComplete;
  expect(textOf(sentence)).toBe("Step or play: first come the values, then the gradients.");
});

test("where a node is used twice, the line that stays on a narrow page is the sum", async () => {
  const sentence = await show("circuit-sentence", { state: stateOf(square(), { time: 6 }) });
  expect(textOf(sentence.renderRoot.querySelector(".main"))).toBe("x had 1; this wire adds 3: 1 + 3 = 4");
  expect(textOf(sentence.renderRoot.querySelector(".aside"))).toBe("× hands x: 1 × x (3) = 3");
});

test("its words point at their nodes", async () => {
  const sentence = await show("circuit-sentence", { state: stateOf(product(), { time: 6, linked: 0 }) });
  const words = [...sentence.renderRoot.querySelectorAll<HTMLElement>(".node")];
  expect(words.map((word) => [word.textContent, word.dataset.node])).toEqual([
    ["+", "2"],
    ["x", "0"],
  ]);
  expect(words.map((word) => word.classList.contains("linked"))).toEqual([false, true]);
  const heard = listen(document, "node-link", "node-select");
  words[0]?.dispatchEvent(new Event("pointerover", { bubbles: true, composed: true }));
  words[1]?.click();
  sentence.dispatchEvent(new Event("pointerleave"));
  expect(heard).toEqual([
    { name: "node-link", detail: { node: 2 } },
    { name: "node-select", detail: { node: 0 } },
    { name: "node-link", detail: { node: null } },
  ]);
});

test("guidance takes the place of the step", async () => {
  const sentence = await show("circuit-sentence", {
    state: stateOf(product()),
    message: message("guide-drag", { input: { node: 0, text: "x" } }),
  });
  expect(textOf(sentence)).toBe("Drag x.");
});

test("changes its language while it is shown", async () => {
  const sentence = await show("circuit-sentence", { state: stateOf(product(), { time: 6 }) });
  await setLocale("xx-pseudo");
  await sentence.updateComplete;
  expect(textOf(sentence)).not.toContain("hands");
  expect(textOf(sentence)).toContain("−4 × 1 = −4");
});
