import { expect, test } from "vitest";
import type { TrainRequest } from "../../../web/src/engine/protocol.js";
import { createTrainingEngine } from "../../../web/src/engine/training.js";

const training = await createTrainingEngine();

const request = {
  layers: [2, 3, 1],
  activations: ["tanh", "linear"],
  loss: "bce_logits",
  data: { name: "xor" },
  initial: { scheme: "xavier_normal", seed: 2 },
  optimizer: { name: "adam", learning_rate: 0.05 },
  batch: 3,
  steps: 6,
  record: ["loss", "parameters", "gradients", "gradient_norms", "activations", "outputs", "distinct_units"],
} satisfies TrainRequest;

test("both formats become the same document", () => {
  const binary = training.train(request);
  const nested = training.train({ ...request, format: "nested" as const });
  expect(nested).toEqual(binary);
  if (!binary.ok) throw new Error(binary.error.message);
  expect(binary.frames.map(({ step }) => step)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  const last = binary.frames.at(-1);
  expect(last?.layers).toEqual(binary.state.layers);
  expect(last?.layers?.[0]?.W).toHaveLength(3);
  expect(last?.layers?.[0]?.b?.[2]).toHaveLength(1);
  expect(last?.activations?.[1]?.histogram).toHaveLength(24);
  expect(last?.outputs).toHaveLength(4);
  expect(binary.stopped).toBeNull();
});

test("a run goes on from its state to the bit", () => {
  const whole = training.train(request);
  const first = training.train({ ...request, steps: 2 });
  if (!first.ok || !whole.ok) throw new Error("not trained");
  const second = training.train({ ...request, steps: 4, state: first.state });
  if (!second.ok) throw new Error(second.error.message);
  expect(second.frames).toEqual(whole.frames.slice(2));
  expect(second.state).toEqual(whole.state);
});

test("many seeds are a run each", () => {
  const reply = training.train({ ...request, seeds: [7, 8] });
  const alone = training.train({ ...request, initial: { scheme: "xavier_normal", seed: 8 } });
  if (!reply.ok || !alone.ok) throw new Error("not trained");
  expect(reply.runs.map(({ seed }) => seed)).toEqual([7, 8]);
  expect(reply.runs[1]).toEqual({ seed: 8, frames: alone.frames, state: alone.state, stopped: null });
});

test("a program is walked down, its inputs whatever they are called", () => {
  const program = "(shape - 1)^2 + sum(at^2)";
  const descent = {
    program,
    at: { shape: 3, at: [1, -2] },
    optimizer: { name: "gd", learning_rate: 0.25 },
    steps: 1,
    record: ["parameters" as const, "gradients" as const],
  };
  const reply = training.train(descent);
  if (!reply.ok) throw new Error(reply.error.message);
  expect(reply.frames).toEqual([
    { step: 0, loss: 9, parameters: { shape: 3, at: [[1], [-2]] }, gradients: { shape: 4, at: [[2], [-4]] } },
    { step: 1, loss: 2.25, parameters: { shape: 2, at: [[0.5], [-1]] }, gradients: { shape: 2, at: [[1], [-2]] } },
  ]);
  expect(training.train({ ...descent, format: "nested" as const })).toEqual(reply);
});

test("what overflows arrives as numbers, in both formats and in the state", () => {
  const runaway = {
    program: "w^2",
    at: { w: 1e150 },
    optimizer: { name: "momentum", learning_rate: 1e10 },
    steps: 4,
    record: ["parameters" as const],
  };
  const reply = training.train(runaway);
  if (!reply.ok) throw new Error(reply.error.message);
  expect(reply.frames.at(-1)?.loss).toBe(Number.POSITIVE_INFINITY);
  expect(reply.stopped).toMatchObject({ step: 1, layer: null, what: "values" });
  expect(training.train({ ...runaway, format: "nested" as const })).toEqual(reply);
});

test("explains a net as a circuit, with what a smaller module knows", () => {
  const reply = training.explain({ program: "w = 0.5; x = 2; tanh(w * x)", include: ["steps"] });
  expect(reply.ok && reply.output.value).toBeCloseTo(Math.tanh(1), 15);
  const more = training.explain({ program: "x^2", include: ["code"] });
  expect(more).toMatchObject({ ok: false, error: { code: "not_supported" } });
});

test("what is wrong is a failure like any other", () => {
  const reply = training.train({ ...request, loss: "msee" });
  expect(reply).toMatchObject({
    ok: false,
    error: { code: "bad_request", message: 'the request cannot be read: loss is not known; did you mean "mse"?' },
  });
});

test("describe names what a request may name", () => {
  const names = (table: { name: string }[]) => table.map(({ name }) => name);
  const tables = training.describe().training;
  expect(names(tables.optimizers)).toEqual(["gd", "momentum", "nesterov", "adagrad", "rmsprop", "adam", "adamw"]);
  expect(names(tables.initializers)).toContain("orthogonal");
  expect(names(tables.data)).toContain("spiral");
  for (const activation of tables.activations)
    expect(training.train({ ...request, activations: [activation, "linear"], steps: 1 }).ok).toBe(true);
});
