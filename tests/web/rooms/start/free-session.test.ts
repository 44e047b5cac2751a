import { beforeAll, expect, test, vi } from "vitest";
import type { TrainRequest } from "../../../../web/src/engine/protocol.js";
import type { Trainer } from "../../../../web/src/engine/trainer.js";
import { createTrainingEngine, type TrainingEngine } from "../../../../web/src/engine/training.js";
import { margin, placesOf, squaresOf } from "../../../../web/src/rooms/start/free-answers.js";
import { FreeSession } from "../../../../web/src/rooms/start/free-session.js";
import { readStart, type StartLink, writeStart } from "../../../../web/src/state/start-link.js";

let training: TrainingEngine;
let trainer: Pick<Trainer, "train" | "tables" | "lanes">;
beforeAll(async () => {
  training = await createTrainingEngine();
  trainer = {
    train: async (request) => training.train(request),
    tables: training.describe().training,
    lanes: 2,
  };
});

async function session(link: Partial<StartLink>): Promise<FreeSession> {
  const made = new FreeSession(trainer, () => {});
  made.visit({ seeds: 1, ...link });
  await settled(made);
  return made;
}
/** What a lab comes to with a trainer of so many workers, whose answers come later the more is asked of it. */
async function withLanes(lanes: number) {
  const asked: TrainRequest[] = [];
  const made = new FreeSession(
    {
      ...trainer,
      lanes,
      train: async (request) => {
        if ("layers" in request && request.steps === 300) asked.push(request);
        await new Promise((resolve) => setTimeout(resolve, (asked.length * 7) % 5));
        return training.train(request);
      },
    },
    () => {},
  );
  return { made, asked };
}
async function settled(made: FreeSession): Promise<void> {
  const isSettled = () =>
    !made.isComputing && !made.closer.isLooking && (made.places === null || made.answered.by.size === made.runs.length);
  for (let turn = 0; turn < 2000 && !isSettled(); turn++) await new Promise((resolve) => setTimeout(resolve));
  expect(isSettled()).toBe(true);
}

test("every scheme trains on the same data, the first seed's net is drawn", async () => {
  const made = await session({ schemes: ["zero", "he_normal"], seeds: 5 });
  expect(made.runs.map(({ scheme, all }) => [scheme, all.length])).toEqual([
    // draws nothing, so that one run is all of them
    ["zero", 1],
    ["he_normal", 5],
  ]);
  expect([made.trained.done, made.trained.total]).toEqual([6, 6]);
  const costs = (frames: readonly { loss?: number }[] = []) => frames.map(({ loss }) => loss);
  const named = training.train({
    layers: [2, 6, 3, 1],
    activations: ["relu", "relu", "linear"],
    loss: "bce_logits",
    data: { name: "circle", samples: 100, seed: 1 },
    initial: { scheme: "he_normal" },
    optimizer: { name: "gd", learning_rate: 0.1 },
    steps: 300,
    every: 3,
    seeds: [1, 2, 3, 4, 5],
  });
  if (!named.ok) throw new Error("not trained");
  expect(made.runs[1]?.all.map((course) => course.map(({ value }) => value))).toEqual(
    named.runs.map(({ frames }) => costs(frames)),
  );
  expect(new Set(made.answered.by.get("zero")?.flat())).toEqual(new Set([0]));
  expect(made.answered.by.get("he_normal")).toHaveLength(1024);
});

test("beside each region stands how many of the samples are on their side", async () => {
  const made = await session({ schemes: ["zero", "he_normal"], chart: "accuracy" });
  const last = (scheme: string) => made.runs.find((runs) => runs.scheme === scheme)?.all[0]?.at(-1)?.value;
  expect(Object.fromEntries(made.answered.right)).toEqual({ zero: 50, he_normal: last("he_normal") });
  const curve = await session({ data: "own", own: "0,no\n1,yes\n2,yes\n3,yes", schemes: ["zero"], update: 0 });
  // the answer is ½ everywhere, which speaks for no class
  expect(curve.answered.right.get("zero")).toBe(25);
  const numbers = await session({ data: "own", own: "1,0,2.5\n0,1,-1\n1,1,4", schemes: ["xavier_normal"] });
  expect(numbers.answered.right.size).toBe(0);
});

test("the region is of the update that is shown", async () => {
  const made = await session({ schemes: ["xavier_normal"], update: 0 });
  const start = made.answered.by.get("xavier_normal");
  made.player.show(300);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(made.player.update).toBe(300);
  expect(made.answered.by.get("xavier_normal")).not.toEqual(start);
  made.player.show(0);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(made.answered.by.get("xavier_normal")).toEqual(start);
});

