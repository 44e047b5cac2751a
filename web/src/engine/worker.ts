/** The worker of trainer.ts: one engine of its own, one run after the other, slices between which it listens. */
import { createWorkbench } from "./client.js";
import type { TrainingTables } from "./protocol-train.js";
import { inSlices } from "./slices.js";
import type { FromWorker, ToWorker } from "./trainer.js";

/** Milliseconds of a slice: progress is shown this often. */
const BUDGET = 40;

const cancelled = new Set<number>();
const post = (message: FromWorker) => self.postMessage(message);
let queue = Promise.resolve();

createWorkbench().then(
  (workbench) => {
    self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
      if ("cancel" in data) {
        cancelled.add(data.id);
        return;
      }
      const { id, request } = data;
      queue = queue.then(async () => {
        const reply = await inSlices((part) => workbench.train(part), request, {
          budget: BUDGET,
          isCancelled: () => cancelled.has(id),
          progress: (frames, done) => post({ id, frames, done }),
          // a timer lets messages in, among them one that ends the run
          pause: () => new Promise((resolve) => setTimeout(resolve)),
        });
        cancelled.delete(id);
        post({ id, reply });
      });
    };
    post({ tables: workbench.describe().training as TrainingTables });
  },
  (error) => post({ failed: String(error) }),
);
