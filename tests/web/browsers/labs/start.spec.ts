/** The lab of starting weights on the built site: guessed, played, scrubbed and shared, by keys and on any screen. */
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { addProbe } from "../support/chromium.js";
import { test as base, expect } from "../support/fixtures.js";
import type { Site } from "../support/site.js";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** No test may leave a complaint behind. */
const test = base.extend({
  page: async ({ page }, use) => {
    const complaints = await addProbe(page);
    await page.emulateMedia({ reducedMotion: "reduce" });
    await use(page);
    expect(await complaints()).toEqual([]);
  },
});

/** With the runs there. */
async function open(page: Page, site: Site, fragment: string): Promise<void> {
  await page.goto(`${await site.address("site")}labs/start/#${fragment}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Starting weights");
  await expect(page.getByText("The runs are being computed …")).toHaveCount(0, { timeout: 30_000 });
}
const pictures = (page: Page) => page.locator("unit-plane svg.plane, layer-bars svg.bars");
/** But for the marks that Lit leaves, which differ from one load to the next. */
const shown = (page: Page) =>
  pictures(page).evaluateAll((found) => found.map(({ outerHTML }) => outerHTML.replace(/<!--.*?-->/g, "")));
const position = (page: Page) => page.getByRole("slider", { name: "Update", exact: true });

const GUESSED = "guesses=zero.one,constant.one,break.two,deep.half,xavier.fades";
for (const theme of ["light", "dark"]) {
  for (const state of [
    "lab=zero",
    `lab=zero&${GUESSED}&update=300`,
    `lab=break&${GUESSED}`,
    `lab=deep&${GUESSED}`,
    "lab=free",
  ]) {
    test(`${theme}: axe finds nothing on ${state.replace(GUESSED, "guessed")}`, async ({ page, site }) => {
      await open(page, site, `${state}&theme=${theme}`);
      for (const summary of await page.getByText("Look closer").all()) await summary.click();
      const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
      expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
    });
  }
}

test("experiment 1 by keys: a guess, the finding, one update back, on to the next", async ({ page, site }) => {
  await open(page, site, "lab=zero");
  await expect(page.getByRole("button", { name: "Play" })).toBeDisabled();
  await expect(page.locator("unit-plane .words")).toHaveText([
    "4 units in one, at (0, 0)",
    "4 units in one, at (0, 0)",
  ]);
  await page.getByRole("button", { name: "Nothing has moved: every gradient is 0" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.locator(".found")).toContainText("After 300 updates all 4 sigmoid units are still one");
  await expect(page.locator(".verdict")).toContainText("The hidden weights do have the gradient 0");
  await expect(page.getByRole("button", { name: "Play" })).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(position(page)).toHaveAttribute("aria-valuetext", "update 299 of 300");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Home");
  await expect(position(page)).toHaveAttribute("aria-valuetext", "update 0 of 300");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(page.locator("unit-plane .words").first()).not.toContainText("(0, 0)");
  await expect(page).toHaveURL(/lab=zero&guesses=zero\.nothing&update=2/);
  await page.getByRole("button", { name: "Next: Constant" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 2 })).toHaveText("Constant");
  await expect(page.getByRole("button", { name: "2 Constant" })).toBeFocused();
});

test("playing moves through the updates, and a pause keeps the one that is shown", async ({ page, site }) => {
  await open(page, site, `lab=constant&${GUESSED}&update=0`);
  await page.getByRole("button", { name: "Play" }).click();
  await expect(position(page)).toHaveAttribute("aria-valuetext", "update 2 of 600");
  await page.getByRole("button", { name: "Pause" }).click();
  const paused = await shown(page);
  await page.waitForTimeout(1200);
  expect(await shown(page)).toEqual(paused);
});

test("scrubbing back, opening a link there and loading it again give the same picture", async ({ page, site }) => {
  await open(page, site, `lab=constant&${GUESSED}&update=600`);
  await position(page).fill("40");
  await expect(page).toHaveURL(/update=40$/);
  const scrubbed = await shown(page);
  await page.reload();
  await expect(page.locator("unit-plane")).toHaveCount(2);
  await expect.poll(() => shown(page)).toEqual(scrubbed);
  await page.goto("about:blank");
  await open(page, site, `lab=constant&${GUESSED}&update=40`);
  expect(await shown(page)).toEqual(scrubbed);
});

test("the student's own weight is changed, what is no number is named at its field", async ({ page, site }) => {
  await open(page, site, `lab=break&${GUESSED}`);
  const by = page.getByRole("textbox", { name: "Change by" });
  await by.fill("lots");
  await by.press("Enter");
  await expect(page.locator(".wrong")).toHaveText("A number from −0.5 to 0.5, not 0.");
  await expect(by).toHaveValue("lots");
  await by.fill("-0.2");
  await by.press("Enter");
  await page.getByRole("combobox", { name: "Unit", exact: true }).selectOption("3");
  await expect(page.locator(".found")).toContainText(
    "Changing one weight of unit 3 by −0.20 made 2 different units of 4",
  );
  await expect(page).toHaveURL(/unit=3&by=-0\.2/);
});

test("20 layers: bars on one axis, the factor as a power, the end of what is not finite", async ({ page, site }) => {
  await open(page, site, "lab=deep");
  await expect(page.locator("layer-bars")).toHaveCount(0);
  await page.getByRole("button", { name: "About half" }).click();
  await expect(page.locator(".factor")).toHaveText(["×0.5 a layer: 0.5⁹ ≈ 0.002", "×1.5 a layer: 1.5⁹ ≈ 38.4"]);
  await expect(page.locator(".ended")).toHaveText("This run ended at update 2: a number is no longer finite.");
});

test("the free lab: schemes side by side, bands over seeds, a bad width named", async ({ page, site }) => {
  test.slow();
  await open(page, site, "lab=free&schemes=zero,he_normal&seeds=5");
  await expect(page.locator("decision-region")).toHaveCount(2);
  await expect(page.locator("line-chart .band")).toHaveCount(2);
  await page.getByRole("checkbox", { name: /^Xavier/ }).check();
  await expect(page.locator("decision-region")).toHaveCount(3);
  const widths = page.getByRole("textbox", { name: "Hidden layers" });
  await widths.fill("6-400");
  await widths.press("Enter");
  await expect(page.locator(".wrong")).toHaveText("Up to 20 hidden layers of 1 to 32 units, such as 6-3.");
  await widths.fill("4");
  await widths.press("Enter");
  await expect(page).toHaveURL(/layers=4&schemes=zero,xavier_normal,he_normal&seeds=5/);
});

for (const state of ["lab=zero", `lab=break&${GUESSED}&update=600`, `lab=xavier&${GUESSED}`, "lab=free"]) {
  test(`320 px: no sideways scrolling on ${state.replace(GUESSED, "guessed")}`, async ({ page, site }) => {
    await page.setViewportSize({ width: 320, height: 568 });
    await open(page, site, state);
    for (const summary of await page.getByText("Look closer").all()) await summary.click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
}
