/** Chromium, driven by Playwright: without its windows, whose own pages take as long to draw as the one that is tested. */
import { chromium as browserType, type Frame, type JSHandle, type Page } from "@playwright/test";
import { findElement, sought } from "./find.js";
import { probe } from "./probe.js";
import { type Driver, eventually, type Tab, type Target } from "./tab.js";

export const LAUNCH = {
  executablePath: "/usr/bin/chromium-headless-shell",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
};

export async function openChromium(): Promise<Driver> {
  const browser = await browserType.launch(LAUNCH);
  return {
    probes: true,
    newTab: async () => chromiumTab(await browser.newPage({ viewport: { width: 1280, height: 860 } })),
    close: () => browser.close(),
  };
}

/** Writes down what a page complains of; `complaints` reads it, from the page's own frame unless told another. */
export async function addProbe(page: Page): Promise<(frame?: Frame) => Promise<string[]>> {
  const messages: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) messages.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => messages.push(`error: ${error}`));
  await page.addInitScript(probe);
  return async (frame = page.mainFrame()) => [...messages, ...(await frame.evaluate(() => window.complaints))];
}

async function chromiumTab(page: Page): Promise<Tab> {
  let frame: Frame = page.mainFrame();
  const complaints = await addProbe(page);

  async function control(target: Target) {
    return eventually(`${target.role} ${target.name}`, async () => {
      const found: JSHandle<Element | null> = await frame.evaluateHandle(findElement, sought(target));
      return found.asElement();
    });
  }
  return {
    async open(address, framed) {
      await page.goto(address);
      frame = (framed && page.frames()[1]) || page.mainFrame();
    },
    run: (script, argument) => frame.evaluate(script as never, argument as never) as never,
    click: async (target) => (await control(target)).click(),
    focus: async (target) => (await control(target)).focus(),
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
    screenshot: () => page.screenshot(),
    complaints: () => complaints(frame),
    close: () => page.close(),
  };
}
