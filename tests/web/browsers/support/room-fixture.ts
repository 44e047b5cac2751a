/** `test` with the Circuit room of the built site, in Chromium. No test may leave a complaint behind. */
import { addProbe } from "./chromium.js";
import { test as base, expect } from "./fixtures.js";
import { Room } from "./room.js";

export const test = base.extend<{ room: Room }>({
  room: async ({ page }, use) => {
    const complaints = await addProbe(page);
    await use(new Room(page));
    expect(await complaints()).toEqual([]);
  },
});

export { expect };
