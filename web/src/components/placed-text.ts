/** Where the values of a histogram lie, in words. */
import { msg } from "../locales/index.js";
import type { Scale } from "../scene/histogram.js";
import { formatNumber, superscript } from "../scene/numbers.js";
import { quantileOf } from "../scene/strip.js";

type Ends = Pick<Scale, "from" | "to" | "isLog">;

/** Below which number this share of them lies: `about 0.50`, `below −1.1`, `about 10⁻³`. */
export function placedText(counts: readonly number[], scale: Ends, share: number): string {
  const placed = quantileOf(counts, scale, share);
  if (!placed) return msg("start-strip-nothing");
  const { at, side } = placed;
  const number = scale.isLog ? `10${superscript(String(Math.round(at)))}` : formatNumber(Math.round(at * 100) / 100);
  return msg(`start-strip-${side}`, { number });
}

/** All of it: where the quarters end. */
export function quartersText(counts: readonly number[], scale: Ends): string {
  const [first, middle, third] = [0.25, 0.5, 0.75].map((share) => placedText(counts, scale, share));
  return msg("start-quarters", { first, middle, third } as Record<string, string>);
}
