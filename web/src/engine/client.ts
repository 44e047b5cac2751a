/** The engine as the page sees it: requests in, explanations out. The only file that knows the .wasm. */
import { wasmBytes } from "virtual:gradcircuit-wasm";
import createModule from "./generated/gradcircuit.mjs";
import { openInstance } from "./instance.mjs";
import { type Description, decodeReply, type ExplainReply, type ExplainRequest, encodeRequest } from "./protocol.js";

export interface Engine {
  /** Synchronous, a pure function of the request. A trap is answered with a failure of code `engine_trapped`. */
  explain(request: ExplainRequest): ExplainReply;
  describe(): Description;
}

let shared: Promise<Engine> | null = null;

/** The engine of this page: every element shares it, since a browser allows only about a hundred WebAssembly memories. */
export function createEngine(): Promise<Engine> {
  shared ??= open();
  return shared;
}

async function open(): Promise<Engine> {
  const instance = await openInstance(createModule, await wasmBytes());
  let description: Description | null = null;
  return {
    explain: (request) => decodeReply<ExplainReply>(instance.call("explain", encodeRequest(request))),
    describe: () => (description ??= decodeReply<Description>(instance.call("describe"))),
  };
}
