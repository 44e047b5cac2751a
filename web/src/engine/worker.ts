/**
 * A worker of workers.ts: one engine of its own, one run after the other. What asks of a state and makes no update is answered in between;
 * a run that is followed goes in slices.
 */
import { buffersOf, type Packed } from "./packed.js";
import { inSlices, nextTurn } from "./slices.js";
import { createTrainingEngine, type TrainingEngine } from "./training.js";
import type { FromWorker, Task, ToWorker } from "./workers.js";

/** Milliseconds of a slice. Its state is text in between, which takes a deep net a hundred of them: there are few slices, the first one short. */
const BUDGET = 1000;

const cancelled = new Set<number>();
const post = (message: FromWorker, frames: readonly Float64Array[] = []) =>
  self.postMessage(message, { transfer: buffersOf(frames) });
const opening = createTrainingEngine();
let queue = Promise.resolve();

// what is asked before the engine is there must not be lost
self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  if ("cancel" in data) cancelled.add(data.id);
  else if (data.request.steps === 0) void opening.then((training) => answer(training, data));
  else queue = queue.then(nextTurn).then(async () => answer(await opening, data));
};

async function answer(training: TrainingEngine, { id, request, isFollowed }: Task): Promise<void> {
  let layout: Packed["layout"];
  const train = (part: Task["request"]) => {
    const reply = training.trainPacked(part);
    layout = reply.layout;
    return reply;
  };
  const follow = () =>
    inSlices<Packed>(train, request, {
      budget: BUDGET,
      isCancelled: () => cancelled.has(id),
      pause: nextTurn,
      progress(frames, done) {
        const packed = frames as Float64Array[];
        post({ id, frames: packed, layout, done }, packed);
      },
    });
  const isOver = cancelled.has(id);
  const reply = isFollowed && !isOver ? await follow() : train(isOver ? { ...request, steps: 0 } : request);
  cancelled.delete(id);
  // those that were followed are there already
  if (isFollowed && !isOver && reply.ok && layout) reply.frames = [];
  const frames = reply.runs?.flatMap((run) => run.frames) ?? reply.frames ?? [];
  post({ id, reply }, layout ? frames : []);
}

opening.then(
  (training) => post({ tables: training.describe().training }),
  (error) => post({ failed: String(error) }),
);
