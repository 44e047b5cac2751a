/** The main job, wherever a circuit is met and in every browser: the same circuit, the same numbers, no complaint. */
import { expect, test } from "../support/fixtures.js";
import { PLACES } from "../support/site.js";
import { readSnapshot } from "../support/snapshot.js";
import type { Tab } from "../support/tab.js";
import { text } from "../support/text.js";

const PROGRAM = { role: "textbox", name: "Program" };
const PICTURE = { role: "application", name: /^Circuit/ };

/** Name, value and gradient of each gate, as the table says them. */
async function numbers(tab: Tab): Promise<(string | undefined)[][]> {
  const { table } = await tab.run(readSnapshot);
  return table.slice(1).map(([name, _rule, value, gradient]) => [name, value, gradient]);
}

async function write(tab: Tab, program: string): Promise<void> {
  await tab.click(PROGRAM);
  await tab.press("Control+a");
  await tab.type(program);
}

for (const place of PLACES) {
  test(`${place}: opens on (x + y) * z, and a key press moves every number`, async ({ visit }) => {
    const tab = await visit(place);
    await expect
      .poll(() => numbers(tab))
      .toEqual([
        ["x", "-2", "Gradient at x −4"],
        ["y", "5", "Gradient at y −4"],
        ["x + y", "Value of (x + y) 3", "Gradient at (x + y) −4"],
        ["z", "-4", "Gradient at z 3"],
        ["f", "Value of f −12", "Gradient at f 1"],
      ]);
    await tab.focus(PICTURE);
    // from the output to z, which opens for typing and goes up by one step
    for (const key of ["ArrowLeft", "ArrowDown", "F2", "ArrowUp"]) await tab.press(key);
    await expect
      .poll(() => numbers(tab))
      .toEqual([
        ["x", "-2", "Gradient at x −3.90"],
        ["y", "5", "Gradient at y −3.90"],
        ["x + y", "Value of (x + y) 3", "Gradient at (x + y) −3.90"],
        ["z", "-3.9", "Gradient at z 3"],
        ["f", "Value of f −11.70", "Gradient at f 1"],
      ]);
    expect(await tab.complaints()).toEqual([]);
  });

  test(`${place}: another program can be typed, a wrong one says what is wrong, the next one works`, async ({
    visit,
  }) => {
    const tab = await visit(place);
    await expect.poll(() => numbers(tab)).toHaveLength(5);
    await write(tab, "x = 3; x * x + x");
    await expect
      .poll(() => numbers(tab))
      .toEqual([
        ["x", "3", "Gradient at x 7"],
        ["x × x", "Value of (x × x) 9", "Gradient at (x × x) 1"],
        ["f", "Value of f 12", "Gradient at f 1"],
      ]);
    await write(tab, "5y + 3");
    await text(tab, "An operator is missing.");
    await tab.click({ role: "button", name: "Write 5*y + 3" });
    await expect
      .poll(() => numbers(tab))
      .toEqual([
        ["y", "5", "Gradient at y 5"],
        ["5 × y", "Value of (5 × y) 25", "Gradient at (5 × y) 1"],
        ["f", "Value of f 28", "Gradient at f 1"],
      ]);
    await write(tab, "max(2, -z");
    await text(tab, "“(” is never closed.");
    await tab.type(")");
    await expect
      .poll(() => numbers(tab))
      .toEqual([
        ["z", "-4", "Gradient at z −1"],
        ["−z", "Value of (−z) 4", "Gradient at (−z) 1"],
        ["f", "Value of f 4", "Gradient at f 1"],
      ]);
    expect(await tab.complaints()).toEqual([]);
  });

  test(`${place}: every browser computes the same digits`, async ({ visit }) => {
    const tab = await visit(place, "e=tanh(w)*exp(x)+sin(w*x)^3&w=0.7&x=-1.3");
    const why = async (name: RegExp, digits: string) => {
      await tab.focus({ role: "button", name });
      await tab.press("Enter");
      await text(tab, digits);
    };
    await why(/^Value of f/, "0.3274010014196368");
    await why(/^Gradient at x/, "0.968080479439451");
    await why(/^Gradient at w/, "1.318988080199048");
    expect(await tab.complaints()).toEqual([]);
  });
}
