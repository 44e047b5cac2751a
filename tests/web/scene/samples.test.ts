import { expect, test } from "vitest";
import { numberOf, rangesOf, samplesScene } from "../../../web/src/scene/samples.js";

const look = { names: ["a", "b"], target: "y", hasClasses: true, curve: [] };

test("two inputs are points, at one scale for both", () => {
  const scene = samplesScene(
    {
      inputs: [
        [0, 0],
        [10, 5],
      ],
      targets: [[0], [1]],
    },
    look,
  );
  expect(scene?.marks).toEqual([
    { x: 58.8, y: 202.6, radius: 4, look: 0 },
    { x: 293.2, y: 85.4, radius: 4, look: 1 },
  ]);
  expect(scene?.x.ticks.map(({ text }) => text)).toEqual(["0", "5", "10"]);
  expect(scene?.x.title).toBe("a");
});

test("one input is a curve of targets, with what a net answers over it", () => {
  const scene = samplesScene(
    { inputs: [[0], [1]], targets: [[-2], [2]] },
    {
      ...look,
      hasClasses: false,
      curve: [
        { x: 0, y: -2 },
        { x: 1, y: 99 },
      ],
    },
  );
  expect(scene?.y.title).toBe("y");
  expect(scene?.marks.map(({ x, y, look: sign }) => [x, y, sign])).toEqual([
    [58.8, 261.2, 0],
    [293.2, 26.8, 1],
  ]);
  // what is far beyond the picture is at its edge
  expect(scene?.curve).toBe("M58.8 261.2L293.2 0");
});

test("larger numbers are larger marks, zero is the smallest", () => {
  const scene = samplesScene(
    {
      inputs: [
        [0, 0],
        [1, 1],
        [2, 2],
      ],
      targets: [[0], [-4], [1]],
    },
    { ...look, hasClasses: false },
  );
  expect(scene?.marks.map(({ radius, look: sign }) => [radius, sign])).toEqual([
    [2, 0],
    [6, 0],
    [4, 1],
  ]);
});

test("no input, or more than two, is no picture", () => {
  expect(samplesScene({ inputs: [], targets: [] }, look)).toBeNull();
  expect(samplesScene({ inputs: [[1, 2, 3]], targets: [[0]] }, look)).toBeNull();
});

test("inputs of very different size have scales of their own; equal numbers still have some room", () => {
  expect(rangesOf([0, 1000], [0, 1])).toEqual([
    [-80, 1080],
    [-0.08, 1.08],
  ]);
  expect(rangesOf([3], [3])).toEqual([
    [1.5, 4.5],
    [1.5, 4.5],
  ]);
  expect(rangesOf([0], [0])).toEqual([
    [-1, 1],
    [-1, 1],
  ]);
});

test("a row of more targets than one is the number of its class", () => {
  expect([numberOf([0.5]), numberOf([0, 0, 1]), numberOf([1, 0])]).toEqual([0.5, 2, 0]);
});
