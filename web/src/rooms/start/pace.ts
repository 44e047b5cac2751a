/** How fast updates are played: the first ones slowly enough to be read, since they decide; the rest in a few seconds. */
const SLOW_UPDATES = 4;
const SLOW = 900;
const REST = 7000;

/** The position some milliseconds later, never beyond the last update. */
export function advance(position: number, elapsed: number, last: number): number {
  const end = Math.min(SLOW_UPDATES, last);
  let left = elapsed;
  let at = position;
  if (at < end) {
    const needed = (end - at) * SLOW;
    if (left <= needed) return at + left / SLOW;
    left -= needed;
    at = end;
  }
  return Math.min(last, at + (left / REST) * Math.max(last - end, 1));
}