test("squares go row by row from the top", () => {
  const grid = squaresOf([-32, 32], [0, 32]);
  expect([grid[0], grid[1], grid.at(-1)]).toEqual([
    [-31, 31.5],
    [-29, 31.5],
    [31, 0.5],
  ]);
  expect(placesOf({ inputs: [[1, 2, 3]], targets: [[0]] })).toBeNull();
});

test("an answer for one of several classes is how far it is before the next", () => {
  expect([margin([-2], 1), margin([1, 4, 3], 1), margin([1, 4, 3], 2)]).toEqual([-2, 1, -1]);
});

test("what cannot be used stays in its field; at most six schemes, at least one", async () => {
  const made = await session({ schemes: ["zero"] });
  made.typeWidths("6-99");
  expect([made.widthsTyped, made.setting.widths]).toEqual(["6-99", [6, 3]]);
  made.toggle("zero");
  expect(made.setting.schemes).toEqual(["zero"]);
  made.toggle("he_normal");
  expect(made.setting.schemes).toEqual(["zero", "he_normal"]);
  made.typeWidths("4");
  expect([made.widthsTyped, made.setting.widths]).toEqual([null, [4]]);
  await settled(made);
});

test("the link says only what is not as usual; reset keeps the seed", async () => {
  const made = await session({ seed: 4, data: "moons", schemes: ["zero"], update: 30 });
  expect(made.link).toEqual({ data: "moons", schemes: ["zero"], seed: 4, seeds: 1, update: 30 });
  made.reset();
  made.change({ seeds: 1 });
  await settled(made);
  expect(made.link).toEqual({ seed: 4, seeds: 1, update: 300 });
});

test("a link of somebody else's making is not believed", async () => {
  const made = await session(
    readStart("lab=free&rate=Infinity&scale=1e9&layers=99x50&samples=0&noise=NaN&schemes=best&seeds=1&act=relu"),
  );
  expect(made.setting).toMatchObject({ rate: 0.1, scale: 1, widths: [6, 3] });
  expect(made.data.made).toEqual({ name: "circle", samples: 100, noise: 0, seed: 1 });
});

test("a run stays the same when only what is typed changes; own data are trained on once they are good", async () => {
  const made = await session({ schemes: ["zero"] });
  const [before] = made.runs;
  made.changeData({ isOwn: true });
  made.changeData({ text: "1,2,no\n3,x,yes" });
  expect(made.runs[0]).toBe(before);
  expect(made.data.own.reading?.problems).toHaveLength(1);
  made.changeData({ text: "1,2,no\n3,4,yes" });
  await settled(made);
  expect(made.runs[0]).not.toBe(before);
  expect(made.samples?.inputs).toEqual([
    [1, 2],
    [3, 4],
  ]);
  expect(writeStart(made.link)).toBe("update=300&data=own&own=x1,x2,y|1,2,no|3,4,yes&schemes=zero&seeds=1");
  made.changeData({ text: "1,2,no\n3,?,yes" });
  expect(made.samples?.inputs).toHaveLength(2);
});

test.each([
  ["three classes", "1,0,a\n0,1,b\n1,1,c\n0,0,a", "cross-entropy of softmax", 3],
  ["numbers", "1,0,2.5\n0,1,-1\n1,1,4", "mean square", 1],
  ["one input", "0,no\n1,yes\n2,no", "a curve", 1],
  ["four inputs", "1,2,3,4,0\n4,3,2,1,1", "no picture", 1],
])("%s of one's own are trained on", async (_, own, __, outputs) => {
  const made = await session({ data: "own", own, schemes: ["xavier_normal"] });
  expect(made.trained.failure).toBeNull();
  const [first, last] = [made.runs[0]?.shown.frames[0]?.loss ?? 0, made.runs[0]?.shown.frames.at(-1)?.loss ?? 0];
  expect(last).toBeLessThan(first);
  expect(made.used.outputs).toBe(outputs);
  if (made.places) expect(made.answered.by.get("xavier_normal")?.[0]).toHaveLength(outputs);
});

test("a curve among classes is a probability", async () => {
  const made = await session({ data: "own", own: "0,no\n1,yes\n2,no", schemes: ["xavier_normal"] });
  const answers = made.answered.by.get("xavier_normal")?.flat() ?? [];
  expect(answers).toHaveLength(81);
  expect(answers.every((answer) => answer > 0 && answer < 1)).toBe(true);
});

