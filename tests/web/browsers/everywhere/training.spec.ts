/** A thousand updates come to the same bits in every browser, on the page's own thread and beside it: those that C++ comes to natively. */
import { readdirSync, readFileSync } from "node:fs";
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

const DIST = process.env.GRADCIRCUIT_DIST ?? "dist";

/** The one script of the built site with such a name that reads `text`, as an address beside the page. */
function script(name: RegExp, text: string): string {
  const files = readdirSync(join(DIST, "assets")).filter((file) => name.test(file));
  const found = files.filter((file) => readFileSync(join(DIST, "assets", file), "utf8").includes(text));
  if (found.length !== 1) throw new Error(`${found.length} scripts like ${name} with ${text}, not one`);
  return `assets/${found[0]}`;
}
/** The module that the first page loads when somebody asks for more than a circuit: it uses what that page has loaded. */
function workbench(): string {
  const [, main = ""] =
    /<script[^>]* src="\.\/assets\/([^"]+)"/.exec(readFileSync(join(DIST, "index.html"), "utf8")) ?? [];
  return script(/^workbench-.*\.js$/, main);
}

/** FNV-1a over the bytes of all numbers of all frames, in the order in which the engine has them. Self-contained: runs in the page. */
async function hashHere({ module, request }: { module: string; request: object }): Promise<string> {
  const { createModule, wasmBytes } = await import(new URL(module, location.href).href);
  const compiled = await WebAssembly.compile(await wasmBytes());
  const engine = await createModule({
    instantiateWasm(imports: WebAssembly.Imports, receive: (...made: unknown[]) => void) {
      const instance = new WebAssembly.Instance(compiled, imports);
      receive(instance, compiled);
      return instance.exports;
    },
  });
  const reply = JSON.parse(engine.train(JSON.stringify(request)));
  if (!reply.ok) throw new Error(reply.error.message);
  let hash = 0xcbf29ce484222325n;
  for (const byte of new Uint8Array(engine.numbers.slice().buffer))
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(16);
}

/** The same by the worker that the labs train in: a run in slices, decoded on its way. */
async function hashInWorker({ worker, request }: { worker: string; request: object }): Promise<string> {
  interface Frame {
    step: number;
    loss: number;
    layers: { W: number[][]; b: number[][] }[];
    gradients: Frame["layers"];
    activations: { mean: number; variance: number; saturated: number; histogram: number[] }[];
  }
  const { trustedTypes } = window as unknown as {
    trustedTypes?: { createPolicy(name: string, rules: object): { createScriptURL(url: string): string } };
  };
  const policy = trustedTypes?.createPolicy("gradcircuit", { createScriptURL: (url: string) => url });
  const url = new URL(worker, location.href).href;
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
  const flat = ({ W, b }: Frame["layers"][number]) => [...W.flat(), ...b.flat()];
  const numbers = frames.flatMap(({ step, loss, layers, gradients, activations }) => [
    step,
    loss,
    ...[...layers, ...gradients].flatMap(flat),
    ...activations.flatMap((one) => [one.mean, one.variance, one.saturated, ...one.histogram]),
  ]);
  let hash = 0xcbf29ce484222325n;
  for (const byte of new Uint8Array(Float64Array.from(numbers).buffer))
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(16);
}

test("a thousand updates on the page's own thread come to the bits of every other machine", async ({ visit }) => {
  const tab = await visit("site");
  expect(await tab.run(hashHere, { module: workbench(), request: REQUEST })).toBe(HASH);
  expect(await tab.complaints()).toEqual([]);
});

test("and so they do in a worker", async ({ visit }) => {
  const tab = await visit("site");
  const worker = script(/^worker-.*\.js$/, "tables");
  expect(await tab.run(hashInWorker, { worker, request: REQUEST })).toBe(HASH);
  expect(await tab.complaints()).toEqual([]);
});
