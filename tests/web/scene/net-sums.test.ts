import { expect, test } from "vitest";
import { createTrainingEngine } from "../../../web/src/engine/training.js";
import type { Net } from "../../../web/src/scene/net.js";
import { NetAnswer } from "../../../web/src/scene/net-answer.js";
import { programOf } from "../../../web/src/scene/net-program.js";
import { gradientSum, valueSum } from "../../../web/src/scene/net-sums.js";
import { falseEquation } from "./printed.js";

const training = await createTrainingEngine();

const NEURON: Net = {
  sizes: [2, 1],
  activations: ["sigmoid"],
  bias: true,
  loss: "mse",
  layers: [{ W: [[2, -3]], b: [[-3]] }],
  inputs: [[-1, -2]],
  targets: [[0]],
};
const DEEP: Net = {
  sizes: [2, 2, 1],
  activations: ["tanh", "linear"],
  bias: false,
  loss: "mse",
  layers: [
    {
      W: [
        [0.5, -0.4],
        [0.3, 0.8],
      ],
    },
    { W: [[-0.6, 0.4]] },
  ],
  inputs: [
    [1, 0],
    [0.5, -2],
    [3, 1],
  ],
  targets: [[1], [0], [1]],
};
function answerOf(net: Net): NetAnswer {
  const reply = training.explain({ program: programOf(net) });
  if (!reply.ok) throw new Error(reply.error.message);
  return new NetAnswer(reply);
}

test("a neuron of the first lesson, both ways", () => {
  const answer = answerOf(NEURON);
  const of = (id: string) => [valueSum(NEURON, answer, id), gradientSum(NEURON, answer, id)];
  expect(of("Z1[0][0]")).toEqual([
    { formula: "Σ W1[0][i] × X[i][0] + b1[0]", equation: "2 × (−1) + (−3) × (−2) + (−3) = 1" },
    { formula: "∂A1[0][0] × sigmoid′(Z1[0][0])", equation: "1.46 × 0.20 ≈ 0.29" },
  ]);
  expect(of("A1[0][0]")).toEqual([{ formula: "sigmoid(Z1[0][0])", equation: "" }, null]);
  expect(of("W1[0][1]")).toEqual([null, { formula: "∂Z1[0][0] × X[1][0]", equation: "0.28747 × (−2) ≈ −0.57494" }]);
  expect(of("b1[0]")).toEqual([null, { formula: "∂Z1[0][0]", equation: "" }]);
  expect(of("X[0][0]")).toEqual([null, { formula: "W1[0][0] × ∂Z1[0][0]", equation: "2 × 0.28747 ≈ 0.57494" }]);
  expect(of("Y[0][0]")).toEqual([null, null]);
  expect(of("L")).toEqual([null, null]);
});

test("of several samples and units the products are added", () => {
  const answer = answerOf(DEEP);
  expect(gradientSum(DEEP, answer, "W2[0][1]")?.formula).toBe("Σ ∂Z2[0][s] × A1[1][s]");
  expect(gradientSum(DEEP, answer, "X[1][2]")?.formula).toBe("Σ W1[u][1] × ∂Z1[u][2]");
  expect(gradientSum(DEEP, answer, "A1[0][2]")?.formula).toBe("W2[0][0] × ∂Z2[0][2]");
  expect(gradientSum(DEEP, answer, "Z2[0][0]")).toEqual({ formula: "∂A2[0][0]", equation: "" });
  expect(valueSum(DEEP, answer, "A2[0][1]")?.formula).toBe("Z2[0][1]");
});

test("every equation is true as printed", () => {
  for (const net of [NEURON, DEEP]) {
    const answer = answerOf(net);
    const ids = net.layers.flatMap(({ W, b = [] }, i) => [
      ...W.flatMap((row, unit) => row.map((_, source) => `W${i + 1}[${unit}][${source}]`)),
      ...b.map((_, unit) => `b${i + 1}[${unit}]`),
      ...W.flatMap((_, unit) =>
        net.inputs.flatMap((_, sample) => [
          `Z${i + 1}[${unit}][${sample}]`,
          `A${i + 1}[${unit}][${sample}]`,
          `X[${i}][${sample}]`,
        ]),
      ),
    ]);
    const equations = ids
      .flatMap((id) => [valueSum(net, answer, id), gradientSum(net, answer, id)])
      .map((sum) => sum?.equation ?? "")
      .filter((equation) => equation !== "");
    expect(equations.length).toBeGreaterThan(4);
    expect(equations.map(falseEquation).filter((found) => found !== null)).toEqual([]);
  }
});
