/** What is read from an op's notation: its operands, and the program that is the op alone. */
import type { OpDescription } from "../engine/protocol.js";
import { wordOf } from "./slugs.js";

const NAME = /(?<![\w.])[A-Za-z]\w*(?![\w(])/g;

/** Of `max(a, b, …)` those that are written. Numbers that are no operands, such as the rows of `reshape`, stand after them. */
export function operandsOf({ notation, arity }: OpDescription): string[] {
  const names = notation.match(NAME) ?? [];
  return arity === null ? names : names.slice(0, arity);
}

export function programOf({ notation, kind }: OpDescription): string {
  // a comparison is the condition of an if, nowhere else
  if (kind === "comparison") return `if(${notation}, a, b)`;
  // a name alone records nothing
  return /^\w+$/.test(notation) ? `f = ${notation}` : notation.replace(/, …/g, "");
}

/** Gates on numbers have a curve; through a comparison there is no derivative. */
export function hasCurve({ kind, arity }: OpDescription): boolean {
  return kind === "elementwise" && arity !== 0;
}

/** Whether `words`, in any order, begin something the op is known by; every word counts. */
export function matches({ name, aliases, notation, summary }: OpDescription, words: string): boolean {
  const text = [name, wordOf(name), ...aliases, notation, summary].join(" ").toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
