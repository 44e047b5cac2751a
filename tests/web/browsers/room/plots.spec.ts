/** How f moves with x, and with y: by keyboard alone, in both themes, on a narrow page. */
import { violationsOn } from "../support/axe.js";
import type { Room } from "../support/room.js";
import { expect, test } from "../support/room-fixture.js";

const LINK = "e=x=1;y=2;f=relu(x)*y%2Bsin(y)";

async function open(room: Room, address: string): Promise<void> {
  await room.open(address);
  await room.gradient("x").press("Enter");
  await expect(curve(room)).toBeVisible();
}
const curve = ({ page }: Room) => page.locator("function-plot").getByRole("slider", { name: "x", exact: true });
const map = ({ page }: Room) => page.locator("contour-plot").getByRole("slider", { name: /^x and y/ });

test("arrow keys move the point, and with it the pill, the prediction and the undo stack", async ({ room, site }) => {
  await open(room, await site.address("site", LINK));
  await expect(curve(room)).toHaveAttribute("aria-valuetext", /^x = 1: f = /);
  await curve(room).press("ArrowRight");
  await expect(room.input("x")).toHaveValue("1.05");
  await expect(curve(room)).toBeFocused();
  await expect(room.nudge).toContainText("x moved by +0.05. Its gradient 2 predicts f moves by +0.1.");
  await room.button("Undo").click();
  await expect(room.input("x")).toHaveValue("1");
});

test("dead zone and corner are said", async ({ room, site }) => {
  await open(room, await site.address("site", LINK));
  await expect(room.page.getByText("Hatched is dead, |∂f/∂x| < 0.05: x < 0.")).toBeVisible();
  await expect(room.page.getByText("A ring marks its corner, at x = 0.")).toBeVisible();
});

test("on the map of two inputs the point goes in both directions, by keys and by hand", async ({ room, site }) => {
  await open(room, await site.address("site", LINK));
  await room.page.getByLabel("… and with").selectOption("y");
  await map(room).press("ArrowUp");
  await map(room).press("ArrowLeft");
  await expect(room.input("y")).not.toHaveValue("2");
  await expect(room.input("x")).not.toHaveValue("1");
  const picture = room.page.locator("contour-plot .picture");
  await picture.scrollIntoViewIfNeeded();
  const box = await picture.boundingBox();
  if (!box) throw new Error("no map");
  const before = await room.input("x").inputValue();
  await room.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await room.page.mouse.down();
  await room.page.mouse.move(box.x + box.width * 0.75, box.y + box.height * 0.4, { steps: 4 });
  await room.page.mouse.up();
  await expect(room.input("x")).not.toHaveValue(before);
  await room.button("Undo").click();
  await expect(room.input("x")).toHaveValue(before);
});

for (const theme of ["light", "dark"]) {
  for (const width of [1280, 320]) {
    test(`axe finds nothing: ${theme}, ${width} px`, async ({ room, site }) => {
      await room.page.setViewportSize({ width, height: 800 });
      await open(room, await site.address("site", `${LINK}&theme=${theme}`));
      await room.page.getByLabel("… and with").selectOption("y");
      await expect(map(room)).toBeVisible();
      expect(await violationsOn(room.page)).toEqual([]);
      const box = await room.page.locator("input-plots").boundingBox();
      expect((box?.x ?? 0) + (box?.width ?? width)).toBeLessThanOrEqual(width);
      const isCut = (plots: Element) => plots.scrollWidth > plots.clientWidth;
      expect(await room.page.locator("input-plots").evaluate(isCut)).toBe(false);
    });
  }
}
