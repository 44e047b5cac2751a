import { beforeAll, expect, test } from "vitest";
import type { Trainer } from "../../../../web/src/engine/trainer.js";
import { createTrainingEngine } from "../../../../web/src/engine/training.js";
import { msg } from "../../../../web/src/locales/index.js";
import "../../../../web/src/locales/start.js";
import { findings, firstMoves, groupSizes, sizesOf } from "../../../../web/src/rooms/start/findings.js";
import { nextPage, StartSession } from "../../../../web/src/rooms/start/session.js";
import { writeStart } from "../../../../web/src/state/start-link.js";

let train: Trainer["train"];
beforeAll(async () => {
  const training = await createTrainingEngine();
  train = async (request) => training.train(request);
});

/** A session whose runs are there. */
async function session(link: Parameters<StartSession["visit"]>[0]): Promise<StartSession> {
  const made = new StartSession(train, () => {});
  made.visit(link);
  await settled(made);
  return made;
}
async function settled(made: StartSession): Promise<void> {
  for (let turn = 0; turn < 100 && made.isComputing; turn++) await new Promise((resolve) => setTimeout(resolve));
}

test("nothing but the start is shown before a guess", async () => {
  const made = await session({ page: "zero", update: 200 });
  expect(made.frames.map(({ step }) => step)).toEqual([0, 0]);
  made.make("nothing", true);
  expect(made.frames.map(({ step }) => step)).toEqual([300, 300]);
  expect(writeStart(made.link)).toBe("lab=zero&guesses=zero.nothing&update=300");
});

test("the first guess counts", async () => {
  const made = await session({ page: "constant" });
  made.make("four", true);
  made.make("one", true);
  expect(made.guess).toBe("four");
});

test("a guess plays the run, and playing ends at the last update", async () => {
  const made = await session({});
  made.make("one", false);
  expect([made.isPlaying, made.update]).toEqual([true, 0]);
  made.tick(1800);
  expect(made.update).toBe(2);
  made.tick(60_000);
  expect([made.isPlaying, made.update]).toEqual([false, 300]);
  made.play();
  expect([made.isPlaying, made.update]).toEqual([true, 0]);
});

test("a link shows the same frame as scrubbing there", async () => {
  const direct = await session({ page: "zero", guesses: { zero: "one" }, update: 37 });
  const scrubbed = await session({ page: "zero", guesses: { zero: "one" } });
  for (const update of [300, 5, 37]) scrubbed.show(update);
  expect(scrubbed.frames).toEqual(direct.frames);
  expect(direct.frames[0]?.step).toBe(37);
});

test("zero: sigmoid units move together, of the tanh net only the output bias", async () => {
  const { runs, setting } = await session({ page: "zero" });
  const [sigmoid, tanh] = runs ?? [];
  if (!sigmoid || !tanh) throw new Error("no runs");
  expect(firstMoves(sigmoid)).toEqual({ hidden_weights: 2, hidden_biases: 2, outgoing_weights: 1, output_bias: 1 });
  expect(firstMoves(tanh)).toEqual({
    hidden_weights: null,
    hidden_biases: null,
    outgoing_weights: null,
    output_bias: 1,
  });
  expect(msg("start-zero.found", findings("zero", [sigmoid, tanh], setting))).toBe(
    "After 300 updates all 4 sigmoid units are still one: all of them are at (0.38, −0.80). Their weights did move, and the cost fell from 0.50 to 0.07. With tanh no weight moved in 300 updates: the largest is 0. Only the output bias learned, to 0.50, and the cost stays at 0.25.",
  );
});

test("constant: the units move from the first update on, and stay one", async () => {
  const { runs } = await session({ page: "constant" });
  const [constant, random] = runs ?? [];
  if (!constant || !random) throw new Error("no runs");
  expect(firstMoves(constant).hidden_weights).toBe(1);
  expect(constant.frames.every(({ distinct_units: distinct }) => distinct?.[0] === 1)).toBe(true);
  expect(random.frames.at(-1)?.distinct_units?.[0]).toBe(4);
});

test.each(["w1", "w2", "v"] as const)("break: a changed %s frees one unit, not the other three", async (weight) => {
  const { runs } = await session({ page: "break", weight, unit: 3, by: 0.001 });
  const last = runs?.[1]?.frames.at(-1);
  expect(last && groupSizes(last)).toEqual([3, 1]);
  const rows = last?.layers?.[0]?.W ?? [];
  expect(rows[0]).toEqual(rows[1]);
  expect(rows[0]).not.toEqual(rows[2]);
});

test("deep: the signal is a power of the factor, to the digit", async () => {
  const { runs } = await session({ page: "deep" });
  const [small, large] = (runs ?? []).map(({ frames }) => (frames[0] ? sizesOf(frames[0]) : []));
  for (let layer = 1; layer <= 20; layer++) {
    expect((small?.[layer - 1] ?? 0) / 0.5 ** layer).toBeCloseTo(1, 9);
    expect((large?.[layer - 1] ?? 0) / 1.5 ** layer).toBeCloseTo(1, 9);
  }
  expect(runs?.[1]?.stopped?.step).toBe(2);
});

test("a change that is none stays in its field and says nothing to the engine", async () => {
  const made = await session({ page: "break" });
  const { runs } = made;
  made.changeBy("much");
  expect([made.byText, made.setting.by, made.runs]).toEqual(["much", 0.01, runs]);
  made.changeBy("0");
  expect(made.byText).toBe("0");
  made.changeBy("−0,25");
  expect([made.byText, made.setting.by]).toEqual([null, -0.25]);
});

test("reset keeps the seed and the guess", async () => {
  const made = await session({ page: "break", guesses: { break: "two" }, seed: 9, unit: 2, by: 0.1, update: 50 });
  made.reset();
  await settled(made);
  expect([made.setting, made.guess, made.update]).toEqual([
    { seed: 9, unit: 1, weight: "w1", by: 0.01, units: "relu" },
    "two",
    0,
  ]);
});

test("a link of somebody else's making is not believed", async () => {
  const made = await session({ page: "break", guesses: { break: "nine", zero: "one" }, unit: 7, by: 30, update: 1e6 });
  expect([made.guesses, made.setting.unit, made.setting.by]).toEqual([{ zero: "one" }, 1, 0.01]);
  expect(made.update).toBe(600);
});

test("the experiments lead on, the last one to the free lab", () => {
  expect([nextPage("zero"), nextPage("xavier")]).toEqual(["constant", "free"]);
});
