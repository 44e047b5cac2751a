/** "How f moves with x, and with y": which inputs can be chosen, where the point lies, and which window is shown around it. */
import type { EntryOf, Explanation, InputInfo, NodeId, Value } from "../engine/protocol.js";
import { type Curve, type CurvePoint, type Range, roundStep } from "./curve.js";
import type { Surface, SurfacePoint } from "./surface.js";

/** An entry of an input that can be moved. */
export interface Moved extends EntryOf {
  node: NodeId;
  at: readonly [row: number, column: number];
  value: number;
  /** Of the output by it, as the backward pass found it. */
  gradient: number;
}
/** What the plots of a circuit show. */
export interface ShownPlots {
  isOpen: boolean;
  x: Moved;
  y: Moved | null;
  /** Null until they are sampled, or where there is no value in the window. */
  curve: Curve | null;
  surface: Surface | null;
  /** Why there is nothing: the output is a matrix, the engine did not come, the window is empty. */
  problem: "matrix" | "failed" | "empty" | null;
}

/** More are not offered. */
const MOST_ENTRIES = 64;

/** Every entry of every input that has a gradient, row by row. */
export function movable({ inputs }: Explanation): Moved[] {
  const all = inputs.flatMap((input) => {
    const { name, node, value, gradient } = input;
    if (gradient === null) return [];
    const gradients = entriesOf(gradient);
    const columns = columnsOf(value);
    return entriesOf(value).map((number, entry) => ({
      ...{ input: name, entry, node, value: number },
      at: [Math.floor(entry / columns), entry % columns] as const,
      gradient: gradients[entry] ?? Number.NaN,
    }));
  });
  return all.slice(0, MOST_ENTRIES);
}

export function isSameEntry(a: EntryOf | null, b: EntryOf | null): boolean {
  return a?.input === b?.input && a?.entry === b?.entry;
}

/** Around the point, as far as its size and 2 at least, between round numbers. */
export function windowAround(value: number): Range {
  const half = roundStep(2 * Math.max(1, Math.abs(Number.isFinite(value) ? value : 0)));
  return centred(value, half);
}

/** About half or twice as wide, with the point in the middle. */
export function zoomed([low, high]: Range, value: number, closer: boolean): Range {
  return centred(value, roundStep(((high - low) / 2) * (closer ? 0.4 : 1.6)));
}

function centred(value: number, half: number): Range {
  const step = roundStep(half / 4);
  const middle = Number.isFinite(value) ? Number((Math.round(value / step) * step).toPrecision(12)) : 0;
  return [middle - half, middle + half];
}

/** What the gradients are of, seen from the point: the backward pass may start with another number than 1. */
export function curvePoint({ output, adjoints }: Explanation, { value, gradient }: Moved): CurvePoint {
  const [start, height] = [adjoints[output.node], output.value].map(numberOf) as [number, number];
  return { x: value, value: height, slope: gradient / start };
}
export function surfacePoint(explanation: Explanation, x: Moved, y: Moved): SurfacePoint {
  const [along, across] = [curvePoint(explanation, x), curvePoint(explanation, y)];
  return { x: x.value, y: y.value, value: along.value, gradient: [along.slope, across.slope] };
}

function numberOf(value: Value | null | undefined): number {
  return typeof value === "number" ? value : Number.NaN;
}
function entriesOf(value: Value): number[] {
  return typeof value === "number" ? [value] : value.flat();
}
function columnsOf(value: InputInfo["value"]): number {
  return typeof value === "number" ? 1 : (value[0]?.length ?? 1);
}
