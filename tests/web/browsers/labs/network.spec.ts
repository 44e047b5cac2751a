/** One network on the built site: through an update by keys, guessed, edited, scrubbed, shared, on any screen. */
import type { Page } from "@playwright/test";
import { violationsOn } from "../support/axe.js";
import { expect, test } from "../support/page-fixture.js";
import type { Site } from "../support/site.js";

test.use({ contextOptions: { reducedMotion: "reduce" } });

/** The engine may take a while on a busy machine. */
async function open(page: Page, site: Site, fragment = ""): Promise<void> {
  await page.goto(`${await site.address("site")}labs/network/#${fragment}`);
  await expect(page.locator("net-table table").first()).toBeVisible({ timeout: 30_000 });
}
const said = (page: Page) => page.locator(".now");
const next = (page: Page) => page.getByRole("button", { name: /^Next/ });
const position = (page: Page) => page.getByRole("slider", { name: "Update", exact: true });
/** The field of a number in the table. */
const field = (page: Page, id: string) => page.locator("net-table").getByRole("textbox", { name: id });

const MOMENTS: [name: string, fragment: string][] = [
  ["the start", ""],
  ["the guess", "stage=3"],
  ["after an update", "guess=negative&update=4&stage=5"],
  ["as matrices", "task=xor&guess=negative&stage=5&view=matrices"],
  ["as a circuit", "guess=negative&stage=5&view=circuit"],
  ["one layer", "task=xor&guess=negative&stage=5&view=layer"],
  ["own samples", "task=own&layers=2-2-1&x=0,0,1,1,2,0&y=0,1,1&guess=negative"],
  [
    "more settings",
    "task=moons&opt=adamw&schedule=step&test=8&batch=5&shuffle=on&features=x1x2&guess=negative&update=9&stage=5",
  ],
  ["numbers to be met", "task=plane&guess=negative&update=4&stage=3"],
  ["a curve through its samples", "task=sine&test=3&guess=negative&update=4&stage=3"],
  ["many samples", "task=circle&layers=2-4-3-1&guess=negative&update=20&stage=7"],
];
for (const theme of ["light", "dark"]) {
  for (const [name, fragment] of MOMENTS) {
    test(`${theme}: axe finds nothing: ${name}`, async ({ page, site }) => {
      await open(page, site, `${fragment}&theme=${theme}`);
      await page.getByText("Code, export and link").click();
      expect(await violationsOn(page)).toEqual([]);
    });
  }
}
for (const [name, fragment] of MOMENTS) {
  test(`320 px: no sideways scrolling: ${name}`, async ({ page, site }) => {
    await page.setViewportSize({ width: 320, height: 568 });
    await open(page, site, fragment);
    await page.getByText("Code, export and link").click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
}

test("a net of one input is a curve, read by keys beside its samples", async ({ page, site }) => {
  await open(page, site, "task=line&guess=negative&update=200&stage=3");
  const curve = page.getByRole("slider", { name: "What the net answers for an input from" });
  await curve.focus();
  await page.keyboard.press("End");
  await expect(curve).toHaveAttribute("aria-valuetext", /^Input [^:]+: the net [^,]+, samples —$/);
  await page.locator(".fit").getByText("All numbers").click();
  const rows = page.locator(".fit tbody tr");
  // of samples at one place a row
  expect(await rows.count()).toBeGreaterThan(10);
  const [met, asked] = (await rows.first().locator("td").allTextContents()).slice(-2);
  expect(asked).toBe("−4.40");
  expect(met, "the net is near what it has learned").toMatch(/^−4\.[345]/);
});

test("one update by keys: forward, the loss, a guess, backward, the update", async ({ page, site }) => {
  await open(page, site);
  await expect(page).toHaveTitle("One network: what is one training update? Gradcircuit");
  await next(page).focus();
  await page.keyboard.press("Enter");
  await expect(said(page)).toContainText("Layer 1: Z1 = W1 X + b1, then A1 = tanh(Z1).");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(said(page)).toContainText("L = mse = ");
  await expect(page.getByRole("button", { name: "Backward 2", exact: true })).toBeDisabled();
  await expect(page.getByRole("button", { name: "Play" })).toBeDisabled();
  await page.getByRole("button", { name: "Positive: more of this weight, more loss" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.locator(".verdict")).toContainText("∂L/∂W2[0][0] is ");
  await expect(next(page)).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(said(page)).toContainText("All weights and biases move at once: w − η · gradient. W2[0][0]: ");
  await page.keyboard.press("Enter");
  await expect(position(page)).toHaveAttribute("aria-valuetext", "update 1 of 1");
  await expect(page).toHaveURL(/update=1&stage=1&guess=positive$/);
});

test("a number that is pointed at is the same one in picture, matrices, circuit and table", async ({ page, site }) => {
  await open(page, site, "guess=negative&stage=5&view=neurons,matrices,circuit");
  await field(page, "W1[1][0]").focus();
  await expect(page.locator("net-view .edge.linked")).toHaveAttribute("data-id", "W1[1][0]");
  await expect(page.locator("net-matrices td.linked")).toHaveCount(2);
  await expect(page.locator("circuit-view .linked")).not.toHaveCount(0);
  const cell = page.locator('net-matrices td[data-id="b2[0]"]').first();
  await cell.hover();
  await expect(page.locator("net-table tr.linked")).toHaveAttribute("data-id", "b2[0]");
  await expect(page.locator("net-view .number.linked")).toHaveAttribute("data-id", "b2[0]");
  await cell.click();
  await expect(page.getByRole("heading", { name: "b2[0]" })).toBeVisible();
  await expect(page).toHaveURL(/of=b2\[0\]/);
});

test("a weight is typed: the run forks, and the old cost stays beside it; a bad one is named at its field", async ({
  page,
  site,
}) => {
  await open(page, site, "task=xor&guess=negative&update=12&stage=5");
  const weight = field(page, "W1[0][0]");
  await weight.fill("two");
  await weight.press("Enter");
  await expect(page.locator("net-table").getByRole("alert")).toHaveText("Not a number. Write it like 0.5 or -2.");
  await expect(weight).toHaveValue("two");
  await weight.fill("2");
  await weight.press("Enter");
  await expect(position(page)).toHaveAttribute("aria-valuetext", "update 12 of 12");
  await expect(page.locator("nudge-readout")).toContainText("W1[0][0] moved by");
  await page.getByRole("button", { name: "10 updates" }).click();
  await expect(position(page)).toHaveAttribute("aria-valuetext", "update 22 of 22");
  await expect(page).toHaveURL(/w=2,.*begin=12&update=22/);
  const shown = await page.locator("net-view svg.net").innerHTML();
  await page.reload();
  await expect(page.locator("net-table table").first()).toBeVisible({ timeout: 30_000 });
  await expect(position(page)).toHaveAttribute("aria-valuetext", "update 22 of 22");
  const text = (html: string) => html.replace(/<!--.*?-->/g, "");
  expect(text(await page.locator("net-view svg.net").innerHTML())).toBe(text(shown));
});

test("scrubbing back shows what was; reset keeps the seed", async ({ page, site }) => {
  await open(page, site, "task=xor&guess=negative&update=30&stage=5&seed=3");
  await position(page).fill("4");
  await expect(position(page)).toHaveAttribute("aria-valuetext", "update 4 of 30");
  await expect(said(page)).toContainText("Update 4 made of W2[0][0]: ");
  await page.getByRole("button", { name: "Reset" }).click();
  await expect(page.getByText("Seed 3", { exact: true })).toBeVisible();
  await expect(position(page)).toHaveAttribute("aria-valuetext", "update 0 of 0");
});

test("another net by its settings; what cannot be one stays in its field", async ({ page, site }) => {
  await open(page, site);
  const hidden = page.getByRole("textbox", { name: "Hidden layers" });
  await hidden.fill("4-99");
  await hidden.press("Enter");
  await expect(page.locator(".settings .wrong")).toHaveText("Up to 5 hidden layers of 1 to 8 units, such as 2 or 4-3.");
  await hidden.fill("3-2");
  await hidden.press("Enter");
  await expect(page.locator("net-view .edge")).toHaveCount(2 * 3 + 3 * 2 + 2 + 2);
  await page.getByRole("combobox", { name: "Layer 2" }).selectOption("relu");
  await page.getByRole("combobox", { name: "Data" }).selectOption("sum");
  await expect(page).toHaveURL(/task=sum$/);
});

test("as a circuit of the Circuit room", async ({ page, site }) => {
  await open(page, site, "guess=negative&stage=5&view=circuit");
  await page.getByRole("link", { name: "Open as circuit" }).click();
  await expect(page).toHaveURL(/#e=X~=~\[1,~0\]/);
  await expect(page.locator("circuit-view svg").first()).toBeVisible({ timeout: 30_000 });
});

test("code and documents are there to copy and to keep", async ({ page, site }) => {
  await open(page, site, "task=xor&guess=negative&update=3&stage=5");
  await page.getByText("Code, export and link").click();
  await page.getByRole("combobox", { name: "Language" }).selectOption("pytorch");
  await expect(page.locator("generated-code")).toContainText("torch");
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download JSON" }).click();
  expect((await downloading).suggestedFilename()).toBe("network.json");
});

test("one layer, step by step: a row of the weights meets a column", async ({ page, site }) => {
  await open(page, site, "task=xor&guess=negative&stage=5&view=layer");
  await page.getByRole("button", { name: "Next step" }).click();
  await expect(page.locator("circuit-sentence")).toContainText("row 1");
});

test("a weight is dragged by its number in the picture: what the gradient predicted stands beside what happened", async ({
  page,
  site,
}) => {
  await open(page, site, "guess=negative&stage=5");
  const weight = page.locator('net-view .number[data-id="W2[0][0]"]');
  const box = await weight.boundingBox();
  if (!box) throw new Error("no number");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 + 16, box.y + box.height / 2, { steps: 4 });
  await expect(weight).toContainText("−0.40");
  await page.mouse.up();
  await expect(page.locator("nudge-readout")).toContainText("moved by +0.2");
  await expect(page).toHaveURL(/w=0.5,-0.4,0.3,0.8,0,0,-0.4,0.4,0/);
});

test("the picture is one stop of the keyboard, its numbers are linked as arrow keys pass", async ({ page, site }) => {
  await open(page, site, "guess=negative&stage=5");
  await page.locator("net-view svg.net").focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.locator("net-table tr.linked")).toHaveAttribute("data-id", "W1[0][0]");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "W1[0][1]" })).toBeVisible();
});

