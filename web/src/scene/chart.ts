/** Lines over one axis, such as costs over updates, as data of a given width: axes, lines, bands, and names beside their ends. */
import { type Range, roundStep } from "./curve.js";
import { show } from "./curves.js";
import { formatNumber, superscript } from "./numbers.js";

export interface ChartPoint {
  x: number;
  y: number;
}
export interface Series {
  name: string;
  /** In order of x. Where y is not finite the line is interrupted. */
  points: readonly ChartPoint[];
  /** They stand for themselves, without a line from one to the next. */
  isDots?: boolean;
  /** What lies around the line, such as the middle half of many runs. */
  band?: readonly { x: number; low: number; high: number }[];
}
export interface ChartAxis {
  title: string;
  /** Powers of ten in equal distances. What is not above 0 lies at the lower edge. */
  isLog?: boolean;
  /** What is shown; as far as the points reach unless given. */
  range?: Range;
}
export interface Chart {
  width: number;
  height: number;
  frame: { left: number; top: number; right: number; bottom: number };
  x: Scale;
  y: Scale;
  lines: ChartLine[];
}
export interface ChartLine {
  name: string;
  /** Path data. */
  line: string;
  dots: ChartPoint[];
  band: string;
  /** Where its name stands, beside the frame; null where names stand above it. */
  label: number | null;
  /** Beyond the frame at its end: an arrow says so. */
  beyond: "above" | "below" | null;
  /** The last point with a number, inside the frame. */
  end: ChartPoint | null;
}
export interface Scale {
  range: Range;
  ticks: { at: number; text: string }[];
  /** From a number to its pixel; beyond the range, beyond the frame. */
  place(at: number): number;
  /** And back. */
  read(pixel: number): number;
}

const LABELS = { left: 56, right: 12, top: 28, bottom: 40 };
/** Names beside the lines need this much, or as much as the longest one is; on a narrow picture they stand above it. */
const NAMES = { least: 120, most: 200, gap: 14, letter: 7.5 };
const NARROW = 480;
const NAME_HEIGHT = 18;
const COLUMN = 64;
const ROW = 40;

export function chartOf(series: readonly Series[], x: ChartAxis, y: ChartAxis, width: number): Chart {
  const height = Math.round(Math.min(Math.max(width * 0.5, 220), 340));
  const isNarrow = width < NARROW;
  const longest = Math.max(0, ...series.map(({ name }) => name.length));
  const names = Math.min(Math.max(NAMES.gap + Math.ceil(longest * NAMES.letter), NAMES.least), NAMES.most);
  const right = width - (isNarrow || series.length < 2 ? LABELS.right : names);
  const frame = { left: LABELS.left, top: LABELS.top, right, bottom: height - LABELS.bottom };
  const xs = series.flatMap(({ points }) => points.map((point) => point.x));
  const ys = series.flatMap(({ points, band = [] }) => [
    ...points.map((point) => point.y),
    ...band.flatMap(({ low, high }) => [low, high]),
  ]);
  const across = scaleOf(x, xs, [frame.left, frame.right], COLUMN, 0);
  const up = scaleOf(y, ys, [frame.bottom, frame.top], ROW, 0.04);
  const lines = series.map((one) => lineOf(one, across, up));
  if (!isNarrow && series.length > 1) spread(lines, frame);
  return { width, height, frame, x: across, y: up, lines };
}

/** Numbers to pixels; with `margin` of the range on either side where it follows from the numbers. */
function scaleOf(
  axis: ChartAxis,
  numbers: readonly number[],
  pixels: readonly [number, number],
  room: number,
  margin: number,
): Scale {
  const { isLog = false } = axis;
  const [from, to] = pixels;
  const range = axis.range ?? rangeOf(numbers, isLog, margin);
  const [low, high] = isLog ? [Math.log10(range[0]), Math.log10(range[1])] : range;
  const most = Math.max(2, Math.floor(Math.abs(to - from) / room));
  const place = (at: number) => {
    const share = ((isLog ? Math.log10(Math.max(at, Number.MIN_VALUE)) : at) - low) / (high - low);
    return show(from + Math.min(Math.max(share, -1), 2) * (to - from));
  };
  return {
    range,
    place,
    ticks: (isLog ? powers(low, high, most) : rounds(low, high, most)).map(({ at, text }) => ({ at: place(at), text })),
    read: (pixel) => {
      const at = low + ((pixel - from) / (to - from)) * (high - low);
      return isLog ? 10 ** at : at;
    },
  };
}