test("your own scale multiplies LeCun's weights", async () => {
  const made = await session({ schemes: ["lecun_normal", "scaled"], scale: 3 });
  const [lecun, scaled] = made.runs.map(({ shown }) => shown.frames[0]?.layers?.[0]?.W.flat() ?? []);
  expect(lecun).toHaveLength(12);
  for (const [i, weight] of (lecun ?? []).entries()) expect(scaled?.[i]).toBeCloseTo(3 * weight, 12);
});

test("uniform reaches from −1/√n to 1/√n in each layer, standard normal is as wide in all", async () => {
  const made = await session({ schemes: ["uniform", "normal"], widths: [32, 32] });
  const [uniform, normal] = made.runs.map(({ shown }) => shown.frames[0]?.layers?.map(({ W }) => W.flat()) ?? []);
  const reach = (weights: number[] = []) => Math.max(...weights.map(Math.abs));
  expect(reach(uniform?.[0])).toBeLessThanOrEqual(1 / Math.sqrt(2));
  expect(reach(uniform?.[0])).toBeGreaterThan(0.95 / Math.sqrt(2));
  expect(reach(uniform?.[1])).toBeLessThanOrEqual(1 / Math.sqrt(32));
  expect(reach(uniform?.[1])).toBeGreaterThan(0.99 / Math.sqrt(32));
  const variance = (weights: number[] = []) => weights.reduce((sum, weight) => sum + weight ** 2, 0) / weights.length;
  expect(Math.abs(variance(normal?.[1]) - 1)).toBeLessThan(0.1);
});

test("weights by hand begin as Xavier's, are changed one by one, and travel in a link", async () => {
  const made = await session({ schemes: ["xavier_normal", "hand"], widths: [2], seeds: 5 });
  const starts = () => made.runs.map(({ shown }) => shown.frames[0]?.layers);
  expect(starts()[1]).toEqual(starts()[0]);
  expect(made.runs.map(({ all }) => all.length)).toEqual([5, 1]);
  made.changeWeight(3, -0.25);
  await settled(made);
  expect(made.runs[1]?.shown.frames[0]?.layers?.[0]?.W[1]).toEqual([starts()[0]?.[0]?.W[1]?.[0], -0.25]);
  const sent = await session({ ...readStart(writeStart(made.link)), seeds: 1 });
  expect(sent.handLayers).toEqual(made.handLayers);
  await made.fillFrom("zero");
  await settled(made);
  expect(made.setting.hand).toEqual(Array<number>(9).fill(0));
});

test("samples are those of the data that are in use, or none yet", async () => {
  const seen: string[] = [];
  const made = new FreeSession(trainer, () =>
    seen.push(`${made.used.names.length}: ${made.samples?.inputs[0]?.length}`),
  );
  made.visit({ seeds: 1, schemes: ["zero"] });
  await settled(made);
  made.changeData({ made: { name: "sine" } });
  await settled(made);
  expect(new Set(seen)).toEqual(new Set(["2: undefined", "2: 2", "1: undefined", "1: 1"]));
});

test("layers by hand stay the same objects until a weight changes", async () => {
  const made = await session({ schemes: ["hand"], widths: [2] });
  const before = made.handLayers;
  expect(made.handLayers).toBe(before);
  made.changeWeight(0, 9);
  expect(made.handLayers).not.toBe(before);
  await settled(made);
});

test("a net with too many weights is not typed by hand: the others still run", async () => {
  const made = await session({ schemes: ["zero", "hand"], widths: [32, 32] });
  expect(made.isByHand).toBe(false);
  expect(made.runs.map(({ scheme }) => scheme)).toEqual(["zero"]);
});

test("50 layers of 32 units fit into what may be recorded", async () => {
  const made = await session({ widths: Array<number>(50).fill(8), schemes: ["zero"], samples: 10 });
  expect(made.trained.failure).toBeNull();
  expect(made.player.lastUpdate).toBe(300);
});

test("what is stopped keeps what is there", async () => {
  const made = new FreeSession(trainer, () => {
    if (made.runs.length === 1 && made.isComputing) made.stop();
  });
  made.visit({ schemes: ["zero", "he_normal"], seeds: 1 });
  for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setTimeout(resolve));
  expect([made.isComputing, made.runs.map(({ scheme }) => scheme)]).toEqual([false, ["zero"]]);
});

test("the runs come to the same, whatever the number of workers; the first seed of each scheme is first", async () => {
  const link = { schemes: ["constant", "xavier_normal", "he_normal"], seeds: 5 };
  const [one, many] = [await withLanes(1), await withLanes(6)];
  for (const { made } of [one, many]) {
    made.visit(link);
    await settled(made);
  }
  const costs = ({ made }: typeof one) =>
    made.runs.map(({ scheme, all }) => [scheme, all.map((course) => course.map(({ value }) => value))]);
  expect(costs(many)).toEqual(costs(one));
  const seeds = one.asked.map(({ initial, record = [] }) => ["seed" in initial && initial.seed, record.length]);
  expect(seeds.slice(0, 5)).toEqual([
    [1, 5],
    [1, 5],
    [1, 5],
    [2, 1],
    [2, 1],
  ]);
});

