/** The module with everything there is to say of a circuit, and what only it answers: in a file of its own so that it loads only when it is asked for. */
import type { Engine, Workbench } from "./client.js";
import type { Instance } from "./instance.mjs";
import { decodeReply, encodeRequest, type GradeReply } from "./protocol.js";
import { sampled } from "./sampled.js";

export { wasmBytes } from "virtual:wasm/workbench";
export { default as createModule } from "./generated/workbench.mjs";

export function workbenchOf(engine: Engine, instance: Instance): Workbench {
  return {
    ...engine,
    sample: (request) => sampled(instance, request),
    grade: (request) => decodeReply<GradeReply>(instance.call("grade", encodeRequest(request))),
  };
}
