import { expect, test } from "vitest";
import { createWorkbench } from "../../../web/src/engine/client.js";
import type { Net } from "../../../web/src/scene/net.js";
import { NetAnswer } from "../../../web/src/scene/net-answer.js";
import { programOf } from "../../../web/src/scene/net-program.js";
import { gradientSum, netUpdateEquation } from "../../../web/src/scene/net-update.js";
import { falseEquation } from "./printed.js";
import { generator, operand } from "./random.js";

const workbench = await createWorkbench();

test("an update as it is read", () => {
  expect(netUpdateEquation({ before: 0.5, gradient: -0.2, rate: 0.1, after: 0.52 }, true)).toBe(
    "0.50 − 0.10 × (−0.20) = 0.52",
  );
  expect(netUpdateEquation({ before: 0.5, gradient: -4, rate: 0.05, after: 0.7 }, true)).toBe(
    "0.50 − 0.05 × (−4) = 0.70",
  );
  expect(netUpdateEquation({ before: -0.25, gradient: 0, rate: 0.5, after: -0.25 }, true)).toBe(
    "−0.25 − 0.50 × 0 = −0.25",
  );
  expect(netUpdateEquation({ before: 0.5, gradient: 3, rate: 0.1, after: 0.4 }, false)).toBe("0.50 + (−0.10) = 0.40");
});

test("an update is true as printed, or says that it is not exact", () => {
  const random = generator(11);
  const said = Array.from({ length: 400 }, () => {
    const [before, gradient, rate] = [operand(random), random() - 0.5, random()];
    const after = before - rate * gradient;
    return [
      netUpdateEquation({ before, gradient, rate, after }, true),
      netUpdateEquation({ before, gradient, rate, after }, false),
    ];
  }).flat();
  expect(said.map(falseEquation).filter((found) => found !== null)).toEqual([]);
});

const NET: Net = {
  sizes: [2, 1],
  activations: ["sigmoid"],
  bias: true,
  loss: "mse",
  layers: [{ W: [[2, -3]], b: [[-3]] }],
  inputs: [[-1, -2]],
  targets: [[0]],
};
function sumOf(net: Net, id: string) {
  const reply = workbench.explain({ program: programOf(net) });
  if (!reply.ok) throw new Error(reply.error.message);
  return gradientSum(net, new NetAnswer(reply), id);
}

test("where a gradient comes from: what is behind the unit times what the weight reads", () => {
  expect(sumOf(NET, "W1[0][1]")).toEqual({ formula: "∂Z1[0][0] × X[1][0]", equation: "0.28747 × (−2) ≈ −0.57494" });
  expect(sumOf(NET, "b1[0]")).toEqual({ formula: "∂Z1[0][0]", equation: "" });
  expect(sumOf(NET, "X[0][0]")).toBeNull();
});

test("of several samples the terms are added", () => {
  const sum = sumOf(
    {
      ...NET,
      inputs: [
        [-1, -2],
        [1, 0],
      ],
      targets: [[0], [1]],
    },
    "W1[0][0]",
  );
  expect(sum?.formula).toBe("Σ ∂Z1[0][s] × X[0][s]");
  expect(sum?.equation).toMatch(/^−0\.\d+ \+ \(−0\.\d+\) ≈ −0\.\d+$/);
});
