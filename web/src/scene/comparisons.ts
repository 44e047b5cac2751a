/** Comparisons in digits that show the difference. */
import { formatDigits, fullPrecision } from "./numbers.js";
import { formatShort, withoutZeros } from "./sentence-parts.js";

/** The ops that compare, as they are written between numbers. */
export const COMPARISONS: Record<string, string> = {
  less: "<",
  less_equal: "≤",
  greater: ">",
  greater_equal: "≥",
  equal: "=",
  not_equal: "≠",
};

/** `3 > 1`: what a router compared, in enough digits to show the difference. */
export function comparisonText(op: string, inputs: readonly number[], winner: number): string {
  const relation = op === "max" ? ">" : "<";
  const others = inputs.filter((_, i) => i !== winner);
  const texts = others.slice(0, 2).map((other) => distinct(inputs[winner] as number, other).join(` ${relation} `));
  return others.length > 2 ? `${texts[0]}, …` : texts.join(", ");
}

/** Two numbers as they are written, in digits that tell them apart if they differ. */
export function distinct(a: number, b: number): [string, string] {
  for (let digits = 2; digits < 17 && a !== b; digits++) {
    const texts: [string, string] = [
      withoutZeros(formatDigits(a, digits), a),
      withoutZeros(formatDigits(b, digits), b),
    ];
    if (texts[0] !== texts[1]) return texts;
  }
  return a === b ? [formatShort(a), formatShort(b)] : [fullPrecision(a), fullPrecision(b)];
}
