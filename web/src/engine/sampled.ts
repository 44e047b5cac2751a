/** What both larger modules answer to `sample`. */
import type { Instance } from "./instance.mjs";
import { decodeReply, encodeRequest, type SampleReply, type SampleRequest } from "./protocol.js";

export function sampled(instance: Instance, request: SampleRequest): SampleReply {
  const reply = decodeReply<SampleReply>(instance.call("sample", encodeRequest(request)));
  return reply.ok ? { ...reply, numbers: instance.numbers() } : reply;
}
