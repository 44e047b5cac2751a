/** Matrices as a program writes them. */
import { readNumber } from "./adjust.js";

export function matrixText(value: readonly (readonly number[])[]): string {
  return `[${value.map((entries) => `[${entries.join(", ")}]`).join(", ")}]`;
}

/** `[[1, 2], [3, 4]]`, or `[1, 2]` for a column, as it was typed; null unless it has that shape. */
export function readMatrix(text: string, rows: number, columns: number): number[][] | null {
  const inner = /^\[(?:\[(.*)\]|([^[\]]*)),?\]$/.exec(text.replaceAll(/\s/g, ""));
  if (inner === null) return null;
  const [, nested, flat] = inner;
  const lines = nested === undefined ? (flat as string).split(",") : nested.split("],[");
  const matrix = lines.map((line) => (nested === undefined ? [line] : line.split(",")).map(readNumber));
  const isWhole = matrix.length === rows && matrix.every((row) => row.length === columns && !row.includes(null));
  return isWhole ? (matrix as number[][]) : null;
}
