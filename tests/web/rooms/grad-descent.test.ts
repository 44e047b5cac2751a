import { expect, test, vi } from "vitest";
import "../../../web/src/rooms/grad-descent.js";
import type { GradDescent } from "../../../web/src/rooms/grad-descent.js";
import { listen, show, textOf } from "../components/support.js";

async function opened(fragment = ""): Promise<GradDescent> {
  const lab = await show("grad-descent", { fragment });
  await vi.waitFor(() => expect(lab.renderRoot.querySelector("nav")).not.toBeNull());
  return lab;
}
const current = (lab: GradDescent) => textOf(lab.renderRoot.querySelector("[aria-current=step]"));

test("opens in fog, and goes to any part", async () => {
  const lab = await opened();
  expect(current(lab)).toBe("1In fog");
  const heard = listen(lab, "link-change");
  const buttons = [...lab.renderRoot.querySelectorAll("nav button")] as HTMLButtonElement[];
  expect(buttons.map(textOf)).toEqual(["1In fog", "2The largest η", "3On a map", "4The race", "5Down what?"]);
  for (const button of buttons) {
    button.click();
    await lab.updateComplete;
    expect(lab.renderRoot.querySelector("h2")?.textContent).toBe(textOf(button).slice(1));
  }
  expect(heard).toHaveLength(5);
  expect(lab.currentFragment).toBe("part=sign");
});

test("an address that is opened, or gone back to, is shown and not rewritten", async () => {
  const lab = await opened("part=race");
  expect(current(lab)).toBe("4The race");
  const heard = listen(lab, "link-change");
  lab.fragment = "part=fog&hill=square&rate=0.5&updates=1";
  await lab.updateComplete;
  expect(current(lab)).toBe("1In fog");
  expect(textOf(lab.renderRoot.querySelector(".said"))).toContain("1 − 0.50 × 2 = 0");
  lab.fragment = "part=race";
  await lab.updateComplete;
  expect(current(lab)).toBe("4The race");
  expect(heard).toEqual([]);
});

test("what was guessed wrong is explained, never scored", async () => {
  const lab = await opened();
  const hill = lab.renderRoot.querySelector("fog-hill") as HTMLElement;
  hill.dispatchEvent(new CustomEvent("guess-answer", { detail: { guess: 3 } }));
  await lab.updateComplete;
  expect(textOf(lab.renderRoot.querySelector(".said"))).toContain(
    "3 is w − g: the whole slope, without η. Here that would be the minimum at once, as Newton’s method finds it",
  );
  expect(lab.currentFragment).toBe("part=fog&hill=bowl&start=0&rate=0.1&updates=1");
});
