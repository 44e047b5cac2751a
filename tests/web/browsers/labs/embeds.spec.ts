/** The labs in a course page's frame: quiet, accessible, on any screen, and shared from the lab's own page. */
import type { Page } from "@playwright/test";
import { violationsOn } from "../support/axe.js";
import { LABS } from "../support/labs.js";
import { expect, test } from "../support/page-fixture.js";

test.use({ contextOptions: { reducedMotion: "reduce" } });

const framed = (page: Page) => page.frameLocator("iframe");
/** The engine may take a while on a busy machine. */
const PATIENT = { timeout: 30_000 };

for (const lab of LABS) {
  for (const theme of ["light", "dark"]) {
    test(`${theme}: axe finds nothing in the frame of ${lab}`, async ({ page, site }) => {
      await page.goto(await site.address("embed", `theme=${theme}`, {}, `embed/${lab}.html`));
      await expect(framed(page).getByRole("heading", { level: 2 }).first()).toBeVisible(PATIENT);
      expect(await violationsOn(page, "iframe")).toEqual([]);
      const scheme = framed(page).locator("html");
      expect(await scheme.evaluate((root) => getComputedStyle(root).colorScheme)).toBe(theme);
    });
  }

  test(`${lab} fetches nothing but itself, and has no header of the site`, async ({ page, site }) => {
    const requests: string[] = [];
    page.on("request", (request) => requests.push(new URL(request.url()).pathname));
    await page.goto(await site.address("embed", "", {}, `embed/${lab}.html`));
    await expect(framed(page).getByRole("heading", { level: 2 }).first()).toBeVisible(PATIENT);
    expect(requests).toEqual(["/", expect.stringContaining(`/embed/${lab}.html`)]);
    await expect(framed(page).getByRole("navigation", { name: "Rooms" })).toHaveCount(0);
    await expect(framed(page).getByRole("button", { name: "Settings" })).toHaveCount(0);
  });

  test(`${lab} in a frame of 320 pixels does not scroll sideways`, async ({ page, site }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    const address = await site.address("embed", "", {}, `embed/${lab}.html`);
    await page.goto(new URL(address).searchParams.get("frame") ?? "");
    await expect(page.getByRole("heading", { level: 2 }).first()).toBeVisible(PATIENT);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
}

test("says how high it is: a frame made as high does not scroll", async ({ page, site }) => {
  await page.addInitScript(() => {
    if (parent !== window) return;
    addEventListener("message", ({ data, source }) => {
      const frame = [...document.querySelectorAll("iframe")].find(({ contentWindow }) => contentWindow === source);
      if (frame && data?.subject === "lti.frameResize") frame.style.height = `${data.height}px`;
    });
  });
  await page.goto(await site.address("embed", "part=race", {}, "embed/descent.html"));
  await expect(framed(page).getByRole("heading", { level: 2 })).toHaveText("The race", PATIENT);
  const room = framed(page).locator("html");
  await expect.poll(() => room.evaluate((root) => root.scrollHeight - root.clientHeight)).toBeLessThanOrEqual(1);
  const height = () => page.locator("iframe").evaluate((frame) => frame.clientHeight);
  expect(await height()).toBeGreaterThan(300);
  const before = await height();
  await page.setViewportSize({ width: 500, height: 900 });
  await expect.poll(height).not.toBe(before);
  await expect.poll(() => room.evaluate((root) => root.scrollHeight - root.clientHeight)).toBeLessThanOrEqual(1);
});

test("the lab's page has a snippet, whose frame shows the lab as it stood and leads back", async ({ page, site }) => {
  await page.goto(`${await site.address("site")}labs/descent/#hill=square&rate=0.5&updates=1`);
  await page.getByRole("button", { name: "Share" }).click();
  const snippet = await page.getByRole("textbox", { name: "To put it on your page" }).inputValue();
  expect(snippet).toMatch(
    /^<iframe src="http[^"]*\/embed\/descent\.html#part=fog&amp;hill=square&amp;[^"]*" title="Walking downhill" width="100%" height="760" sandbox="allow-scripts"><\/iframe>$/,
  );
  const source = /src="([^"]*)"/.exec(snippet)?.[1]?.replaceAll("&amp;", "&") ?? "";
  const course = new URL(await site.address("embed"));
  course.searchParams.set("frame", source);
  await page.goto(course.href);
  await expect(framed(page).getByRole("status").first()).toContainText("w − η × g = 1 − 0.50 × 2 = 0", PATIENT);
  await framed(page).getByRole("button", { name: "Share" }).click();
  await expect(framed(page).getByRole("textbox", { name: "Link to what you see" })).toHaveValue(
    /\/labs\/descent\/#part=fog&hill=square&start=1&rate=0\.5&updates=1$/,
  );
});

test("reads its state from the query where a course system drops fragments", async ({ page, site }) => {
  await page.goto(`${await site.address("site")}embed/descent.html?part=race&theme=dark`);
  await expect(page.getByRole("heading", { level: 2 })).toHaveText("The race", PATIENT);
  await expect(page).toHaveTitle("Walking downhill: how far should a step go? Gradcircuit");
});

test("another fragment of the frame is another state", async ({ page, site }) => {
  await page.goto(await site.address("embed", "part=race", {}, "embed/descent.html"));
  await expect(framed(page).getByRole("heading", { level: 2 })).toHaveText("The race", PATIENT);
  await page.locator("iframe").evaluate((frame: HTMLIFrameElement) => {
    frame.src = frame.src.replace(/#.*/, "#part=map&theme=dark");
  });
  await expect(framed(page).getByRole("heading", { level: 2 })).toHaveText("On a map");
  await expect(framed(page).locator("html")).toHaveAttribute("data-theme", "dark");
});

test("a frame that may not save files has the run's JSON to be selected", async ({ page, site }) => {
  await page.goto(await site.address("embed", "", {}, "embed/network.html"));
  await framed(page).getByText("Code, export and link").click(PATIENT);
  const json = framed(page).getByRole("textbox", { name: "The run as JSON" });
  const { request, state } = JSON.parse(await json.inputValue(PATIENT));
  expect(request.layers).toEqual(state.layers.map(({ W }: { W: number[][] }) => W[0]?.length).concat(1));
  await expect(framed(page).getByRole("button", { name: "Download JSON" })).toHaveCount(0);
});
