/** Sizes of the picture, in CSS pixels at full size. EXPERIENCE.md, "Visual language". */

export const COLUMN_PITCH = 112;
export const ROW_PITCH = 88;
/** A gate's circle; the height of every other box. */
export const GATE = 40;
/** From the box to the branch dot; the node's value above it, its gradient below. */
export const STEM = 56;
/** Between the end of the longest stem of a column and the next column's boxes: here wires turn. */
export const GAP = COLUMN_PITCH - GATE - STEM;
/** Between a wire that passes through a column and its neighbours. */
export const LANE = 24;
export const MARGIN = 24;

export const NUMBER_SIZE = 15;
/** Of a number that would not fit its stem: 4.5×10⁻⁵. */
export const LONG_SIZE = 12;
export const CAPTION_SIZE = 13;

/** Baselines and centres relative to the wire. */
export const VALUE_BASELINE = -9;
export const GRADIENT_BASELINE = 19;
export const LEDGER_BASELINE = 37;
export const LEDGER_LINE = 16;
export const NAME_BASELINE = -28;
/** How far below the wire gradients travel: the middle of their digits. */
export const GRADIENT_LANE = 14;

export const SLOT_WIDTH = 32;
export const SLOT_HEIGHT = 18;

export const CELL_WIDTH = 36;
export const CELL_HEIGHT = 22;
/** Between the columns of a grid. */
export const CELL_GAP = 8;
/** Room for the bracket on either side of a grid. */
export const BRACKET = 6;
/** Entries that are still drawn as a grid; above, a heat tile. */
export const GRID_ENTRIES = 16;
export const TILE = 64;

export interface Point {
  x: number;
  y: number;
}
export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * Widths of characters in em, wide enough for every system font: a scene has no DOM to ask. Digits, sign and point are
 * those of a wide sans; letters are averages.
 */
const EM: Record<string, number> = {
  ".,·": 0.35,
  "il ": 0.32,
  "j()[]|ftr": 0.43,
  "⁰¹²³⁴⁵⁶⁷⁸⁹⁻ˣʸᵀ": 0.42,
  "−×+=≈<>÷wN": 0.82,
  "m…@⚠": 1,
};
const OTHERS = 0.64;
const WIDTHS = new Map(
  Object.entries(EM).flatMap(([characters, em]) => [...characters].map((one) => [one.charCodeAt(0), em])),
);

export function textWidth(text: string, size: number): number {
  let em = 0;
  for (let i = 0; i < text.length; i++) em += WIDTHS.get(text.charCodeAt(i)) ?? OTHERS;
  return em * size;
}

export function overlap(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** The box of a text whose baseline starts, is centred or ends at (x, y). */
export function textRect(
  text: string,
  x: number,
  y: number,
  size: number,
  anchor: "start" | "middle" | "end" = "middle",
): Rect {
  const width = textWidth(text, size);
  const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  return { x: left, y: y - 0.76 * size, width, height: size };
}
