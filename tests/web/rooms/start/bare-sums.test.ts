import { expect, test } from "vitest";
import { bareNets } from "../../../../web/src/rooms/start/bare-sums.js";

const layer = (units: number, inputs: number) => ({
  W: Array.from({ length: units }, () => Array<number>(inputs).fill(0.5)),
  b: Array.from({ length: units }, () => [1]),
});

test("a layer that hands on stands between sums and activation", () => {
  const [net, ...others] = bareNets([layer(2, 3), layer(1, 2)], ["tanh", "linear"]);
  expect(others).toEqual([]);
  expect(net).toMatchObject({
    layers: [3, 2, 2, 1, 1],
    activations: ["linear", "tanh", "linear", "linear"],
    bare: [
      { was: 0, is: 0 },
      { was: 1, is: 2 },
    ],
  });
  expect(net?.weights[1]).toEqual({
    W: [
      [1, 0],
      [0, 1],
    ],
    b: [[0], [0]],
  });
});

test("no net is deeper than the engine's limit, and each layer is bare once", () => {
  const deep = Array.from({ length: 51 }, () => layer(1, 1));
  const nets = bareNets(deep, Array<string>(51).fill("relu"));
  expect(nets.map(({ weights }) => weights.length)).toEqual([64, 64, 64, 63]);
  expect(nets.flatMap(({ bare }) => bare.map(({ was }) => was))).toEqual(deep.map((_, i) => i));
});
