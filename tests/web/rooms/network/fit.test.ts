/** The curve of a net with one input goes through what the net answers for its own samples, to the bit. */
import { expect, test } from "vitest";
import { createTrainingEngine } from "../../../../web/src/engine/training.js";
import { axesOf, fitOf, hasFit } from "../../../../web/src/rooms/network/fit.js";
import { NetworkSession } from "../../../../web/src/rooms/network/session.js";
import { readNetwork } from "../../../../web/src/state/network-link.js";

const training = await createTrainingEngine();

function session(link: string): NetworkSession {
  const made = new NetworkSession(training, () => {});
  made.visit(readNetwork(link));
  return made;
}
function curveOf({ run, at }: NetworkSession) {
  const frame = run.frame(at);
  if (!frame) throw new Error("no frame");
  return fitOf(training, run, frame);
}

test.each(["task=line", "task=sine&test=4", "task=parabola"])("%s: the net beside every sample", (link) => {
  const made = session(`${link}&guess=zero`);
  made.show(40);
  expect(hasFit(made.run)).toBe(true);
  const { answers, samples, tests } = curveOf(made);
  expect([samples.length, tests.length]).toEqual([made.setting.count, made.setting.test]);
  // what the run itself says the samples cost is what the curve is away from them
  const at = new Map(answers.map(({ x, y }) => [x, y]));
  const squares = samples.map(({ x, y }) => ((at.get(x) ?? Number.NaN) - y) ** 2);
  expect(squares.reduce((sum, square) => sum + square) / squares.length).toBeCloseTo(
    made.run.frame(made.at)?.loss ?? Number.NaN,
    12,
  );
  const { x, y } = axesOf(made.run);
  expect([answers[0]?.x, answers.at(-1)?.x]).toEqual(x);
  expect(samples.every((sample) => sample.x > x[0] && sample.x < x[1] && sample.y > y[0] && sample.y < y[1])).toBe(
    true,
  );
});

test("where the loss squashes, the curve is what it squashes to", () => {
  const made = session("task=own&layers=1-2-1&act=tanh,linear&loss=bce_logits&x=-1,0,2&y=0,0,1&guess=zero");
  made.show(30);
  const { answers } = curveOf(made);
  expect(answers.every(({ y }) => y > 0 && y < 1)).toBe(true);
  const loss = [-1, 0, 2].map((x, i) => {
    const y = answers.find((answer) => answer.x === x)?.y ?? Number.NaN;
    return -Math.log(i === 2 ? y : 1 - y);
  });
  expect(loss.reduce((sum, one) => sum + one) / 3).toBeCloseTo(made.run.frame(30)?.loss ?? Number.NaN, 12);
});

test("a plane, or several outputs, are no curve; nor is one sample without extent without axes", () => {
  expect(hasFit(session("task=circle").run)).toBe(false);
  expect(hasFit(session("task=classes").run)).toBe(false);
  expect(axesOf(session("task=own&layers=1-1&x=2&y=0").run)).toEqual({ x: [1.7, 2.3], y: [-0.3, 0.3] });
});
