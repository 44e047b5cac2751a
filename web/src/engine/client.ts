/** The engine as the page sees it: requests in, explanations out. With workbench.ts and training.ts the only file that knows the .wasm. */
import { wasmBytes } from "virtual:wasm/gradcircuit";
import createModule from "./generated/gradcircuit.mjs";
import { type Instance, type ModuleFactory, openInstance } from "./instance.mjs";
import {
  type Description,
  decodeReply,
  type ExplainReply,
  type ExplainRequest,
  encodeRequest,
  type GradeReply,
  type GradeRequest,
  type SampleReply,
  type SampleRequest,
} from "./protocol.js";

export interface Engine {
  /** Synchronous, a pure function of the request. A trap is answered with a failure of code `engine_trapped`. */
  explain(request: ExplainRequest): ExplainReply;
  describe(): Description;
}

/** The larger engine, which also knows derivatives in symbols, code and curves, and grades answers. */
export interface Workbench extends Engine {
  /** A program's values, and its derivatives if asked for, at all points of a curve or a surface. */
  sample(request: SampleRequest): SampleReply;
  /** Whether an answer is right, and if not, the one misconception that explains it. */
  grade(request: GradeRequest): GradeReply;
}

interface Opened {
  engine: Engine;
  instance: Instance;
}
/**
 * By module: every element shares an engine, since a browser allows only about a hundred WebAssembly memories. In a single file both
 * modules are one.
 */
const opened = new Map<ModuleFactory, Promise<Opened>>();

/** What a circuit needs. */
export async function createEngine(): Promise<Engine> {
  return (await shared(createModule, wasmBytes)).engine;
}

/** Loaded when somebody first asks for it. */
export async function createWorkbench(): Promise<Workbench> {
  const workbench = await import("./workbench.js");
  const { engine, instance } = await shared(workbench.createModule, workbench.wasmBytes);
  return workbench.workbenchOf(engine, instance);
}

function shared(factory: ModuleFactory, bytes: typeof wasmBytes): Promise<Opened> {
  const known = opened.get(factory);
  if (known) return known;
  const opening = bytes().then(async (module) => {
    const instance = await openInstance(factory, module);
    return { instance, engine: engineOf(instance) };
  });
  opened.set(factory, opening);
  // who asks again after a broken connection gets another try
  opening.catch(() => opened.delete(factory));
  return opening;
}

function engineOf(instance: Instance): Engine {
  let description: Description | null = null;
  return {
    explain: (request) => decodeReply<ExplainReply>(instance.call("explain", encodeRequest(request))),
    describe: () => (description ??= decodeReply<Description>(instance.call("describe"))),
  };
}
