/** Playwright's `test` with the built pages served, and the project's browser to visit them with. A browser that is missing fails its tests. */
import { test as base } from "@playwright/test";
import { openChromium } from "./chromium.js";
import { openFirefox } from "./firefox.js";
import { openSite, type Place, type Site } from "./site.js";
import type { Driver, Tab } from "./tab.js";
import type { Variant } from "./variant.js";
import { openWebKit } from "./webkit.js";

const OPEN = { chromium: openChromium, firefox: openFirefox, webkit: openWebKit };
export type Engine = keyof typeof OPEN;

interface PerTest {
  /** Opens the circuit of a link, or another page, in the project's browser; the picture is kept when the test fails. */
  visit(place: Place, link?: string, variant?: Variant, page?: string): Promise<Tab>;
}
interface PerWorker {
  engine: Engine;
  driver: Driver;
  site: Site;
}

export const test = base.extend<PerTest, PerWorker>({
  engine: ["chromium", { option: true, scope: "worker" }],
  driver: [
    async ({ engine }, use) => {
      const driver = await OPEN[engine]();
      await use(driver);
      await driver.close();
    },
    { scope: "worker" },
  ],
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's dependencies from its pattern
    async ({}, use) => {
      const site = await openSite(process.env.GRADCIRCUIT_DIST ?? "dist");
      await use(site);
      await site.close();
    },
    { scope: "worker" },
  ],
  visit: async ({ driver, site }, use, information) => {
    const tab = await driver.newTab();
    await use(async (place, link, variant, page) => {
      const address = await site.address(place, link, { ...variant, probe: !driver.probes }, page);
      await tab.open(address, place === "embed");
      return tab;
    });
    if (information.status !== information.expectedStatus) {
      const picture = await tab.screenshot().catch(() => null);
      if (picture) await information.attach("screenshot", { body: picture, contentType: "image/png" });
    }
    await tab.close();
  },
});

export { expect } from "@playwright/test";
