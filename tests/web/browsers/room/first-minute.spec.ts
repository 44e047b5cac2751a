/** What a student does first: drags an input, asks where its gradient comes from, answers for the next one. */
import { expect, test } from "../support/room-fixture.js";

test("the first minute, from the first drag to a program of one's own", async ({ room, site }) => {
  await room.open(await site.address("site"));
  await expect(room.sentence).toHaveText("Drag x.");

  const hand = await room.drag("x", 8);
  await expect(room.nudge).toHaveText("x moved by +0.1. Its gradient −4 predicts f moves by −0.4. f moved by −0.4.");
  await hand.release();
  await expect(room.drawn("−12.40")).toBeVisible();

  await room.page.getByRole("combobox", { name: "Speed" }).selectOption("4×");
  await room.button("Where does −4 come from?").click();
  const question = room.page.getByRole("textbox", { name: "Your answer" });
  await expect(question).toBeVisible({ timeout: 30_000 });
  await expect(room.sentence).toContainText("Your turn: the gradient of y?");
  await expect(room.gradient("y")).toHaveCount(0);

  await question.fill("4");
  await question.press("Enter");
  await expect(room.sentence).toContainText("The size is right. Look at the sign.");
  await question.fill("-4");
  await question.press("Enter");
  await expect(room.sentence).toContainText("Yes: + hands the same −4 to both.");
  await expect(room.gradient("y")).toContainText("−4");

  await room.button("Type your own function").click();
  await expect(room.program).toBeFocused();
  await room.page.keyboard.press("Control+a");
  await room.page.keyboard.type("x * y");
  await expect(room.gradient("x")).toContainText("5");
  await expect(room.page.getByText("Drag x.")).toHaveCount(0);
});

test("a curve separates what was predicted from what happened", async ({ room, site }) => {
  await room.open(await site.address("site", "e=x*x&x=3"));
  const hand = await room.drag("x", 8);
  await expect(room.nudge).toHaveText("x moved by +0.1. Its gradient 6 predicts f moves by +0.6. f moved by +0.61.");
  await hand.release();
});

test("a drag moves every revealed number, leaves covered ones covered and the timeline where it is", async ({
  room,
  site,
}) => {
  await room.open(await site.address("site", "e=(x+y)*z&x=-2&y=5&z=-4&step=4&cover=gradients"));
  const position = await room.timeline.getAttribute("aria-valuetext");
  const hand = await room.drag("z", 16);
  await expect(room.drawn("−11.40")).toBeVisible();
  await hand.release();
  await expect(room.value("f")).toContainText("−11.40");
  await expect(room.timeline).toHaveAttribute("aria-valuetext", position ?? "");
  await expect(room.gradient("x")).toHaveCount(0);
});

test("a link brings its own circuit, so nobody is guided", async ({ room, site }) => {
  await room.open(await site.address("site", "e=x*x&x=3"));
  await expect(room.page.getByText("Drag x.")).toHaveCount(0);
});