function rangeOf(numbers: readonly number[], isLog: boolean, margin: number): Range {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const number of numbers) {
    if (!Number.isFinite(number) || (isLog && number <= 0)) continue;
    low = Math.min(low, number);
    high = Math.max(high, number);
  }
  if (low > high) return isLog ? [0.1, 1] : [0, 1];
  if (isLog) {
    const powers = [Math.floor(Math.log10(low) + 1e-9), Math.ceil(Math.log10(high) - 1e-9)] as const;
    return [10 ** powers[0], 10 ** Math.max(powers[1], powers[0] + 1)];
  }
  const extent = high - low || Math.abs(high) || 1;
  // what is all above 0 begins there: a cost has a foot
  const foot = margin > 0 && low >= 0 && low < extent ? 0 : low - margin * extent;
  return [foot, high === low ? low + extent : high + margin * extent];
}

function rounds(low: number, high: number, most: number): { at: number; text: string }[] {
  const ticksAt = (step: number) => {
    const begin = Math.ceil(low / step - 1e-9);
    return { step, begin, count: Math.floor(high / step + 1e-9) - begin + 1 };
  };
  const wide = ticksAt(roundStep((high - low) / most));
  // one tick alone would say nothing of the scale
  const { step, begin, count } = wide.count > 1 ? wide : ticksAt(roundStep(wide.step / 3));
  return Array.from({ length: count }, (_, i) => Number(((begin + i) * step).toPrecision(12))).map((at) => ({
    at,
    text: formatNumber(at).replace(/(\.\d)0$/, "$1"),
  }));
}

function powers(low: number, high: number, most: number): { at: number; text: string }[] {
  const begin = Math.ceil(low - 1e-9);
  const end = Math.floor(high + 1e-9);
  const every = Math.max(1, Math.ceil((end - begin) / most));
  return Array.from({ length: end - begin + 1 }, (_, i) => begin + i)
    .filter((power) => power % every === 0)
    .map((power) => ({ at: 10 ** power, text: powerText(power) }));
}

/** 0.01, 0.1, 1, 10 and 100 are read faster than their powers. */
function powerText(power: number): string {
  return Math.abs(power) <= 2 ? String(Number((10 ** power).toPrecision(1))) : `10${superscript(String(power))}`;
}

function lineOf({ name, points, isDots = false, band = [] }: Series, x: Scale, y: Scale): ChartLine {
  const shown = points.filter((point) => Number.isFinite(point.y));
  const runs = isDots ? [] : runsOf(points);
  const last = shown.at(-1);
  const [low, high] = y.range;
  return {
    name,
    dots: isDots ? shown.map((point) => ({ x: x.place(point.x), y: y.place(point.y) })) : [],
    line: runs.map((run) => `M${run.map((point) => `${x.place(point.x)} ${y.place(point.y)}`).join("L")}`).join(""),
    band: bandOf(band, x, y),
    label: null,
    beyond: last === undefined ? null : last.y > high ? "above" : last.y < low ? "below" : null,
    end: last === undefined ? null : { x: x.place(last.x), y: y.place(Math.min(Math.max(last.y, low), high)) },
  };
}

function runsOf(points: readonly ChartPoint[]): ChartPoint[][] {
  const runs: ChartPoint[][] = [];
  let run: ChartPoint[] | null = null;
  for (const point of points) {
    if (!Number.isFinite(point.y)) run = null;
    else if (run) run.push(point);
    else runs.push((run = [point]));
  }
  return runs;
}

function bandOf(band: NonNullable<Series["band"]>, x: Scale, y: Scale): string {
  const shown = band.filter(({ low, high }) => Number.isFinite(low) && Number.isFinite(high));
  if (shown.length < 2) return "";
  const there = shown.map((at) => `${x.place(at.x)} ${y.place(at.high)}`);
  const back = shown.map((at) => `${x.place(at.x)} ${y.place(at.low)}`).reverse();
  return `M${[...there, ...back].join("L")}Z`;
}

/** Names stand where their lines end, but never on each other: from the top down, then up again from the foot. */
function spread(lines: ChartLine[], { top, bottom }: Chart["frame"]): void {
  const shown = lines.filter(({ end }) => end !== null).sort((a, b) => (a.end?.y ?? 0) - (b.end?.y ?? 0));
  let least = top;
  for (const line of shown) {
    line.label = Math.max(line.end?.y ?? 0, least);
    least = line.label + NAME_HEIGHT;
  }
  let most = bottom;
  for (const line of shown.reverse()) {
    line.label = Math.min(line.label ?? 0, most);
    most = line.label - NAME_HEIGHT;
  }
}

/** The point of each line that is nearest to x, and the dot that is there: what the chart is read out by. */
export function readAt(series: readonly Series[], x: number): (ChartPoint | null)[] {
  return series.map(({ points, isDots }) => {
    if (isDots) return points.find((point) => point.x === x) ?? null;
    const [first] = points;
    if (!first) return null;
    return points.reduce((best, point) => (Math.abs(point.x - x) < Math.abs(best.x - x) ? point : best), first);
  });
}
