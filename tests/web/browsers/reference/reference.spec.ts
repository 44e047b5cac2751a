/** The Reference room on the built site: found, read, dragged, by keys and by hand, on any screen. */
import type { Page } from "@playwright/test";
import { violationsOn } from "../support/axe.js";
import { expect, test } from "../support/page-fixture.js";
import type { Site } from "../support/site.js";

async function open(page: Page, site: Site, path: string): Promise<void> {
  await page.goto(`${await site.address("site")}reference/${path}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}
const slider = (page: Page) => page.getByRole("slider");
const reading = (page: Page) => page.locator(".reading");

for (const theme of ["light", "dark"]) {
  for (const path of ["", "absolute-value/", "power/", "matrix-product/", "less/", "logarithm/#x=-1"]) {
    test(`${theme}: axe finds nothing on reference/${path}`, async ({ page, site }) => {
      await open(page, site, `${path}${path.includes("#") ? "&" : "#"}theme=${theme}`);
      expect(await violationsOn(page)).toEqual([]);
    });
  }
}

test("from the circuit to a gate and back, each with its own title", async ({ page, site }) => {
  await page.goto(await site.address("site"));
  await page.getByRole("link", { name: "Reference" }).click();
  await expect(page).toHaveTitle("Reference: the rule of every gate. Gradcircuit");
  await page.getByRole("link", { name: "tanh", exact: true }).click();
  await expect(page).toHaveTitle("tanh: its rule and derivative. Gradcircuit");
  await expect(page).toHaveURL(/\/reference\/tanh\/$/);
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Reference");
  await page.goForward();
  await page.getByRole("link", { name: "Open as a circuit" }).click();
  await expect(page.getByRole("textbox", { name: "Program", exact: true })).toHaveValue(/tanh\(x\)/);
});

test("search, the first result, the tangent: all by keys", async ({ page, site }) => {
  await open(page, site, "");
  await page.getByRole("searchbox", { name: "Search gates" }).focus();
  await page.keyboard.type("logistic");
  await expect(page.getByRole("status")).toHaveText(/1 of \d+ gates/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("sigmoid");
  for (let press = 0; press < 10 && !(await slider(page).evaluate(isFocused)); press++)
    await page.keyboard.press("Tab");
  await page.keyboard.press("Home");
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  await expect(slider(page)).toHaveAttribute("aria-valuetext", "x = 3.90: sigmoid(x) = 0.98, slope 0.02");
  await expect(reading(page)).toHaveText("At x = 3.90 the value is 0.98 and the slope is 0.02.");
  await expect(page).toHaveURL(/#x=3\.9$/);
});

function isFocused(element: Element): boolean {
  return (element.getRootNode() as ShadowRoot).activeElement === element;
}

test("the point follows the hand, and the link keeps where it was left", async ({ page, site }) => {
  await open(page, site, "tanh/#x=0");
  await expect(reading(page)).toHaveText("At x = 0 the value is 0 and the slope is 1.");
  const box = await slider(page).locator(".handle").boundingBox();
  if (!box) throw new Error("no handle");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 73, y, { steps: 4 });
  await expect(reading(page)).toHaveText("At x = 1 the value is 0.76 and the slope is 0.42.");
  await page.mouse.up();
  await expect(page).toHaveURL(/\/tanh\/#x=1$/);
  await page.reload();
  await expect(reading(page)).toHaveText("At x = 1 the value is 0.76 and the slope is 0.42.");
});

test("where there is no value it says so, and the point can be taken back", async ({ page, site }) => {
  await open(page, site, "logarithm/#x=-0.2");
  await expect(reading(page)).toHaveText("At x = −0.20 there is no value.");
  await slider(page).press("End");
  await expect(reading(page)).toHaveText("At x = 4 the value is 1.39 and the slope is 0.25.");
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 320, height: 568 }, hasTouch: true, isMobile: true });
  for (const path of ["", "absolute-value/", "leaky-relu/", "cross-entropy-of-logits/", "atan2/"]) {
    test(`reference/${path} does not scroll sideways`, async ({ page, site }) => {
      await open(page, site, path);
      const beyond = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(beyond).toBe(0);
    });
  }
});
