/** axe finds nothing against WCAG 2.2 AA, in either theme, in whatever state the room is; and it would find something. */
import { violationsOn } from "../support/axe.js";
import type { Room } from "../support/room.js";
import { expect, test } from "../support/room-fixture.js";

const NEURON = "e=w=[2,-3];b=-3;x=[-1,-2];z=w.T@x%2Bb;f=sigmoid(z)";
const HEAT = "e=W=[[1,2,3,4,5,6],[0.5,0,-3,1,1,1],[1,1,1,1,1,1]];f=sum(W*W)";

interface State {
  name: string;
  link: string;
  reach?(room: Room): Promise<unknown>;
}

const STATES: State[] = [
  { name: "the start", link: "" },
  { name: "a forward step", link: "e=(x+y)*z&x=-2&y=5&z=-4&step=1" },
  { name: "a backward step", link: `${NEURON}&step=9` },
  { name: "nothing computed", link: `${NEURON}&step=0` },
  { name: "Why", link: NEURON, reach: why },
  { name: "Code", link: NEURON, reach: (room) => room.page.getByRole("tab", { name: "Code" }).click() },
  { name: "code with gaps", link: NEURON, reach: (room) => code(room, "Worksheet with gaps") },
  { name: "a wrong answer in a gap", link: NEURON, reach: wrongInGap },
  { name: "a wrong answer", link: "e=q=x%2By;f=q*z&x=-2&y=5&z=-4&step=3&cover=gradients", reach: wrong },
  { name: "shapes", link: NEURON, reach: shapes },
  { name: "a Jacobian", link: NEURON, reach: jacobian },
  { name: "Check", link: NEURON, reach: check },
  { name: "forward mode, a step", link: `${NEURON}&along=w[1]&step=4`, reach: forward },
  { name: "forward mode and its panel", link: `${NEURON}&along=x`, reach: forwardPanel },
  { name: "an entry of a heat tile", link: HEAT, reach: entry },
  { name: "an error", link: "", reach: (room) => room.write("5x+3") },
  { name: "everything covered", link: "e=(x+y)*z&x=-2&y=5&z=-4&step=0&cover=all" },
  { name: "gradients covered, all steps done", link: "e=x*x%2Bx&x=3&cover=gradients" },
  { name: "not a number", link: "e=log(x)*0/0&x=-1" },
  { name: "the examples", link: "", reach: (room) => room.button("Examples").click() },
  { name: "sharing", link: NEURON, reach: (room) => room.button("Share").click() },
  { name: "more", link: NEURON, reach: (room) => room.button("More").click() },
  { name: "settings", link: "", reach: (room) => room.button("Settings").click() },
  { name: "help", link: "", reach: (room) => room.button("Help").click() },
  { name: "a large circuit as stages", link: `e=${largeProgram()}` },
  { name: "the worksheet", link: NEURON, reach: (room) => room.page.emulateMedia({ media: "print" }) },
];

/** Into the matrix by keyboard. */
async function entry(room: Room): Promise<void> {
  await room.picture.focus();
  for (let press = 0; press < 4; press++) await room.page.keyboard.press("ArrowLeft");
  await room.page.keyboard.press("F2");
  await expect(room.picture.locator(".plate.cell")).toBeVisible();
}

/** Waits for the larger engine. */
async function forward(room: Room): Promise<void> {
  await expect(room.page.locator("circuit-view[forward-mode]")).toBeVisible();
}
async function forwardPanel(room: Room): Promise<void> {
  await forward(room);
  await room.page.getByRole("tab", { name: "Check" }).click();
  await room.page.getByText(/^All 5 gradients: /).waitFor();
}

/** Waits for what the larger engine measures. */
async function check(room: Room): Promise<void> {
  await room.page.getByRole("tab", { name: "Check" }).click();
  await room.page.getByText("All step widths").click();
}

/** Waits for the formula, which comes from the larger engine. */
async function why(room: Room): Promise<void> {
  await room.gradient("w").press("Enter");
  await expect(room.page.locator("why-panel math").first()).toBeVisible();
}

async function shapes(room: Room): Promise<void> {
  await room.page.getByRole("tab", { name: "Code" }).click();
  await room.page.getByLabel("Language").selectOption("Shapes, and why");
  await expect(room.page.locator("shape-ledger").getByRole("rowheader", { name: "z" })).toBeVisible();
}

async function jacobian(room: Room): Promise<void> {
  await why(room);
  await room.page.getByText("How does this depend on that?").click();
  await expect(room.page.getByRole("columnheader", { name: "f[0]" }).or(room.page.getByText("∂f/∂w"))).not.toHaveCount(
    0,
  );
}

async function code(room: Room, language: string): Promise<void> {
  await room.page.getByRole("tab", { name: "Code" }).click();
  await room.page.getByLabel("Language").selectOption(language);
  await expect(room.page.getByRole("textbox", { name: /what arrives/ }).first()).toBeVisible();
}

async function wrongInGap(room: Room): Promise<void> {
  await code(room, "Worksheet with gaps");
  const field = room.page.getByRole("textbox", { name: "db: what arrives?" });
  await field.fill("2*dz");
  await field.press("Enter");
  await expect(room.page.locator("worksheet-line").getByRole("button", { name: "Why?" })).toBeVisible();
}

async function wrong(room: Room): Promise<void> {
  const field = room.page.getByRole("textbox", { name: "Your answer" });
  await field.fill("3");
  await field.press("Enter");
  await expect(room.sentence).toContainText("A product handed each factor its own value.");
}

function largeProgram(): string {
  const stages = Array.from({ length: 12 }, (_, i) => `s${i + 1}=tanh(s${i}*w%2Bsin(s${i}))`);
  return ["w=0.5", "s0=x", ...stages].join(";");
}

for (const theme of ["light", "dark"]) {
  for (const { name, link, reach } of STATES) {
    test(`${theme}: ${name}`, async ({ room, site }) => {
      await room.open(await site.address("site", `${link}${link && "&"}theme=${theme}`));
      await reach?.(room);
      expect(await violationsOn(room.page)).toEqual([]);
    });
  }
}

test("on a phone", async ({ room, site }) => {
  await room.page.setViewportSize({ width: 320, height: 568 });
  await room.open(await site.address("site", `${NEURON}&step=9`));
  expect(await violationsOn(room.page)).toEqual([]);
});

test("a page with a fault is found out", async ({ room, site }) => {
  await room.open(await site.address("site"));
  await room.page.evaluate(() => {
    const button = document.createElement("button");
    document.body.append(button);
  });
  expect(await violationsOn(room.page)).toEqual([expect.stringContaining("button-name")]);
});
