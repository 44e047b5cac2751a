/** A sentence before it has a language: which message, and what goes into it. */
import type { Diagnostic, NodeId, Value } from "../engine/protocol.js";

/** Words that stand for a node: pointing at them points at the node in picture, code, table and program. */
export interface NodeWords {
  node: NodeId;
  text: string;
}
/** A run of plain and linked words, such as the local derivative `−x/y²`. */
export type Phrase = readonly (string | NodeWords)[];

/** What is spoken, not read: the voice says "minus 4" and "x plus y", in the listener's language. */
export interface SpokenWords {
  /** A value, a formula as it is written, or null for a number that is covered. */
  say: Value | string | null;
}

/** What the engine said, in the reader's language. */
export interface DiagnosticText {
  diagnostic: Diagnostic;
}

/** A JavaScript number is a count and chooses the plural; a number to be read is a string of scene/numbers. */
export type Words = string | number | NodeWords | Phrase | SpokenWords | DiagnosticText | Message;

export interface Message {
  id: string;
  args: Record<string, Words>;
}

export function message(id: string, args: Record<string, Words> = {}): Message {
  return { id, args };
}
