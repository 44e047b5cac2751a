/** Stepping is exact: k key presses lead to what a fresh load with `step=k` shows, forwards and backwards. */
import { formatLink } from "../../../../web/src/state/url.js";
import { type RandomProgram, randomPrograms } from "../support/programs.js";
import { expect, test } from "../support/room-fixture.js";
import type { Snapshot } from "../support/snapshot.js";

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
    const last = await fresh(1_000_000);
    const count = Number(/ of (\d+)/.exec(last.position ?? "")?.[1]);
    expect(count).toBeGreaterThan(0);

    const loaded: Snapshot[] = [];
    for (let step = 0; step < count; step++) loaded.push(await fresh(step));
    loaded.push(last);

    await room.open(await site.address("site", linkOf(random, 0)));
    for (let step = 0; step <= count; step++) {
      if (step > 0) await room.timeline.press("ArrowRight");
      expect(await room.snapshot(), `forwards, step ${step} of ${count}`).toEqual(loaded[step]);
    }
    for (let step = count - 1; step >= 0; step--) {
      await room.timeline.press("ArrowLeft");
      expect(await room.snapshot(), `backwards, step ${step} of ${count}`).toEqual(loaded[step]);
    }
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
