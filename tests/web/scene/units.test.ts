import { expect, test } from "vitest";
import { distances, grouped, unitsScene } from "../../../web/src/scene/units.js";

const layers = (W: number[][], v: number[], b = W.map(() => [0])) => [
  { W, b },
  { W: [v], b: [[0]] },
];

test("units with the very same weights are one point", () => {
  const { points, trails } = unitsScene(
    layers(
      [
        [0, 0],
        [0, -0],
        [0, 0],
        [0, 0],
      ],
      [0, 0, 0, 0],
    ),
    [],
    2,
  );
  expect(points).toHaveLength(1);
  expect(points[0]).toMatchObject({ x: 190, y: 170, units: [1, 2, 3, 4], label: "×4", sign: 0, isBeyond: false });
  expect(trails).toEqual([]);
});

test("a bias tells units apart, and so does the last digit of a weight", () => {
  expect(
    grouped(
      layers(
        [
          [1, 1],
          [1, 1],
        ],
        [1, 1],
        [[0], [0.1]],
      ),
    ),
  ).toEqual([[1], [2]]);
  expect(
    grouped(
      layers(
        [
          [1, 1],
          [1, 1 + 2 ** -52],
          [1, 1],
        ],
        [1, 1, 1],
      ),
    ),
  ).toEqual([[1, 3], [2]]);
});

test("the few lie on the many; of two side by side the lower one has its label below", () => {
  const { points } = unitsScene(
    layers(
      [
        [0.5, 0.4],
        [0.5, 0.5],
        [0.5, 0.5],
        [0.5, 0.5],
      ],
      [-1, 1, 1, 1],
    ),
    [],
    1,
  );
  expect(points.map(({ label, side, sign }) => [label, side, sign])).toEqual([
    ["×3", 1, 1],
    ["1", -1, -1],
  ]);
});

test("outgoing weights of different signs have no sign in common", () => {
  expect(
    unitsScene(
      layers(
        [
          [1, 1],
          [1, 1],
        ],
        [1, -1],
      ),
      [],
      2,
    ).points[0]?.sign,
  ).toBeNull();
});

test("what lies beyond the axes is at their edge, and says so", () => {
  const [point] = unitsScene(layers([[7, -3]], [1]), [], 2).points;
  expect(point).toMatchObject({ x: 348, y: 328, isBeyond: true, weights: [7, -3] });
});

test("one trail for all that went the same way", () => {
  const now = layers(
    [
      [1, 1],
      [1, 1],
      [1, -1],
    ],
    [1, 1, 1],
  );
  const before = layers(
    [
      [0, 0],
      [0, 0],
      [0, 0],
    ],
    [1, 1, 1],
  );
  expect(unitsScene(now, [before], 2).trails).toEqual(["M190 170L269 91", "M190 170L269 249"]);
});

test("distances are over all weights and the bias", () => {
  expect(
    distances(
      layers(
        [
          [0, 0],
          [3, 0],
        ],
        [0, 4],
        [[0], [12]],
      ),
    ),
  ).toEqual([
    [0, 13],
    [13, 0],
  ]);
});
