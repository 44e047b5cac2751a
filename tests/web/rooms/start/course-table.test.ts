/**
 * The table that was measured at deeplearning.ai's initialisation demo, made again with the free lab's own net: ring and disc, 2-6-3-1 with
 * relu, relu, sigmoid, full batch, η = 0.1, 300 updates. Its ranges are those of three draws each, of samples and weights.
 */
import { expect, test } from "vitest";
import type { TrainRequest } from "../../../../web/src/engine/protocol.js";
import { createTrainingEngine } from "../../../../web/src/engine/training.js";
import { FREE_DEFAULT, requestOf, type Scheme } from "../../../../web/src/rooms/start/free-setting.js";
import type { UsedData } from "../../../../web/src/state/data-choice.js";

const training = await createTrainingEngine();
const DRAWS = 60;

/** Begin and end of the cost, of so many draws, each in order of size. */
function drawn(scheme: Scheme): { begins: number[]; ends: number[] } {
  const runs = Array.from({ length: DRAWS }, (_, i) => runOf(scheme, i + 1));
  const sorted = (which: number) =>
    runs.map(({ frames }) => frames.at(which)?.loss ?? Number.NaN).sort((a, b) => a - b);
  return { begins: sorted(0), ends: sorted(-1) };
}
function runOf(scheme: Scheme, seed: number) {
  const used: UsedData = {
    request: { name: "circle", samples: 100, noise: 0, seed },
    names: ["x1", "x2"],
    target: "y",
    outputs: 1,
    classes: ["0", "1"],
  };
  const request: TrainRequest = {
    ...requestOf(scheme, { ...FREE_DEFAULT, seed }, used),
    every: 100,
    record: ["loss", "gradients", "distinct_units"],
  };
  const reply = training.train<TrainRequest>(request);
  if (!reply.ok || !("frames" in reply)) throw new Error("not trained");
  expect(reply.stopped).toBeNull();
  return reply;
}
/** Whether both ends of a range lie among the draws. */
function holds(draws: readonly number[], [low, high]: readonly [number, number]): boolean {
  return (draws[0] as number) <= low && (draws.at(-1) as number) >= high;
}

test("zero stays at ln 2 for ever, every gradient exactly 0", () => {
  for (const { loss, gradients = [] } of runOf("zero", 1).frames) {
    expect(loss).toBeCloseTo(Math.LN2, 14);
    expect(gradients.flatMap(({ W, b = [] }) => [...W.flat(), ...b.flat()]).every((gradient) => gradient === 0)).toBe(
      true,
    );
  }
});

test("constant ½: identical rows throughout, and no further than 0.58", () => {
  for (const { distinct_units: distinct } of runOf("constant", 1).frames) expect(distinct).toEqual([1, 1, 1]);
  const { begins, ends } = drawn("constant");
  expect(holds(begins, [0.97, 1.14])).toBe(true);
  expect(holds(ends, [0.58, 0.59])).toBe(true);
});

test("where constant ½ begins is drawn with the samples alone: 0.960 of seed 1 is as usual as the table's 0.97 to 1.14", () => {
  // it draws no weights, so that its three numbers are three draws of 100 samples: radius uniform in 1 ± 1 and 4 ± 1, the ring being class 1
  const { begins } = drawn("constant");
  const [low, middle, high] = [0.05, 0.5, 0.95].map((share) => begins[Math.round(share * (DRAWS - 1))] as number);
  expect(runOf("constant", 1).frames[0]?.loss).toBeCloseTo(0.96, 3);
  expect(low).toBeCloseTo(0.8, 1);
  expect(middle).toBeCloseTo(0.93, 1);
  expect(high).toBeCloseTo(1.1, 1);
});

test.each([
  ["too_small", [0.693, 0.693], [0.49, 0.69]],
  ["lecun_normal", [0.78, 1.08], [0.03, 0.51]],
  ["he_normal", [1.06, 2.12], [0.016, 0.31]],
  ["too_large", [243, 651], [0.54, 0.63]],
] as const)("%s begins and ends where the table does", (scheme, begin, end) => {
  const { begins, ends } = drawn(scheme);
  expect(holds(begins, begin)).toBe(true);
  expect(holds(ends, end)).toBe(true);
});

test("too large does not diverge, as the demo says it does: it ends near ln 2, on a plateau", () => {
  const { ends } = drawn("too_large");
  expect(ends.at(-1)).toBeLessThan(0.75);
});
