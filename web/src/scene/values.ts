/** What is asked of a number and a matrix alike, many times a frame: without making a list of the one number. */
import type { Value } from "../engine/protocol.js";

export function isZero(value: Value): boolean {
  return typeof value === "number" ? value === 0 : value.every((row) => row.every((entry) => entry === 0));
}

/** In reading order; undefined where all are finite. */
export function firstNotFinite(value: Value): number | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? undefined : value;
  return value.flat().find((entry) => !Number.isFinite(entry));
}
