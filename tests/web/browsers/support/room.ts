/** The Circuit room in Chromium, by the names a person knows its parts by. */
import { expect, type Locator, type Page } from "@playwright/test";
import { readSnapshot, type Snapshot } from "./snapshot.js";

export class Room {
  readonly page: Page;
  readonly program: Locator;
  readonly picture: Locator;
  readonly table: Locator;
  readonly timeline: Locator;
  /** What is wrong with the program; it describes the program line. */
  readonly complaint: Locator;
  /** The two lines under the picture. */
  readonly sentence: Locator;
  /** What stands in their place during a drag. */
  readonly nudge: Locator;
  readonly why: Locator;

  constructor(page: Page) {
    this.page = page;
    this.program = page.getByRole("textbox", { name: "Program", exact: true });
    this.picture = page.getByRole("application", { name: /^Circuit\./ });
    this.table = page.getByRole("table", { name: "All gates" });
    this.timeline = page.getByRole("slider", { name: "Position on the timeline" });
    this.complaint = page.locator("#complaint");
    this.sentence = page.locator("circuit-sentence p");
    this.nudge = page.locator("nudge-readout p");
    this.why = page.locator("why-panel");
  }

  /** Loads the page afresh, also when only the link differs. */
  async open(address: string): Promise<void> {
    await this.page.goto("about:blank");
    await this.page.goto(address);
    await expect(this.picture).toBeVisible();
  }

  /** Replaces the program, key by key, and leaves the line. */
  async write(program: string): Promise<void> {
    await this.program.click();
    await this.page.keyboard.press("Control+a");
    await this.page.keyboard.type(program);
    await this.timeline.focus();
  }

  row(name: string): Locator {
    return this.table.getByRole("row").filter({ has: this.page.getByRole("rowheader", { name, exact: true }) });
  }
  /** The gradient of a row as it is spoken: `Gradient at x −4`. */
  gradient(name: string): Locator {
    return this.row(name).getByRole("button", { name: /^Gradient at/ });
  }
  value(name: string): Locator {
    return this.row(name).getByRole("button", { name: /^Value of/ });
  }
  /** The field in which an input can be changed without the picture. */
  input(name: string): Locator {
    return this.row(name).getByRole("spinbutton");
  }
  /** A text in the drawing. */
  drawn(text: string): Locator {
    return this.picture.getByText(text, { exact: true });
  }
  button(name: string): Locator {
    return this.page.getByRole("button", { name, exact: true });
  }

  /** Drags the pill of an input sideways, as by hand, and holds it there until `release`. */
  async drag(name: string, pixels: number): Promise<{ release(): Promise<void> }> {
    const box = await this.drawn(name).first().boundingBox();
    if (!box) throw new Error(`no pill ${name}`);
    const { mouse } = this.page;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await mouse.move(x, y);
    await mouse.down();
    await mouse.move(x + pixels, y, { steps: 4 });
    return { release: () => mouse.up() };
  }

  /** Takes away the buttons that lie over the picture. */
  async clearPicture(): Promise<void> {
    await this.page.locator(".picture-tools").evaluate((tools: HTMLElement) => {
      tools.hidden = true;
    });
  }

  /** Everything the room shows of the circuit at this moment. */
  snapshot(): Promise<Snapshot> {
    return this.page.evaluate(readSnapshot);
  }
}
