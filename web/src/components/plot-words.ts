/** What a curve shows, in sentences: where the point is, where the curve is dead, where its corners are. */
import { msg } from "../locales/index.js";
import { type Curve, type CurvePoint, DEAD_BELOW, type Range } from "../scene/curve.js";
import { formatNumber } from "../scene/numbers.js";

interface Names {
  formula: string;
  operand: string;
  derivative: string;
  /** What the backward pass starts with, if it is not 1, and the gradient that follows. */
  start?: number;
  gradient?: number;
}

/** More corners are not listed. */
const LISTED = 6;

export function curveWords(curve: Curve, point: CurvePoint, names: Names): string[] {
  return [pointWords(point, names), ...curveMarks(curve, point, names)];
}

/** Without the point. */
export function curveMarks(curve: Curve, point: CurvePoint, names: Pick<Names, "operand" | "derivative">): string[] {
  return [deadWords(curve, point, names), cornerWords(curve, names)].filter((sentence) => sentence !== null);
}

function pointWords({ x, value, slope }: CurvePoint, { formula, operand, start, gradient = 0 }: Names): string {
  const numbers = { formula, operand, x: formatNumber(x), value: formatNumber(value), slope: formatNumber(slope) };
  if (!Number.isFinite(value)) return msg("plot-undefined", numbers);
  if (!Number.isFinite(slope)) return msg("plot-no-slope", numbers);
  if (start === undefined) return msg("plot-at", numbers);
  return msg("plot-at-scaled", { ...numbers, start: formatNumber(start), gradient: formatNumber(gradient) });
}

/** Null where nothing is dead. */
function deadWords(
  { dead, x }: Pick<Curve, "dead" | "x">,
  point: CurvePoint,
  { operand, derivative }: Pick<Names, "operand" | "derivative">,
): string | null {
  const [size, below] = [`|${derivative}|`, formatNumber(DEAD_BELOW)];
  if (dead.length === 0) return null;
  if (dead.some(([from, to]) => from <= x[0] && to >= x[1])) return msg("plot-dead-all", { size, below });
  const isHere = dead.some(([from, to]) => from <= point.x && point.x <= to);
  const zones = dead.map((zone) => zoneWords(zone, x, operand)).join("; ");
  const said = msg("plot-dead-zones", { size, below, zones });
  return isHere ? `${msg("plot-dead-here", { size, below })} ${said}` : said;
}

/** A zone at the edge of the window goes on beyond it, as far as it is seen. */
function zoneWords([low, high]: Range, window: Range, operand: string): string {
  const [from, to] = [formatNumber(low), formatNumber(high)];
  if (low <= window[0]) return msg("plot-zone-below", { operand, to });
  return msg(high >= window[1] ? "plot-zone-above" : "plot-zone-between", { operand, from, to });
}

function cornerWords({ corners }: Curve, { operand }: Pick<Names, "operand">): string | null {
  if (corners.length === 0 || corners.length > LISTED) return null;
  const places = corners.map((corner) => formatNumber(Number(corner.toPrecision(9)))).join(", ");
  return msg("plot-corners", { operand, places, count: corners.length });
}
