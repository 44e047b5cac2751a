import { afterEach, expect, test, vi } from "vitest";
import type { TrainRequest } from "../../../web/src/engine/protocol-train.js";
import { createTrainer, type FromWorker, type ToWorker } from "../../../web/src/engine/trainer.js";
import { createTrainingEngine } from "../../../web/src/engine/training.js";

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
  const reply = await trainer.train(request, { signal: ending.signal, progress: () => ending.abort() });
  if (!reply.ok) throw new Error(reply.error.message);
  expect(reply.state.step).toBeGreaterThan(0);
  expect(reply.state.step).toBeLessThan(request.steps);
});

test("a worker is given the run, is heard, and told when it is no longer wanted", async () => {
  vi.stubGlobal("Worker", FakeWorker);
  const { training: tables } = (await createTrainingEngine()).describe();
  FakeWorker.greeting = { tables };
  const trainer = await createTrainer();
  expect(trainer.tables).toBe(tables);
  const [worker] = FakeWorker.started as [FakeWorker];
  const ending = new AbortController();
  const progress = vi.fn();
  const reply = trainer.train(request, { signal: ending.signal, progress });
  worker.onmessage({ data: { id: 1, frames: ["frame"], done: 0.5 } });
  ending.abort();
  worker.onmessage({ data: { id: 1, reply: "the reply" } });
  expect(await reply).toBe("the reply");
  expect(progress).toHaveBeenCalledWith(["frame"], 0.5);
  expect(worker.heard).toEqual([
    { id: 1, request, isFollowed: true },
    { id: 1, cancel: true },
  ]);
});
