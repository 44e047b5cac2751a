/** The lab of starting weights on the built site: guessed, played, scrubbed and shared, by keys and on any screen. */
import type { Page } from "@playwright/test";
import { violationsOn } from "../support/axe.js";
import { expect, test } from "../support/page-fixture.js";
import type { Site } from "../support/site.js";

test.use({ contextOptions: { reducedMotion: "reduce" } });

/** With the runs there. */
async function open(page: Page, site: Site, fragment: string): Promise<void> {
  await page.goto(`${await site.address("site")}labs/start/#${fragment}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Starting weights");
  await expect(page.getByText("The runs are being computed …")).toHaveCount(0, { timeout: 30_000 });
}
const pictures = (page: Page) => page.locator("unit-plane svg.plane, layer-bars svg.bars");
/** But for the marks that Lit leaves, which differ from one load to the next. */
const shown = (page: Page) =>
  pictures(page).evaluateAll((found) => found.map(({ outerHTML }) => outerHTML.replace(/<!--.*?-->/g, "")));
const position = (page: Page) => page.getByRole("slider", { name: "Update", exact: true });

const GUESSED = "guesses=zero.one,constant.one,break.two,deep.half,xavier.fades";
for (const theme of ["light", "dark"]) {
  for (const state of [
    "lab=zero",
    `lab=zero&${GUESSED}&update=300`,
    `lab=break&${GUESSED}`,
    `lab=deep&${GUESSED}`,
    "lab=free&seeds=1",
    "lab=free&seeds=1&schemes=he_normal&opt=adamw&batch=10&chart=accuracy",
    "lab=free&seeds=1&schemes=hand,scaled&layers=3&data=own&own=a,b,c|1,2,u|2,x,v|3,1,w",
  ]) {
    test(`${theme}: axe finds nothing on ${state.replace(GUESSED, "guessed")}`, async ({ page, site }) => {
      await open(page, site, `${state}&theme=${theme}`);
      for (const summary of await page.getByText("Look closer").all()) await summary.click();
      expect(await violationsOn(page)).toEqual([]);
    });
  }
}

test("experiment 1 by keys: a guess, the finding, one update back, on to the next", async ({ page, site }) => {
  await open(page, site, "lab=zero");
  await expect(page.getByRole("button", { name: "Play" })).toBeDisabled();
  await expect(page.locator("unit-plane .words")).toHaveText([
    "4 units in one, at (0, 0)",
    "4 units in one, at (0, 0)",
  ]);
  await page.getByRole("button", { name: "Nothing has moved: every gradient is 0" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.locator(".found")).toContainText("After 300 updates all 4 sigmoid units are still one");
  await expect(page.locator(".verdict")).toContainText("The hidden weights do have the gradient 0");
  await expect(page.getByRole("button", { name: "Play" })).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(position(page)).toHaveAttribute("aria-valuetext", "update 299 of 300");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Home");
  await expect(position(page)).toHaveAttribute("aria-valuetext", "update 0 of 300");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(page.locator("unit-plane .words").first()).not.toContainText("(0, 0)");
  await expect(page).toHaveURL(/lab=zero&guesses=zero\.nothing&update=2/);
  await page.getByRole("button", { name: "Next: Constant" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 2 })).toHaveText("Constant");
  await expect(page.getByRole("button", { name: "2 Constant" })).toBeFocused();
});

test("playing moves through the updates, and a pause keeps the one that is shown", async ({ page, site }) => {
  await open(page, site, `lab=constant&${GUESSED}&update=0`);
  await page.getByRole("button", { name: "Play" }).click();
  await expect(position(page)).toHaveAttribute("aria-valuetext", "update 2 of 600");
  await page.getByRole("button", { name: "Pause" }).click();
  const paused = await shown(page);
  await page.waitForTimeout(1200);
  expect(await shown(page)).toEqual(paused);
});

test("scrubbing back, opening a link there and loading it again give the same picture", async ({ page, site }) => {
  await open(page, site, `lab=constant&${GUESSED}&update=600`);
  await position(page).fill("40");
  await expect(page).toHaveURL(/update=40$/);
  const scrubbed = await shown(page);
  await page.reload();
  await expect(page.locator("unit-plane")).toHaveCount(2);
  await expect.poll(() => shown(page)).toEqual(scrubbed);
  await page.goto("about:blank");
  await open(page, site, `lab=constant&${GUESSED}&update=40`);
  expect(await shown(page)).toEqual(scrubbed);
});

test("the student's own weight is changed, what is no number is named at its field", async ({ page, site }) => {
  await open(page, site, `lab=break&${GUESSED}`);
  const by = page.getByRole("textbox", { name: "Change by" });
  await by.fill("lots");
  await by.press("Enter");
  await expect(page.locator(".wrong")).toHaveText("A number from −0.5 to 0.5, not 0.");
  await expect(by).toHaveValue("lots");
  await by.fill("-0.2");
  await by.press("Enter");
  await page.getByRole("combobox", { name: "Unit", exact: true }).selectOption("3");
  await expect(page.locator(".found")).toContainText(
    "Changing one weight of unit 3 by −0.20 made 2 different units of 4",
  );
  await expect(page).toHaveURL(/unit=3&by=-0\.2/);
});

test("20 layers: bars on one axis, the factor as a power, the end of what is not finite", async ({ page, site }) => {
  await open(page, site, "lab=deep");
  await expect(page.locator("layer-bars")).toHaveCount(0);
  await page.getByRole("button", { name: "About half" }).click();
  await expect(page.locator(".factor")).toHaveText(["×0.5 a layer: 0.5⁹ ≈ 0.002", "×1.5 a layer: 1.5⁹ ≈ 38.4"]);
  await expect(page.locator(".ended")).toHaveText("This run ended at update 2: a number is no longer finite.");
});

test("the free lab: schemes side by side, bands over seeds, a bad width named", async ({ page, site }) => {
  test.slow();
  await open(page, site, "lab=free&schemes=zero,he_normal&seeds=5");
  await expect(page.locator("decision-region")).toHaveCount(2);
  // zero draws nothing, so that it has no band
  await expect(page.locator("line-chart .band")).toHaveCount(1);
  await page.getByRole("checkbox", { name: /^Xavier/ }).check();
  await expect(page.locator("decision-region")).toHaveCount(3);
  const widths = page.getByRole("textbox", { name: "Hidden layers" });
  for (const text of ["6-400", "1000000000"]) {
    await widths.fill(text);
    await widths.press("Enter");
    await expect(page.locator("#wrong")).toHaveText(
      "Up to 50 hidden layers of 1 to 32 units, such as 6-3, or 24×50 for 50 layers of 24.",
    );
    await expect(widths).toHaveValue(text);
  }
  await widths.fill("4");
  await widths.press("Enter");
  await expect(page).toHaveURL(/layers=4&schemes=zero,xavier_normal,he_normal&seeds=5/);
});

test("optimisers, mini-batches and a curve of right answers are chosen by keys and in the link", async ({
  page,
  site,
}) => {
  await open(page, site, "lab=free&schemes=zero,he_normal&seeds=5&rate=0.01");
  await page.getByRole("combobox", { name: "Optimiser" }).focus();
  for (let press = 0; press < 5; press++) await page.keyboard.press("ArrowDown");
  await expect(page.getByText("β₁ = 0.9, β₂ = 0.999, ε = 1×10⁻⁸")).toBeVisible();
  await page.getByRole("combobox", { name: "Samples an update" }).selectOption("10");
  await expect(page.getByText("An epoch, in which every sample is seen once, is 10 updates here")).toBeVisible();
  await page.getByRole("combobox", { name: "Curves of" }).selectOption("Right answers");
  const chart = page.getByRole("slider", { name: "Right answers of each way to start, over the updates" });
  await expect(chart).toHaveAttribute("aria-valuetext", /^Update 300: zero 50, He \d/);
  await expect(page.locator(".regions figure").first()).toContainText("50 % right");
  await expect(page).toHaveURL(/schemes=zero,he_normal&seeds=5&rate=0\.01&opt=adam&batch=10&chart=accuracy$/);
});

test("a deep net: a change ends what is under way, and the new one is there at once", async ({ page, site }) => {
  test.slow();
  await open(page, site, "lab=free&layers=24x50&schemes=he_normal,lecun_normal&seeds=20");
  await expect(page.locator(".progress .hint")).toContainText("of 40 runs", { timeout: 20_000 });
  await page.getByRole("textbox", { name: "Hidden layers" }).fill("4");
  await page.keyboard.press("Enter");
  await expect(page.locator(".regions figure")).toHaveCount(2);
  await expect(page.getByText("layer 1: 4 of 4 units differ").first()).toBeVisible({ timeout: 4000 });
  await expect(page).toHaveURL(/layers=4&/);
});

test("bad numbers are named at their fields, and what was typed stays", async ({ page, site }) => {
  await open(page, site, "lab=free&schemes=zero&seeds=1");
  for (const [name, text, problem] of [
    ["Learning rate η", "NaN", "A number above 0 and at most 10."],
    ["Learning rate η", "Infinity", "A number above 0 and at most 10."],
    ["Samples", "0", "A whole number from 1 to 1000."],
    ["Samples", "1e9", "A whole number from 1 to 1000."],
    ["Noise", "-1", "A number from 0 to 5."],
  ] as const) {
    const field = page.getByRole("textbox", { name, exact: true });
    await field.fill(text);
    await field.press("Enter");
    await expect(field).toHaveValue(text);
    await expect(field).toHaveAccessibleDescription(problem);
  }
  await expect(page).toHaveURL(/lab=free&update=300&schemes=zero&seeds=1$/);
});

const OWN = ["w;h;kind", "0,5;1;cat", "1,5;2;cat", "-1;0,5;dog", "-2;-1;dog", "0;-3;bird", "1;-3,5;bird"].join("\n");

test("own samples by keys: bad rows named, then trained on, then sent in a link", async ({ page, site }) => {
  await open(page, site, "lab=free&schemes=xavier_normal&seeds=1");
  await page.getByRole("button", { name: "Your own" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  const text = page.getByRole("textbox", { name: /^Samples, one a row/ });
  await expect(text).toBeFocused();
  await page.keyboard.insertText(`${OWN}\n7;x;cat\n8;9`);
  await page.keyboard.press("Tab");
  await expect(page.locator(".problems li")).toHaveText([
    "Row 8: “x” is no number in column h.",
    "Row 9 has 2 columns, row 1 has 3.",
  ]);
  await text.fill(OWN);
  await text.blur();
  await expect(page.locator(".problems li")).toHaveCount(0);
  await expect(page.locator("data-source .legend")).toContainText("kind = bird (2)");
  await expect(page.locator("decision-region")).toHaveCount(1);
  await page.getByRole("combobox", { name: "Class in the pictures" }).selectOption("dog");
  await expect(page.getByText("● should give dog, ■ something else.")).toBeVisible();
  await expect(page).toHaveURL(/data=own&own=w,h,kind\|0\.5,1,cat\|/);
  const sent = page.url();
  await page.goto("about:blank");
  await page.goto(sent);
  await expect(page.locator("data-source .legend")).toContainText("kind = dog (2)");
  await expect(page.getByRole("textbox", { name: /^Samples, one a row/ })).toHaveValue(/^w,h,kind\n0\.5,1,cat\n/);
});

test("a CSV file is chosen, another one dropped", async ({ page, site }) => {
  await open(page, site, "lab=free&schemes=zero&seeds=1&data=own");
  const file = { name: "a.csv", mimeType: "text/csv", buffer: Buffer.from("\uFEFFx,y\r\n1,2.5\r\n2,3.5\r\n") };
  await page.locator("data-source input[type=file]").setInputFiles(file);
  await expect(page.locator("data-source sample-view")).toContainText("2 samples, from x to y.");
  await page.locator("data-source textarea").evaluate((field) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(["1 2 no\n3 4 yes\n5 6 no"], "b.csv"));
    field.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, composed: true, cancelable: true }));
  });
  await expect(page.locator("data-source sample-view")).toContainText("3 samples, from x1, x2 to y.");
});

test("weights by hand: a field each, another number is trained on", async ({ page, site }) => {
  await open(page, site, "lab=free&schemes=hand&layers=2&seeds=1");
  const weight = page.getByRole("textbox", { name: "layer 1, unit 2, weight of x1" });
  await weight.fill("some");
  await weight.press("Enter");
  await expect(page.getByText("“some” is no number from −1000 to 1000.")).toBeVisible();
  await weight.fill("0,75");
  await weight.press("Enter");
  await expect(page).toHaveURL(/hand=[^&]*,0\.75,/);
});

test("look closer: sums and gradients of every layer, one layer over the updates", async ({ page, site }) => {
  test.slow();
  await open(page, site, "lab=free&schemes=too_small,too_large&layers=4x8&act=tanh&seeds=1");
  await page.getByText("Look closer").click();
  await expect(page.locator("layer-details tbody tr")).toHaveCount(18);
  await page.locator("layer-strip summary").first().click();
  await expect(page.locator("layer-strip tbody").first().locator("tr")).toHaveCount(11);
  await page.getByRole("combobox", { name: "Histograms of" }).selectOption("Gradients at weights");
  await page.getByRole("combobox", { name: "Layer over the updates" }).selectOption("2");
  await expect(page.locator("layer-strip p").first()).toHaveText(
    /^too small, layer 2: the middle one is about 10⁻¹¹ at update 0/,
    { timeout: 20_000 },
  );
});

for (const state of [
  "lab=zero",
  `lab=break&${GUESSED}&update=600`,
  `lab=xavier&${GUESSED}`,
  "lab=free&seeds=1",
  "lab=free&seeds=1&schemes=hand&data=own&own=a,b,c|1,2,u|2,x,v",
  "lab=free&seeds=1&schemes=zero&data=own&own=a,price|1,2000|2,3000",
]) {
  test(`320 px: no sideways scrolling on ${state.replace(GUESSED, "guessed")}`, async ({ page, site }) => {
    await page.setViewportSize({ width: 320, height: 568 });
    await open(page, site, state);
    for (const summary of await page.getByText("Look closer").all()) await summary.click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
}
