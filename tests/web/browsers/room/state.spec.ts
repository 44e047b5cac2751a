/** What can be shared and taken back: the link, undo, redo and reset. */
import { expect, test } from "../support/room-fixture.js";

test("the address of a changed circuit opens the very same picture", async ({ room, site }) => {
  await room.page.emulateMedia({ reducedMotion: "reduce" });
  await room.open(await site.address("site"));
  await room.write("g = x + y; w = [1, -2]; f = sum(w * g) * tanh(y)");
  await room.input("y").fill("0.25");
  await room.input("y").press("Enter");
  for (let step = 0; step < 4; step++) await room.timeline.press("ArrowLeft");
  await expect(room.page).toHaveURL(/y=0\.25&step=\d+/);
  const before = await room.snapshot();
  const address = room.page.url();
  await room.open(address);
  expect(await room.snapshot()).toEqual(before);
  await expect(room.program).toHaveValue("g = x + y; w = [1, -2]; f = sum(w * g) * tanh(y)");

  await room.button("Share").click();
  await expect(room.page.getByRole("textbox", { name: "Link to what you see" })).toHaveValue(address);
});

test("undo and redo go by gestures: a typed program, a drag; reset goes back to the start", async ({ room, site }) => {
  await room.open(await site.address("site"));
  const f = async (value: string) => expect(room.value("f")).toContainText(value);
  await room.write("x * y");
  await f("−10");
  await (await room.drag("x", 24)).release();
  await f("−8.50");
  await room.button("Undo").click();
  await f("−10");
  await room.button("Undo").click();
  await f("−12");
  await expect(room.button("Undo")).toBeDisabled();
  await room.button("Redo").click();
  await room.button("Redo").click();
  await f("−8.50");
  await expect(room.button("Redo")).toBeDisabled();
  await room.button("More").click();
  await room.button("Reset").click();
  await f("−12");
});

test("releasing a drag writes the literal back into the program", async ({ room, site }) => {
  await room.open(await site.address("site", "e=w=2;f=w*w"));
  await (await room.drag("w", 8)).release();
  await expect(room.program).toHaveValue("w=2.1;f=w*w");
  await expect(room.page).toHaveURL(/e=w=2\.1;f=w\*w/);
});

test("someone else's link replaces the circuit when it is put into the address", async ({ room, site }) => {
  await room.open(await site.address("site"));
  await room.page.evaluate(() => {
    location.hash = "e=a*b&a=3&b=4&step=1";
  });
  await expect(room.value("f")).toContainText("12");
  await expect(room.gradient("a")).toHaveCount(0);
});
