/** Where the numbers of a placed gate stand: the value above its stem, the gradient below, the ledger under that. */
import type { Value } from "../engine/protocol.js";
import { captionRoom, gridWidth, tileSize } from "./gates.js";
import type { PlacedGate } from "./layout.js";
import { around, inflate } from "./marks.js";
import {
  BRACKET,
  CELL_HEIGHT,
  GRADIENT_BASELINE,
  LEDGER_BASELINE,
  LONG_SIZE,
  NAME_BASELINE,
  NUMBER_SIZE,
  type Point,
  type Rect,
  SLOT_HEIGHT,
  SLOT_WIDTH,
  STEM,
  textRect,
  textWidth,
  VALUE_BASELINE,
} from "./metrics.js";

export type Side = "value" | "gradient";

export function stemMiddle(gate: PlacedGate): Point {
  return { x: (gate.stemX + gate.dotX) / 2, y: gate.y };
}

/** Room on the stem and in the gap after it. */
const WIDEST_NUMBER = STEM + 6;

/** A number that is too long for its stem is set smaller. */
export function isLong(text: string): boolean {
  return textWidth(text, NUMBER_SIZE) > WIDEST_NUMBER;
}

/** Baseline of a number, in the middle of the stem or, if it is too long, pushed off the box. */
export function numberPlace(gate: PlacedGate, side: Side, text = ""): Point {
  const { x, y } = stemMiddle(gate);
  const width = textWidth(text, isLong(text) ? LONG_SIZE : NUMBER_SIZE);
  return { x: Math.max(x, gate.stemX + 3 + width / 2), y: y + (side === "value" ? VALUE_BASELINE : GRADIENT_BASELINE) };
}

/** The middle of the number's digits, or of its grid: where copies start and land. */
export function numberMiddle(gate: PlacedGate, side: Side): Point {
  if (gate.matrix !== null) {
    const { x, y, width, height } = gridRect(gate, side);
    return { x: x + width / 2, y: y + height / 2 };
  }
  const { x, y } = numberPlace(gate, side);
  return { x, y: y - 5.5 };
}

/** The cells of a grid, or the heat tile. */
export function gridRect(gate: PlacedGate, side: Side): Rect {
  const matrix = side === "value" ? gate.matrix : gate.gradient;
  if (matrix === null) return { ...numberPlace(gate, side), width: 0, height: 0 };
  const { width, height } =
    matrix.as === "tile" ? tileSize(matrix) : { width: gridWidth(matrix.columns), height: matrix.rows * CELL_HEIGHT };
  const { x, y } = stemMiddle(gate);
  return { x: x - width / 2, y: side === "value" ? y - 7 - height : y + 8, width, height };
}

/** The box of what is written there, at least as large as a slot. */
export function numberRect(gate: PlacedGate, side: Side, text: string): Rect {
  if (gate.matrix !== null) return inflate(gridRect(gate, side), BRACKET, 2);
  const { x, y } = numberPlace(gate, side, text);
  const written = textRect(text, x, y, isLong(text) ? LONG_SIZE : NUMBER_SIZE);
  const slot = around(numberMiddle(gate, side), SLOT_WIDTH, SLOT_HEIGHT);
  return written.width > slot.width ? { ...slot, x: written.x, width: written.width } : slot;
}

/** Baseline of the first caption line under the gradient. */
export function ledgerPlace(gate: PlacedGate): Point {
  const { x, y } = stemMiddle(gate);
  if (gate.matrix === null) return { x, y: y + LEDGER_BASELINE };
  const grid = gridRect(gate, "gradient");
  return { x, y: grid.y + grid.height + captionRoom(gate.matrix, 30, 19) };
}

export function namePlace(gate: PlacedGate): Point {
  const { x, y } = stemMiddle(gate);
  if (gate.matrix === null) return { x, y: y + NAME_BASELINE };
  return { x, y: gridRect(gate, "value").y - captionRoom(gate.matrix, 24, 11) };
}

export function isMatrix(value: Value | null): value is number[][] {
  return Array.isArray(value);
}
