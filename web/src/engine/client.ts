/** The engine as the page sees it: requests in, explanations out. With workbench.ts the only file that knows the .wasm. */
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

/** The larger engine, which also knows derivatives in symbols, code and curves. */
export interface Workbench extends Engine {
  /** A program's values, and its derivatives if asked for, at all points of a curve or a surface. */
  sample(request: SampleRequest): SampleReply;
  /** Whether an answer is right, and if not, the one misconception that explains it. */
  grade(request: GradeRequest): GradeReply;
}

/** By module: every element shares an engine, since a browser allows only about a hundred WebAssembly memories. */
const engines = new Map<ModuleFactory, Promise<Engine>>();

/** What a circuit needs. */
export function createEngine(): Promise<Engine> {
  return shared(createModule, wasmBytes, (engine) => engine);
}

/** Loaded when somebody first asks for it. */
export async function createWorkbench(): Promise<Workbench> {
  const workbench = await import("./workbench.js");
  return shared(workbench.createModule, workbench.wasmBytes, workbench.workbenchOf);
}

function shared<Opened extends Engine>(
  factory: ModuleFactory,
  bytes: typeof wasmBytes,
  complete: (engine: Engine, instance: Instance) => Opened,
): Promise<Opened> {
  const known = engines.get(factory);
  if (known) return known as Promise<Opened>;
  const opening = bytes().then(async (module) => {
    const instance = await openInstance(factory, module);
    return complete(engineOf(instance), instance);
  });
  engines.set(factory, opening);
  // who asks again after a broken connection gets another try
  opening.catch(() => engines.delete(factory));
  return opening;
}

function engineOf(instance: Instance): Engine {
  let description: Description | null = null;
  return {
    explain: (request) => decodeReply<ExplainReply>(instance.call("explain", encodeRequest(request))),
    describe: () => (description ??= decodeReply<Description>(instance.call("describe"))),
  };
}
