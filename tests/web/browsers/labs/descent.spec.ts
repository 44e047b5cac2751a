/** Walking downhill on the built site: through the fog by keys, by hand, on a phone, and back by its link. */
import type { Page } from "@playwright/test";
import { violationsOn } from "../support/axe.js";
import { expect, test } from "../support/page-fixture.js";
import type { Site } from "../support/site.js";

/** The engine may take a while on a busy machine. */
async function loaded(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 2 })).toBeVisible({ timeout: 30_000 });
}
async function open(page: Page, site: Site, fragment = ""): Promise<void> {
  await page.goto(`${await site.address("site")}labs/descent/#${fragment}`);
  await loaded(page);
}
const pointer = (page: Page) => page.getByRole("slider", { name: "Where does the update land?" });
const said = (page: Page) => page.getByRole("status").first();

const MOMENTS: [name: string, fragment: string, press: string[]][] = [
  ["in fog", "", []],
  ["the fog lifted", "hill=valleys&rate=0.2&updates=7", []],
  ["rates tried and told", "part=rate&bowl=square&tried=0.5,0.9,1,1.1&told=yes", []],
  ["the map before a bet", "part=map", []],
  ["the map after it", "part=map&f=beale", ["momentum"]],
  ["the race", "part=race", ["8 points (mini-batch)"]],
  ["three neurons", "part=sign", ["1.18", "It falls", "Towards 0, without an end"]],
];

for (const theme of ["light", "dark"]) {
  for (const [name, fragment, press] of MOMENTS) {
    test(`${theme}: axe finds nothing: ${name}`, async ({ page, site }) => {
      await open(page, site, `${fragment}&theme=${theme}`);
      for (const button of press) await page.getByRole("button", { name: button }).click();
      expect(await violationsOn(page)).toEqual([]);
    });
  }
}

test("through the fog by keys alone", async ({ page, site }) => {
  await open(page, site);
  await expect(page).toHaveTitle("Walking downhill: how far should a step go? Gradcircuit");
  for (let press = 0; press < 30 && !(await pointer(page).evaluate(isFocused)); press++)
    await page.keyboard.press("Tab");
  for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  await expect(said(page)).toContainText("w − η × g = 0 − 0.10 × (−3) = 0.30");
  await expect(said(page)).toContainText("You landed at −0.30, uphill: the minus was forgotten.");
  await expect(page.getByText("2 more guesses, and the fog lifts.")).toBeVisible();
  for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(said(page)).toContainText("Yes. The update lands at 0.57");
  for (let i = 0; i < 2; i++) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(page.getByText("The fog has lifted: this is the hill.")).toBeVisible();
  await expect(page.getByText("f(w) = (w - 3)^2 / 2")).toBeVisible();
  await page.getByRole("button", { name: "Ten updates" }).press("Enter");
  await expect(page.getByText("After 13 updates")).toBeVisible();
});

for (const [name, fragment, press] of MOMENTS.filter(([name]) => !name.startsWith("the map before"))) {
  test(`who starts ${name} again by keyboard does not lose the place`, async ({ page, site }) => {
    await open(page, site, fragment === "" ? "updates=1" : fragment);
    for (const button of press) await page.getByRole("button", { name: button }).click();
    const button = page.getByRole("button", { name: "Start again" });
    await button.press("Enter");
    // three neurons are started again wherever one is
    await expect(name === "three neurons" ? button : page.getByRole("heading", { level: 2 })).toBeFocused();
  });
}

function isFocused(element: Element): boolean {
  return (element.getRootNode() as ShadowRoot).activeElement === element;
}

