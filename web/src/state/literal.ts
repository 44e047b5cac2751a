/** Writing a number back into the program it came from. The text is the one truth. */
import type { Span } from "../engine/protocol.js";

/** Shortest text that reads back as the same double, in the spelling of the language. */
export function printNumber(number: number): string {
  return Object.is(number, -0) ? "-0" : String(number);
}

// A sign may stand apart from its number; comments inside a matrix are skipped, numbers in them are not values.
const COMMENT_OR_NUMBER = /#[^\n]*|[-+−]?\s*(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/g;

/** Whether a statement of the program gives `name` a value. */
export function defines(program: string, name: string): boolean {
  return new RegExp(`(?:^|[;\\n])[ \\t\\r]*${name}[ \\t]*=(?!=)`).test(program.replaceAll(/#[^\n]*/g, ""));
}

/**
 * The program with one number of a literal replaced. `literal` is the span of a signed number or of a matrix of them,
 * `index` counts its numbers in reading order. The program as it is when there is no such number.
 */
export function replaceNumber(program: string, literal: Span, index: number, number: number): string {
  const [begin, end] = literal;
  let seen = 0;
  for (const match of program.slice(begin, end).matchAll(COMMENT_OR_NUMBER)) {
    if (match[0].startsWith("#") || seen++ !== index) continue;
    const at = begin + match.index;
    return program.slice(0, at) + printNumber(number) + program.slice(at + match[0].length);
  }
  return program;
}
