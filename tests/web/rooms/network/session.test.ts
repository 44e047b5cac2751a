import { expect, test } from "vitest";
import type { TrainRequest } from "../../../../web/src/engine/protocol.js";
import { createTrainingEngine } from "../../../../web/src/engine/training.js";
import "../../../../web/src/locales/network.js";
import { runDocument } from "../../../../web/src/rooms/network/export-view.js";
import { readSamples } from "../../../../web/src/rooms/network/own.js";
import { NetworkSession } from "../../../../web/src/rooms/network/session.js";
import { sentence } from "../../../../web/src/rooms/network/words.js";
import { readNetwork, writeNetwork } from "../../../../web/src/state/network-link.js";

const training = await createTrainingEngine();

function session(link = ""): NetworkSession {
  const made = new NetworkSession(training, () => {});
  made.visit(readNetwork(link));
  return made;
}
const weights = (made: NetworkSession, update = made.at) => made.run.frame(update)?.layers.map(({ W }) => W);

test("nothing behind the loss is shown, and nothing updated, before a guess", () => {
  const made = session();
  made.goTo(99);
  expect(made.stage).toBe(3);
  expect(made.isAsking).toBe(true);
  made.show(5);
  made.play(true);
  expect([made.at, made.isPlaying]).toEqual([0, false]);
  made.make("negative");
  expect([made.stage, made.guess, made.isAsking]).toEqual([4, "negative", false]);
  made.make("positive");
  expect(made.guess).toBe("negative");
});

test("the course's linear unit: five updates with its numbers", () => {
  const made = session("task=sum&guess=negative");
  made.show(5);
  const first = [0, 1, 2, 3, 4, 5].map((update) => weights(made, update)?.[0]?.[0]?.[0]);
  for (const [i, weight] of [0.5, 0.7, 0.78, 0.812, 0.8248, 0.82992].entries())
    expect(first[i]).toBeCloseTo(weight, 12);
  expect(made.run.frames.map(({ loss }) => Number(loss.toPrecision(8)))).toEqual([
    4, 0.64, 0.1024, 0.016384, 0.00262144, 0.0004194304,
  ]);
  made.show(1);
  expect(sentence(made)).toBe("Update 1 made of W1[0][0]: 0.50 − 0.05 × (−4) = 0.70.");
});

test("the first lesson's neuron begins with its weights", () => {
  const made = session("task=neuron");
  expect(made.run.frame(0)?.layers).toEqual([{ W: [[2, -3]], b: [[-3]] }]);
  made.goTo(1);
  expect(sentence(made)).toBe("Layer 1: Z1 = W1 X + b1, then A1 = sigmoid(Z1). A1[0][0] is 0.73.");
});

test("stage by stage through an update and on to the next one, and back", () => {
  const made = session("guess=positive&stage=5");
  made.next();
  expect([made.at, made.stage, made.run.last]).toEqual([0, 6, 1]);
  made.choose("A1[0][0]");
  expect(sentence(made)).toMatch(/^All weights and biases move at once: w − η · gradient\. W2\[0\]\[0\]: /);
  made.choose("W2[0][0]");
  const { before, gradient, rate, after } = made.moved ?? {};
  expect(after).toBeCloseTo((before as number) - (rate as number) * (gradient as number), 14);
  made.next();
  expect([made.at, made.stage]).toEqual([1, 1]);
  made.back();
  made.back();
  expect([made.at, made.stage]).toEqual([0, 6]);
});

test("scrubbing back shows what was, and what is made again is the same", () => {
  const made = session("task=xor&guess=zero");
  made.show(40);
  const whole = made.run.frames;
  made.show(7);
  const direct = session("task=xor&guess=zero&update=7");
  expect(weights(made)).toEqual(weights(direct));
  made.show(40);
  expect(made.run.frames).toEqual(whole);
});

