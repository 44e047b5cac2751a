/**
 * Long runs of training cut into slices. One goes on from the other's state, to the bit, so that meanwhile progress can be shown, the page
 * stays at hand, and a run can be ended with what there is.
 */
import type { DescentRequest, Run, TrainRequest } from "./protocol.js";

export type AnyRequest = TrainRequest | DescentRequest;
type AnyRun = Run<unknown, unknown>;
/** Parameters × samples × updates that any machine does in a millisecond; and how many of them the first slice may take. */
const PACE = 100_000;
const FIRST = 100;
const USUAL_SAMPLES = 100;

export interface SliceOptions {
  /** Milliseconds that a slice may take. */
  budget: number;
  /** True once the run is no longer wanted. */
  isCancelled(): boolean;
  /** Called after each slice with its frames, and how much of the whole is done, from 0 to 1. */
  progress?(frames: unknown[], done: number): void;
  /** Resolves when whatever else was waiting has had its turn. */
  pause(): Promise<void>;
}

/** What `answer` would say of the whole request at once. Of runs by seed, a slice takes one after the other whole. */
export async function inSlices<Reply extends { ok: boolean }>(
  answer: (request: AnyRequest) => Reply,
  request: AnyRequest,
  options: SliceOptions,
): Promise<Reply> {
  const reply =
    "seeds" in request && request.seeds
      ? await bySeed(answer, request, options)
      : await byUpdates(answer, request, options);
  return reply as Reply;
}

type Answer = (request: AnyRequest) => { ok: boolean };

async function byUpdates(answer: Answer, request: AnyRequest, options: SliceOptions): Promise<{ ok: boolean }> {
  const { every = 1, steps } = request;
  let whole: (AnyRun & { ok: boolean }) | null = null;
  let done = 0;
  let size = firstSlice(request, options.budget);
  do {
    const count = Math.min(size, steps - done);
    const begun = performance.now();
    const state = whole?.state ?? request.state;
    const reply = answer({ ...request, steps: count, ...(state !== undefined && { state }) } as AnyRequest);
    if (!reply.ok) return reply;
    const run = reply as AnyRun & { ok: boolean };
    // a slice begins with the frame that the last one ended with
    const frames: unknown[] = whole ? run.frames.slice(1) : run.frames;
    whole = { ...run, frames: whole ? whole.frames.concat(frames) : frames };
    done += count;
    if (run.stopped) done = steps;
    options.progress?.(frames, steps === 0 ? 1 : done / steps);
    size = sliceAfter(size, performance.now() - begun, options.budget, every);
    if (done < steps) await options.pause();
  } while (done < steps && !options.isCancelled());
  return whole;
}

/** Whole frames, as many as fit on a slow machine: one slice for all of a small net. */
function firstSlice(request: AnyRequest, budget: number): number {
  const { every = 1 } = request;
  if (!("layers" in request)) return every;
  const { layers, data, batch } = request;
  const samples = batch || ("inputs" in data ? data.inputs.length : (data.samples ?? USUAL_SAMPLES));
  const parameters = layers.reduce((sum, units, i) => sum + units * ((layers[i - 1] ?? 0) + 1), 0);
  const fitting = (Math.min(budget, FIRST) * PACE) / (parameters * samples);
  return Math.max(every, Math.floor(fitting / every) * every);
}

/** Whole frames, as many as fit; never four times more at once, since the first ones are slow. */
function sliceAfter(size: number, took: number, budget: number, every: number): number {
  const fitting = size * Math.min(4, budget / Math.max(took, 0.05));
  return Math.max(every, Math.floor(fitting / every) * every);
}

async function bySeed(answer: Answer, request: TrainRequest, options: SliceOptions): Promise<{ ok: boolean }> {
  const { seeds = [] } = request;
  const found: AnyRun[] = [];
  let whole: { ok: boolean; runs: AnyRun[] } | null = null;
  for (const [i, seed] of seeds.entries()) {
    const reply = answer({ ...request, seeds: [seed] });
    if (!reply.ok) return reply;
    const { runs, ...rest } = reply as { ok: boolean; runs: AnyRun[] };
    found.push(...runs);
    whole = { ...rest, runs: found };
    options.progress?.(
      runs.flatMap(({ frames }) => frames),
      (i + 1) / seeds.length,
    );
    if (i + 1 < seeds.length) await options.pause();
    if (options.isCancelled()) break;
  }
  return whole ?? answer(request);
}

/** Whatever waits has its turn; sooner than by a timer, which browsers hold back. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
