import { afterEach, beforeEach, expect, test, vi } from "vitest";
import "../../../web/src/components/live-region.js";
import { message } from "../../../web/src/scene/message.js";
import { product } from "../scene/scaffold.js";
import { show, stateOf, textOf } from "./support.js";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

const explanation = product();
const region = (properties = {}) => show("live-region", { state: stateOf(explanation, { time: 3 }), ...properties });
type Region = Awaited<ReturnType<typeof region>>;

/** Something happens, after the hand has rested. */
async function then(shown: Region, change: Partial<Region>, wait = 1000): Promise<string> {
  vi.advanceTimersByTime(wait);
  Object.assign(shown, change);
  await shown.updateComplete;
  return textOf(shown);
}

test("is a polite status that says nothing by itself", async () => {
  const shown = await region();
  expect(shown.renderRoot.querySelector("[role=status]")?.getAttribute("aria-live")).toBe("polite");
  expect(textOf(shown)).toBe("");
});

test("speaks each step of the user once, in short or in full", async () => {
  const shown = await region();
  expect(await then(shown, { state: stateOf(explanation, { time: 3.2 }) })).toBe("x plus y: gradient minus 4, final.");
  expect(await then(shown, { full: true, state: stateOf(explanation, { time: 5 }) })).toBe(
    "z: gradient 3, final. Times gate: incoming 1 times the other input x plus y, 3.",
  );
  expect(await then(shown, { state: stateOf(explanation, { time: 6 }) })).toBe(
    "x: gradient minus 4, final. Plus gate passes minus 4 unchanged.",
  );
});

test("while playing it is silent, and then speaks the last step only", async () => {
  const shown = await region();
  expect(await then(shown, { playing: true, state: stateOf(explanation, { time: 4 }) })).toBe("");
  expect(await then(shown, { state: stateOf(explanation, { time: 6 }) })).toBe("");
  expect(await then(shown, { playing: false })).toBe("x: gradient minus 4, final.");
});

test("of quick steps only the first and the last are spoken", async () => {
  const shown = await region();
  expect(await then(shown, { state: stateOf(explanation, { time: 4 }) })).toBe("x plus y: gradient minus 4, final.");
  expect(await then(shown, { state: stateOf(explanation, { time: 5 }) }, 50)).toBe(
    "x plus y: gradient minus 4, final.",
  );
  expect(await then(shown, { state: stateOf(explanation, { time: 6 }) }, 50)).toBe(
    "x plus y: gradient minus 4, final.",
  );
  vi.advanceTimersByTime(300);
  await shown.updateComplete;
  expect(textOf(shown)).toBe("x: gradient minus 4, final.");
});

test("a drag is spoken after 300 ms of rest", async () => {
  const shown = await region();
  const said = message("spoken-nudge-moved", { input: { say: "x" }, moved: { say: 0.1 } });
  expect(await then(shown, { message: said, state: stateOf(explanation, { time: 3, dragged: 0 }) })).toBe("");
  vi.advanceTimersByTime(299);
  await shown.updateComplete;
  expect(textOf(shown)).toBe("");
  vi.advanceTimersByTime(1);
  await shown.updateComplete;
  expect(textOf(shown)).toBe("x moved by 0.1.");
});

test("what is covered is spoken when it changes, and then the question that it brings", async () => {
  const shown = await region();
  const question = message("cover-play");
  expect(await then(shown, { cover: "all", message: question })).toBe("Everything is covered.");
  vi.advanceTimersByTime(300);
  await shown.updateComplete;
  expect(textOf(shown)).toBe("Play, and each covered number is asked for. Or click one to see it.");
  expect(await then(shown, { cover: "off" })).toBe("Nothing is covered.");
});