test("a changed weight forks the run from the update that is shown", () => {
  const made = session("task=xor&guess=zero");
  made.show(10);
  made.show(4);
  const before = made.run.frames;
  made.changes.edit("W1[1][0]", 2, "end");
  expect(weights(made)?.[0]?.[1]?.[0]).toBe(2);
  expect([made.at, made.run.last]).toEqual([4, 4]);
  expect(sentence(made)).toBe("Something was changed after update 4. The run goes on from here.");
  expect(made.run.frames.slice(0, 4)).toEqual(before.slice(0, 4));
  expect(made.changes.ghost).toEqual(before);
  made.show(6);
  expect(made.run.frames.map(({ step }) => step)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  made.show(2);
  expect(weights(made)).toEqual(before[2]?.layers.map(({ W }) => W));
});

test("a drag is told against where it began", () => {
  const made = session("guess=zero&stage=5");
  const from = made.answer?.value("W2[0][0]") as number;
  const gradient = made.answer?.gradient("W2[0][0]") as number;
  const loss = made.answer?.value("L") as number;
  made.changes.edit("W2[0][0]", from + 0.1, "start");
  made.changes.edit("W2[0][0]", from + 0.2, "move");
  made.changes.edit("W2[0][0]", from + 0.3, "end");
  expect(made.changes.nudge).toMatchObject({
    from,
    to: from + 0.3,
    gradient,
    outputBefore: loss,
    outputNow: made.answer?.value("L"),
  });
  made.changes.edit("W2[0][0]", from, "end");
  expect(made.changes.nudge).toMatchObject({ from: from + 0.3, to: from });
});

test("inputs and targets are changed for the sample that is shown, whatever the batch", () => {
  const made = session("task=xor&guess=zero&batch=2");
  made.show(1);
  expect(made.net.inputs).toEqual([
    [1, 0],
    [1, 1],
  ]);
  made.changes.edit("X[0][1]", -3, "end");
  made.changes.edit("Y[0][1]", 1, "end");
  expect(made.run.origin.samples.inputs).toEqual([
    [0, 0],
    [0, 1],
    [1, 0],
    [-3, 1],
  ]);
  expect(made.run.origin.samples.targets).toEqual([[0], [1], [1], [1]]);
  const { run } = made;
  made.changes.edit("A1[0][0]", 5, "end");
  made.changes.edit("L", 5, "end");
  expect(made.run).toBe(run);
});

test("an update of a batch is that of its samples alone", () => {
  const made = session("task=xor&guess=zero&batch=1");
  made.show(6);
  for (const update of [0, 1, 4, 5]) {
    const moved = made.movedAt(update, "W1[0][1]");
    expect(moved?.after).toBeCloseTo(
      (moved?.before as number) - (moved?.rate as number) * (moved?.gradient as number),
      14,
    );
  }
});

test("reset keeps the seed, a new seed draws other weights", () => {
  const made = session("task=xor&guess=zero&seed=5");
  const drawn = weights(made, 0);
  made.show(3);
  made.changes.edit("W1[0][0]", 9, "end");
  made.changes.edit("X[0][0]", 9, "end");
  made.changes.reset();
  expect([made.setting.seed, made.at, made.run.last]).toEqual([5, 0, 0]);
  expect(weights(made, 0)).toEqual(drawn);
  expect(made.run.origin.samples.inputs[0]).toEqual([0, 0]);
  made.changes.rebuild({ seed: 6 });
  expect(weights(made, 0)).not.toEqual(drawn);
});

test("drawn weights have two digits, so that what is read is what is trained", () => {
  for (const W of weights(session("task=xor&layers=2-5-1")) ?? [])
    for (const weight of W.flat()) expect(Number(weight.toPrecision(2))).toBe(weight);
});

test("another net is another start; another rate goes on from here", () => {
  const made = session("task=xor&guess=zero");
  made.show(3);
  made.changes.adjust({ rate: 0.01 });
  expect([made.at, made.run.origin.begin]).toEqual([3, 3]);
  made.changes.type("hidden", "3-2");
  expect([made.at, ...made.setting.sizes]).toEqual([0, 2, 3, 2, 1]);
  expect(made.setting.activations).toEqual(["tanh", "tanh", "sigmoid"]);
  made.changes.type("hidden", "");
  expect(made.setting.sizes).toEqual([2, 1]);
});

test("what cannot be used stays in its field", () => {
  const made = session();
  const { run } = made;
  made.changes.type("hidden", "2-99");
  made.changes.type("rate", "fast");
  expect([...made.changes.wrong]).toEqual([
    ["hidden", "2-99"],
    ["rate", "fast"],
  ]);
  expect(made.run).toBe(run);
  made.changes.type("rate", "0,25");
  expect([made.setting.rate, ...made.changes.wrong.keys()]).toEqual([0.25, "hidden"]);
});

test("playing makes updates until it is told to stop", () => {
  const made = session("task=xor&guess=zero");
  made.play(true);
  for (let i = 0; i < 200; i++) made.tick(50);
  expect(made.isPlaying).toBe(true);
  expect(made.at).toBeGreaterThan(20);
  made.play(false);
  const { at } = made;
  made.tick(5000);
  expect(made.at).toBe(at);
});

test("a run that overflows says where, and playing ends there", () => {
  const made = session("task=sum&guess=zero&rate=100");
  made.show(200);
  expect(made.run.stopped).toMatch(/Infinity|NaN|finite/);
  expect(made.run.last).toBeLessThan(200);
  made.play(true);
  for (let i = 0; i < 20; i++) made.tick(1000);
  expect(made.isPlaying).toBe(false);
});

test("a link opens what it was taken of", () => {
  const made = session(
    "task=xor&layers=2-3-1&act=relu,sigmoid&loss=bce&opt=adam&rate=0.05&batch=2&seed=4&guess=positive",
  );
  made.show(5);
  made.changes.edit("W2[0][2]", -0.5, "end");
  made.changes.edit("Y[0][1]", 0.25, "end");
  made.show(8);
  made.choose("b1[2]");
  made.look({ sample: 1 });
  made.toggle("matrices");
  made.toggle("neurons");
  const text = writeNetwork(made.link);
  const opened = session(text);
  expect(writeNetwork(opened.link)).toBe(text);
  expect([opened.at, opened.run.first, opened.chosen, opened.sample, String(opened.views)]).toEqual([
    8,
    5,
    "b1[2]",
    1,
    "matrices",
  ]);
  expect(opened.run.frame(8)).toEqual(made.run.frame(8));
  expect(opened.net).toEqual(made.net);
  expect(writeNetwork(session().link)).toBe("task=xor_one");
});

test("a link with nonsense opens what makes sense of it", () => {
  const made = session(
    "task=constructor&layers=9-9-9&act=tanh&loss=l3&rate=-1&batch=400&w=1,2&x=1,2,3&of=W9[0][0]&sample=7&stage=50&update=3",
  );
  expect(writeNetwork(made.link)).toBe("task=xor_one&update=3&stage=3");
  expect(made.failure).toBeNull();
});

test("the exported documents make the same run, and go on with it", () => {
  const made = session("task=xor&guess=zero&opt=momentum");
  made.show(4);
  const { request, state } = JSON.parse(runDocument(made));
  const again = training.train<TrainRequest>(request);
  if (!again.ok || !("frames" in again)) throw new Error("not trained");
  expect(again.frames.at(-1)?.layers).toEqual(made.run.frame(4)?.layers);
  const onwards = training.train<TrainRequest>({ ...request, steps: 2, state });
  made.show(6);
  expect(onwards.ok && "frames" in onwards && onwards.frames.at(-1)?.layers).toEqual(made.run.frame(6)?.layers);
});

test("what the engine refuses is said, and nothing is lost", () => {
  const made = session("guess=zero");
  made.changes.edit("Y[0][0]", 3, "end");
  made.changes.adjust({ loss: "bce" });
  expect(made.failure).toBe("the request cannot be read: data.targets[0][0] is 3; bce needs targets from 0 to 1");
  made.changes.adjust({ loss: "mse" });
  expect([made.failure, made.net.targets[0]?.[0]]).toEqual([null, 3]);
});

test("samples are added and taken away; one stays", () => {
  const made = session("task=xor&guess=zero&batch=4");
  made.changes.addSample();
  expect(made.run.origin.samples.inputs.at(-1)).toEqual([1, 1]);
  expect(made.run.origin.samples.inputs).toHaveLength(5);
  for (let i = 0; i < 9; i++) made.changes.removeSample(0);
  expect(made.run.origin.samples).toEqual({ inputs: [[1, 1]], targets: [[0]] });
  expect([made.setting.batch, made.failure]).toEqual([0, null]);
  expect(session(writeNetwork(made.link)).run.origin.samples).toEqual(made.run.origin.samples);
});

test("the net is shown in one way at least", () => {
  const made = session();
  made.toggle("neurons");
  expect(made.views).toEqual(["neurons"]);
  made.toggle("circuit");
  made.toggle("matrices");
  made.toggle("neurons");
  expect(made.views).toEqual(["matrices", "circuit"]);
});

test("samples of one's own begin with those there are, and bring the ends of the net with them", () => {
  const made = session("task=sum&guess=zero");
  made.changes.openTask("own");
  expect([made.setting.task, made.run.origin.samples]).toEqual(["own", { inputs: [[1, 2, -1]], targets: [[1]] }]);
  made.changes.useOwn("height;width;kind\n1,5;2;cat\n0,5;1;dog\n3;4;bird\n1;1;cat");
  expect(made.setting).toMatchObject({ sizes: [2, 3], loss: "cross_entropy_logits", activations: ["linear"] });
  expect(made.run.origin.samples.targets).toEqual([
    [0, 1, 0],
    [0, 0, 1],
    [1, 0, 0],
    [0, 1, 0],
  ]);
  expect([made.failure, made.run.stopped]).toEqual([null, null]);
  const { run } = made;
  made.changes.useOwn("1, 2\n3, four");
  expect([made.run, made.changes.wrong.get("own")]).toEqual([run, "1, 2\n3, four"]);
  made.changes.useOwn("1, 7.5\n3, -2");
  expect(made.setting).toMatchObject({ sizes: [1, 1], loss: "mse", activations: ["linear"] });
  expect([...made.changes.wrong]).toEqual([]);
});

test("samples of one's own are in the link, and stay through reset and another seed", () => {
  const made = session("guess=zero");
  made.changes.openTask("own");
  made.changes.useOwn("0, 0, 0.25\n1, 1, 4\n2, 0, 1");
  made.show(3);
  const { samples } = made.run.origin;
  made.changes.newSeed();
  made.changes.reset();
  expect(made.run.origin.samples).toEqual(samples);
  const opened = session(writeNetwork(made.link));
  expect([opened.setting, opened.run.origin.samples]).toEqual([made.setting, samples]);
  expect(session("task=own&layers=2-2-1&x=1,2,3").setting.task).toBe("xor_one");
});

test("as many samples as are drawn, and no more", () => {
  const made = session();
  made.changes.openTask("own");
  made.changes.useOwn(Array.from({ length: 65 }, (_, i) => `${i}, ${i}`).join("\n"));
  expect(readSamples(made.changes.wrong.get("own") ?? "")).toEqual([
    { id: "network-own-large", args: { units: "8", samples: "64" } },
  ]);
});

test("typing what there is, after something that cannot be used, begins no run anew", () => {
  const made = session("task=circle&guess=zero");
  made.show(5);
  const { run } = made;
  for (const [field, wrong, right] of [
    ["hidden", "9", "4"],
    ["rate", "NaN", "0.3"],
  ] as const) {
    made.changes.type(field, wrong);
    expect([...made.changes.wrong]).toEqual([[field, wrong]]);
    made.changes.type(field, right);
    expect([...made.changes.wrong, made.at, made.run === run]).toEqual([5, true]);
  }
  made.changes.redraw({ count: made.setting.count });
  expect([made.at, made.run === run]).toEqual([5, true]);
  made.changes.type("hidden", "3");
  expect([made.at, made.run === run]).toEqual([0, false]);
});

test("a link says of biases only what is not as the task has it", () => {
  const made = session("task=sum&guess=zero");
  made.changes.rebuild({ bias: true });
  expect(writeNetwork(made.link)).toBe("task=sum&bias=on&guess=zero");
  expect(session("task=sum&bias=on").setting.bias).toBe(true);
  const other = session("task=xor");
  other.changes.rebuild({ bias: false });
  expect(writeNetwork(other.link)).toBe("task=xor&bias=off");
  expect(session("task=xor&bias=off").net.layers.map(({ b }) => b)).toEqual([undefined, undefined]);
});

test("what another optimiser does is not called gradient descent", () => {
  const made = session("task=sum&opt=adam&guess=zero&stage=4");
  expect(sentence(made)).toMatch(
    /^All weights and biases move at once, by Adam\. W1\[0\]\[0\]: 0\.50 \+ 0\.05 [=≈] 0\.55\.$/,
  );
  made.show(1);
  expect(sentence(made)).toMatch(
    /^Update 1 by Adam moved W1\[0\]\[0\]: 0\.50 \+ 0\.05 [=≈] 0\.55\. Plain gradient descent would have gone by −η · gradient = 0\.20\.$/,
  );
});

test("a whole matrix is no number to look at", () => {
  expect(session("of=W1").chosen).toBe("W2[0][0]");
  expect(session("of=L").chosen).toBe("L");
});

test("a link far into a run is followed a part at a time, to the same place", () => {
  const made = session("task=xor&guess=zero&update=450&stage=6&of=b1[1]");
  expect([made.isBehind, made.at]).toEqual([true, 200]);
  made.catchUp();
  made.catchUp();
  expect([made.isBehind, made.at, made.stage, made.chosen]).toEqual([false, 450, 6, "b1[1]"]);
  expect(made.moved?.update).toBe(451);
  const direct = session("task=xor&guess=zero");
  direct.show(450);
  expect(made.run.frame(450)).toEqual(direct.run.frame(450));
  const left = session("task=xor&guess=zero&update=450");
  left.show(3);
  left.catchUp();
  expect([left.isBehind, left.at]).toEqual([false, 3]);
});