test("a change ends what is under way at once: nothing more is asked of it, nothing of it is shown", async () => {
  const { made, asked } = await withLanes(2);
  made.visit({ seeds: 20, schemes: ["xavier_normal", "he_normal"] });
  await vi.waitFor(() => expect(made.trained.done).toBeGreaterThan(4), { interval: 1 });
  const before = asked.length;
  expect(before).toBeLessThan(40);
  made.change({ seeds: 1, widths: [2] });
  await settled(made);
  expect(asked.slice(before).map(({ layers }) => layers)).toEqual([
    [2, 2, 1],
    [2, 2, 1],
  ]);
  expect(made.runs.map(({ all }) => all.length)).toEqual([1, 1]);
});

test("a net is shown as far as it has come; who goes back meanwhile stays there", async () => {
  let go = () => {};
  const shown: (readonly [number, number])[] = [];
  const frames = Array.from({ length: 101 }, (_, i) => ({ step: 3 * i, loss: 1, layers: [] }));
  const made = new FreeSession(
    {
      ...trainer,
      train: async (request, { progress } = {}) => {
        if (request.steps === 0 || !progress) return training.train(request);
        progress(frames.slice(0, 11), 0.1);
        await new Promise<void>((resolve) => (go = resolve));
        progress(frames.slice(11, 41), 0.4);
        return { version: 1, ok: true, frames, stopped: null } as never;
      },
    },
    () => shown.push([made.player.update, made.player.lastUpdate]),
  );
  made.visit({ seeds: 1, schemes: ["he_normal"] });
  await vi.waitFor(() => expect(made.player.lastUpdate).toBe(30));
  expect([made.player.update, made.runs[0]?.isComplete]).toEqual([30, false]);
  made.player.show(12);
  go();
  await vi.waitFor(() => expect(made.isComputing).toBe(false));
  expect(shown).toContainEqual([12, 120]);
  expect([made.player.update, made.player.lastUpdate, made.runs[0]?.isComplete]).toEqual([12, 300, true]);
});

test("how many are right is counted over what the nets answer, and asked only for a curve of it", async () => {
  const { made, asked } = await withLanes(1);
  made.visit({ schemes: ["zero", "he_normal"], seeds: 5, chart: "accuracy", update: 30 });
  await settled(made);
  expect(asked.every(({ record = [] }) => record.includes("outputs"))).toBe(true);
  // a net that answers 0 everywhere says 0 for all, and half of them are
  expect(made.runs[0]?.all).toEqual([Array.from({ length: 101 }, (_, i) => ({ step: 3 * i, value: 50 }))]);
  const ends = made.runs[1]?.all.map((course) => course.at(-1)?.value ?? 0) ?? [];
  expect(ends).toHaveLength(5);
  for (const percent of ends) expect(percent).toBeGreaterThan(60);
  asked.length = 0;
  made.change({ chart: "cost" });
  await settled(made);
  expect(asked.some(({ record = [] }) => record.includes("outputs"))).toBe(false);
  expect(made.player.update).toBe(30);
});

test("optimiser and mini-batches are trained with, and in the link; the order of samples is of the seed", async () => {
  const { made, asked } = await withLanes(1);
  made.visit(readStart("lab=free&opt=adam&batch=10&rate=0.01&schemes=constant&seeds=5&chart=accuracy"));
  await settled(made);
  expect(asked.map(({ batch, order_seed: order }) => [batch, order])).toEqual(
    [1, 2, 3, 4, 5].map((seed) => [10, seed]),
  );
  expect(asked[0]?.optimizer).toEqual({ name: "adam", learning_rate: 0.01 });
  // constant draws nothing, but the batches do
  expect(made.runs[0]?.all).toHaveLength(5);
  expect(writeStart(made.link)).toBe("update=300&schemes=constant&seeds=5&rate=0.01&opt=adam&batch=10&chart=accuracy");
  made.change({ optimizer: "gd", batch: 0, chart: "cost", rate: 0.1 });
  await settled(made);
  expect(writeStart(made.link)).toBe("update=300&schemes=constant&seeds=5");
  made.visit(readStart("lab=free&opt=lion&batch=7&seeds=1"));
  expect([made.setting.optimizer, made.setting.batch]).toEqual(["gd", 0]);
  await settled(made);
});
