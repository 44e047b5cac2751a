import { beforeAll, expect, test } from "vitest";
import type { TrainingTables, TrainRequest } from "../../../../web/src/engine/protocol.js";
import type { Trainer } from "../../../../web/src/engine/trainer.js";
import { createTrainingEngine, type TrainingEngine } from "../../../../web/src/engine/training.js";
import { samplesOf } from "../../../../web/src/rooms/labs/samples.js";
import { firstChoice, usedOf } from "../../../../web/src/state/data-choice.js";

let training: TrainingEngine;
let sets: TrainingTables["data"];
const train: Trainer["train"] = async (request) => training.train(request);
beforeAll(async () => {
  training = await createTrainingEngine();
  sets = training.describe().training.data;
});

test("the samples shown of each data set are those that the engine trains on, noise included", async () => {
  expect(sets.length).toBeGreaterThan(10);
  for (const set of sets) {
    const choice = firstChoice(set);
    const used = usedOf({ ...choice, made: { ...choice.made, noise: 0.25, seed: 3 } }, sets);
    const samples = await samplesOf(train, used);
    const request = {
      layers: [set.inputs, 3, 1],
      activations: ["tanh", "linear"],
      loss: "mse",
      initial: { scheme: "xavier_normal", seed: 1 },
      optimizer: { name: "gd", learning_rate: 0.01 },
      steps: 3,
      record: ["loss" as const, "outputs" as const],
    };
    const named = training.train<TrainRequest>({ ...request, data: used.request });
    const shown = training.train<TrainRequest>({
      ...request,
      data: { inputs: samples.inputs.map((row) => [...row]), targets: samples.targets.map((row) => [...row]) },
    });
    if (!named.ok || !shown.ok || !("frames" in named) || !("frames" in shown))
      throw new Error(`${set.name} not trained`);
    // of classes to the bit; a target that is a number is met to its last digit
    if (set.classes) expect(shown.frames).toEqual(named.frames);
    for (const [i, { loss = Number.NaN }] of named.frames.entries())
      expect(shown.frames[i]?.loss, set.name).toBeCloseTo(loss, 12);
  }
});

test("own samples are what they are", async () => {
  const request = { inputs: [[1, 2, 3]], targets: [[0, 1]] };
  const used = { request, names: ["a", "b", "c"], target: "y", outputs: 2, classes: null };
  expect(await samplesOf(train, used)).toBe(request);
});
