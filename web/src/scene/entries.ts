/** The entries of a matrix, which are counted row by row. */
import type { InputInfo } from "../engine/protocol.js";

/** `x` of a number, `w[1]` of a column, `W[0, 2]` of a matrix. */
export function entryName({ name, value }: Pick<InputInfo, "name" | "value">, entry: number): string {
  if (typeof value === "number") return name;
  const columns = value[0]?.length ?? 1;
  return columns === 1 ? `${name}[${entry}]` : `${name}[${Math.floor(entry / columns)}, ${entry % columns}]`;
}
