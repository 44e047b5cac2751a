/** The module of the labs: it trains, samples the curves and surfaces that are walked down, and explains a net as a circuit. Opened once on a page. */
import { wasmBytes } from "virtual:wasm/training";
import createModule from "./generated/training.mjs";
import { type Instance, openInstance } from "./instance.mjs";
import { type Packed, packed, unpacked } from "./packed.js";
import type { DescentRequest, TrainingDescription, TrainReply, TrainRequest } from "./protocol.js";
import {
  decodeReply,
  type ExplainReply,
  type ExplainRequest,
  encodeRequest,
  type SampleReply,
  type SampleRequest,
} from "./protocol.js";
import { sampled } from "./sampled.js";

export interface TrainingEngine {
  /** As the engine of a circuit does, without what only the workbench has. */
  explain(request: ExplainRequest): ExplainReply;
  /** A net, or a program, trained for some updates. */
  train<Request extends TrainRequest | DescentRequest>(request: Request): TrainReply<Request>;
  /** The same, with frames that can travel on. */
  trainPacked(request: TrainRequest | DescentRequest): Packed;
  /** A program's values, and its derivatives if asked for, at all points of a curve or a surface. */
  sample(request: SampleRequest): SampleReply;
  describe(): TrainingDescription;
}

let opening: Promise<TrainingEngine> | null = null;

export function createTrainingEngine(): Promise<TrainingEngine> {
  opening ??= wasmBytes().then(async (module) => trainingOf(await openInstance(createModule, module)));
  // who asks again after a broken connection gets another try
  opening.catch(() => (opening = null));
  return opening;
}

function trainingOf(instance: Instance): TrainingEngine {
  const trainPacked = (request: TrainRequest | DescentRequest) => {
    const reply = instance.call("train", encodeRequest({ format: "binary", ...request }));
    return packed(reply, instance.numbers());
  };
  return {
    train: (request) => unpacked(trainPacked(request)),
    trainPacked,
    explain: (request) => decodeReply<ExplainReply>(instance.call("explain", encodeRequest(request))),
    sample: (request) => sampled(instance, request),
    describe: () => decodeReply<TrainingDescription>(instance.call("describe")),
  };
}
