/** The whole room without a mouse: everything is reached with Tab, nothing holds the focus, the picture is one stop. */
import type { Page } from "@playwright/test";
import { expect, test } from "../support/room-fixture.js";

/** Role and name of what has the focus, through shadow roots. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const role = element?.getAttribute("role") ?? element?.localName ?? "";
    return `${role}: ${element?.getAttribute("aria-label") ?? element?.textContent?.trim() ?? ""}`.replace(/\s+/g, " ");
  });
}

test("Tab reaches every part in the order of the page, once, and leaves", async ({ room, site }) => {
  await room.open(await site.address("site"));
  const stops: string[] = [];
  for (let press = 0; press < 60; press++) {
    await room.page.keyboard.press("Tab");
    const stop = await focused(room.page);
    if (stop.startsWith("body")) break;
    stops.push(stop);
  }
  const order = [
    "Skip to the circuit",
    "Help",
    "Settings",
    "Program",
    "Examples",
    "Share",
    "More",
    "Circuit. ",
    "Cover",
    "Step back",
    "Play",
    "Position on the timeline",
    "Speed",
    "Why",
    "Back",
    "New value of x",
    "Gradient at x",
  ];
  const places = order.map((name) => stops.findIndex((stop) => stop.includes(`: ${name}`)));
  expect(places, stops.join("\n")).toEqual([...places].sort((a, b) => a - b));
  expect(places, stops.join("\n")).not.toContain(-1);
  expect(stops.filter((stop) => stop.startsWith("application"))).toHaveLength(1);
});

test("the picture is walked with arrows and asked with Enter", async ({ room, site }) => {
  await room.open(await site.address("site"));
  await room.picture.focus();
  const here = room.picture.getByRole("img");
  await expect(here).toHaveAccessibleName("f: value minus 12, gradient 1");
  await room.page.keyboard.press("ArrowLeft");
  await expect(here).toHaveAccessibleName("x plus y: value 3, gradient minus 4");
  await room.page.keyboard.press("ArrowLeft");
  await expect(here).toHaveAccessibleName("x: value minus 2, gradient minus 4");
  await room.page.keyboard.press("ArrowDown");
  await expect(here).toHaveAccessibleName("y: value 5, gradient minus 4");
  await room.page.keyboard.press("Enter");
  await expect(room.page.getByRole("heading", { name: "Gradient at y" })).toBeVisible();
  await room.page.keyboard.press("F2");
  const field = room.page.getByRole("textbox", { name: "Value of y" });
  await expect(field).toBeFocused();
  await room.page.keyboard.type("7");
  await room.page.keyboard.press("Enter");
  await expect(room.value("f")).toContainText("−20");
  await expect(room.picture).toBeFocused();
});

test("the keys of the timeline, while the circuit has the focus", async ({ room, site }) => {
  await room.page.emulateMedia({ reducedMotion: "reduce" });
  await room.open(await site.address("site"));
  await room.picture.focus();
  const position = async (text: string) => expect(room.timeline).toHaveAttribute("aria-valuetext", text);
  for (const [key, text] of [
    ["Home", "Start of 7 steps"],
    [".", "Step 1 of 7, forward"],
    ["PageDown", "Step 2 of 7, forward"],
    [".", "Step 3 of 7, start"],
    ["PageDown", "Step 5 of 7, backward"],
    [",", "Step 4 of 7, backward"],
    ["End", "Step 7 of 7, backward"],
  ] as const) {
    await room.page.keyboard.press(key);
    await position(text);
  }
});

test("letters belong to the program line while it is written in", async ({ room, site }) => {
  await room.open(await site.address("site"));
  await room.write("c * p");
  await expect(room.page).not.toHaveURL(/cover=/);
  await expect(room.gradient("c")).toBeAttached();
});

test("everything can be done in the table alone", async ({ room, site }) => {
  await room.page.emulateMedia({ reducedMotion: "reduce" });
  await room.open(await site.address("site"));
  const table = room.page.getByRole("group", { name: "All gates" });
  const status = room.page.getByRole("status").last();
  for (let press = 0; press < 4; press++) await table.getByRole("button", { name: "Back" }).press("Enter");
  await expect(room.gradient("x")).toHaveCount(0);
  await table.getByRole("button", { name: "Step", exact: true }).press("Enter");
  await expect(status).toHaveText("x plus y: gradient minus 4, final.");
  await expect(room.row("x + y")).toHaveAttribute("aria-current", "step");
  await room.input("z").fill("2");
  await room.input("z").press("Enter");
  await expect(room.gradient("x + y")).toContainText("2");
  await room.gradient("x + y").press("Enter");
  await expect(room.page.getByRole("heading", { name: "Gradient at (x + y)" })).toBeVisible();
});

test("Escape closes a menu and the panel, and gives the focus back", async ({ room, site }) => {
  await room.open(await site.address("site"));
  await room.button("Share").press("Enter");
  await expect(room.page.getByRole("textbox", { name: "Link to what you see" })).toBeVisible();
  await room.page.keyboard.press("Escape");
  await expect(room.button("Share")).toBeFocused();
  await room.page.getByRole("tab", { name: "Why" }).press("Enter");
  await room.page.keyboard.press("Escape");
  await expect(room.page.getByRole("tabpanel")).toHaveCount(0);
  expect(await focused(room.page)).toBe("tab: Why");
});

test("F2 goes into a matrix: arrows walk its entries, a digit types into one, Escape leaves", async ({
  room,
  site,
}) => {
  await room.page.emulateMedia({ reducedMotion: "reduce" });
  await room.open(await site.address("site", "e=W=[[1,2,3,4,5,6],[0.5,0,-3,1,1,1],[1,1,1,1,1,1]];f=sum(W*W)"));
  const here = room.picture.getByRole("img");
  const { keyboard } = room.page;
  await room.row("W").getByRole("rowheader").getByRole("button").focus();
  await room.picture.focus();
  for (let press = 0; press < 6 && !(await here.getAttribute("aria-label"))?.startsWith("W:"); press++)
    await keyboard.press("ArrowLeft");
  await keyboard.press("F2");
  await expect(here).toHaveAccessibleName("row 1, column 1: 1, gradient 2");
  for (const key of ["ArrowRight", "ArrowRight", "ArrowDown"]) await keyboard.press(key);
  await expect(here).toHaveAccessibleName("row 2, column 3: minus 3, gradient minus 6");
  await keyboard.press("4");
  await expect(room.page.getByRole("textbox", { name: "Value of W, row 2, column 3" })).toBeFocused();
  await keyboard.press("Enter");
  await expect(here).toHaveAccessibleName("row 2, column 3: 4, gradient 8");
  await expect(room.picture).toBeFocused();
  await keyboard.press("Escape");
  await expect(here).toHaveAccessibleName("W: value 3 by 6 numbers, gradient 3 by 6 numbers");
});
