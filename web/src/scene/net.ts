/**
 * A small net before an update, and the names of its numbers. `W2[1][3]` is one number wherever it is drawn, listed, written or typed: in
 * the program of the net, W2 is a matrix of outputs × inputs and a sample is a column, so `A1[1][3]` is unit 1 for sample 3.
 */
import type { Layer } from "../engine/protocol.js";

export interface Net {
  /** The number of inputs, then the units of each layer. */
  sizes: readonly number[];
  /** One a layer, by the engine's name. */
  activations: readonly string[];
  bias: boolean;
  loss: string;
  layers: readonly Layer[];
  /** What the next update looks at: a sample is a row. */
  inputs: readonly (readonly number[])[];
  targets: readonly (readonly number[])[];
  /** Of the last inputs, which are made of the others: how each is read. */
  features?: readonly string[];
}

/** One number of a net: `W2[1][3]`, `b1[0]`, `L`; or a whole matrix, `W2`. */
export type NetId = string;
export interface NetPlace {
  /** The stage of the program. */
  name: string;
  /** Null for a whole matrix. */
  entry: readonly [row: number, column: number] | null;
}

export function idOf(name: string, row: number, column: number): NetId {
  return name.startsWith("b") ? `${name}[${row}]` : `${name}[${row}][${column}]`;
}

const ID = /^([A-Zb]\d*)(?:\[(\d+)\](?:\[(\d+)\])?)?$/;

export function placeOf(id: NetId): NetPlace | null {
  const [, name, row, column = "0"] = ID.exec(id) ?? [];
  if (name === undefined) return null;
  return { name, entry: row === undefined ? null : [Number(row), Number(column)] };
}

/** What a student sets: weights, biases, inputs and targets. */
export function isEditable(id: NetId): boolean {
  return /^(?:[Wb]\d+|[XY])\[/.test(id);
}
/** Not what is made of other inputs. */
export function isEditableIn(net: Net, id: NetId): boolean {
  return isEditable(id) && featureOf(net, id) === null;
}

/** How an input is read that is made of others; null where it is none. */
export function featureOf({ sizes, features = [] }: Net, id: NetId): string | null {
  const place = placeOf(id);
  if (place?.name !== "X" || !place.entry) return null;
  return features[place.entry[0] - ((sizes[0] ?? 0) - features.length)] ?? null;
}

/** A0 is X: what layer 1 reads. */
export function valuesName(layer: number): string {
  return layer === 0 ? "X" : `A${layer}`;
}

/** Which layer a number belongs to, counted from 1; 0 for inputs, null for targets and the loss. */
export function layerOf(name: string): number | null {
  if (name === "X") return 0;
  return /^[WbZA]\d+$/.test(name) ? Number(name.slice(1)) : null;
}

/** What is done for one update, in order: a layer after the other, the loss, the layers in reverse, the update. */
export type NetStage =
  | { phase: "forward" | "backward"; layer: number }
  | { phase: "loss" | "update"; layer?: undefined };

export function stagesOf({ sizes }: Pick<Net, "sizes">): NetStage[] {
  const layers = Array.from({ length: sizes.length - 1 }, (_, i) => i + 1);
  return [
    ...layers.map((layer) => ({ phase: "forward" as const, layer })),
    { phase: "loss" },
    ...layers.toReversed().map((layer) => ({ phase: "backward" as const, layer })),
    { phase: "update" },
  ];
}

/** Whether the value, or the gradient, of a stage of the program is known once `done` stages are. */
export function isKnown(name: string, side: "value" | "gradient", done: number, layers: number): boolean {
  const layer = layerOf(name);
  if (side === "value") {
    if (name === "L") return done > layers;
    return layer === null || layer === 0 || /^[Wb]/.test(name) || done >= layer;
  }
  if (name === "L") return done > layers + 1;
  if (layer === null) return false;
  // what a layer hands on stands below the values it read
  const from = name === "X" || name.startsWith("A") ? Math.min(layer + 1, layers) : layer;
  return done >= 2 * layers + 2 - from;
}
