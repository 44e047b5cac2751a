import { beforeAll, expect, test } from "vitest";
import { createWorkbench, type Workbench } from "../../../../web/src/engine/client.js";
import type { TrainRequest } from "../../../../web/src/engine/protocol-train.js";
import type { Trainer } from "../../../../web/src/engine/trainer.js";
import { SAMPLES, samplesOf, TASKS } from "../../../../web/src/rooms/start/free-data.js";
import { FreeSession } from "../../../../web/src/rooms/start/free-session.js";
import { gridOf } from "../../../../web/src/rooms/start/free-setting.js";
import type { StartLink } from "../../../../web/src/state/start-link.js";

let workbench: Workbench;
const train: Trainer["train"] = async (request) => workbench.train(request);
beforeAll(async () => {
  workbench = await createWorkbench();
});

async function session(link: Partial<StartLink>): Promise<FreeSession> {
  const made = new FreeSession(train, () => {});
  made.visit(link);
  await settled(made);
  return made;
}
async function settled(made: FreeSession): Promise<void> {
  const isSettled = () => !made.isComputing && made.regions.size === made.runs.length;
  for (let turn = 0; turn < 200 && !isSettled(); turn++) await new Promise((resolve) => setTimeout(resolve));
}

test.each(Object.keys(TASKS))("%s: the samples drawn are those that the engine trains on", async (name) => {
  const samples = await samplesOf(train, name, 3);
  const request = {
    layers: [2, 3, 1],
    activations: ["tanh", "linear"],
    loss: "bce_logits",
    initial: { scheme: "xavier_normal", seed: 1 },
    optimizer: { name: "gd", learning_rate: 0.1 },
    steps: 5,
    record: ["loss" as const, "outputs" as const],
  };
  const inline: TrainRequest["data"] = {
    inputs: samples.map(({ x, y }) => [x, y]),
    targets: samples.map(({ target }) => [target]),
  };
  const named = workbench.train({ ...request, data: { name, samples: SAMPLES, seed: 3 } });
  const drawn = workbench.train({ ...request, data: inline });
  if (!named.ok || !drawn.ok) throw new Error("not trained");
  expect(drawn.frames).toEqual(named.frames);
  expect(samples.every(({ x, y }) => Math.max(Math.abs(x), Math.abs(y)) < (TASKS[name]?.reach ?? 0))).toBe(true);
});

test("every scheme trains on the same data, the first seed's net is drawn", async () => {
  const made = await session({ schemes: ["zero", "he_normal"], seeds: 5 });
  expect(made.runs.map(({ scheme, all }) => [scheme, all.length])).toEqual([
    ["zero", 5],
    ["he_normal", 5],
  ]);
  const costs = (frames: readonly { loss?: number }[] = []) => frames.map(({ loss }) => loss);
  expect(costs(made.runs[1]?.all[0]?.frames)).toEqual(costs(made.runs[1]?.shown.frames));
  expect(new Set(made.regions.get("zero"))).toEqual(new Set([0]));
  expect(made.regions.get("he_normal")).toHaveLength(1024);
});

test("the region is of the update that is shown", async () => {
  const made = await session({ schemes: ["xavier_normal"], update: 0 });
  const start = made.regions.get("xavier_normal");
  made.showUpdate(300);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(made.update).toBe(300);
  expect(made.regions.get("xavier_normal")).not.toEqual(start);
  made.showUpdate(0);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(made.regions.get("xavier_normal")).toEqual(start);
});

test("squares go row by row from the top", () => {
  const grid = gridOf(32);
  expect([grid[0], grid[1], grid.at(-1)]).toEqual([
    [-31, 31],
    [-29, 31],
    [31, -31],
  ]);
});

test("what cannot be used stays in its field; at most six schemes, at least one", async () => {
  const made = await session({ schemes: ["zero"] });
  made.type("widths", "6-99");
  made.type("rate", "fast");
  expect([...made.wrong]).toEqual([
    ["widths", "6-99"],
    ["rate", "fast"],
  ]);
  made.type("rate", "0,5");
  expect([[...made.wrong.keys()], made.setting.rate]).toEqual([["widths"], 0.5]);
  made.toggle("zero");
  expect(made.setting.schemes).toEqual(["zero"]);
  made.toggle("he_normal");
  expect(made.setting.schemes).toEqual(["zero", "he_normal"]);
  await settled(made);
});

test("the link says only what is not as usual; reset keeps the seed", async () => {
  const made = await session({ seed: 4, data: "moons", schemes: ["zero"], update: 30 });
  expect(made.link).toEqual({ data: "moons", schemes: ["zero"], seed: 4, update: 30 });
  made.reset();
  await settled(made);
  expect(made.link).toEqual({ seed: 4, update: 300 });
});
