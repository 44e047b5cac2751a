/** Firefox, driven by puppeteer over WebDriver BiDi. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer, { type Browser, type ElementHandle, type Frame, type KeyInput } from "puppeteer-core";
import { findElement, sought } from "./find.js";
import { probe } from "./probe.js";
import { type Driver, eventually, type Tab, type Target } from "./tab.js";

export async function openFirefox(): Promise<Driver> {
  const home = await mkdtemp(join(tmpdir(), "gradcircuit-firefox-"));
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: "/usr/bin/firefox-esr",
    headless: true,
    env: { ...process.env, HOME: home },
    defaultViewport: { width: 1280, height: 860 },
  });
  return {
    probes: true,
    newTab: () => firefoxTab(browser),
    async close() {
      await browser.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}

async function firefoxTab(browser: Browser): Promise<Tab> {
  const page = await browser.newPage();
  let frame: Frame = page.mainFrame();
  const messages: string[] = [];
  page.on("console", (message) => {
    if (["error", "warn"].includes(message.type())) messages.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => messages.push(`error: ${error}`));
  await page.evaluateOnNewDocument(probe);

  async function control(target: Target): Promise<ElementHandle> {
    return eventually(`${target.role} ${target.name}`, async () => {
      const found = await frame.evaluateHandle(findElement, sought(target));
      return found.asElement() as ElementHandle | null;
    });
  }
  return {
    async open(address, framed) {
      await page.goto(address);
      frame = framed ? await eventually("the frame", async () => page.frames()[1] ?? null) : page.mainFrame();
    },
    run: (script, argument) => frame.evaluate(script as never, argument as never) as never,
    click: async (target) => (await control(target)).click(),
    focus: async (target) => (await control(target)).evaluate((element) => (element as HTMLElement).focus()),
    async press(key) {
      const [last, ...held] = key.split("+").reverse() as [KeyInput, ...KeyInput[]];
      for (const modifier of held) await page.keyboard.down(modifier);
      await page.keyboard.press(last);
      for (const modifier of held) await page.keyboard.up(modifier);
    },
    type: (text) => page.keyboard.type(text),
    screenshot: async () => Buffer.from(await page.screenshot()),
    complaints: async () => [...messages, ...(await frame.evaluate(() => window.complaints))],
    close: () => page.close(),
  };
}
