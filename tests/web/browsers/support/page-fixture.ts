/** `test` with a page of the built site, in Chromium. No test may leave a complaint behind. */
import { addProbe } from "./chromium.js";
import { test as base, expect } from "./fixtures.js";

export const test = base.extend({
  page: async ({ page }, use) => {
    const complaints = await addProbe(page);
    await use(page);
    expect(await complaints()).toEqual([]);
  },
});

export { expect };
