/** Nothing that is typed breaks the page: each program gets an answer or a complaint, and the next one works. */
import { readFileSync } from "node:fs";
import { expect, test } from "../support/room-fixture.js";

/** A text, a UTF-16 code unit, or a text repeated with {i} for the number of the time and {j} for the next one. */
type Part = string | { unit: number } | { repeat: [text: string, times: number] };
interface Hostile {
  name: string;
  program: Part | Part[];
  error?: { code: string };
}

function written(part: Part): string {
  if (typeof part === "string") return part;
  if ("unit" in part) return String.fromCharCode(part.unit);
  const [text, times] = part.repeat;
  return Array.from({ length: times }, (_, i) => text.replaceAll("{i}", `${i}`).replaceAll("{j}", `${i + 1}`)).join("");
}

/** As from a clipboard, which would drop the worst of it: NULs and lone surrogates. Runs in the page. */
function paste(line: Element, text: string): void {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  line.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true, composed: true }));
}

const programs: Hostile[] = JSON.parse(readFileSync("tests/data/hostile_programs.json", "utf8"));

test(`${programs.length} hostile programs, and after each of them a friendly one`, async ({ room, site }) => {
  test.setTimeout(180_000);
  await room.open(await site.address("site"));
  await room.program.focus();
  // the editor has taken the place of the plain field
  await expect(room.program).toHaveAttribute("contenteditable", "true");
  const write = async (program: string) => {
    await room.program.focus();
    await room.page.keyboard.press("Control+a");
    await room.program.evaluate(paste, program);
  };
  for (const { name, program, error } of programs) {
    await test.step(name, async () => {
      await write([program].flat().map(written).join(""));
      if (error) await expect(room.complaint, name).not.toBeEmpty();
      else await expect(room.complaint, name).toBeEmpty();
      await expect(room.row("x + y"), name).toHaveCount(error ? 1 : 0);

      await write("(x + y) * z");
      await expect(room.complaint, `after ${name}`).toBeEmpty();
      await expect(room.row("x + y"), `after ${name}`).toHaveCount(1);
    });
  }
});
