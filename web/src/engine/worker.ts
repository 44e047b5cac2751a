/** The worker of trainer.ts: one engine of its own, one run after the other, slices between which it listens. */
import { inSlices } from "./slices.js";
import type { FromWorker, ToWorker } from "./trainer.js";
import { createTrainingEngine } from "./training.js";

/** Milliseconds of a slice: progress is shown this often. */
const BUDGET = 40;

const cancelled = new Set<number>();
const post = (message: FromWorker) => self.postMessage(message);
let queue = Promise.resolve();

createTrainingEngine().then(
  (training) => {
    self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
      if ("cancel" in data) {
        cancelled.add(data.id);
        return;
      }
      const { id, request, isFollowed } = data;
      queue = queue.then(async () => {
        const reply = await inSlices((part) => training.train(part), request, {
          budget: BUDGET,
          isCancelled: () => cancelled.has(id),
          // frames travel twice where somebody follows them, and they can be many
          ...(isFollowed && { progress: (frames, done) => post({ id, frames, done }) }),
          // a timer lets messages in, among them one that ends the run
          pause: () => new Promise((resolve) => setTimeout(resolve)),
        });
        cancelled.delete(id);
        post({ id, reply });
      });
    };
    post({ tables: training.describe().training });
  },
  (error) => post({ failed: String(error) }),
);
