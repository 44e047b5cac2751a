/** How much room things need above and below a wire. */
import { type Gate, stackHeight } from "./gates.js";
import { ROW_PITCH } from "./metrics.js";

/** A name above the value. */
const NAME = 16;
/** A tag over or under a gate. */
const TAG = 24;
const ONE_LINE = 22;
const TWO_LINES = 38;
/** From a wire to the bottom of a second line of caption. */
const SECOND_LINE = 60;

/** Room kept free on either side of a node's wire; the wire stays in the middle. */
export function halfOf(gate: Gate, readers: number): number {
  const caption = readers < 2 ? 0 : readers === 3 || readers === 4 ? TWO_LINES : ONE_LINE;
  const name = gate.name === null ? 0 : NAME;
  return Math.max(ROW_PITCH / 2, gate.height / 2 + TAG, stackHeight(gate) + Math.max(caption, name) + 4);
}

/** From the wire to the top of what stands above it. */
export function topOf(gate: Gate): number {
  return Math.max(gate.height / 2, stackHeight(gate) + (gate.name === null ? 4 : NAME + 4));
}

/** Lines of caption for which the other gates of a column leave room under a gradient. */
export function ledgerLines(y: number, column: readonly { gate: Gate; y: number }[]): 1 | 2 {
  const below = column.filter((other) => other.y > y);
  const room = Math.min(
    ...below.map((other) => other.y - Math.max(other.gate.height / 2 + TAG, topOf(other.gate)) - y),
  );
  return room >= SECOND_LINE ? 2 : 1;
}
