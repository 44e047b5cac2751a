import { afterEach, expect, test, vi } from "vitest";
import type { TrainRequest } from "../../../web/src/engine/protocol.js";
import { createTrainer } from "../../../web/src/engine/trainer.js";
import { createTrainingEngine } from "../../../web/src/engine/training.js";
import type { FromWorker, ToWorker } from "../../../web/src/engine/workers.js";

const request: TrainRequest = {
  layers: [2, 4, 1],
  activations: ["tanh", "linear"],
  loss: "bce_logits",
  data: { name: "xor" },
  initial: { scheme: "xavier_normal", seed: 3 },
  optimizer: { name: "adam", learning_rate: 0.05 },
  steps: 400,
};

/** A worker that a test plays. */
class FakeWorker {
  static started: FakeWorker[] = [];
  /** What it says once it has started. */
  static greeting: FromWorker = { failed: "" };
  isEnded = false;
  heard: ToWorker[] = [];
  onmessage: (event: { data: FromWorker }) => void = () => {};

  constructor() {
    FakeWorker.started.push(this);
    setTimeout(() => this.onmessage({ data: FakeWorker.greeting }));
  }
  postMessage(message: ToWorker): void {
    this.heard.push(message);
  }
  terminate(): void {
    this.isEnded = true;
  }
}

afterEach(() => {
  vi.unstubAllGlobals();
  FakeWorker.started = [];
});

async function trainsHere(): Promise<void> {
  const trainer = await createTrainer();
  const heard: unknown[] = [];
  let last = 0;
  const reply = await trainer.train(request, {
    progress(frames, done) {
      heard.push(...frames);
      last = done;
    },
  });
  const whole = (await createTrainingEngine()).train(request);
  expect(reply).toEqual(whole);
  expect(heard).toEqual(whole.ok && whole.frames);
  expect(last).toBe(1);
  expect(trainer.tables.optimizers.map(({ name }) => name)).toContain("adam");
}

test("where there are no workers, as in a single file, the page trains, with the same numbers", () => trainsHere());

test("where a worker may not be started, as in a sandboxed frame, likewise", async () => {
  vi.stubGlobal(
    "Worker",
    class {
      constructor() {
        throw new DOMException("not in a sandbox", "SecurityError");
      }
    },
  );
  await trainsHere();
});

test("a worker whose engine does not open is ended, and the page trains", async () => {
  vi.stubGlobal("Worker", FakeWorker);
  FakeWorker.greeting = { failed: "offline" };
  await trainsHere();
  expect(FakeWorker.started.map(({ isEnded }) => isEnded)).toEqual([true]);
});

test("a run on the page ends when it is no longer wanted, with what there is", async () => {
  const trainer = await createTrainer();
  const ending = new AbortController();
  const long = { ...request, steps: 100_000, every: 100 };
  const reply = await trainer.train(long, { signal: ending.signal, progress: () => ending.abort() });
  if (!reply.ok) throw new Error(reply.error.message);
  expect(reply.state.step).toBeGreaterThan(0);
  expect(reply.state.step).toBeLessThan(long.steps);
});

/** Workers that a test plays, on a machine of so many cores. */
async function played(cores: number) {
  vi.stubGlobal("Worker", FakeWorker);
  vi.stubGlobal("navigator", { hardwareConcurrency: cores });
  const training = await createTrainingEngine();
  const { training: tables } = training.describe();
  FakeWorker.greeting = { tables };
  const trainer = await createTrainer();
  return { trainer, training, tables, workers: FakeWorker.started };
}

test("a worker is given the run, is followed and told when it is no longer wanted: frames travel once", async () => {
  const { trainer, training, tables, workers } = await played(1);
  expect(trainer.tables).toBe(tables);
  const [worker] = workers as [FakeWorker];
  const ending = new AbortController();
  const progress = vi.fn();
  const reply = trainer.train(request, { signal: ending.signal, progress });
  const { layout, frames = [], ...rest } = training.trainPacked({ ...request, steps: 2 });
  worker.onmessage({ data: { id: 1, frames, layout, done: 0.5 } });
  ending.abort();
  worker.onmessage({ data: { id: 1, reply: { ...rest, layout, frames: [] } } });
  const whole = training.train({ ...request, steps: 2 });
  expect(await reply).toEqual(whole);
  expect(progress).toHaveBeenCalledWith(whole.ok && whole.frames, 0.5);
  expect(worker.heard).toEqual([
    { id: 1, request, isFollowed: true },
    { id: 1, cancel: true },
  ]);
});

/** One run that is not wanted any more after two updates, and a question that is. */
async function unwanted() {
  const { trainer, training, workers } = await played(1);
  const ending = new AbortController();
  const begun = trainer.train(request, { signal: ending.signal, progress: () => {} });
  const wanted = trainer.train({ ...request, steps: 0 });
  const { layout, frames = [] } = training.trainPacked({ ...request, steps: 2 });
  workers[0]?.onmessage({ data: { id: 1, frames, layout, done: 0.1 } });
  return { ending, begun, wanted, training, workers };
}

test("a run that is not wanted and does not end soon ends with its worker; another one takes the rest", async () => {
  const { ending, begun, wanted, training, workers } = await unwanted();
  ending.abort();
  const whole = training.train({ ...request, steps: 2 });
  expect(await begun).toEqual({ version: 1, ok: true, frames: whole.ok && whole.frames, stopped: null });
  expect(workers.map(({ isEnded, heard }) => [isEnded, heard.length])).toEqual([
    [true, 3],
    [false, 1],
  ]);
  workers[1]?.onmessage({ data: { id: 3, reply: training.trainPacked({ ...request, steps: 0 }) } });
  expect(await wanted).toEqual(training.train({ ...request, steps: 0 }));
});

test("where no other worker is to be had, as without a connection, the first one stays and is waited for", async () => {
  const { ending, begun, wanted, training, workers } = await unwanted();
  FakeWorker.greeting = { failed: "offline" };
  ending.abort();
  await vi.waitFor(() => expect(workers.map(({ isEnded }) => isEnded)).toEqual([false, true]));
  const { layout, state } = training.trainPacked({ ...request, steps: 2 });
  workers[0]?.onmessage({ data: { id: 1, reply: { ok: true, layout, frames: [], state } as never } });
  expect(await begun).toMatchObject({ ok: true, state: { step: 2 } });
  workers[0]?.onmessage({ data: { id: 2, reply: training.trainPacked({ ...request, steps: 0 }) } });
  expect(await wanted).toEqual(training.train({ ...request, steps: 0 }));
});

test("as many workers as cores, started when the others are busy; a question goes to one of them", async () => {
  const { trainer, workers } = await played(2);
  expect([trainer.lanes, workers.length]).toEqual([2, 1]);
  for (let run = 0; run < 3; run++) void trainer.train(request);
  void trainer.train({ ...request, steps: 0 });
  expect(workers.map(({ heard }) => heard.length)).toEqual([2, 2]);
});

test("what a worker was given whose engine does not open goes to the others", async () => {
  const { trainer, training, workers } = await played(4);
  void trainer.train(request);
  FakeWorker.greeting = { failed: "no memory" };
  const reply = trainer.train(request);
  await vi.waitFor(() => expect(workers[0]?.heard).toHaveLength(2));
  expect(workers[1]?.isEnded).toBe(true);
  workers[0]?.onmessage({ data: { id: 2, reply: training.trainPacked(request) } });
  expect(await reply).toEqual(training.train(request));
  void trainer.train(request);
  expect(workers).toHaveLength(2);
});
