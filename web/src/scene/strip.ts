/** The histogram of one layer over all updates: a column an update, the darker the more of its values are there. */
import type { Scale } from "./histogram.js";

export interface StripScene {
  width: number;
  height: number;
  /** Path data of all squares that are about as dark, the palest first. */
  shades: string[];
  /** Where the update that is shown is. */
  at: number;
  zero: number;
}

const STRIP = { width: 320, height: 96 };
const SHADES = 6;

/** A column an update, from the left; shares as shades, by their roots, so that few are still seen. */
export function stripScene(
  updates: readonly number[],
  counts: readonly (readonly number[])[],
  shown: number,
  { from, to }: Scale,
): StripScene {
  const { width, height } = STRIP;
  const last = Math.max(updates.at(-1) ?? 1, 1);
  const column = width / Math.max(updates.length, 1);
  const shades = Array<string>(SHADES).fill("");
  for (const [x, bins] of counts.entries()) {
    const total = bins.reduce((sum, count) => sum + count, 0);
    const bin = height / Math.max(bins.length, 1);
    for (const [y, count] of bins.entries()) {
      const shade = Math.ceil(Math.sqrt(total > 0 ? count / total : 0) * SHADES);
      if (shade === 0) continue;
      shades[shade - 1] +=
        `M${round(x * column)} ${round(height - (y + 1) * bin)}h${round(column)}v${round(bin)}h${-round(column)}z`;
    }
  }
  return {
    width,
    height,
    shades,
    at: round((Math.min(shown, last) / last) * (width - column) + column / 2),
    zero: round(height - ((0 - from) / (to - from)) * height),
  };
}

/** About where a value is; on a scale of powers, of which power. In the first and last bin it may be anywhere beyond. */
export interface Placed {
  at: number;
  side: "below" | "above" | "inside";
}

/** Below which this share of all values lies; null where nothing was counted. */
export function quantileOf(
  counts: readonly number[],
  { from, to }: Pick<Scale, "from" | "to">,
  share: number,
): Placed | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  let passed = 0;
  const bin = counts.findIndex((count) => (passed += count) >= share * total && count > 0);
  const at = (edge: number) => from + (edge / counts.length) * (to - from);
  if (bin === 0) return { at: at(1), side: "below" };
  return bin === counts.length - 1 ? { at: at(bin), side: "above" } : { at: at(bin + 0.5), side: "inside" };
}

function round(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}
