import { expect, test } from "vitest";
import "../../../web/src/components/update-timeline.js";
import "../../../web/src/locales/start.js";
import { listen, show } from "./support.js";

const button = (element: Element & { renderRoot: ParentNode }, label: string) =>
  element.renderRoot.querySelector<HTMLButtonElement>(`button[aria-label="${label}"]`);

test("buttons ask for one update on and back, the slider for any", async () => {
  const element = await show("update-timeline", { at: 30, last: 300, every: 3 });
  const heard = listen(element, "update-change", "play-change");
  button(element, "One update on")?.click();
  button(element, "One update back")?.click();
  button(element, "Play")?.click();
  const slider = element.renderRoot.querySelector("input") as HTMLInputElement;
  expect(slider.getAttribute("aria-valuetext")).toBe("update 30 of 300");
  slider.value = "150";
  slider.dispatchEvent(new Event("input"));
  expect(heard.map(({ detail }) => detail)).toEqual([
    { update: 33 },
    { update: 27 },
    { playing: true },
    { update: 150 },
  ]);
});

test("nothing can be played before a guess, and nothing lies beyond the ends", async () => {
  const locked = await show("update-timeline", { at: 0, last: 300, disabled: true });
  expect([...locked.renderRoot.querySelectorAll<HTMLInputElement>("button, input")].every((it) => it.disabled)).toBe(
    true,
  );
  const ended = await show("update-timeline", { at: 300, last: 300, playing: true });
  expect(button(ended, "One update on")?.disabled).toBe(true);
  expect(button(ended, "Pause")?.disabled).toBe(false);
});
