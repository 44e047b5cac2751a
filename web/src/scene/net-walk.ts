/** Ways through the picture of a net by arrow keys: across from neurons to weights to neurons, and up and down between what stands there. */
import { idOf, type Net, type NetId, valuesName } from "./net.js";

/** What stands above each other, from the inputs to the loss. */
export function columnsOf({ sizes }: Pick<Net, "sizes">, sample: number): NetId[][] {
  const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);
  return [
    ...sizes.flatMap((units, layer) => {
      const neurons = upTo(units).map((unit) => idOf(valuesName(layer), unit, sample));
      if (layer === 0) return [neurons];
      const weights = upTo(units).flatMap((unit) =>
        upTo(sizes[layer - 1] as number).map((source) => idOf(`W${layer}`, unit, source)),
      );
      return [weights, neurons];
    }),
    ["L"],
  ];
}

const STEPS: Record<string, readonly [across: number, down: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Where a key leads from `id`; null where it means nothing. At an edge it stays. */
export function walked(columns: readonly (readonly NetId[])[], id: NetId, key: string): NetId | null {
  const step = STEPS[key];
  if (!step) return null;
  const from = Math.max(
    0,
    columns.findIndex((column) => column.includes(id)),
  );
  const column = columns[from] ?? [];
  const at = Math.max(0, column.indexOf(id));
  const [across, down] = step;
  if (across === 0) return column[Math.min(Math.max(at + down, 0), column.length - 1)] ?? id;
  const next = columns[from + across];
  // as far down as before
  return next?.[Math.round((at / Math.max(1, column.length - 1)) * (next.length - 1))] ?? id;
}
