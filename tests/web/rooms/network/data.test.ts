/** What a net is trained on in One network: drawn, parted for testing, with inputs made of others. */
import { expect, test } from "vitest";
import { createTrainingEngine } from "../../../../web/src/engine/training.js";
import "../../../../web/src/locales/network.js";
import { dataOf } from "../../../../web/src/rooms/network/data.js";
import { FEATURES } from "../../../../web/src/rooms/network/features.js";
import { answersOf, hasRegion, samplesOn } from "../../../../web/src/rooms/network/regions.js";
import { NetworkSession } from "../../../../web/src/rooms/network/session.js";
import { settingOf, TASKS } from "../../../../web/src/rooms/network/tasks.js";
import { isEditableIn } from "../../../../web/src/scene/net.js";
import { readNetwork, writeNetwork } from "../../../../web/src/state/network-link.js";

const training = await createTrainingEngine();

function session(link = ""): NetworkSession {
  const made = new NetworkSession(training, () => {});
  made.visit(readNetwork(link));
  return made;
}
const draw = (task: string, change: object = {}) => dataOf(training, { ...settingOf(task, 3), ...change });

test("every data set of the engine is there, and its samples fit the net of the task", () => {
  const drawn = training
    .describe()
    .training.data.map(({ name }) => name)
    .filter((name) => !["xor", "neuron"].includes(name));
  expect(Object.keys(TASKS)).toEqual(expect.arrayContaining(drawn));
  for (const name of drawn) {
    const { failure, run, setting } = session(`task=${name}`);
    expect([name, failure, run.origin.samples.inputs.length]).toEqual([name, null, setting.count]);
  }
});

test("targets are those of the engine: numbers of regressions, and classes where they take no turns", () => {
  for (const [x = 0, y] of draw("line").samples.inputs.map(([x], i) => [x, draw("line").samples.targets[i]?.[0]]))
    expect(Math.abs((y as number) - (2 * x - 1))).toBeLessThan(0.2);
  const { inputs, targets } = draw("checkerboard").samples;
  expect(targets.map(([target]) => target)).toEqual(inputs.map(([x = 0, y = 0]) => Number(x * y < 0)));
});

test("as many samples as are wanted, as noisy, and others kept for testing", () => {
  const { samples, test: held } = draw("circle", { count: 20, test: 12 });
  expect([samples.inputs.length, held.inputs.length]).toEqual([20, 12]);
  const both = draw("circle", { count: 32 }).samples.inputs.map(String).toSorted();
  expect([...samples.inputs, ...held.inputs].map(String).toSorted()).toEqual(both);
  expect(new Set(held.targets.flat()).size).toBe(2);
  expect(draw("circle", { noise: 1 }).samples.inputs).not.toEqual(draw("circle").samples.inputs);
});

test("the test cost is that of the test samples alone, and a link brings them back", () => {
  const made = session("task=moons&guess=zero&n=10&noise=0.1&test=6&seed=2");
  made.show(12);
  const { run } = made;
  const frame = run.frames[12];
  if (!frame) throw new Error("no frame");
  const { inputs, targets } = run.origin.test;
  const own = session(
    `task=own&layers=2-4-1&x=${inputs.flat()}&y=${targets.flat()}&w=${writtenWeights(made)}&guess=zero`,
  );
  expect(run.testLoss(frame)).toBeCloseTo(own.run.frame(0)?.loss as number, 14);
  expect(run.testLoss(frame)).not.toBe(frame.loss);
  const text = writeNetwork(made.link);
  expect(text).toBe("task=moons&seed=2&n=10&noise=0.1&test=6&update=12&stage=5&guess=zero");
  const opened = session(text);
  expect([opened.run.origin.test, opened.run.frame(12)]).toEqual([run.origin.test, frame]);
  expect(samplesOn(run).filter(({ isTest }) => isTest)).toHaveLength(6);
  expect(session("task=circle").run.testLoss(frame)).toBeNull();
});
function writtenWeights(made: NetworkSession): string {
  return made.run
    .layersAt(made.at)
    .flatMap(({ W, b = [] }) => [...W.flat(), ...b.flat()])
    .join(",");
}