test("samples are added and taken away in the table", async ({ page, site }) => {
  await open(page, site, "guess=negative&stage=5");
  await page.getByRole("button", { name: "Add a sample" }).click();
  await expect(page.getByText("Sample 1 of 2")).toBeVisible();
  await page.getByRole("button", { name: "Remove sample 1" }).click();
  await expect(page.getByText("Sample 1 of 2")).toHaveCount(0);
});

test("on paper: the picture and all numbers, nothing to press", async ({ page, site }) => {
  await open(page, site, "guess=negative&stage=5");
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("net-view svg.net")).toBeVisible();
  await expect(page.locator("net-table table").first()).toBeVisible();
  for (const hidden of ["net-stages", "update-timeline", "details.settings"])
    await expect(page.locator(hidden)).toBeHidden();
});

test("samples of one's own are pasted; what cannot be read is named, and stays", async ({ page, site }) => {
  await open(page, site, "guess=negative&stage=5");
  await page.getByRole("combobox", { name: "Data" }).selectOption("own");
  const table = page.getByRole("textbox", { name: "Samples, one a row; the last column is what the net should give" });
  await expect(table).toHaveValue("x1,x2,y\n1,0,1");
  await table.fill("1, 2, red\n3, x, blue\n0, 1, green");
  await table.blur();
  await expect(page.locator("#own-wrong .wrong")).toHaveText("Row 2: “x” is no number in column x2.");
  await expect(table).toHaveValue("1, 2, red\n3, x, blue\n0, 1, green");
  await table.fill("1, 2, red\n3, 4, blue\n0, 1, green");
  await table.blur();
  await expect(page.locator("net-view .neuron")).toHaveCount(2 + 2 + 3);
  await expect(page).toHaveURL(/task=own&layers=2-2-3&loss=cross_entropy_logits.*x=1,2,3,4,0,1&y=0,0,1,1,0,0,0,1,0/);
});

