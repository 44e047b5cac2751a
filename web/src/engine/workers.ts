/**
 * Workers that train, as many as the machine has cores, each with an engine of its own. The first is started with the page, another one
 * when all have something to do. Whichever makes a run, its numbers are the same.
 */
import { type Packed, unpacked, unpackedFrames } from "./packed.js";
import type { TrainingTables } from "./protocol.js";
import type { AnyRequest } from "./slices.js";
import type { Trainer, TrainOptions } from "./trainer.js";
import workerUrl from "./worker.ts?worker&url";

/** Of more a page has no use: each has a memory of its own. */
const MOST = 8;
/** Milliseconds in which a run that is not wanted any more may come to its end; then its worker does. */
const GRACE = 50;

export interface Task {
  id: number;
  request: AnyRequest;
  isFollowed: boolean;
}
/** What the page says to a worker, and hears of it. */
export type ToWorker = Task | { id: number; cancel: true };
export type FromWorker =
  | { tables: TrainingTables }
  | { id: number; frames: Float64Array[]; layout: Packed["layout"]; done: number }
  | { id: number; reply: Packed }
  | { failed: string };

interface Waiting extends TrainOptions {
  request: AnyRequest;
  /** Those that have come so far. */
  frames: unknown[];
  resolve(reply: never): void;
}

/** Null where none can be started: in a sandboxed frame, from a file, or where the page has no script for it. */
export async function trainerInWorkers(): Promise<Trainer | null> {
  const first = startWorker();
  if (!first) return null;
  const pool = [new TrainingWorker(first)];
  const tables = await pool[0]?.opened;
  if (!tables) return null;
  const lanes = Math.min(navigator.hardwareConcurrency || 1, MOST);
  let limit = lanes;

  /** One more, unless there are enough or no more can be had. What an engine that does not open was given goes to the others. */
  function another(): TrainingWorker | null {
    const worker = pool.length < limit ? startWorker() : null;
    if (!worker) return null;
    const made = new TrainingWorker(worker);
    pool.push(made);
    void made.opened.then((opened) => {
      if (opened) return;
      limit = 1;
      pool.splice(pool.indexOf(made), 1);
      for (const waiting of made.leave()) leastBusy().give(waiting);
    });
    return made;
  }

  function leastBusy(): TrainingWorker {
    return pool.reduce((best, one) => (one.load < best.load ? one : best));
  }

  return {
    tables,
    lanes,
    train: (request, options = {}) =>
      new Promise((resolve) => {
        const best = leastBusy();
        const worker = best.load > 0 && request.steps > 0 ? (another() ?? best) : best;
        worker.give({ ...options, request, frames: [], resolve });
      }),
  };
}

class TrainingWorker {
  /** What runs may name; null if its engine does not open. */
  readonly opened: Promise<TrainingTables | null>;
  #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;
  #isStarting = false;

  constructor(worker: Worker) {
    this.#worker = worker;
    this.opened = this.#listen(worker);
    void this.opened.then((tables) => tables ?? worker.terminate());
  }

  #listen(worker: Worker): Promise<TrainingTables | null> {
    return new Promise((resolve) => {
      worker.onerror = () => resolve(null);
      worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
        if ("tables" in data) resolve(data.tables);
        else if ("failed" in data) resolve(null);
        else this.#hear(data);
      };
    });
  }

  get load(): number {
    return this.#waiting.size;
  }

  give(waiting: Waiting): void {
    const id = ++this.#last;
    const { request, signal, progress } = waiting;
    this.#waiting.set(id, waiting);
    this.#post({ id, request, isFollowed: progress !== undefined });
    if (signal?.aborted) this.#cancel(id);
    signal?.addEventListener("abort", () => this.#cancel(id));
  }

  #post(message: ToWorker): void {
    this.#worker.postMessage(message);
  }

  #cancel(id: number): void {
    if (!this.#waiting.has(id)) return;
    this.#post({ id, cancel: true });
    setTimeout(() => this.#waiting.has(id) && void this.#startAgain(), GRACE);
  }

  /** In the midst of a run that nobody wants: as soon as another worker is there, it takes the rest. */
  async #startAgain(): Promise<void> {
    if (this.#isStarting) return;
    const worker = startWorker();
    if (!worker) return;
    this.#isStarting = true;
    const isThere = (await this.#listen(worker)) !== null;
    this.#isStarting = false;
    // without a connection there may be none; or the run has come to its end
    if (!isThere || ![...this.#waiting.values()].some(({ signal }) => signal?.aborted)) return worker.terminate();
    this.#worker.terminate();
    this.#worker = worker;
    for (const waiting of this.leave())
      if (waiting.signal?.aborted)
        waiting.resolve({ version: 1, ok: true, frames: waiting.frames, stopped: null } as never);
      else this.give({ ...waiting, frames: [] });
  }

  /** With all that has not been answered. */
  leave(): Waiting[] {
    const left = [...this.#waiting.values()];
    this.#waiting.clear();
    return left;
  }

  #hear(data: Exclude<FromWorker, { tables: unknown } | { failed: unknown }>): void {
    const waiting = this.#waiting.get(data.id);
    if (!waiting) return;
    if ("reply" in data) {
      this.#waiting.delete(data.id);
      const reply = unpacked<{ ok: boolean; frames?: unknown[] }>(data.reply);
      if (reply.ok && waiting.frames.length > 0) reply.frames = waiting.frames;
      waiting.resolve(reply as never);
      return;
    }
    const frames = unpackedFrames(data.layout ?? {}, data.frames);
    waiting.frames.push(...frames);
    waiting.progress?.(frames, data.done);
  }
}

function startWorker(): Worker | null {
  if (typeof Worker === "undefined" || workerUrl === "") return null;
  try {
    return new Worker(trusted(workerUrl) as string, { type: "module" });
  } catch {
    return null;
  }
}

/** The one script address that is ours to vouch for. */
function trusted(url: string): unknown {
  const { trustedTypes } = globalThis as { trustedTypes?: { createPolicy(name: string, rules: object): Policy } };
  policy ??= trustedTypes?.createPolicy("gradcircuit", { createScriptURL: (address: string) => address }) ?? null;
  return policy ? policy.createScriptURL(url) : url;
}
interface Policy {
  createScriptURL(url: string): unknown;
}
let policy: Policy | null = null;
