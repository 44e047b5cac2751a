/** The whole site in one file, opened by double-click: every room is in it, and its paths are fragments. */
import { expect, test } from "../support/page-fixture.js";

/** The engine may take a while on a busy machine. */
const PATIENT = { timeout: 30_000 };

test("from room to room and back, each with its own title and state", async ({ page, site }) => {
  await page.goto(await site.address("file", "e=x*y&x=3&y=-2"));
  await expect(page.getByRole("application", { name: /^Circuit/ })).toBeVisible(PATIENT);
  const rooms = page.getByRole("navigation", { name: "Rooms" });
  await rooms.getByRole("link", { name: "Labs" }).click();
  await expect(page).toHaveTitle("Labs: networks that learn. Gradcircuit");
  await page.getByRole("link", { name: /^Walking downhill/ }).click();
  await expect(page).toHaveTitle("Walking downhill: how far should a step go? Gradcircuit");
  await page.getByRole("button", { name: "The race" }).click();
  await expect(page).toHaveURL(/gradcircuit\.html#\/labs\/descent\/\?part=race$/);
  await page.reload();
  await expect(page.getByRole("heading", { level: 2 })).toHaveText("The race", PATIENT);
  await rooms.getByRole("link", { name: "Reference" }).click();
  await page.getByRole("link", { name: "tanh", exact: true }).click();
  await expect(page).toHaveTitle(/^tanh/);
  await expect(page).toHaveURL(/#\/reference\/tanh\/$/);
  await page.getByRole("link", { name: "Open as a circuit" }).click();
  await expect(page.getByRole("application", { name: /^Circuit/ })).toBeVisible(PATIENT);
  await page.goBack();
  await expect(page).toHaveTitle(/^tanh/);
  await page.goBack();
  await page.goBack();
  await expect(page.getByRole("heading", { level: 2 })).toHaveText("The race");
  await expect(page.getByRole("application", { name: /^Circuit/ })).toHaveCount(0);
});

test("a lab is shared by its link, since one file has no embed beside it", async ({ page, site }) => {
  await page.goto(await site.address("file", "/labs/start/?lab=constant&theme=dark"));
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText("Constant", PATIENT);
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.getByRole("button", { name: "Share" }).click();
  await expect(page.getByRole("textbox", { name: "Link to what you see" })).toHaveValue(
    /^file:.*gradcircuit\.html#\/labs\/start\/\?lab=constant$/,
  );
  await expect(page.getByRole("textbox", { name: "To put it on your page" })).toHaveCount(0);
});
