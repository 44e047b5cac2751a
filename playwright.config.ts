import { defineConfig } from "@playwright/test";
import { LAUNCH } from "./tests/web/browsers/support/chromium.js";
import type { Engine } from "./tests/web/browsers/support/fixtures.js";

/**
 * The built pages in three browsers. What has to hold in all of them is in `everywhere/`; the rest needs one, Chromium.
 * Each project brings its own driver (support/), since Playwright's own Firefox and WebKit are not the ones people use.
 */
export default defineConfig<object, { engine: Engine }>({
  testDir: "tests/web/browsers",
  outputDir: "build/browsers",
  timeout: 60_000,
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  reporter: [["list"]],
  updateSnapshots: process.env.UPDATE_GOLDEN ? "changed" : "none",
  snapshotPathTemplate: "tests/web/gallery/pictures/{arg}{ext}",
  projects: [
    { name: "chromium", use: { engine: "chromium", viewport: { width: 1280, height: 860 }, launchOptions: LAUNCH } },
    { name: "firefox", testMatch: "everywhere/**", use: { engine: "firefox" } },
    { name: "webkit", testMatch: "everywhere/**", use: { engine: "webkit" } },
  ],
});
