/**
 * Training beside the page: in workers where the page may start some, otherwise here, a few milliseconds at a time. Either way it can be
 * followed and ended, and gives the same numbers.
 */
import { type Packed, unpacked, unpackedFrames } from "./packed.js";
import type { TrainingTables, TrainReply } from "./protocol.js";
import { type AnyRequest, inSlices, nextTurn } from "./slices.js";
import { createTrainingEngine } from "./training.js";
import { trainerInWorkers } from "./workers.js";

export interface TrainOptions {
  /** Ends the run; the answer is what there is, without a state where it had to be broken off. */
  signal?: AbortSignal;
  /** Called now and then with the frames that are new, and how much is done, from 0 to 1. */
  progress?(frames: unknown[], done: number): void;
}
export interface Trainer {
  /** What a request may name. */
  readonly tables: TrainingTables;
  /** How many runs are made at once: more than that only wait. */
  readonly lanes: number;
  train<Request extends AnyRequest>(request: Request, options?: TrainOptions): Promise<TrainReply<Request>>;
}

/** A frame of 60 a second has room for this much besides drawing. */
const BUDGET = 8;

export async function createTrainer(): Promise<Trainer> {
  return (await trainerInWorkers()) ?? trainerHere();
}

export async function trainerHere(): Promise<Trainer> {
  const training = await createTrainingEngine();
  return {
    tables: training.describe().training,
    lanes: 1,
    async train(request, { signal, progress } = {}) {
      let layout: Packed["layout"];
      const answer = (part: AnyRequest) => {
        const reply = training.trainPacked(part);
        layout = reply.layout;
        return reply;
      };
      const reply = await inSlices<Packed>(answer, request, {
        budget: BUDGET,
        isCancelled: () => signal?.aborted ?? false,
        pause: nextTurn,
        ...(progress && {
          progress: (frames, done) => progress(unpackedFrames(layout ?? {}, frames as Float64Array[]), done),
        }),
      });
      return unpacked(reply);
    },
  };
}
