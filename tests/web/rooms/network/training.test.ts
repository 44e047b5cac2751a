/** What a net can be set to beside its rate: by the engine's own tables, in a link, in an update's equation. */
import { expect, test } from "vitest";
import { createTrainingEngine } from "../../../../web/src/engine/training.js";
import "../../../../web/src/locales/network.js";
import { rateAfter } from "../../../../web/src/rooms/network/optimizer.js";
import { NetworkSession } from "../../../../web/src/rooms/network/session.js";
import {
  AMOUNTS,
  isAmount,
  OPTIMIZERS,
  SCHEDULES,
  USUAL_TRAINING,
} from "../../../../web/src/rooms/network/training.js";
import { sentence, takenWords } from "../../../../web/src/rooms/network/words.js";
import { readNetwork, writeNetwork } from "../../../../web/src/state/network-link.js";

const training = await createTrainingEngine();
const { optimizers, schedules } = training.describe().training;

function session(link = ""): NetworkSession {
  const made = new NetworkSession(training, () => {});
  made.visit(readNetwork(link));
  return made;
}

test("optimisers, schedules and what they are unless set are the engine's", () => {
  const ours = Object.entries(OPTIMIZERS).map(([name, settings]) => ({
    name,
    settings: Object.fromEntries(settings.map((setting) => [setting, AMOUNTS[setting].usual])),
  }));
  expect(optimizers.map(({ name, settings }) => ({ name, settings }))).toEqual(ours);
  const known = schedules.map(({ name, settings }) => [name, settings.filter((setting) => setting !== "warm_up")]);
  expect(Object.fromEntries(known)).toEqual(SCHEDULES);
});

test("shares are less than 1, a factor more than 0, counts whole", () => {
  expect([isAmount("momentum", 0), isAmount("momentum", 0.999), isAmount("momentum", 1)]).toEqual([true, true, false]);
  expect([isAmount("factor", 0), isAmount("factor", 1e-9)]).toEqual([false, true]);
  expect([isAmount("every", 0), isAmount("every", 2.5), isAmount("every", 3)]).toEqual([false, false, true]);
  expect(isAmount("l2", Number.NaN)).toBe(false);
});

test("a link says what is not as usual, and brings it back", () => {
  const text =
    "task=xor&opt=adamw&rate=0.05&beta1=0.8&decay=0.1&schedule=step&factor=0.25&every=5&warm=3&l1=0.001&l2=0.02&batch=3&shuffle=on&guess=zero";
  const made = session(text);
  expect(writeNetwork(made.link)).toBe(text);
  expect([made.showsMore, session("task=xor&opt=adam").showsMore]).toEqual([true, false]);
  made.changes.adjust({ ...USUAL_TRAINING, rate: 1 });
  expect(writeNetwork(made.link)).toBe("task=xor&guess=zero");
});

test("what a link asks for and cannot be is left out", () => {
  const made = session("task=xor&opt=sgd&momentum=1&beta1=-0.1&every=0&l1=11&factor=0&schedule=linear&shuffle=yes");
  expect(writeNetwork(made.link)).toBe("task=xor");
});

test("a schedule is the engine's: warm-up, then half the rate every third update", () => {
  const { setting } = session("task=xor&rate=0.8&schedule=step&factor=0.5&every=3&warm=2");
  expect([0, 1, 2, 4, 5, 8].map((updates) => rateAfter(training, setting, updates))).toEqual([
    0.4, 0.8, 0.8, 0.8, 0.4, 0.2,
  ]);
});

test("the equation of an update has the rate of that update, and the penalties", () => {
  const made = session("task=sum&guess=zero&schedule=exponential&factor=0.5");
  made.show(2);
  expect(sentence(made)).toBe("Update 2 made of W1[0][0]: 0.700 − 0.0250 × (−1.60) = 0.740.");
  const pulled = session("task=sum&guess=zero&l2=0.1");
  pulled.show(1);
  expect(sentence(pulled)).toBe("Update 1 made of W1[0][0]: 0.50 − 0.05 × (−4 + 0.10 × 0.50) ≈ 0.70.");
  const both = session("task=sum&guess=zero&l2=0.1&l1=1&of=W1[0][1]");
  both.show(1);
  expect(sentence(both)).toBe("Update 1 made of W1[0][1]: −0.25 − 0.05 × (−8 + 0.10 × (−0.25) + (−1)) ≈ 0.20.");
  for (const made of [pulled, both]) {
    const { before, after, gradient, rate } = made.movedAt(0, "W1[0][1]") ?? {};
    expect(before).not.toBeNull();
    expect((after as number) + (rate as number) * (gradient as number)).not.toBeCloseTo(before as number, 6);
  }
});

test("what another optimiser does is held against plain descent with its penalties", () => {
  const made = session("task=sum&opt=adamw&l2=0.1&guess=zero");
  made.show(1);
  expect(sentence(made)).toMatch(/^Update 1 by AdamW moved .* by −η · gradient = 0\.1975\.$|= 0\.20\.$/);
});

test("shuffled batches: every epoch takes each sample once, in another order, and a short batch is one", () => {
  const made = session("task=circle&guess=zero&batch=5&shuffle=on&seed=3");
  expect(made.run.batches).toBe(4);
  const epochs = [0, 1].map((epoch) => [0, 1, 2, 3].map((i) => made.run.batchAt(4 * epoch + i).rows));
  for (const batches of epochs) {
    expect(batches.map(({ length }) => length)).toEqual([5, 5, 5, 1]);
    expect(batches.flat().toSorted((a, b) => a - b)).toEqual(Array.from({ length: 16 }, (_, i) => i));
  }
  expect(epochs[0]).not.toEqual(epochs[1]);
  expect(takenWords(made)).toBe(
    `Update 1 takes samples ${(epochs[0]?.[0] ?? []).map((row) => row + 1).join(", ")}: batch 1 of 4 in epoch 1.`,
  );
  made.show(7);
  const last = (epochs[1]?.[3]?.[0] ?? Number.NaN) + 1;
  expect(takenWords(made)).toMatch(
    new RegExp(
      `^Update 7 took samples [\\d, ]+\\. Update 8 takes sample ${last}: batch 4 of 4 in epoch 2\\. It is short`,
    ),
  );
});

test("each update is that of the samples it is said to take", () => {
  const made = session("task=circle&guess=zero&batch=3&shuffle=on&seed=9");
  made.show(14);
  for (let update = 0; update < 14; update++) {
    const { before, after, rate, gradient } = made.movedAt(update, "W1[0][1]") as NonNullable<typeof made.moved>;
    expect(after).toBeCloseTo(before - rate * gradient, 13);
  }
});

test("a fork goes on in the order of the run it left, and a link finds it again", () => {
  const made = session("task=circle&guess=zero&batch=3&shuffle=on&seed=9");
  made.show(20);
  const order = Array.from({ length: 20 }, (_, i) => made.run.batchAt(i).rows);
  made.show(11);
  made.changes.edit("W1[0][0]", 0.5, "end");
  made.show(20);
  expect(Array.from({ length: 20 }, (_, i) => made.run.batchAt(i).rows)).toEqual(order);
  for (let update = 11; update < 20; update++) {
    const { before, after, rate, gradient } = made.movedAt(update, "W1[0][1]") as NonNullable<typeof made.moved>;
    expect(after).toBeCloseTo(before - rate * gradient, 13);
  }
  const opened = session(writeNetwork(made.link));
  expect(opened.run.frame(20)).toEqual(made.run.frame(20));
});
