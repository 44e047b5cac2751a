/** The embed on a course page: what its address may say, and how little it needs. The matrix in everywhere/ does the rest. */
import { expect, test } from "../support/room-fixture.js";

test("reads its circuit from the query where a course system drops fragments", async ({ room, site }) => {
  const embed = new URL("embed.html?e=x*y%2Bx&x=3&y=-2&step=3", await site.address("site"));
  await room.open(embed.href);
  await expect(room.value("f")).toContainText("−3");
  await expect(room.timeline).toHaveAttribute("aria-valuetext", /^Step 3 of /);
});

test("covers numbers as its link says, and checks the answers", async ({ room, site }) => {
  await room.page.goto(await site.address("embed", "e=x*y&x=3&y=-2&cover=gradients"));
  const frame = room.page.frameLocator("iframe");
  const slots = frame.getByRole("application").getByText("?", { exact: true });
  await expect(slots).toHaveCount(2);
  await frame.getByRole("button", { name: "Step back" }).click();
  await frame.getByRole("button", { name: "Step back" }).click();
  const answer = frame.getByRole("textbox", { name: "Your answer" });
  await answer.fill("-2");
  await answer.press("Enter");
  await expect(frame.getByText(/^Yes:/).first()).toBeVisible();
});

test("fetches nothing but itself", async ({ room, site }) => {
  const requests: string[] = [];
  room.page.on("request", (request) => requests.push(new URL(request.url()).pathname));
  await room.page.goto(await site.address("embed", "e=x*y&x=3&y=-2"));
  await expect(room.page.frameLocator("iframe").getByRole("application")).toBeVisible();
  expect(requests).toEqual(["/", expect.stringContaining("/embed.html")]);
});

test("several on one page are circuits of their own", async ({ room, site }) => {
  await room.page.goto(await site.address("embed", "e=x*x&x=3"));
  await room.page.evaluate(() => {
    const first = document.querySelector("iframe") as HTMLIFrameElement;
    const second = first.cloneNode() as HTMLIFrameElement;
    second.src = `${first.src.split("#")[0]}#e=y*y&y=5`;
    document.body.append(second);
  });
  const value = (index: number) =>
    room.page
      .frameLocator("iframe")
      .nth(index)
      .getByRole("button", { name: /^Value of f/ });
  await expect(value(0)).toContainText("9");
  await expect(value(1)).toContainText("25");
});