test("more settings: what cannot be used is named at its field, the rest goes on and is in the link", async ({
  page,
  site,
}) => {
  await open(page, site, "task=moons&guess=negative&update=6&stage=5");
  await page.getByText("More settings").focus();
  await page.keyboard.press("Enter");
  await page.getByRole("combobox", { name: "Optimiser" }).selectOption("momentum");
  const momentum = page.getByRole("textbox", { name: "Momentum μ" });
  for (const wrong of ["1", "NaN", "1e999", "fast", ""]) {
    await momentum.fill(wrong);
    await momentum.press("Enter");
    await expect(page.getByText("A number from 0 to less than 1.")).toBeVisible();
    await expect(momentum).toHaveValue(wrong);
  }
  await momentum.fill("0,5");
  await momentum.press("Enter");
  await expect(page.getByText("A number from 0 to less than 1.")).toHaveCount(0);
  await expect(page).toHaveURL(/opt=momentum&momentum=0\.5/);
  await expect(position(page)).toHaveAttribute("aria-valuetext", "update 6 of 6");
});

test("shuffled batches: the samples of an update are said", async ({ page, site }) => {
  await open(page, site, "task=circle&batch=5&shuffle=on&guess=negative&update=3&stage=5");
  await expect(page.locator(".picture")).toContainText(
    /Update 4 takes sample \d+: batch 4 of 4 in epoch 1\. It is short/,
  );
  await expect(page.getByRole("checkbox", { name: "Shuffle every epoch" })).toBeChecked();
});

