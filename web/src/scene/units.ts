/** Hidden units as points at their incoming weights, on axes that never move: units that coincide are one point. */
import type { Layer } from "../engine/protocol.js";

export interface UnitsScene {
  size: number;
  frame: { low: number; high: number };
  ticks: { at: number; text: string }[];
  zero: number;
  points: UnitPoint[];
  /** Where each unit came from, as path data. */
  trails: string[];
}
export interface UnitPoint {
  x: number;
  y: number;
  /** Pixels. */
  radius: number;
  /** Counted from 1. */
  units: number[];
  weights: readonly [number, number];
  /** Of the outgoing weight; null where those of one point differ. */
  sign: -1 | 0 | 1 | null;
  /** What stands at the point: how many they are, or which one it is. */
  label: string;
  /** On which side of the point the label stands. */
  side: 1 | -1;
  /** Outside the frame, at whose edge it is drawn. */
  isBeyond: boolean;
}

const SIZE = 360;
const FRAME = { low: 32, high: 348 };
const RADIUS = 9;
const GROWTH = 3;
/** Labels of points nearer than this would lie on each other. */
const NEAR = 44;

/** `layers` are the two of a net with one hidden layer, `before` those of earlier updates; both axes go from −reach to reach. */
export function unitsScene(layers: readonly Layer[], before: readonly (readonly Layer[])[], reach: number): UnitsScene {
  const points = grouped(layers)
    .map((group) => pointOf(group, layers, reach))
    // so that few are not hidden by many
    .sort((a, b) => b.units.length - a.units.length);
  for (const point of points) {
    const isNear = ({ x, y }: UnitPoint) => Math.hypot(x - point.x, y - point.y) < NEAR;
    // of points side by side the lower ones have their labels below
    if (points.some((other) => other !== point && isNear(other) && other.y < point.y)) point.side = -1;
  }
  return {
    size: SIZE,
    frame: FRAME,
    ticks: [-1, -0.5, 0, 0.5, 1]
      .map((share) => share * reach)
      .map((at) => ({ at: place(at, reach), text: at < 0 ? `−${-at}` : String(at) })),
    zero: place(0, reach),
    points,
    trails: trailsOf(layers, before, reach),
  };
}

/** Units with the very same incoming weights and bias. */
export function grouped(layers: readonly Layer[]): number[][] {
  const [hidden] = layers;
  const groups = new Map<string, number[]>();
  for (const [i, row] of (hidden?.W ?? []).entries()) {
    const key = [...row, ...(hidden?.b?.[i] ?? [])].map((weight) => weight + 0).join(" ");
    groups.set(key, [...(groups.get(key) ?? []), i + 1]);
  }
  return [...groups.values()];
}

function pointOf(units: number[], [hidden, output]: readonly Layer[], reach: number): UnitPoint {
  const [first = 1] = units;
  const [w1 = 0, w2 = 0] = hidden?.W[first - 1] ?? [];
  const signs = units.map((unit) => Math.sign(output?.W[0]?.[unit - 1] ?? 0) + 0);
  return {
    x: place(w1, reach),
    y: placeUp(w2, reach),
    radius: RADIUS + GROWTH * (units.length - 1),
    units,
    weights: [w1, w2],
    sign: signs.every((sign) => sign === signs[0]) ? (signs[0] as -1 | 0 | 1) : null,
    label: units.length > 1 ? `×${units.length}` : String(first),
    side: 1,
    isBeyond: Math.abs(w1) > reach || Math.abs(w2) > reach,
  };
}

function trailsOf(layers: readonly Layer[], before: readonly (readonly Layer[])[], reach: number): string[] {
  const paths = (layers[0]?.W ?? []).map((_, i) =>
    [...before, layers].map((at) => {
      const [w1 = 0, w2 = 0] = at[0]?.W[i] ?? [];
      return `${place(w1, reach)} ${placeUp(w2, reach)}`;
    }),
  );
  const lines = paths.map((path) => path.filter((point, i) => point !== path[i - 1]));
  // one line for all that went the same way
  return [...new Set(lines.filter(({ length }) => length > 1).map((line) => `M${line.join("L")}`))];
}

/** To a tenth of a pixel; what lies outside is at the edge. */
function place(weight: number, reach: number): number {
  const inside = Number.isFinite(weight) ? Math.min(Math.max(weight, -reach), reach) : 0;
  return tenths(FRAME.low + ((inside + reach) / (2 * reach)) * (FRAME.high - FRAME.low));
}
function placeUp(weight: number, reach: number): number {
  return tenths(SIZE - place(weight, reach));
}
function tenths(pixels: number): number {
  return Math.round(10 * pixels) / 10;
}

/** Distances between units in all their weights and the bias, a row a unit. */
export function distances([hidden, output]: readonly Layer[]): number[][] {
  const all = (hidden?.W ?? []).map((row, i) => [
    ...row,
    ...(hidden?.b?.[i] ?? []),
    ...(output?.W ?? []).map((from) => from[i] ?? 0),
  ]);
  return all.map((unit) => all.map((other) => Math.hypot(...unit.map((weight, k) => weight - (other[k] as number)))));
}
