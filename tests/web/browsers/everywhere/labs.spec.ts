/** The labs, wherever they are met and in every browser: a network learns, a step lands, in a frame that may do nothing, too. */
import { expect, test } from "../support/fixtures.js";
import { LABS, type LabName } from "../support/labs.js";
import type { Place } from "../support/site.js";
import type { Tab } from "../support/tab.js";
import { text } from "../support/text.js";

/** Where a lab is met, which page of dist shows it there, and by which link. */
const PLACES: [what: string, place: Place, page: (lab: string) => string, link?: (lab: string) => string][] = [
  ["its page", "site", (lab) => `labs/${lab}/`],
  ["the whole site in one file", "file", () => "gradcircuit.html", (lab) => `/labs/${lab}/`],
  ["its own file, opened by double-click", "file", (lab) => `embed/${lab}.html`],
  ["a course page's sandboxed frame", "embed", (lab) => `embed/${lab}.html`],
];

/** What is done with each, and what it then says. */
const TRIED: Record<LabName, (tab: Tab) => Promise<void>> = {
  /** One update: forward, the loss, a guess, backward, every weight at once. */
  async network(tab) {
    const next = { role: "button", name: /^Next/ };
    await text(tab, "What is one training update?");
    for (const said of ["Layer 1: Z1 = W1 X + b1, then A1 = tanh(Z1).", "Layer 2:", "L = mse = "]) {
      await tab.click(next);
      await text(tab, said);
    }
    await tab.click({ role: "button", name: "Positive: more of this weight, more loss" });
    await text(tab, "∂L/∂W2[0][0] is ");
    for (let stage = 0; stage < 2; stage++) await tab.click(next);
    await text(tab, "All weights and biases move at once: w − η · gradient. W2[0][0]: ");
  },
  /** 300 updates of two networks, with the numbers of every other machine. */
  async start(tab) {
    await text(tab, "Why not start at zero?");
    await tab.click({ role: "button", name: "Nothing has moved: every gradient is 0" });
    await text(tab, "After 300 updates all 4 sigmoid units are still one");
    await text(tab, "The hidden weights do have the gradient 0");
  },
  async descent(tab) {
    await text(tab, "How far should a step go?");
    await tab.focus({ role: "slider", name: "Where does the update land?" });
    for (const key of ["ArrowLeft", "ArrowLeft", "ArrowLeft", "Enter"]) await tab.press(key);
    await text(tab, "w − η × g = 0 − 0.10 × (−3) = 0.30");
    await text(tab, "You landed at −0.30, uphill: the minus was forgotten.");
  },
};

for (const lab of LABS) {
  for (const [what, place, page, link] of PLACES) {
    test(`${lab} works in ${what}, and nothing complains`, async ({ visit }) => {
      const tab = await visit(place, link?.(lab), {}, page(lab));
      await TRIED[lab](tab);
      expect(await tab.complaints()).toEqual([]);
    });
  }
}
