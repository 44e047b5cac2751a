/**
 * How numbers are written. `0` means exactly zero; a rounded number never looks like zero and never like an exact one.
 * Every text here uses U+2212 for minus.
 */
import type { Value } from "../engine/protocol.js";

/** A slot reserves room for this many characters, so that a drag does not jitter. */
export const SLOT_CHARACTERS = 7;
export const MINUS = "−";

/** Integers up to here keep all their digits: the longest fill a slot. */
const LARGEST_INTEGER = 9_999_999;
const SMALLEST_PLAIN = 0.005;
const LARGEST_PLAIN = 1e5;

const FIGURE_SPACE = "\u2007";
const PUNCTUATION_SPACE = "\u2008";

/** As on a wire: `−4`, `0.39`, `123.5`, `4.5×10⁻⁵`, `0` for exactly zero, `NaN`, `−∞`. */
export function formatNumber(x: number): string {
  return formatDigits(x, 2);
}

/** The same as an operand: negative numbers in parentheses. */
export function formatOperand(x: number): string {
  return parenthesized(formatNumber(x));
}

export function parenthesized(text: string): string {
  return text.startsWith(MINUS) ? `(${text})` : text;
}

/**
 * As on a wire, but with at least `significant` digits (2 are the rule itself). Integers stay integers.
 * More digits never print fewer: 57.29 keeps its two decimals when 3 are asked for.
 */
export function formatDigits(x: number, significant: number): string {
  return typographic(plainDigits(x, significant));
}

/** `formatDigits` in the notation of JavaScript: `-0.39`, `4.5e-5`. */
export function plainDigits(x: number, significant: number): string {
  if (!Number.isFinite(x)) return String(x);
  const magnitude = Math.abs(x);
  if (Number.isInteger(x) && magnitude <= LARGEST_INTEGER) return x === 0 ? "0" : String(x);
  const text = fixedDigits(x, significant);
  if (text !== null) return text;
  const exact = x.toExponential();
  const rounded = x.toExponential(Math.max(1, significant - 1));
  return exact.length < rounded.length && !exact.includes(".") ? exact : rounded;
}

/** Decimals on a wire, by how large the number is. */
const CLASSES = [
  { below: 100, decimals: 2 },
  { below: 1000, decimals: 1 },
  { below: LARGEST_PLAIN, decimals: 0 },
];

/** Null where the number needs a power of ten. */
function fixedDigits(x: number, significant: number): string | null {
  const magnitude = Math.abs(x);
  if (magnitude < SMALLEST_PLAIN) return null;
  for (const { below, decimals } of CLASSES) {
    if (magnitude >= below) continue;
    const text = x.toFixed(significant === 2 ? decimals : Math.max(decimals, decimalsFor(x, significant)));
    // rounding may carry into the next class: 99.999 is 100.0
    if (Math.abs(Number(text)) < below) return text;
  }
  return null;
}

function decimalsFor(x: number, significant: number): number {
  return significant - 1 - Number(x.toExponential(significant - 1).split("e")[1]);
}

/** All the digits that tell this double from its neighbours, at most 17. */
export function fullPrecision(x: number): string {
  return typographic(Object.is(x, -0) ? "0" : String(x));
}

/** What is copied: every program reads it back as the same double. */
export function copyText(x: number): string {
  return String(x);
}

/** At most five characters where possible, for the 36 px cells of a grid. */
export function formatCell(x: number): string {
  const plain = formatNumber(x);
  if (plain.replace(MINUS, "").length <= 4) return plain;
  const magnitude = Math.abs(x);
  if (magnitude >= 0.0005 && magnitude < SMALLEST_PLAIN) return typographic(x.toFixed(3));
  if (magnitude < SMALLEST_PLAIN || magnitude >= 9999.5) return typographic(shorterExponential(x));
  return typographic(x.toFixed(magnitude < 9.995 ? 2 : magnitude < 99.95 ? 1 : 0));
}

function shorterExponential(x: number): string {
  return Number.isFinite(x) ? x.toExponential(0) : String(x);
}

/** `[2, −3]` for a column, `[[1, 2], [3, 4]]` for rows; as the language reads it, but for the minus. */
export function formatValue(value: Value, format: (x: number) => string = formatNumber): string {
  if (typeof value === "number") return format(value);
  const column = value.every((row) => row.length === 1);
  const rows = value.map((row) => row.map(format).join(", "));
  return `[${(column ? rows : rows.map((row) => `[${row}]`)).join(", ")}]`;
}

/** Pads texts of one column so that their decimal points are above each other in tabular figures. */
export function alignOnPoint(texts: readonly string[]): string[] {
  const parts = texts.map((text) => {
    const [, head = "", tail = ""] = /^([−∞NaN\d]*)(.*)$/u.exec(text) ?? [];
    return { head, tail };
  });
  const head = Math.max(0, ...parts.map((part) => part.head.length));
  const tail = Math.max(0, ...parts.map((part) => part.tail.length));
  return parts.map((part) => {
    const after =
      part.tail === "" && tail > 0
        ? PUNCTUATION_SPACE + FIGURE_SPACE.repeat(tail - 1)
        : FIGURE_SPACE.repeat(tail - part.tail.length);
    return FIGURE_SPACE.repeat(head - part.head.length) + part.head + part.tail + after;
  });
}

const SUPERSCRIPTS: Record<string, string> = {
  "-": "⁻",
  "0": "⁰",
  "1": "¹",
  "2": "²",
  "3": "³",
  "4": "⁴",
  "5": "⁵",
  "6": "⁶",
  "7": "⁷",
  "8": "⁸",
  "9": "⁹",
};

/** `-12` as `⁻¹²`. */
export function superscript(integer: string): string {
  return [...integer].map((character) => SUPERSCRIPTS[character] ?? character).join("");
}

/** From JavaScript's notation to the page's: `-4.5e-5` becomes `−4.5×10⁻⁵`. */
function typographic(text: string): string {
  const [mantissa = "", exponent] = text.split("e");
  const digits = mantissa.replace("-", MINUS).replace("Infinity", "∞");
  return exponent === undefined ? digits : `${digits}×10${superscript(exponent.replace("+", ""))}`;
}
