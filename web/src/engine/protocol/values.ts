/** The words of every document. Spans are 0-based, half-open, in UTF-16 code units. */

/** JSON has no NaN, Infinity or -0: on the wire they are strings. */
export type WireNumber = number | "NaN" | "Infinity" | "-Infinity" | "-0";
export type WireValue = WireNumber | WireNumber[][];

/** A node's value: a number where the shape is 1×1, otherwise rows of numbers. */
export type Value = number | number[][];
export type Shape = readonly [rows: number, columns: number];
export type Span = readonly [begin: number, end: number];
export type NodeId = number;

export interface Fix {
  span: Span;
  text: string;
}
/** An error or a note. `message` is English for logs and the command line; the page formats `code` and `args`. */
export interface Diagnostic {
  code: string;
  args: Record<string, string | number>;
  span?: Span;
  related?: Span[];
  hint?: string;
  fix?: Fix;
  node?: NodeId;
  message: string;
}

export interface Failure {
  version: 1;
  ok: false;
  error: Diagnostic;
}

export interface EntryOf {
  input: string;
  entry: number;
}
