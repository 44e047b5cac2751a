/** Forward mode by keyboard alone: played, stepped, linked, left. */

import { expect, test } from "../support/room-fixture.js";
import type { Snapshot } from "../support/snapshot.js";
import { stepThrough } from "../support/stepping.js";

const FIRST = "e=(x+y)*z&x=-2&y=5&z=-4";

test("it is found on the Check tab, played to its finding, and left", async ({ room, site }) => {
  const { page } = room;
  await page.emulateMedia({ reducedMotion: "reduce" });
  await room.open(await site.address("site", FIRST));
  await page.getByRole("tab", { name: "Check" }).press("Enter");
  await expect(
    page.getByText("All 3 gradients: backprop 1 pass, 4 multiplications; forward mode 3 passes, 12 multiplications."),
  ).toBeVisible();
  await room.button("Play forward mode").press("Enter");
  await expect(room.drawn("derivative ∂·/∂x")).toBeVisible();
  await room.timeline.press("End");
  await expect(room.sentence).toContainText("∂f/∂x = −4, one pass for one input; backprop got all 3 in one.");
  await expect(room.table.getByRole("columnheader", { name: "Derivative ∂·/∂x" })).toBeAttached();
  await expect(page).toHaveURL(/&along=x$/);

  await room.picture.focus();
  await expect(room.picture.getByRole("img")).toHaveAccessibleName("f: value minus 12, derivative by x minus 4");
  await page.keyboard.press("c");
  await expect(room.sentence).toHaveText("Cover is for backprop: go back to it first.");
  await page.keyboard.press("Escape"); // closes the panel
  await page.keyboard.press("Escape");
  await expect(room.drawn("gradient ∂f/∂·")).toBeVisible();
  await expect(room.picture).toBeFocused();
  await expect(page).not.toHaveURL(/along/);
});

test("the button over the picture leads back too, and leaves the focus there", async ({ room, site }) => {
  await room.open(await site.address("site", `${FIRST}&along=y`));
  await expect(room.drawn("derivative ∂·/∂y")).toBeVisible();
  await room.button("Back to backprop").press("Enter");
  await expect(room.drawn("gradient ∂f/∂·")).toBeVisible();
  await expect(room.picture).toBeFocused();
});

for (const [name, link] of [
  ["numbers", "e=g(t)=t*t;u=g(x)*y;f=u%2Bmax(u,x)&x=1.5&y=-2"],
  ["matrices", "e=W=[[1,-1],[2,0]];x=[3,4];f=sum(tanh(W@x))&along=W[1]"],
] as const) {
  test(`k presses lead to what a fresh load of step k shows: ${name}`, async ({ room, site }) => {
    await room.page.emulateMedia({ reducedMotion: "reduce" });
    const along = link.includes("along") ? link : `${link}&along=x`;
    const fresh = async (step: number): Promise<Snapshot> => {
      await room.open(await site.address("site", `${along}&step=${step}`));
      await expect(room.picture.getByText(/^derivative ∂·/)).toBeVisible();
      return room.snapshot();
    };
    expect(await stepThrough(room, fresh)).toBeGreaterThan(5);
  });
}