test("undo and redo: by keys and by buttons, and said", async ({ page, site }) => {
  await open(page, site, "task=xor&guess=negative&update=5&stage=5");
  const [undo, redo] = ["Undo", "Redo"].map((name) => page.getByRole("button", { name, exact: true }));
  if (!undo || !redo) throw new Error("no buttons");
  await expect(undo).toBeDisabled();
  const weight = field(page, "W1[0][0]");
  const before = await weight.inputValue();
  await weight.fill("2");
  await weight.press("Enter");
  await expect(undo).toBeEnabled();
  await undo.focus();
  await page.keyboard.press("Control+z");
  await expect(weight).toHaveValue(before);
  await expect(page.getByText(/^Undone: W1\[0\]\[0\] is /)).toBeAttached();
  await page.keyboard.press("Control+Shift+z");
  await expect(weight).toHaveValue("2");
  await expect(redo).toBeDisabled();
  await page.getByRole("button", { name: "Reset" }).click();
  await undo.click();
  await undo.click();
  await expect(undo).toBeDisabled();
  await expect(redo).toBeFocused();
  await expect(weight).toHaveValue(before);
  await expect(position(page)).toHaveAttribute("aria-valuetext", "update 5 of 5");
});

test("samples for testing have a cost of their own, and are hollow on the plane", async ({ page, site }) => {
  await open(page, site, "task=moons&guess=negative&stage=5&test=8");
  await page.getByRole("button", { name: "10 updates" }).click();
  await expect(page.locator("line-chart")).toContainText("test samples");
  await expect(
    page.getByRole("heading", { name: /^Cost over the samples it learns from and over those/ }),
  ).toBeVisible();
  await expect(page.locator("decision-region path.hollow.one")).toHaveAttribute("d", /^M/);
  const noise = page.getByRole("textbox", { name: "Noise" });
  await noise.fill("NaN");
  await noise.press("Enter");
  await expect(page.getByText("A number from 0 to 5.")).toBeVisible();
  await noise.fill("0.5");
  await noise.press("Enter");
  await expect(page).toHaveURL(/noise=0\.5&test=8/);
});

test("inputs made of two are chosen, read in their neurons, and not typed", async ({ page, site }) => {
  await open(page, site, "task=xor&guess=negative&stage=5");
  await page.getByText("More settings").click();
  await page.getByRole("checkbox", { name: "x₁x₂" }).check();
  await expect(page.locator("net-view .neuron.input")).toHaveText([/x₁/, /x₂/, /x₁x₂/]);
  await expect(page.locator("net-table").getByRole("textbox", { name: "X[1][0]" })).toHaveCount(1);
  await expect(page.locator("net-table").getByRole("textbox", { name: "X[2][0]" })).toHaveCount(0);
  await expect(page).toHaveURL(/layers=3-2-1&features=x1x2/);
});

test("the table of one's own samples has those for testing too, and no inputs that are made of others", async ({
  page,
  site,
}) => {
  await open(page, site, "task=own&layers=3-2-1&features=x1x2&test=1&x=0,0,1,1,2,3&y=0,1,1&guess=negative&stage=5");
  const table = page.getByRole("textbox", { name: "Samples, one a row; the last column is what the net should give" });
  await expect(table).toHaveValue("x1,x2,y\n0,0,0\n1,1,1\n2,3,1");
  await expect(page.getByRole("textbox", { name: "Test samples" })).toHaveValue("1");
  await table.fill("0,0,0\n1,1,1\n2,3,1\n4,5,0");
  await table.blur();
  await expect(page).toHaveURL(/features=x1x2&x=0,0,1,1,2,3,4,5&y=0,1,1,0/);
  await expect(page.getByText("Sample 1 of 3")).toBeVisible();
});

test("a huge table and a huge net are refused by name, and nothing is lost", async ({ page, site }) => {
  await open(page, site, "task=own&layers=2-2-1&x=0,0,1,1&y=0,1&guess=negative&update=3&stage=5");
  const table = page.getByRole("textbox", { name: "Samples, one a row; the last column is what the net should give" });
  await table.evaluate((area: HTMLTextAreaElement) => {
    area.value = "1,2,0\n".repeat(400_000);
    area.dispatchEvent(new Event("change"));
  });
  await expect(page.locator("#own-wrong .wrong")).toContainText("there may be");
  await expect(position(page)).toHaveAttribute("aria-valuetext", "update 3 of 3");
  await page.getByLabel("Choose a file …").setInputFiles({
    name: "huge.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("1,2,0\n".repeat(400_000)),
  });
  await expect(page.locator("#own-wrong .wrong").first()).toHaveText("huge.csv has 2.4 MB; there may be 1.0 MB.");
  const hidden = page.getByRole("textbox", { name: "Hidden layers" });
  await hidden.fill("1000000000");
  await hidden.press("Enter");
  await expect(page.locator("#wrong .wrong")).toHaveText("Up to 5 hidden layers of 1 to 8 units, such as 2 or 4-3.");
  await expect(page.locator("net-view .neuron")).toHaveCount(5);
});
