/** A bug is planted, looked for and found, by keyboard alone; and nothing about it is out of reach, in either theme. */
import { violationsOn } from "../support/axe.js";
import { expect, test } from "../support/room-fixture.js";

const STAGED = "e=g=x%2By;h=g*z;f=h%2Bx&x=-2&y=5&z=-4";
const BANNER = "A bug is planted: these gradients are wrong on purpose.";

test("a bug is chosen from the list, found gate by gate, and removed", async ({ room, site }) => {
  await room.open(await site.address("site", STAGED));
  const { page } = room;
  await page.getByRole("tab", { name: "Check" }).press("Enter");
  await page.getByText("Choose the bug yourself").press("Enter");
  await page.getByRole("button", { name: "hands each side its own value instead of the other's" }).press("Enter");
  await expect(page.getByText(BANNER)).toBeVisible();
  await expect(page.locator("check-panel").getByRole("row", { name: /^Show how the check of x/ })).toContainText("✗");
  await page.getByRole("button", { name: "Find it" }).press("Enter");
  await page.getByRole("button", { name: "Next gate" }).press("Enter");
  await page.getByRole("button", { name: "Next gate" }).press("Enter");
  await expect(page.getByText("Found: h = g × z hands each side its own value instead of the other's.")).toBeVisible();
  await page.getByRole("button", { name: "Remove" }).press("Enter");
  await expect(page.getByText(BANNER)).toHaveCount(0);
  await expect(page.locator("check-panel").getByRole("row", { name: /^Show how the check of x/ })).toContainText("✓");
});

test("a surprise is kept, and the gate that is chosen is the suspect", async ({ room, site }) => {
  await room.open(await site.address("site", `${STAGED}&bug=own_factor.4.secret`));
  const { page } = room;
  await expect(page.getByText(BANNER)).toBeVisible();
  await expect(page.getByText("its own value")).toHaveCount(0);
  await page.getByRole("tab", { name: "Check" }).press("Enter");
  await page.getByRole("button", { name: "I suspect a gate" }).press("Enter");
  await expect(page.getByText("Choose a gate in the picture.")).toBeVisible();
  await page.getByRole("button", { name: "Run to the end" }).press("Enter");
  await expect(page.getByText(/^Found: h = g × z/)).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing while a bug is planted and found, ${colorScheme}`, async ({ room, site }) => {
    const { page } = room;
    await page.emulateMedia({ colorScheme });
    await room.open(await site.address("site", STAGED));
    await page.getByRole("tab", { name: "Check" }).click();
    await page.getByText("Choose the bug yourself").click();
    await page.getByRole("button", { name: "hands each side its own value instead of the other's" }).click();
    await page.getByRole("button", { name: "Run to the end" }).click();
    await expect(page.getByText(/^Found: h = g × z/)).toBeVisible();
    expect(await violationsOn(page)).toEqual([]);
  });
}
