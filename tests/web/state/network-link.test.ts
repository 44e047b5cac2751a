import { expect, test } from "vitest";
import { readNetwork, writeNetwork } from "../../../web/src/state/network-link.js";

test("a link is read back as it was written", () => {
  const link = {
    task: "xor",
    sizes: [2, 3, 1],
    activations: ["leaky_relu", "sigmoid"],
    bias: "off" as const,
    loss: "mse",
    rate: 0.05,
    seed: 7,
    inputs: [0, -1.5],
    weights: [1e-7, 0.1 + 0.2],
    begin: 4,
    update: 9,
    guess: "negative" as const,
    chosen: "W2[0][1]",
    views: ["neurons" as const, "circuit" as const],
  };
  const text = writeNetwork(link);
  expect(text).toBe(
    "task=xor&layers=2-3-1&act=leaky_relu,sigmoid&bias=off&loss=mse&rate=0.05&seed=7&x=0,-1.5&w=1e-7,0.30000000000000004&begin=4&update=9&guess=negative&of=W2[0][1]&view=neurons,circuit",
  );
  expect(readNetwork(`#${text}`)).toEqual(link);
});

test("what cannot be understood is left out", () => {
  expect(
    readNetwork(
      "task=<b>&layers=2&act=tanh,&bias=no&rate=fast&batch=-1&w=1,,2&x=NaN&y=Infinity&guess=maybe&of=w&view=3d&seed=1e9",
    ),
  ).toEqual({});
});
