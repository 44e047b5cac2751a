/**
 * Runs as they travel, from the engine and from a worker: a frame is a piece of one array, which is handed over and not copied. It becomes
 * a document part by part, when somebody looks at a part: a deep net has many numbers, and few of them are shown.
 */

/** Where the numbers of a frame stand: an index, or where several begin and their shape; in lists and objects as in the frame. */
type Layout = number | { at: number; shape: number[] } | Layout[] | { [name: string]: Layout };

interface PackedRun {
  frames: Float64Array[];
  state?: unknown;
}
/** A reply whose frames are not documents yet; a failure as it is. */
export interface Packed extends Partial<PackedRun> {
  ok: boolean;
  /** Of a frame; in the binary format only. */
  layout?: Record<string, Layout>;
  /** One a seed. */
  runs?: PackedRun[];
}

const WORDS: Record<string, number> = {
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  "-Infinity": Number.NEGATIVE_INFINITY,
  "-0": -0,
};

/** Wire numbers as numbers, in everything that holds nothing else. */
function numbersIn(wire: unknown): unknown {
  if (typeof wire === "string") return WORDS[wire] ?? wire;
  return inside(wire, numbersIn);
}

/** The same list or object with something else in each place. */
function inside(document: unknown, change: (part: unknown) => unknown): unknown {
  if (Array.isArray(document)) return document.map(change);
  if (typeof document !== "object" || document === null) return document;
  return Object.fromEntries(Object.entries(document).map(([name, part]) => [name, change(part)]));
}

/** The engine's reply and the numbers beside it. In the nested format frames are documents already. */
export function packed(json: string, numbers: Float64Array): Packed {
  const { frame_size: size, ...reply } = JSON.parse(json);
  let begin = 0;
  const next = () => numbers.subarray(begin, (begin += size));
  const split = ({ frames, state, ...rest }: { frames: unknown; state: unknown }): object => ({
    ...rest,
    frames: reply.layout ? Array.from({ length: frames as number }, next) : numbersIn(frames),
    state: numbersIn(state),
  });
  if (!reply.ok) return reply;
  return reply.runs ? { ...reply, runs: reply.runs.map(split) } : (split(reply) as Packed);
}

/** What the numbers stand in, once each: they can be handed over. */
export function buffersOf(frames: readonly Float64Array[]): ArrayBuffer[] {
  return [...new Set(frames.map(({ buffer }) => buffer as ArrayBuffer))];
}

/** Both formats become the same document. */
export function unpacked<Reply>({ layout, ...reply }: Packed): Reply {
  if (!reply.ok || !layout) return reply as Reply;
  const unpack = <Some extends Partial<PackedRun>>(run: Some) => ({
    ...run,
    frames: unpackedFrames(layout, run.frames),
  });
  return (reply.runs ? { ...reply, runs: reply.runs.map(unpack) } : unpack(reply)) as Reply;
}

export function unpackedFrames(layout: Record<string, Layout>, frames: readonly Float64Array[] = []): unknown[] {
  const names = Object.entries(layout);
  return frames.map((frame) => {
    const document = {};
    for (const [name, part] of names)
      if (typeof part === "number") Object.defineProperty(document, name, { value: frame[part], ...SEEN });
      else lazy(document, name, () => frameAt(part, frame));
    return document;
  });
}

const SEEN = { enumerable: true, configurable: true, writable: true };

/** The same object whenever it is looked at. */
function lazy(document: object, name: string, make: () => unknown): void {
  Object.defineProperty(document, name, {
    enumerable: true,
    configurable: true,
    get() {
      const value = make();
      Object.defineProperty(document, name, { value, ...SEEN });
      return value;
    },
  });
}

function frameAt(layout: Layout, frame: Float64Array): unknown {
  if (typeof layout === "number") return frame[layout];
  if (!Array.isArray(layout) && Array.isArray(layout.shape)) {
    const [count = 0, columns] = layout.shape as number[];
    const begin = layout.at as number;
    if (columns === undefined) return numbersAt(frame, begin, count);
    return Array.from({ length: count }, (_, i) => numbersAt(frame, begin + i * columns, columns));
  }
  return inside(layout, (part) => frameAt(part as Layout, frame));
}

/** Rows are many and short: a loop makes them five times as fast as Array.from does. */
function numbersAt(frame: Float64Array, begin: number, count: number): number[] {
  const numbers: number[] = [];
  for (let i = begin; i < begin + count; i++) numbers.push(frame[i] as number);
  return numbers;
}
