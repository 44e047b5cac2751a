/** 320 × 568: nothing scrolls sideways, the buttons stay in reach, a pill can be dragged with a finger. */
import type { Page } from "@playwright/test";
import { expect, test } from "../support/room-fixture.js";

test.use({ viewport: { width: 320, height: 568 }, hasTouch: true, isMobile: true });

const LINKS = {
  "the start": "",
  "a step": "e=(x+y)*z&x=-2&y=5&z=-4&step=4",
  "a neuron with matrices": "e=w=[2,-3];b=-3;x=[-1,-2];z=w.T@x%2Bb;f=sigmoid(z)&step=6",
  "a long program": "e=1/(1%2Bexp(-(w0*x0%2Bw1*x1%2Bw2%2Bsomething_with_a_long_name*another_one_of_them)))",
  "an error": "e=5x%2B3",
  "everything covered": "e=(x+y)*z&x=-2&y=5&z=-4&cover=all&step=0",
};

function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

for (const [name, link] of Object.entries(LINKS)) {
  test(`${name}: no sideways scrolling`, async ({ room, site }) => {
    await room.page.goto(await site.address("site", link));
    await expect(room.program).toBeVisible();
    await expect(room.button("Next step")).toBeInViewport();
    expect(await overflow(room.page)).toBe(0);
  });
}

test("no sideways scrolling with the panel or a menu open", async ({ room, site }) => {
  await room.open(await site.address("site", LINKS["a neuron with matrices"]));
  for (const name of ["Share", "More", "Settings", "Help", "Examples"]) {
    await room.button(name).click();
    expect(await overflow(room.page), name).toBe(0);
    await room.page.keyboard.press("Escape");
  }
  for (const name of ["Why", "Code", "Check"]) {
    await room.page.getByRole("tab", { name }).click();
    expect(await overflow(room.page), name).toBe(0);
    await room.page.getByRole("button", { name: "Close" }).click();
  }
});

test("the picture, the sentence and the buttons fit on one screen", async ({ room, site }) => {
  await room.open(await site.address("site", LINKS["a step"]));
  for (const part of [room.program, room.picture, room.sentence, room.button("Play"), room.button("Step back")]) {
    await expect(part).toBeInViewport({ ratio: 0.99 });
  }
});
