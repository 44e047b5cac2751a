/** Through all steps of a circuit by keys, to the last and back. */
import { expect } from "@playwright/test";
import type { Room } from "./room.js";
import type { Snapshot } from "./snapshot.js";

/** Holds what k key presses lead to against what a fresh load of step k shows. Returns how many steps there are. */
export async function stepThrough(room: Room, fresh: (step: number) => Promise<Snapshot>): Promise<number> {
  const last = await fresh(1_000_000);
  const count = Number(/ of (\d+)/.exec(last.position ?? "")?.[1]);
  const loaded: Snapshot[] = [];
  for (let step = 0; step < count; step++) loaded.push(await fresh(step));
  loaded.push(last);

  await fresh(0);
  for (let step = 0; step <= count; step++) {
    if (step > 0) await room.timeline.press("ArrowRight");
    expect(await room.snapshot(), `forwards, step ${step} of ${count}`).toEqual(loaded[step]);
  }
  for (let step = count - 1; step >= 0; step--) {
    await room.timeline.press("ArrowLeft");
    expect(await room.snapshot(), `backwards, step ${step} of ${count}`).toEqual(loaded[step]);
  }
  return count;
}
