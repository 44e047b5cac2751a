import { expect, test } from "vitest";
import "../../../web/src/components/bet-choice.js";
import { listen, show } from "./support.js";

const options = ["falls", "rises"].map((name) => ({ name, text: `It ${name}` }));

test("one answer is chosen, and stays", async () => {
  const element = await show("bet-choice", { question: "What does it do?", options, bet: null });
  const heard = listen(element, "bet-place");
  const buttons = [...element.renderRoot.querySelectorAll("button")];
  expect(buttons.map((button) => [button.getAttribute("aria-pressed"), button.disabled])).toEqual([
    ["false", false],
    ["false", false],
  ]);
  buttons[1]?.click();
  element.bet = "rises";
  await element.updateComplete;
  expect(buttons.map((button) => [button.getAttribute("aria-pressed"), button.disabled])).toEqual([
    ["false", true],
    ["true", false],
  ]);
  buttons[1]?.click();
  expect(heard.map(({ detail }) => detail)).toEqual([{ bet: "rises" }]);
});
