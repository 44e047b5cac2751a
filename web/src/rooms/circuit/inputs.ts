/** Entries of matrices, and the way of a new value into the program. */
import type { InputInfo, Value } from "../../engine/protocol.js";
import { replaceNumber } from "../../state/literal.js";
import type { CircuitDocument } from "../../state/undo.js";

export type Entry = readonly [row: number, column: number];

export function entryOf(value: Value, [row, column]: Entry): number {
  return typeof value === "number" ? value : (value[row]?.[column] ?? Number.NaN);
}

export function withEntry(value: Value, [row, column]: Entry, number: number): Value {
  if (typeof value === "number") return number;
  return value.map((numbers, r) => (r === row ? numbers.map((old, c) => (c === column ? number : old)) : numbers));
}

/** The document in which an input has a new value: in its text where it is written there, else in `at`. */
export function writeInput(document: CircuitDocument, input: InputInfo, value: Value): CircuitDocument {
  if (input.source !== "literal" || !input.span) {
    return { ...document, at: new Map(document.at).set(input.name, value) };
  }
  const [begin, end] = input.span;
  const before = entries(input.value);
  let { program } = document;
  entries(value).forEach((number, index) => {
    if (Object.is(number, before[index])) return;
    const moved = program.length - document.program.length;
    program = replaceNumber(program, [begin, end + moved], index, number);
  });
  return { ...document, program };
}

/** In reading order. */
export function entries(value: Value): number[] {
  return typeof value === "number" ? [value] : value.flat();
}
