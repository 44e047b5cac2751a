/** The gradient check at every step width, by keyboard alone. */
import { expect, test } from "../support/room-fixture.js";

test("a row is chosen, its V is read point by point, and a corner is named", async ({ room, site }) => {
  await room.open(await site.address("site", "e=sin(x)%2Brelu(b)&x=1&b=0"));
  const { page } = room;
  await page.getByRole("tab", { name: "Check" }).press("Enter");
  const plot = page.getByRole("slider", { name: "Error of the measured slope of x" });
  await expect(plot).toHaveAttribute("aria-valuetext", /^Best: h = /);
  await plot.press("Home");
  await expect(plot).toHaveAttribute("aria-valuetext", /^h = 1×10⁻¹³/);
  await plot.press("ArrowRight");
  await expect(plot).toHaveAttribute("aria-valuetext", /^h = 3×10⁻¹³/);
  await page.getByRole("button", { name: "check of b" }).press("Enter");
  await expect(
    page.getByText("relu(b) has a corner here: from the left 0, from the right 1. The circuit uses 0."),
  ).toBeVisible();
});
