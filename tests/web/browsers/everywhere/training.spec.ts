/** A thousand updates come to the same bits in every browser, on the page's own thread and beside it: those that C++ comes to natively. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { TrainRequest } from "../../../../web/src/engine/protocol-train.js";
import { expect, test } from "../support/fixtures.js";

/** tests/engine/train/start_test.cpp has the same run and the same hash. */
const HASH = "a73b5e50d4170503";
const REQUEST: TrainRequest = {
  layers: [2, 8, 5, 1],
  activations: ["tanh", "sigmoid", "relu"],
  loss: "mse",
  data: { name: "spiral", samples: 101 },
  initial: { scheme: "xavier_normal", seed: 3 },
  optimizer: { name: "adam", learning_rate: 0.01, schedule: { name: "cosine", every: 1500, warm_up: 100 } },
  batch: 10,
  steps: 1000,
  every: 50,
  record: ["loss", "parameters", "gradients", "activations"],
  format: "binary",
};

/** A file of the built site, by the name that it has before its hash. */
function built(name: RegExp): string {
  const assets = join(process.env.GRADCIRCUIT_DIST ?? "dist", "assets");
  const found = readdirSync(assets).filter((file) => name.test(file));
  if (found.length !== 1) throw new Error(`${assets} has ${found.length} files like ${name}, not one`);
  return `assets/${found[0]}`;
}

interface Ways {
  request: object;
  /** Addresses of the worker that the labs train in, and of the module that they load where there is no worker. */
  worker?: string;
  module?: string;
  wasm?: string;
}

/** FNV-1a over the bytes of all numbers of all frames, in the order in which the engine has them. Self-contained: runs in the page. */
async function hashOf({ request, worker, module, wasm }: Ways): Promise<string> {
  interface Frame {
    step: number;
    loss: number;
    layers: { W: number[][]; b: number[][] }[];
    gradients: { W: number[][]; b: number[][] }[];
    activations: { mean: number; variance: number; saturated: number; histogram: number[] }[];
  }
  function fnv(numbers: Float64Array): string {
    let hash = 0xcbf29ce484222325n;
    for (const byte of new Uint8Array(numbers.buffer))
      hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
    return hash.toString(16);
  }
  function numbersOf(frames: Frame[]): Float64Array {
    const flat = ({ W, b }: Frame["layers"][number]) => [...W.flat(), ...b.flat()];
    return Float64Array.from(
      frames.flatMap(({ step, loss, layers, gradients, activations }) => [
        step,
        loss,
        ...layers.flatMap(flat),
        ...gradients.flatMap(flat),
        ...activations.flatMap((one) => [one.mean, one.variance, one.saturated, ...one.histogram]),
      ]),
    );
  }
  if (module && wasm) {
    const { default: create } = await import(new URL(module, location.href).href);
    const bytes = await (await fetch(new URL(wasm, location.href))).arrayBuffer();
    const engine = await create({ wasmBinary: bytes });
    const reply = JSON.parse(engine.train(JSON.stringify(request)));
    if (!reply.ok) throw new Error(reply.error.message);
    return fnv(engine.numbers.slice());
  }
  const { trustedTypes } = window as unknown as {
    trustedTypes?: { createPolicy(name: string, rules: object): { createScriptURL(url: string): string } };
  };
  const policy = trustedTypes?.createPolicy("gradcircuit", { createScriptURL: (url: string) => url });
  const url = new URL(worker ?? "", location.href).href;
  const trainer = new Worker(policy ? policy.createScriptURL(url) : url, { type: "module" });
  const frames = await new Promise<Frame[]>((resolve, reject) => {
    trainer.onerror = ({ message }) => reject(new Error(message));
    trainer.onmessage = ({ data }) => {
      if ("tables" in data) trainer.postMessage({ id: 1, request });
      if ("failed" in data) reject(new Error(data.failed));
      if ("reply" in data) resolve(data.reply.frames);
    };
  });
  trainer.terminate();
  return fnv(numbersOf(frames));
}

test("a thousand updates in a worker come to the bits of every other machine", async ({ visit }) => {
  const tab = await visit("site");
  expect(await tab.run(hashOf, { request: REQUEST, worker: built(/^worker-.*\.js$/) })).toBe(HASH);
  expect(await tab.complaints()).toEqual([]);
});
