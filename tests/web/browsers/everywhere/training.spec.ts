/** A thousand updates come to the same bits in every browser, on the page's own thread and beside it: those that C++ comes to natively. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { TrainRequest } from "../../../../web/src/engine/protocol.js";
import { expect, test } from "../support/fixtures.js";

/** tests/engine/train/start_test.cpp has the same run and the same hash. */
const HASH = "b9448883d08d8905";
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
interface Asked {
  worker: string;
  request: object;
  /** The worker's script is run by the page itself. */
  isHere: boolean;
}

/**
 * FNV-1a over the bytes of all numbers of all frames, as the engine has them: by the script of the worker that the labs train in, followed
 * on its way. Self-contained: runs in the page.
 */
async function hashOf({ worker, request, isHere }: Asked): Promise<string> {
  const { trustedTypes } = window as unknown as {
    trustedTypes?: { createPolicy(name: string, rules: object): { createScriptURL(url: string): string } };
  };
  const url = new URL(worker, location.href).href;
  const frames: Float64Array[] = [];
  await new Promise<void>((resolve, reject) => {
    const hear = (data: { tables?: object; failed?: string; frames?: Float64Array[]; reply?: object }) => {
      if (data.tables) say({ id: 1, request, isFollowed: true });
      if (data.failed) reject(new Error(data.failed));
      if (data.frames) frames.push(...data.frames);
      if (data.reply) resolve();
    };
    let say: (message: object) => void;
    if (isHere) {
      window.postMessage = hear as typeof window.postMessage;
      say = (data) => window.onmessage?.({ data } as MessageEvent);
      import(url).catch(reject);
    } else {
      const policy = trustedTypes?.createPolicy("gradcircuit", { createScriptURL: (address: string) => address });
      const trainer = new Worker(policy ? policy.createScriptURL(url) : url, { type: "module" });
      say = (message) => trainer.postMessage(message);
      trainer.onerror = ({ message }) => reject(new Error(message));
      trainer.onmessage = ({ data }) => hear(data);
    }
  });
  const numbers = frames.flatMap((frame) => [...frame]);
  let hash = 0xcbf29ce484222325n;
  for (const byte of new Uint8Array(Float64Array.from(numbers).buffer))
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(16);
}

for (const isHere of [true, false]) {
  const where = isHere ? "on the page's own thread" : "in a worker";
  test(`a thousand updates ${where} come to the bits of every other machine`, async ({ visit }) => {
    const tab = await visit("site");
    const worker = script(/^worker-.*\.js$/, "tables");
    expect(await tab.run(hashOf, { worker, request: REQUEST, isHere })).toBe(HASH);
    expect(await tab.complaints()).toEqual([]);
  });
}