test("a click lands, and the link keeps where w is", async ({ page, site }) => {
  await open(page, site, "hill=square&rate=0.5");
  const box = await page.locator("fog-hill svg").boundingBox();
  if (!box) throw new Error("no hill");
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await expect(said(page)).toContainText("w − η × g = 1 − 0.50 × 2 = 0");
  await expect(said(page)).toContainText("Yes. The update lands at 0");
  await expect(said(page)).toContainText("The slope is 0: no update moves w any more.");
  await expect(page).toHaveURL(/#part=fog&hill=square&start=1&rate=0.5&updates=1$/);
  await page.reload();
  await loaded(page);
  await expect(said(page)).toContainText("The slope is 0: no update moves w any more.");
});

test("the largest rate is found by trying, and told afterwards", async ({ page, site }) => {
  await open(page, site, "part=rate");
  const why = page.getByRole("button", { name: "Why there? Show 2 / λ" });
  await expect(why).toBeDisabled();
  const typed = page.getByRole("textbox", { name: "η" });
  for (const rate of ["NaN", "Infinity", "-1"]) {
    await typed.fill(rate);
    await typed.press("Enter");
    await expect(typed).toHaveAccessibleDescription(
      "A learning rate is a number above 0 and at most 1000, such as 0.1.",
    );
    await expect(typed).toHaveValue(rate);
  }
  for (const [rate, outcome] of [
    ["1.9", "arrived in 44 updates, swinging from side to side"],
    ["2", "oscillates between two places, for ever"],
    ["2.1", "diverged: after 25 updates it is lost"],
  ] as const) {
    await typed.fill(rate);
    await typed.press("Enter");
    await page.getByRole("button", { name: "Try it" }).click();
    await expect(said(page)).toContainText(`η = ${rate}: ${outcome}`);
  }
  await expect(said(page)).toContainText("So the largest η lies between 1.9 and 2.");
  await why.click();
  await expect(page.getByText("η < 2 / λ = 2")).toBeVisible();
  await expect(page).toHaveURL(/told=yes$/);
  await page.reload();
  await loaded(page);
  await expect(page.getByText("η < 2 / λ = 2")).toBeVisible();
  await expect(page.getByRole("row")).toHaveCount(4);
});

test("who wins the race depends on what is counted", async ({ page, site }) => {
  await open(page, site, "part=race");
  await expect(page.locator("line-chart")).toHaveCount(0);
  await page.getByRole("button", { name: "8 points (mini-batch)" }).click();
  await expect(said(page)).toContainText(
    "Counted in updates, mini-batch of 8 wins: it needs 23. The others: all 64: 25; one point: 41.",
  );
  await page.getByRole("button", { name: "gradients" }).click();
  await expect(said(page)).toContainText(
    "Counted in gradients, one point wins: it needs 41. The others: all 64: 1600; mini-batch of 8: 184.",
  );
});

test("the start is moved over the map by keys, and all ways follow", async ({ page, site }) => {
  await open(page, site, "part=map");
  await expect(page.locator("descent-map .track")).toHaveCount(0);
  await page.getByRole("button", { name: "Adam" }).click();
  await expect(page.locator("descent-map .track:not(.under)")).toHaveCount(3);
  const before = await page.locator("descent-map .track.s2").getAttribute("d");
  await page.locator("descent-map").getByRole("slider").press("ArrowRight");
  await expect(page.locator("descent-map .track.s2")).not.toHaveAttribute("d", before ?? "");
  await expect(page).toHaveURL(/x=-3\.8/);
});

test("320 pixels are enough", async ({ page, site }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const [, fragment, press] of MOMENTS) {
    await open(page, site, fragment);
    for (const button of press) await page.getByRole("button", { name: button }).click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  }
});

test("the race from another place and at another rate: all of it follows, and the link says so", async ({
  page,
  site,
}) => {
  await open(page, site, "part=race");
  await page.getByRole("button", { name: "1 point (stochastic)" }).click();
  await expect(page.locator(".keys li").first()).toHaveText("all 64: at (1.97, −0.95) after 30 updates.");
  await expect(page.locator(".keys li").last()).toHaveText(
    "one point: at (2.00, −0.98) after 1920 updates. The first 319 are drawn.",
  );
  const rate = page.getByRole("textbox", { name: "η" });
  await rate.fill("1000");
  await rate.press("Enter");
  await expect(page.getByText("At η = 1000 none of the three gets below 0.02 in 30 epochs.")).toBeVisible();
  await expect(page.locator(".keys li").last()).toContainText("there is no number any more");
  await rate.fill("0.05");
  await rate.press("Enter");
  const start = page.getByRole("slider", { name: "w1 and w2" });
  await start.focus();
  await page.keyboard.press("ArrowRight");
  await expect(start).toHaveAttribute("aria-valuetext", /^w1 = 0\.10, w2 = 0: Loss = /);
  await expect(page).toHaveURL(/part=race&x=0\.1$/);
});
