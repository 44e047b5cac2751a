/** Before the engine is there, and when it never comes. */
import { test as bare } from "../support/fixtures.js";
import { expect, test } from "../support/room-fixture.js";

test("while the engine loads, the program can be read but nothing can be typed and lost", async ({ room, site }) => {
  let release = () => {};
  const released = new Promise<void>((done) => {
    release = done;
  });
  await room.page.route("**/*.wasm", async (route) => {
    await released;
    await route.continue();
  });
  await room.page.goto(await site.address("site"));
  await expect(room.page.getByText("Loading the engine …")).toBeVisible();
  await expect(room.program).toHaveValue("(x + y) * z");
  await room.program.click({ force: true });
  await expect(room.program).not.toBeFocused();
  release();
  await expect(room.value("f")).toContainText("−12");
  await room.program.click();
  await expect(room.program).toBeFocused();
});

bare("without an engine the page says so", async ({ page, site }) => {
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto(await site.address("site"));
  await expect(page.getByRole("alert")).toHaveText("The engine could not start in this browser. It needs WebAssembly.");
});
