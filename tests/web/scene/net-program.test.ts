/** The program of a net is the net: values, gradients and updates are those of `train`, for every loss, activation and batch. */
import { expect, test } from "vitest";
import type { Layer, TrainRequest } from "../../../web/src/engine/protocol.js";
import { createTrainingEngine } from "../../../web/src/engine/training.js";
import type { Net } from "../../../web/src/scene/net.js";
import { NetAnswer } from "../../../web/src/scene/net-answer.js";
import { layerProgram, programOf } from "../../../web/src/scene/net-program.js";

const training = await createTrainingEngine();

const XOR = {
  inputs: [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ],
  targets: [[0], [1], [1], [0]],
};

const SMALL: Net = {
  sizes: [2, 2, 1],
  activations: ["tanh", "sigmoid"],
  bias: true,
  loss: "mse",
  layers: [
    {
      W: [
        [0.5, -0.25],
        [1, 0.3],
      ],
      b: [[0], [0.1]],
    },
    { W: [[0.7, -0.4]], b: [[0.2]] },
  ],
  inputs: [[1, 0]],
  targets: [[1]],
};

function answered(net: Net): NetAnswer {
  const reply = training.explain({ program: programOf(net) });
  if (!reply.ok) throw new Error(reply.error.message);
  return new NetAnswer(reply);
}

/** All samples of the net at once, for one update. */
function trained(net: Net, rate = 0.1) {
  const reply = training.train<TrainRequest>({
    layers: [...net.sizes],
    activations: [...net.activations],
    bias: net.bias,
    loss: net.loss,
    data: { inputs: net.inputs as number[][], targets: net.targets as number[][] },
    initial: { layers: [...net.layers] },
    optimizer: { name: "gd", learning_rate: rate },
    steps: 1,
    record: ["loss", "parameters", "gradients", "outputs"],
  });
  if (!reply.ok || !("frames" in reply)) throw new Error("not trained");
  return reply.frames;
}

test("one sample is a column, a sample is a column of four", () => {
  expect(programOf(SMALL)).toBe(
    `X = [1, 0]
W1 = [[0.5, -0.25], [1, 0.3]]
b1 = [0, 0.1]
Z1 = W1 @ X + b1
A1 = tanh(Z1)
W2 = [[0.7, -0.4]]
b2 = 0.2
Z2 = W2 @ A1 + b2
A2 = sigmoid(Z2)
Y = 1
L = mse(A2, Y)`,
  );
  const [first, ...rest] = programOf({ ...SMALL, ...XOR, bias: false, activations: ["relu", "linear"] }).split("\n");
  expect(first).toBe("X = [[0, 0, 1, 1], [0, 1, 0, 1]]");
  expect(rest).toContain("Z1 = W1 @ X");
  expect(rest).toContain("A2 = Z2");
  expect(rest).toContain("Y = [[0, 1, 1, 0]]");
});

/** Weights of every size and sign, the same each time. */
function layersOf(sizes: readonly number[], bias: boolean): Layer[] {
  let state = 7;
  const next = () => {
    state = (state * 16807) % 2147483647;
    return (state / 2147483647 - 0.5) * 1.6;
  };
  return sizes.slice(1).map((units, i) => ({
    W: Array.from({ length: units }, () => Array.from({ length: sizes[i] as number }, next)),
    ...(bias && { b: Array.from({ length: units }, () => [next()]) }),
  }));
}

const cases: [name: string, net: Omit<Net, "layers">][] = [
  ...(["tanh", "sigmoid", "relu", "leaky_relu", "gelu", "silu", "softplus", "linear"] as const).map(
    (activation): [string, Omit<Net, "layers">] => [
      `${activation}, four samples`,
      { sizes: [2, 3, 1], activations: [activation, "sigmoid"], bias: true, loss: "mse", ...XOR },
    ],
  ),
  ...["mse", "half_sse", "half_mse", "bce", "bce_logits", "cross_entropy_logits"].map(
    (loss): [string, Omit<Net, "layers">] => [
      `${loss}, two outputs`,
      {
        sizes: [2, 4, 2],
        activations: ["tanh", loss === "bce" ? "sigmoid" : "linear"],
        bias: true,
        loss,
        inputs: [
          [0.5, -1],
          [2, 0.25],
          [-1.5, 1],
        ],
        targets: [
          [1, 0],
          [0, 1],
          [1, 0],
        ],
      },
    ],
  ),
  [
    "no hidden layer, one input, no bias",
    { sizes: [1, 1], activations: ["linear"], bias: false, loss: "mse", inputs: [[2], [-1]], targets: [[1], [0]] },
  ],
  [
    "one number everywhere",
    { sizes: [1, 1, 1], activations: ["tanh", "tanh"], bias: true, loss: "half_sse", inputs: [[2]], targets: [[1]] },
  ],
  [
    "deep",
    {
      sizes: [2, 3, 3, 2, 1],
      activations: ["tanh", "relu", "sigmoid", "linear"],
      bias: true,
      loss: "bce_logits",
      ...XOR,
    },
  ],
];

for (const [name, part] of cases) {
  test(`${name}: loss, outputs, gradients and one update are those of train`, () => {
    const net = { ...part, layers: layersOf(part.sizes, part.bias) };
    const answer = answered(net);
    const [start, after] = trained(net);
    expect(answer.value("L")).toBeCloseTo(start?.loss as number, 12);
    const outputs = answer.values(`A${net.layers.length}`);
    for (const [sample, row] of (start?.outputs ?? []).entries())
      for (const [unit, output] of row.entries()) expect(outputs[unit]?.[sample]).toBeCloseTo(output, 12);
    for (const [i, { W, b = [] }] of net.layers.entries()) {
      const expected = start?.gradients?.[i];
      for (const [unit, row] of W.entries())
        for (const [source, weight] of row.entries()) {
          const id = `W${i + 1}[${unit}][${source}]`;
          const gradient = answer.gradient(id) as number;
          expect(gradient).toBeCloseTo(expected?.W[unit]?.[source] as number, 12);
          expect(weight - 0.1 * gradient).toBeCloseTo(after?.layers?.[i]?.W[unit]?.[source] as number, 12);
          expect(answer.value(id)).toBe(weight);
        }
      for (const [unit, [bias = 0]] of b.entries()) {
        expect(answer.gradient(`b${i + 1}[${unit}]`)).toBeCloseTo(expected?.b?.[unit]?.[0] as number, 12);
        expect(answer.value(`b${i + 1}[${unit}]`)).toBe(bias);
      }
    }
  });
}

test("a layer alone, with what comes back to it, has the gradients it has in the net", () => {
  const net = { ...SMALL, ...XOR };
  const whole = answered(net);
  const reply = training.explain({
    program: layerProgram(net, 1, whole.values("X")),
    output_adjoint: whole.gradients("A1"),
  });
  if (!reply.ok) throw new Error(reply.error.message);
  const alone = new NetAnswer(reply);
  for (const name of ["W1", "b1", "X", "Z1"]) expect(alone.gradients(name)).toEqual(whole.gradients(name));
});

test("numbers that need all their digits come back as they were", () => {
  const layers = [{ W: [[0.1 + 0.2, 1e-7]], b: [[-1 / 3]] }];
  const answer = answered({ ...SMALL, sizes: [2, 1], activations: ["tanh"], layers });
  expect([answer.value("W1[0][0]"), answer.value("W1[0][1]"), answer.value("b1[0]")]).toEqual([
    0.1 + 0.2,
    1e-7,
    -1 / 3,
  ]);
});
