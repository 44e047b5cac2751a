/** The engine as the page sees it: requests in, explanations out. With workbench.ts the only file that knows the .wasm. */
import { wasmBytes } from "virtual:wasm/gradcircuit";
import createModule from "./generated/gradcircuit.mjs";
import { type ModuleFactory, openInstance } from "./instance.mjs";
import {
  type Description,
  decodeReply,
  type ExplainReply,
  type ExplainRequest,
  encodeRequest,
  type SampleReply,
  type SampleRequest,
} from "./protocol.js";

export interface Engine {
  /** Synchronous, a pure function of the request. A trap is answered with a failure of code `engine_trapped`. */
  explain(request: ExplainRequest): ExplainReply;
  describe(): Description;
}

/** The larger engine, which also knows derivatives in symbols, code and curves. */
export interface Workbench extends Engine {
  /** A program's values, and its derivatives if asked for, at all points of a curve or a surface. */
  sample(request: SampleRequest): SampleReply;
}

/** By module: every element shares an engine, since a browser allows only about a hundred WebAssembly memories. */
const engines = new Map<ModuleFactory, Promise<Workbench>>();

/** What a circuit needs. */
export function createEngine(): Promise<Engine> {
  return shared(createModule, wasmBytes);
}

/** Loaded when somebody first asks for it. */
export async function createWorkbench(): Promise<Workbench> {
  const workbench = await import("./workbench.js");
  return shared(workbench.createModule, workbench.wasmBytes);
}

function shared(factory: ModuleFactory, bytes: typeof wasmBytes): Promise<Workbench> {
  const known = engines.get(factory);
  if (known) return known;
  const opening = bytes().then((module) => open(factory, module));
  engines.set(factory, opening);
  // who asks again after a broken connection gets another try
  opening.catch(() => engines.delete(factory));
  return opening;
}

async function open(factory: ModuleFactory, bytes: Uint8Array<ArrayBuffer>): Promise<Workbench> {
  const instance = await openInstance(factory, bytes);
  let description: Description | null = null;
  return {
    explain: (request) => decodeReply<ExplainReply>(instance.call("explain", encodeRequest(request))),
    sample(request) {
      const reply = decodeReply<SampleReply>(instance.call("sample", encodeRequest(request)));
      return reply.ok ? { ...reply, numbers: instance.numbers() } : reply;
    },
    describe: () => (description ??= decodeReply<Description>(instance.call("describe"))),
  };
}
