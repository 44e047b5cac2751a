/** Covered numbers: typed and checked, shown by Enter, revealed by a click, kept in the link. */
import { expect, test } from "../support/room-fixture.js";

const COVERED = "e=(x+y)*z&x=-2&y=5&z=-4&cover=all";

test("every number is asked for in turn, and a right answer goes on", async ({ room, site }) => {
  await room.page.emulateMedia({ reducedMotion: "reduce" });
  await room.open(await site.address("site", `${COVERED}&step=0`));
  await expect(room.value("f")).toHaveCount(0);
  const answer = room.page.getByRole("textbox", { name: "Your answer" });
  await answer.fill("4");
  await answer.press("Enter");
  await expect(room.sentence).toContainText("Not yet.");
  await answer.fill("3");
  await answer.press("Enter");
  await expect(room.sentence).toContainText("Yes: ");
  await room.button("Next step").press("Enter");
  await expect(room.value("x + y")).toContainText("3");
  await expect(room.value("f")).toHaveCount(0);
});

test("Enter alone shows the number", async ({ room, site }) => {
  await room.open(await site.address("site", `${COVERED}&step=0`));
  await room.page.getByRole("textbox", { name: "Your answer" }).press("Enter");
  await expect(room.value("x + y")).toContainText("3");
});

test("a click reveals a slot on the picture", async ({ room, site }) => {
  await room.open(await site.address("site", "e=x*y&x=3&y=6&cover=gradients"));
  const slots = room.drawn("?");
  await expect(slots).toHaveCount(2);
  const [box] = await Promise.all([slots.first().boundingBox(), expect(room.gradient("x")).toHaveCount(0)]);
  if (!box) throw new Error("no slot");
  await room.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await expect(slots).toHaveCount(1);
  await expect(room.gradient("x")).toContainText("6");
});

test("Cover is chosen in its menu or with C, and goes into the link", async ({ room, site }) => {
  await room.open(await site.address("site", "e=x*x&x=3"));
  await room.button("Cover").click();
  await room.page.getByRole("button", { name: "all gradients" }).click();
  await expect(room.gradient("x")).toHaveCount(0);
  await expect(room.page).toHaveURL(/cover=gradients/);
  await room.picture.focus();
  await room.page.keyboard.press("c");
  await expect(room.page).toHaveURL(/cover=all/);
  await room.page.keyboard.press("c");
  await expect(room.gradient("x")).toContainText("6");
  await expect(room.page).not.toHaveURL(/cover=/);
});
