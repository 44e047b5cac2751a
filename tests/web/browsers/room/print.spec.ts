/** On paper: a worksheet whose gradients are empty, and its solution on a page of its own. */
import { expect, test } from "../support/room-fixture.js";

test("the worksheet has every value and no gradient, the solution has both", async ({ room, site }) => {
  await room.open(await site.address("site", "e=(x+y)*z&x=-2&y=5&z=-4"));
  await room.page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await room.page.emulateMedia({ media: "print" });
  const sheet = (name: string) =>
    room.page.locator("section").filter({ has: room.page.getByRole("heading", { name, exact: true }) });
  const [worksheet, solution] = [sheet("Worksheet"), sheet("Solution")];
  for (const page of [worksheet, solution]) {
    await expect(page).toBeVisible();
    await expect(page).toContainText("(x+y)*z");
    for (const value of ["−2", "5", "3", "−12"])
      await expect(page.getByText(value, { exact: true }).first()).toBeVisible();
  }
  await expect(worksheet.getByText("?", { exact: true }).filter({ visible: true })).toHaveCount(0);
  await expect(worksheet.getByRole("application").getByText("−4", { exact: true })).toHaveCount(1);
  await expect(solution.getByRole("application").getByText("−4", { exact: true })).toHaveCount(4);
  await expect(worksheet.getByRole("row").nth(1)).not.toContainText(/\d\s*×\s*\S*\d/);
  await expect(solution.getByRole("row").nth(1)).toContainText("−4");
});

test("the browser prints exactly these two pages", async ({ room, site }) => {
  await room.open(await site.address("site", "e=(x+y)*z&x=-2&y=5&z=-4"));
  const pdf = (await room.page.pdf({ format: "A4" })).toString("latin1");
  expect(pdf.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(2);
  await expect(room.picture).toHaveCount(1);
});
