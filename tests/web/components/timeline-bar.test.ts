import { expect, test } from "vitest";
import "../../../web/src/components/timeline-bar.js";
import { product } from "../scene/scaffold.js";
import { listen, show } from "./support.js";

const { steps } = product();
const bar = (properties = {}) => show("timeline-bar", { steps, time: 3, ...properties });
const range = (root: ParentNode) => root.querySelector("input") as HTMLInputElement;

test("buttons and arrow keys mean steps", async () => {
  const shown = await bar();
  const heard = listen(shown, "timeline-command");
  for (const label of ["Step back", "Play", "Next step"]) {
    shown.renderRoot.querySelector<HTMLElement>(`[aria-label="${label}"]`)?.click();
  }
  for (const key of ["ArrowLeft", "ArrowRight", "Home", "End"]) {
    const event = new KeyboardEvent("keydown", { key, cancelable: true });
    range(shown.renderRoot).dispatchEvent(event);
    expect(event.defaultPrevented).toBe(true);
  }
  const commands = heard.map(({ detail }) => (detail as { command: string }).command);
  expect(commands).toEqual(["back", "play", "step", "back", "step", "first", "last"]);
});

test("nothing leads past either end, and playing offers to pause", async () => {
  const shown = await bar({ time: 0 });
  const button = (label: string) => shown.renderRoot.querySelector<HTMLButtonElement>(`[aria-label="${label}"]`);
  expect(button("Step back")?.disabled).toBe(true);
  Object.assign(shown, { time: steps?.length, playing: true });
  await shown.updateComplete;
  expect(button("Next step")?.disabled).toBe(true);
  expect(button("Play")).toBeNull();
  expect(button("Pause")).not.toBeNull();
});

test("scrubbing shows mid-flight, letting go snaps to the end of the step", async () => {
  const shown = await bar();
  const heard = listen(shown, "time-change");
  range(shown.renderRoot).value = "4.3";
  range(shown.renderRoot).dispatchEvent(new Event("input"));
  range(shown.renderRoot).dispatchEvent(new Event("change"));
  expect(heard.map(({ detail }) => detail)).toEqual([
    { time: 4.3, playing: false },
    { time: 5, playing: false },
  ]);
});

test("says where it stands", async () => {
  const shown = await bar({ time: 3.4 });
  expect(range(shown.renderRoot).getAttribute("aria-valuetext")).toBe("Step 4 of 7, backward");
});