test("of one's own samples the last are kept for testing; they stay through fork, reset and link", () => {
  const made = session("task=own&layers=2-2-1&x=0,0,1,1,2,0,3,3,4,1&y=0,1,1,0,1&guess=zero");
  made.changes.redraw({ test: 2 });
  expect([made.run.origin.samples.inputs.length, made.run.origin.test]).toEqual([
    3,
    {
      inputs: [
        [3, 3],
        [4, 1],
      ],
      targets: [[0], [1]],
    },
  ]);
  made.show(3);
  made.changes.edit("X[0][1]", 5, "end");
  const opened = session(writeNetwork(made.link));
  expect([opened.run.origin.samples, opened.run.origin.test]).toEqual([made.run.origin.samples, made.run.origin.test]);
  made.changes.redraw({ test: 60 });
  expect([made.run.origin.samples.inputs.length, made.setting.test]).toEqual([1, 4]);
});

test("what a link asks of samples and cannot be is left out", () => {
  expect(writeNetwork(session("task=circle&n=1&noise=-1&test=65&features=x3,cos").link)).toBe("task=circle");
  expect(writeNetwork(session("task=xor&n=5&noise=1&test=2").link)).toBe("task=xor");
  expect(writeNetwork(session("task=sum&features=x1x2").link)).toBe("task=sum");
});

test("inputs made of two are those of the engine, follow what is changed, and cannot be changed themselves", () => {
  const made = session("task=xor_one&guess=zero");
  made.changes.feature(FEATURES);
  expect(made.setting).toMatchObject({ sizes: [7, 2, 1], scheme: "xavier_normal" });
  made.changes.edit("X[0][0]", 2, "end");
  made.changes.edit("X[1][0]", -3, "end");
  const sines = training.explain({ program: "x = [2, -3]\nf = sin(x)" });
  const [s1, s2] = (sines.ok ? (sines.primals[sines.output.node] as number[][]) : []).flat();
  expect(made.run.origin.samples.inputs).toEqual([[2, -3, 4, 9, -6, s1, s2]]);
  const { run } = made;
  made.changes.edit("X[2][0]", 1, "end");
  expect([made.run, isEditableIn(made.net, "X[2][0]"), isEditableIn(made.net, "X[1][0]")]).toEqual([run, false, true]);
  const text = writeNetwork(made.link);
  expect(text).toContain("features=x1x1,x2x2,x1x2,sinx1,sinx2&x=2,-3&y=1");
  expect(session(text).run.origin.samples).toEqual(run.origin.samples);
  made.changes.feature([]);
  expect(made.run.origin.samples.inputs).toEqual([[2, -3]]);
});

test("with the product of its inputs one unit tells XOR's quadrants apart, and the plane shows it", () => {
  const made = session("task=xor_quadrants&layers=3-1&act=linear&features=x1x2&guess=zero&seed=4");
  made.show(100);
  expect(made.run.frame(100)?.loss).toBeLessThan(0.1);
  const frame = made.run.frame(100);
  expect(hasRegion(made.run)).toBe(true);
  const answers = frame ? answersOf(training, made.run, frame) : [];
  const [topLeft = 0, topRight = 0] = [answers[0], answers[31]];
  expect([topLeft > 0, topRight > 0]).toEqual([true, false]);
});

test("own samples keep the inputs made of them while they have two", () => {
  const made = session("task=xor&features=x1x2&guess=zero");
  made.changes.openTask("own");
  expect(made.setting).toMatchObject({ task: "own", sizes: [3, 2, 1] });
  expect(made.run.origin.samples.inputs).toEqual([
    [0, 0, 0],
    [0, 1, 0],
    [1, 0, 0],
    [1, 1, 1],
  ]);
  made.changes.useOwn("1, 2, 3, 0\n4, 5, 6, 1");
  expect(made.setting).toMatchObject({ features: [], sizes: [3, 2, 1] });
  expect(made.failure).toBeNull();
});

test("samples from a file; one that is too large is named, and nothing is lost", async () => {
  const made = session("task=own&layers=2-2-1&x=0,0,1,1&y=0,1&guess=zero");
  const { run } = made;
  await made.changes.openFile(fileOf("huge.csv", "1,2,0\n".repeat(400_000)));
  expect([made.changes.file, made.run]).toEqual([
    { id: "data-problem-file_too_large", args: { name: "huge.csv", size: "2.4", most: "1.0" } },
    run,
  ]);
  await made.changes.openFile(fileOf("small.csv", "1,2,0\n3,4,1\n5,6,0"));
  expect([made.changes.file, made.run.origin.samples.inputs]).toEqual([
    null,
    [
      [1, 2],
      [3, 4],
      [5, 6],
    ],
  ]);
});
/** The test's document has files without their text. */
function fileOf(name: string, text: string): File {
  return { name, size: text.length, text: async () => text } as File;
}
