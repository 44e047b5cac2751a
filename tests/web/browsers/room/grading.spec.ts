/** Wrong, then right, by keyboard alone: a number, an expression, a matrix, a gap of the worksheet; each said once. */

import type { Room } from "../support/room.js";
import { expect, test } from "../support/room-fixture.js";

const LAYER = "e=z=W@x;f=sum(z*z)&W=[[1,2],[3,4]]&x=[1,2]&cover=gradients";
const TWICE = "e=g=x%2By;h=g*z;f=h%2B3*x&x=-2&y=5&z=-4";

/** What the live region comes to say, in order. */
async function listenTo(room: Room): Promise<() => Promise<string[]>> {
  await room.page.evaluate(() => {
    const circuit =
      document.querySelector("grad-circuit") ??
      document.querySelector("grad-site")?.shadowRoot?.querySelector("grad-circuit");
    const region = circuit?.shadowRoot
      ?.querySelector("live-region")
      ?.shadowRoot?.querySelector("[role=status]") as Element;
    const heard: string[] = [];
    (window as never as { heard: string[] }).heard = heard;
    new MutationObserver(() => heard.push(region.textContent ?? "")).observe(region, {
      characterData: true,
      childList: true,
      subtree: true,
    });
  });
  return () => room.page.evaluate(() => (window as never as { heard: string[] }).heard);
}

async function type(room: Room, text: string): Promise<void> {
  await room.page.keyboard.press("ControlOrMeta+a");
  await room.page.keyboard.type(text);
  await room.page.keyboard.press("Enter");
}

test.beforeEach(({ room }) => room.page.emulateMedia({ reducedMotion: "reduce" }));

test("a number: the reason takes the place of the rule, once, and the focus stays", async ({ room, site }) => {
  await room.open(await site.address("site", "e=q=x%2By;f=q*z&x=-2&y=5&z=-4&cover=gradients&step=3"));
  const answer = room.page.getByRole("textbox", { name: "Your answer" });
  await answer.focus();
  const heard = await listenTo(room);
  await type(room, "3");
  await expect(room.sentence).toContainText("A product handed each factor its own value.");
  await expect(answer).toBeFocused();
  await expect(answer).toHaveValue("3");
  expect((await heard()).filter((text) => text !== "")).toEqual([
    "Not yet. A product handed each factor its own value. Each gets the other one.",
  ]);
  await type(room, "-4");
  await expect(room.sentence).toContainText("Yes: × hands q");
});

test("an expression, and Why, which keeps the number covered", async ({ room, site }) => {
  await room.open(await site.address("site", `${TWICE}&cover=gradients&step=5`));
  await room.page.getByRole("button", { name: /^Cover/ }).click();
  await room.page.getByRole("button", { name: "An expression" }).click();
  await room.page.keyboard.press("Escape");
  const answer = room.page.getByRole("textbox").and(room.page.locator("#answer")).first();
  await answer.focus();
  await type(room, "4");
  await expect(room.page.getByText(/^Not yet\./).first()).toBeVisible();
  await room.button("Why?").press("Enter");
  await expect(room.page.getByText("This number is covered.")).toBeVisible();
  await answer.focus();
  await type(room, "1 + 0*x");
  await expect(room.page.getByText("This number is covered.")).toHaveCount(0);
});

test("a matrix: its shape first, then its entries", async ({ room, site }) => {
  await room.open(await site.address("site", `${LAYER}&step=6`));
  const answer = room.page.getByRole("textbox", { name: "Your answer" });
  await answer.focus();
  await type(room, "[1, 2, 3]");
  await expect(room.sentence).toContainText("This has another shape");
  await type(room, "[10, 23]");
  await expect(room.sentence).toContainText("Look again at entry [1].");
  await type(room, "[10, 22]");
  await expect(room.sentence).toContainText("Yes: ");
});

test("the worksheet, gap by gap", async ({ room, site }) => {
  await room.open(await site.address("site", TWICE));
  await room.page.getByRole("tab", { name: "Code" }).click();
  await room.page.getByRole("combobox", { name: "Language" }).selectOption("worksheet");
  const operator = room.page.getByRole("textbox", { name: "dx: = or +=?" }).last();
  await operator.focus();
  const heard = await listenTo(room);
  await type(room, "=");
  await expect(room.page.locator("worksheet-line").getByText("dx already holds a contribution")).toBeVisible();
  await expect(operator).toBeFocused();
  expect((await heard()).filter((text) => text !== "")).toHaveLength(1);
  await type(room, "+=");
  await expect(room.page.getByRole("textbox", { name: "dx: = or +=?" })).toHaveCount(1);
  const product = room.page.getByRole("textbox", { name: "dg: what arrives?" });
  await product.focus();
  await type(room, "dh*g");
  await expect(
    room.page.locator("worksheet-line").getByText("A product handed each factor its own value."),
  ).toBeVisible();
  await type(room, "z*dh");
  await expect(product).toHaveCount(0);
  await room.page.getByRole("textbox", { name: "dz: = or +=?" }).focus();
  await room.page.keyboard.press("Enter");
  await room.button("Reveal all").press("Enter");
  await expect(room.page.getByRole("textbox", { name: /what arrives/ })).toHaveCount(0);
  await room.button("Start over").press("Enter");
  await expect(room.page.getByRole("textbox", { name: /what arrives/ })).toHaveCount(5);
});
