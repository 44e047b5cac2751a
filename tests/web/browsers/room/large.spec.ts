/** A circuit larger than the window: under a hand that drags, numbers that cannot be seen wait until it rests. */
import type { Page } from "@playwright/test";
import { formatLink } from "../../../../web/src/state/url.js";
import { expect, test } from "../support/room-fixture.js";

interface Written {
  text: string;
  isSeen: boolean;
}

/** Every number of the drawing, and whether it is in the window. */
function numbers(page: Page): Promise<Written[]> {
  return page.getByRole("application").evaluate((drawing) =>
    [...drawing.querySelectorAll("text.value, text.gradient")].map((text) => {
      const { left, right, top, bottom } = text.getBoundingClientRect();
      const isSeen = right > 0 && left < innerWidth && bottom > 0 && top < innerHeight;
      return { text: text.textContent ?? "", isSeen };
    }),
  );
}

test("while x is dragged, and the page scrolled, what is seen is what holds", async ({ room, site }) => {
  const { page } = room;
  const program = Array.from({ length: 50 }, (_, i) => `tanh(x*${i + 2})`).join("+");
  await room.open(await site.address("site", formatLink({ program, at: new Map([["x", 0.01]]), zoom: "gates" })));
  const pill = page.getByRole("application").getByText("x", { exact: true }).first();
  await pill.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await pill.boundingBox()) as NonNullable<
    Awaited<ReturnType<typeof pill.boundingBox>>
  >;
  const [begin, middle] = [x + width / 2, y + height / 2];
  await page.mouse.move(begin, middle);
  await page.mouse.down();
  await page.mouse.move(begin + 24, middle);
  await page.mouse.move(begin + 48, middle);
  const dragged = await numbers(page);
  await page.mouse.wheel(0, -700);
  // the scroll is told with the next frame
  await expect
    .poll(async () => (await numbers(page)).map(({ isSeen }) => isSeen))
    .not.toEqual(dragged.map((n) => n.isSeen));
  await page.evaluate(() => new Promise((shown) => requestAnimationFrame(() => setTimeout(shown))));
  const scrolled = await numbers(page);
  await page.mouse.up();
  const rested = await numbers(page);

  for (const [i, { text }] of rested.entries()) {
    if (dragged[i]?.isSeen) expect(dragged[i].text, `number ${i}, dragged`).toBe(text);
    if (scrolled[i]?.isSeen) expect(scrolled[i].text, `number ${i}, scrolled`).toBe(text);
  }
  const waited = rested.filter(({ text }, i) => dragged[i]?.text !== text);
  expect(waited.length, "numbers that waited").toBeGreaterThan(50);
  const came = scrolled.filter(({ isSeen }, i) => isSeen && !dragged[i]?.isSeen);
  expect(came.length, "numbers that came into sight").toBeGreaterThan(0);
});
