import { expect, test } from "vitest";
import type { DescentRequest, TrainReply, TrainRequest } from "../../../web/src/engine/protocol.js";
import { type AnyRequest, inSlices } from "../../../web/src/engine/slices.js";
import { createTrainingEngine } from "../../../web/src/engine/training.js";

const training = await createTrainingEngine();
const answer = (request: AnyRequest) => training.train(request) as TrainReply<TrainRequest>;

const net: TrainRequest = {
  layers: [2, 4, 1],
  activations: ["tanh", "identity"],
  loss: "mse",
  data: { name: "moons", samples: 30, noise: 0.1, seed: 3 },
  initial: { scheme: "xavier_normal", seed: 5 },
  optimizer: { name: "adam", learning_rate: 0.03 },
  batch: 7,
  steps: 60,
  every: 4,
  record: ["loss", "parameters"],
};
const valley: DescentRequest = {
  program: "(w - 3)^2 + v^2",
  at: { w: 0, v: 2 },
  optimizer: { name: "momentum", learning_rate: 0.1 },
  steps: 25,
  record: ["loss", "parameters"],
};

function options(change: Partial<Parameters<typeof inSlices>[2]> = {}) {
  return { budget: 0, isCancelled: () => false, pause: () => Promise.resolve(), ...change };
}

test.each([
  ["a net", net],
  ["a program", valley],
])("%s in slices is the same run, to the bit, frame by frame", async (_, request) => {
  const heard: unknown[] = [];
  const shares: number[] = [];
  const progress = (frames: unknown[], done: number) => {
    heard.push(...frames);
    shares.push(done);
  };
  const reply = await inSlices(answer, request, options({ progress }));
  const whole = training.train(request);
  if (!whole.ok) throw new Error(whole.error.message);
  expect(reply).toEqual(whole);
  expect(heard).toEqual(whole.frames);
  expect(shares.length).toBeGreaterThan(5);
  expect(shares.at(-1)).toBe(1);
});

test("of many seeds, one after the other", async () => {
  const request = { ...net, seeds: [1, 2, 3], batch: 0 };
  expect(await inSlices(answer, request, options())).toEqual(training.train(request));
});

test("a run that is no longer wanted ends with what there is, and can go on from there", async () => {
  let slices = 0;
  const reply = await inSlices(answer, net, options({ isCancelled: () => slices >= 3, progress: () => slices++ }));
  if (!reply.ok) throw new Error(reply.error.message);
  const rest = training.train({ ...net, steps: net.steps - reply.state.step, state: reply.state });
  const whole = training.train(net);
  if (!rest.ok || !whole.ok) throw new Error("no run");
  expect(reply.frames.length).toBeLessThan(whole.frames.length);
  expect([...reply.frames, ...rest.frames.slice(1)]).toEqual(whole.frames);
});

test("a run that has left the numbers stops, and says so once", async () => {
  const request: DescentRequest = { ...valley, optimizer: { name: "gd", learning_rate: 1e200 }, steps: 500 };
  const reply = await inSlices(answer, request, options());
  expect(reply).toEqual(training.train(request));
  expect(reply.ok && reply.stopped).toMatchObject({ what: expect.any(String) });
});

test("what cannot be read is answered as ever", async () => {
  expect(await inSlices(answer, { ...net, loss: "hinge" }, options())).toMatchObject({ ok: false });
});
