/** Stepping is exact: k key presses lead to what a fresh load with `step=k` shows, forwards and backwards. */
import { formatLink } from "../../../../web/src/state/url.js";
import { type RandomProgram, randomPrograms } from "../support/programs.js";
import { expect, test } from "../support/room-fixture.js";
import type { Snapshot } from "../support/snapshot.js";
import { stepThrough } from "../support/stepping.js";

function linkOf({ program, at }: RandomProgram, step: number): string {
  return formatLink({ program, at: new Map(Object.entries(at)), step });
}

for (const [index, random] of randomPrograms(20).entries()) {
  test(`random program ${index + 1}: ${random.program.replaceAll("\n", "; ")}`, async ({ room, site }) => {
    await room.page.emulateMedia({ reducedMotion: "reduce" });
    const fresh = async (step: number): Promise<Snapshot> => {
      await room.open(await site.address("site", linkOf(random, step)));
      return room.snapshot();
    };
    expect(await stepThrough(room, fresh)).toBeGreaterThan(0);
  });
}

test("with motion, a step comes to rest where a fresh load of it stands", async ({ room, site }) => {
  await room.open(await site.address("site", "e=(x+y)*z&x=-2&y=5&z=-4&step=4"));
  const loaded = await room.snapshot();
  await room.open(await site.address("site", "e=(x+y)*z&x=-2&y=5&z=-4&step=2"));
  await room.timeline.press("ArrowRight");
  const moving = await room.snapshot();
  await room.timeline.press("ArrowRight");
  await expect.poll(() => room.snapshot()).toEqual(loaded);
  expect(moving).not.toEqual(loaded);
});
