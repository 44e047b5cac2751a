/** `test` with the Circuit room of the built site. */
import { test as base, expect } from "./page-fixture.js";
import { Room } from "./room.js";

export const test = base.extend<{ room: Room }>({
  room: ({ page }, use) => use(new Room(page)),
});

export { expect };
