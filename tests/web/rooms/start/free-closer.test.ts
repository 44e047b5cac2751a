import { beforeAll, expect, test } from "vitest";
import type { TrainFrame, TrainRequest } from "../../../../web/src/engine/protocol.js";
import type { Trainer } from "../../../../web/src/engine/trainer.js";
import { createTrainingEngine, type TrainingEngine } from "../../../../web/src/engine/training.js";
import { FreeCloser, type Looked, scaleOf } from "../../../../web/src/rooms/start/free-closer.js";
import { FREE_DEFAULT, requestOf } from "../../../../web/src/rooms/start/free-setting.js";
import type { UsedData } from "../../../../web/src/state/data-choice.js";

let training: TrainingEngine;
let asked: TrainRequest[] = [];
const train: Trainer["train"] = async (request) => {
  asked.push(request as TrainRequest);
  return training.train(request);
};
beforeAll(async () => {
  training = await createTrainingEngine();
});

/** One unit a layer, so that everything inside can be worked out by hand. */
const used: UsedData = {
  request: { inputs: [[1], [-1]], targets: [[1], [0]] },
  names: ["x"],
  target: "y",
  outputs: 1,
  classes: ["0", "1"],
};
const setting = { ...FREE_DEFAULT, widths: [1], activation: "tanh" as const, hand: [3, 0, 0, 0] };

function looked(): Looked {
  const reply = training.train<TrainRequest>({
    ...requestOf("hand", setting, used),
    record: ["loss", "parameters", "activations", "gradient_norms"],
  });
  if (!reply.ok || !("frames" in reply)) throw new Error("not trained");
  const frames: TrainFrame[] = reply.frames;
  return { setting, used, frame: 0, runs: [{ scheme: "hand", shown: { frames } }] };
}
async function look(kind: FreeCloser["kind"], layer = 1): Promise<FreeCloser> {
  const closer = new FreeCloser(train, () => {});
  Object.assign(closer, { kind, layer, isOpen: true });
  await closer.look(looked());
  return closer;
}
/** Of which numbers a histogram is: the middles of its bins. */
const middles = (counts: readonly number[] = [], { from, to }: { from: number; to: number }) =>
  counts.flatMap((count, i) =>
    Array<number>(count).fill(Math.round(100 * (from + ((i + 0.5) / counts.length) * (to - from))) / 100),
  );

test("nothing is asked while nobody looks", async () => {
  asked = [];
  const closer = new FreeCloser(train, () => {});
  await closer.look(looked());
  expect(asked).toEqual([]);
  expect(closer.strips.size).toBe(0);
});

test("sums are those before the activation, also where it saturates", async () => {
  const closer = await look("sums");
  const [first, second] = closer.now.get("hand") ?? [];
  // 3 x for x = −1 and 1: in the bins from −3 and from 3
  expect(middles(first, scaleOf("sums", "tanh"))).toEqual([-2.75, 3.25]);
  // the outgoing weight is 0
  expect(middles(second, scaleOf("sums", "tanh"))).toEqual([0.25, 0.25]);
});

test("the sums of a deep net are those of each layer made bare on its own", async () => {
  const deep = { ...FREE_DEFAULT, widths: Array<number>(50).fill(2), activation: "tanh" as const };
  const reply = training.train<TrainRequest>({
    ...requestOf("xavier_normal", deep, used),
    steps: 0,
    record: ["parameters"],
  });
  if (!reply.ok || !("frames" in reply)) throw new Error("not trained");
  const closer = new FreeCloser(train, () => {});
  Object.assign(closer, { kind: "sums", isOpen: true, layer: 40 });
  asked = [];
  await closer.look({ setting: deep, used, frame: 0, runs: [{ scheme: "xavier_normal", shown: reply }] });
  expect(asked).toHaveLength(4 + 1);
  const now = closer.now.get("xavier_normal") ?? [];
  expect(now.map((counts) => counts.reduce((sum, count) => sum + count, 0))).toEqual([...Array<number>(50).fill(4), 2]);
  expect(now[39]).toEqual(closer.strips.get("xavier_normal")?.counts[0]);
});

test("values are what the frames recorded", async () => {
  const closer = await look("values");
  expect(closer.now.get("hand")).toEqual(looked().runs[0]?.shown.frames[0]?.activations?.map((one) => one.histogram));
});

test("gradients of weights by size: zero is in the first bin", async () => {
  const closer = await look("gradients");
  const [first, second] = closer.now.get("hand") ?? [];
  expect(first?.[0]).toBe(1);
  // ∂L/∂v = mean of (½ − t) tanh(3 x) = −½ tanh 3 ≈ −0.4975, in the bin from 10^−0.5
  expect(middles(second, { from: -20, to: 2 })).toEqual([-0.25]);
});

test("over the updates, from the first to the last", async () => {
  const closer = await look("sums", 2);
  const strip = closer.strips.get("hand");
  expect([strip?.updates[0], strip?.updates.at(-1), strip?.counts.length]).toEqual([0, 300, 51]);
  expect(strip?.counts.every((counts) => counts.reduce((sum, count) => sum + count, 0) === 2)).toBe(true);
  // it learns: what goes into the output parts
  expect(strip?.counts[0]).not.toEqual(strip?.counts.at(-1));
});

test("what was looked at before is not shown as something else", async () => {
  const closer = await look("values");
  closer.choose({ kind: "gradients" });
  expect([closer.now.size, closer.strips.size]).toEqual([0, 0]);
});

test("another update asks for its layers only: the updates stay as they are", async () => {
  const at = looked();
  const closer = new FreeCloser(train, () => {});
  Object.assign(closer, { kind: "sums", isOpen: true });
  await closer.look(at);
  const strip = closer.strips.get("hand");
  asked = [];
  await closer.look({ ...at, frame: 7 });
  expect(asked).toHaveLength(1);
  expect(closer.strips.get("hand")).toBe(strip);
});
