/**
 * Training beside the page: in a worker where the page may start one, otherwise here, a few milliseconds at a time. Either way it can be
 * followed and ended, and gives the same numbers.
 */
import type { TrainingTables, TrainReply } from "./protocol-train.js";
import { type AnyRequest, inSlices } from "./slices.js";
import { createTrainingEngine } from "./training.js";
import workerUrl from "./worker.ts?worker&url";

export interface TrainOptions {
  /** Ends the run; the answer is what there is. */
  signal?: AbortSignal;
  /** Called now and then with the frames that are new, and how much is done, from 0 to 1. */
  progress?(frames: unknown[], done: number): void;
}
export interface Trainer {
  /** What a request may name. */
  readonly tables: TrainingTables;
  train<Request extends AnyRequest>(request: Request, options?: TrainOptions): Promise<TrainReply<Request>>;
}

/** A frame of 60 a second has room for this much besides drawing. */
const BUDGET = 8;

export async function createTrainer(): Promise<Trainer> {
  return (await trainerInWorker()) ?? trainerHere();
}

export async function trainerHere(): Promise<Trainer> {
  const training = await createTrainingEngine();
  return {
    tables: training.describe().training,
    train: (request, { signal, progress } = {}) =>
      inSlices((part) => training.train(part), request, {
        budget: BUDGET,
        isCancelled: () => signal?.aborted ?? false,
        pause: nextTurn,
        ...(progress && { progress }),
      }),
  };
}

/** Sooner than a timer, which browsers hold back. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** What the page says to its worker, and hears of it. */
export type ToWorker = { id: number; request: AnyRequest; isFollowed: boolean } | { id: number; cancel: true };
export type FromWorker =
  | { tables: TrainingTables }
  | { id: number; frames: unknown[]; done: number }
  | { id: number; reply: unknown }
  | { failed: string };

interface Waiting {
  resolve(reply: unknown): void;
  progress?: TrainOptions["progress"];
}

/** Null where none can be started: in a sandboxed frame, from a file, or where the page has no script for it. */
async function trainerInWorker(): Promise<Trainer | null> {
  const worker = startWorker();
  if (!worker) return null;
  const waiting = new Map<number, Waiting>();
  const tables = await new Promise<TrainingTables | null>((resolve) => {
    worker.onerror = () => resolve(null);
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if ("tables" in data) resolve(data.tables);
      else if ("failed" in data) resolve(null);
      else if ("reply" in data) {
        waiting.get(data.id)?.resolve(data.reply);
        waiting.delete(data.id);
      } else waiting.get(data.id)?.progress?.(data.frames, data.done);
    };
  });
  if (!tables) {
    worker.terminate();
    return null;
  }
  let last = 0;
  return {
    tables,
    train: (request, { signal, progress } = {}) =>
      new Promise((resolve) => {
        const id = ++last;
        waiting.set(id, { resolve: resolve as Waiting["resolve"], ...(progress && { progress }) });
        const post = (message: ToWorker) => worker.postMessage(message);
        signal?.addEventListener("abort", () => post({ id, cancel: true }));
        post({ id, request, isFollowed: progress !== undefined });
        if (signal?.aborted) post({ id, cancel: true });
      }),
  };
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
