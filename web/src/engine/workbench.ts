/** The module with everything, and what only it answers: in a file of its own so that it loads only when it is asked for. */
import type { Engine, Workbench } from "./client.js";
import type { Instance } from "./instance.mjs";
import { decodeReply, encodeRequest, type GradeReply, type SampleReply } from "./protocol.js";
import { decodeTraining } from "./protocol-train.js";

export { wasmBytes } from "virtual:wasm/workbench";
export { default as createModule } from "./generated/workbench.mjs";

export function workbenchOf(engine: Engine, instance: Instance): Workbench {
  return {
    ...engine,
    sample(request) {
      const reply = decodeReply<SampleReply>(instance.call("sample", encodeRequest(request)));
      return reply.ok ? { ...reply, numbers: instance.numbers() } : reply;
    },
    train(request) {
      const reply = instance.call("train", encodeRequest({ format: "binary", ...request }));
      return decodeTraining(reply, instance.numbers());
    },
    grade: (request) => decodeReply<GradeReply>(instance.call("grade", encodeRequest(request))),
  };
}
